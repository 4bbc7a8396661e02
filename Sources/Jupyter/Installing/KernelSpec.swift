internal import Exchange
internal import Glibc
internal import Report

/// What tells Jupyter how to start the kernel: `kernels/plantsh/kernel.json`.
public enum KernelSpec {
  /// Where Jupyter looks for a user's kernels, or below a prefix for everybody's.
  public static func folder(prefix: String?, environment: [String: String]) -> String {
    if let prefix { return prefix + "/share/jupyter/kernels/plantsh" }
    if let data = environment["JUPYTER_DATA_DIR"], !data.isEmpty { return data + "/kernels/plantsh" }
    let home = environment["HOME"] ?? "/root"
    let data = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? home + "/.local/share"
    return data + "/jupyter/kernels/plantsh"
  }

  /// Writes the file for a program.
  ///
  /// - Throws: a fault when it cannot be written.
  public static func install(program: String, in folder: String) throws {
    let spec = JSON.object([
      "argv": .array([program, "kernel", "run", "{connection_file}"].map(JSON.string)),
      "display_name": .string("plantsh"), "language": .string("lua"), "interrupt_mode": .string("message"),
      "metadata": .object(["debugger": .bool(false)]),
    ])
    var made = folder.hasPrefix("/") ? "" : "."
    for part in folder.split(separator: "/") {
      made += "/" + part
      guard mkdir(made, 0o755) == 0 || errno == EEXIST else { throw unwritable(folder) }
    }
    let path = folder + "/kernel.json"
    let bytes = Array((spec.written(indent: 1) + "\n").utf8)
    guard let file = fopen(path, "wb") else { throw unwritable(path) }
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else { throw unwritable(path) }
  }

  private static func unwritable(_ path: String) -> Fault {
    let reason = String(cString: strerror(errno))
    return Fault(
      .file, en: "cannot be written: \(reason)", zh: "无法写入：\(reason)", at: Place(file: path),
      try: "plantsh kernel install --prefix ~/.local")
  }
}
