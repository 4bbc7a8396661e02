import Glibc
import Report
import Testing

/// A folder of small files that examples read: `line3.csv`, `lots.jsonl`, `notes.txt`. An example that needs another
/// makes it in its `given`.
enum ExampleFolder {
  static let files = [
    "line3.csv": """
    time,station,serial,speed,temperature,result
    2026-03-02 06:00:03,R1,SN1,11.4,951.2,OK
    2026-03-02 06:00:05,R2,SN2,12.1,948.0,OK
    2026-03-02 06:00:08,R1,SN3,10.9,955.7,NG
    2026-03-02 06:00:11,R2,SN4,11.8,950.1,OK

    """,
    "lots.jsonl": """
    {"batch_no": "L1", "material": "Q235", "heat": 7}
    {"batch_no": "L2", "material": "Q345", "heat": 8}

    """,
    "notes.txt": "simulated\n",
  ]

  /// Runs `body` with a fresh folder as the working directory.
  static func inside(_ body: () throws -> Void) throws {
    var template = Array("/tmp/plantsh-examples-XXXXXX".utf8CString)
    let path = try #require(mkdtemp(&template).map { String(cString: $0) })
    let before = try #require(getcwd(nil, 0))
    defer {
      chdir(before)
      free(before)
      removeAll(path)
    }
    chdir(path)
    for (name, text) in files { try write(text, to: name) }
    try body()
  }

  static func write(_ text: String, to name: String) throws {
    let file = try #require(fopen(name, "w"))
    fputs(text, file)
    fclose(file)
  }

  /// The text of a file that stands beside a source file.
  static func text(beside source: String, _ name: String) throws -> String {
    let path = "/" + source.split(separator: "/").dropLast().joined(separator: "/") + "/" + name
    let file = try #require(fopen(path, "r"), "\(path) is missing")
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&block, 1, block.count, file), count > 0 { bytes += block[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Removes a folder with everything in it.
private func removeAll(_ path: String) {
  if let folder = opendir(path) {
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { removeAll(path + "/" + name) }
    }
    closedir(folder)
  }
  remove(path)
}
