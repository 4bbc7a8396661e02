internal import Glibc
internal import LuaBridge

/// Files and folders whose path starts as typed; folders end with a slash, hidden ones only when asked for.
enum FilePaths {
  /// - Parameters:
  ///   - endings: the files wanted, by the end of their name; all when none of the files here ends so.
  ///   - quote: what ends the string after a file's path.
  static func names(startingWith typed: String, endings: [String] = [], quote: String = "") -> [LuaName] {
    let all = entries(startingWith: typed)
    let wanted = all.filter { entry in
      entry.isFolder || endings.contains { entry.path.lowercased().hasSuffix("." + $0) }
    }
    let names = endings.isEmpty || wanted.allSatisfy(\.isFolder) ? all : wanted
    return names.map { LuaName($0.path, .file, ending: $0.isFolder ? "" : quote) }
  }

  /// Modules that `require` finds in the folder of the session: `lib.units` for `lib/units.lua`.
  static func modules(startingWith typed: String) -> [LuaName] {
    let entries = entries(startingWith: typed.replacing(".", with: "/"))
    return entries.compactMap { entry -> LuaName? in
      if entry.isFolder {
        return LuaName(String(entry.path.dropLast()).replacing("/", with: ".") + ".", .module)
      }
      guard entry.path.hasSuffix(".lua") else { return nil }
      return LuaName(String(entry.path.dropLast(4)).replacing("/", with: "."), .module)
    }
  }

  private struct Entry {
    var path: String
    var isFolder: Bool
  }

  private static func entries(startingWith typed: String) -> [Entry] {
    let slash = typed.lastIndex(of: "/")
    let folder = slash.map { String(typed[...$0]) } ?? ""
    let start = slash.map { String(typed[typed.index(after: $0)...]) } ?? typed
    guard let directory = opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { closedir(directory) }
    var entries: [Entry] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(start), name != ".", name != "..", !name.hasPrefix(".") || start.hasPrefix(".")
      else {
        continue
      }
      var status = stat()
      let isFolder =
        entry.pointee.d_type == UInt8(DT_DIR)
        || entry.pointee.d_type != UInt8(DT_REG) && stat(folder + name, &status) == 0
          && status.st_mode & S_IFMT == S_IFDIR
      entries.append(Entry(path: folder + name + (isFolder ? "/" : ""), isFolder: isFolder))
    }
    return entries.sorted { $0.path < $1.path }
  }
}
