internal import ArgumentParser
internal import Glibc
internal import Notebooks
internal import Report
internal import Runs

/// A notebook in a file: a percent script by its name `.lua`, else Jupyter's format; `-` is standard input.
struct NotebookFile {
  let path: String
  let notebook: Notebook
  let isScript: Bool

  static var help: ArgumentHelp {
    ArgumentHelp(Text(en: "A notebook: X.ipynb or X.lua.", zh: "笔记本：X.ipynb 或 X.lua。").description)
  }

  init(_ path: String) throws {
    self.path = path
    let text = try ScriptText.read(path == "-" ? "/dev/stdin" : path, named: path)
    isScript = path.hasSuffix(".lua")
    notebook =
      isScript ? try Notebook(percent: text, file: path) : try Notebook(ipynb: Array(text.utf8), file: path)
  }

  func path(withExtension ending: String) -> String {
    let name = Paths.name(path)
    return path.dropLast(name.count) + Paths.stem(path) + "." + ending
  }

  /// The .ipynb that a run writes.
  var resultPath: String { path(withExtension: "ipynb") }

  /// What converting makes of it.
  var otherPath: String { path(withExtension: isScript ? "ipynb" : "lua") }

  /// Writes beside the file and renames, so that nobody ever sees half of it.
  static func write(_ text: String, to path: String) throws {
    let draft = path + ".part"
    let bytes = Array(text.utf8)
    let file = fopen(draft, "wb")
    let written = file.map { fwrite(bytes, 1, bytes.count, $0) }
    guard let file, fclose(file) == 0, written == bytes.count, rename(draft, path) == 0 else {
      let reason = String(cString: strerror(errno))
      unlink(draft)
      throw Fault(.file, en: "cannot be written: \(reason)", zh: "无法写入：\(reason)", at: Place(file: path))
    }
  }
}
