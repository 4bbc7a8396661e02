internal import Glibc

/// The files of the same folder whose names are nearest to a path that leads nowhere.
public func nearestFiles(to path: String, most: Int = 2) -> [String] {
  let slash = path.lastIndex(of: "/")
  let folder = slash.map { String(path[...$0]) } ?? ""
  let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
  guard let directory = opendir(folder.isEmpty ? "." : folder) else { return [] }
  defer { closedir(directory) }
  var names: [String] = []
  while let entry = readdir(directory) {
    let found = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if !found.hasPrefix(".") { names.append(found) }
  }
  return nearest(to: name, among: names, most: most).map { folder + $0 }
}
