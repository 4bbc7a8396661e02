internal import Digest
internal import Glibc
public import Report
internal import Synchronization

/// Which files were read and written since it was opened, and what is in them.
public final class DataLedger: Sendable {
  private struct State {
    var read: Set<String> = []
    var written: Set<String> = []
    var known: [String: Known] = [:]
  }
  /// What a file held when it had this size and time.
  private struct Known {
    var mark: FileMark
    var file: DataFile
  }

  private let state = Mutex(State())
  private let folder: String

  public init() { folder = Paths.workingFolder }

  public func note(_ use: FileUse) {
    let path = Paths.relative(use.path, to: folder)
    state.withLock { state in
      switch use.kind {
      case .read: if !state.written.contains(path) { state.read.insert(path) }
      case .written: state.written.insert(path)
      }
    }
  }

  /// The files of data that were read, in the order of their paths; what was written here first is none of them.
  ///
  /// - Throws: `Fault.interrupted` when the user asks to stop.
  public func filesRead() throws -> [DataFile] { try files(state.withLock { $0.read }) }

  /// The files that were written and are still there.
  public func filesWritten() throws -> [DataFile] { try files(state.withLock { $0.written }) }

  private func files(_ paths: Set<String>) throws -> [DataFile] {
    try paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { try file(at: $0) }
  }

  private func file(at path: String) throws -> DataFile? {
    let place = Paths.joined(folder, path)
    guard let mark = FileMark(of: place) else { return nil }
    if let known = state.withLock({ $0.known[path] }), known.mark == mark { return known.file }
    guard let (hex, bytes) = try SHA256.hex(ofFile: place) else { return nil }
    let file = DataFile(path: path, sha256: hex, bytes: bytes)
    state.withLock { $0.known[path] = Known(mark: mark, file: file) }
    return file
  }
}

/// A file's size and time: as long as they stay, its bytes are taken to stay.
private struct FileMark: Equatable {
  var size: Int
  var seconds: Int
  var nanoseconds: Int

  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    (size, seconds, nanoseconds) = (status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
  }
}
