internal import CKernels
internal import Report

/// What the environment says about how to compute, checked before anything is computed.
enum MachineSettings {
  /// - Throws: `Fault` (arguments) by a number of threads or an instruction set that cannot be.
  static func check(_ environment: [String: String]) throws {
    if let threads = environment["PLANTSH_THREADS"], !(Int(threads).map { 1...256 ~= $0 } ?? false) {
      throw Fault(
        .arguments, en: "PLANTSH_THREADS is '\(threads)', wanted 1 .. 256",
        zh: "PLANTSH_THREADS 为“\(threads)”，应为 1 .. 256", try: "PLANTSH_THREADS=2 plantsh")
    }
    if let kernels = environment["PLANTSH_KERNELS"], !available.contains(kernels) {
      let all = available.joined(separator: ", ")
      throw Fault(
        .arguments, en: "PLANTSH_KERNELS is '\(kernels)'; this processor has \(all)",
        zh: "PLANTSH_KERNELS 为“\(kernels)”；本机处理器可用：\(all)", try: "PLANTSH_KERNELS=portable plantsh")
    }
  }

  /// The instruction sets of this processor by name, the best last.
  private static var available: [String] {
    [CK_REFERENCE, CK_PORTABLE, CK_AVX2, CK_AVX512, CK_AVX512_BF16].filter { ck_path_available($0) }.map {
      String(cString: ck_path_name($0))
    }
  }
}
