import Glibc

/// A folder of its own for one test, gone when the test is.
final class Scratch {
  let path: String

  init() {
    var template = Array("/tmp/plantsh-test-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer {
      mkdtemp($0.baseAddress!).map { String(cString: $0) } ?? "/tmp"
    }
  }

  deinit { remove(path) }

  func write(_ bytes: [UInt8], to name: String) -> String {
    let full = path + "/" + name
    let file = fopen(full, "w")
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
    return full
  }

  func write(_ text: String, to name: String) -> String { write(Array(text.utf8), to: name) }

  func folder(_ name: String) { mkdir(path + "/" + name, 0o755) }

  private func remove(_ path: String) {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != ".", name != ".." { remove(path + "/" + name) }
      }
      closedir(folder)
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}
