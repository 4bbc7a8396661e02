internal import CKernels
internal import Digest
internal import Runs
internal import Sessions
internal import Workers

extension Lineage {
  /// Where something that is saved now in a session came from.
  init(of session: Session, _ ledger: DataLedger) throws {
    let script = session.script.map { file, text in
      let bytes = Array(text.utf8)
      return DataFile(
        path: Paths.relative(file, to: Paths.workingFolder), sha256: SHA256.hex(bytes), bytes: bytes.count)
    }
    self.init(
      script: script, parameters: session.parametersUsed, seed: session.seed, data: try ledger.filesRead(),
      git: GitState(of: Paths.workingFolder), versions: Plantsh.versions)
  }
}

extension Plantsh {
  /// The versions that a result hangs on.
  static let versions = ["plantsh": Plantsh.number, "lua": "5.4"]
}

extension Machine {
  /// This machine, as plantsh uses it now.
  static var here: Machine {
    Machine(threads: Workers.count, kernels: String(cString: ck_path_name(ck_path())))
  }
}
