import Glibc
import Simulation

/// A simulated plant in a folder of its own, removed when the test is over.
final class DemoCopy {
  let folder: String
  let summary: DemoPlant.Summary

  init(seed: UInt64, units: Int, label: String) throws {
    folder = "/tmp/plantsh-demo-\(label)-\(getpid())"
    summary = try DemoPlant.write(to: folder, seed: seed, units: units)
  }

  /// The files' names within the folder, sorted.
  var names: [String] {
    var found: [String] = []
    for inner in ["", "history/", "cam1/"] {
      guard let open = opendir(folder + "/" + inner) else { continue }
      defer { closedir(open) }
      while let entry = readdir(open) {
        guard entry.pointee.d_type == UInt8(DT_REG) else { continue }
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        found.append(inner + name)
      }
    }
    return found.sorted()
  }

  func bytes(_ name: String) -> [UInt8] {
    guard let file = fopen(folder + "/" + name, "rb") else { return [] }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 4_000_000)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes.prefix(count))
  }

  deinit {
    for name in names { unlink(folder + "/" + name) }
    for inner in ["/history", "/cam1", ""] { rmdir(folder + inner) }
  }
}
