internal import Glibc
internal import Report

/// What lies in a folder, and which files a pattern names.
package enum Folder {
  /// The names in a folder in the order of their bytes, without those that start with a dot.
  package static func names(in path: String) throws -> [String] {
    guard let folder = opendir(path) else { throw Fault.unreadable(path, errno) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The files that a path with `*`, `?` or `[…]` names, in the order of their bytes; a path without those
  /// names itself.
  ///
  /// - Throws: `Fault` (file) when a pattern names no file.
  package static func files(matching pattern: String) throws -> [String] {
    guard pattern.contains(where: { "*?[".contains($0) }), !exists(pattern) else { return [pattern] }
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, 0, nil, &found) == 0 else {
      throw Fault(.file, en: "no file matches \(pattern)", zh: "没有与 \(pattern) 匹配的文件")
    }
    let paths = (0..<Int(found.gl_pathc)).compactMap { found.gl_pathv[$0].map { String(cString: $0) } }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// `path` seen from `folder`, unless it is absolute.
  package static func path(_ path: String, in folder: String?) -> String {
    guard let folder, !folder.isEmpty, folder != ".", !path.hasPrefix("/") else { return path }
    return folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }
}
