internal import Exchange
internal import Report

extension Notebook {
  /// Reads nbformat 4 (`.ipynb`).
  ///
  /// - Throws: a fault for what is no notebook, one of another format, or one of another language.
  public init(ipynb bytes: [UInt8], file: String) throws {
    let place = Place(file: file)
    guard let json = JSON(parsing: bytes), case .object(let members) = json else {
      throw Fault(
        .format, en: "this is no notebook: its JSON is broken", zh: "这不是笔记本：JSON 已损坏", at: place)
    }
    guard let format = members["nbformat"]?.int, let cells = members["cells"]?.array else {
      if members["worksheets"] != nil { throw Notebook.wrongFormat("3", place) }
      throw Fault(.format, en: "this is no notebook: it has no cells", zh: "这不是笔记本：没有单元", at: place)
    }
    guard format == 4 else { throw Notebook.wrongFormat("\(format)", place) }
    self.init()
    if case .object(let metadata)? = members["metadata"] { self.metadata = metadata }
    let language = metadata["kernelspec"]?["language"]?.string ?? metadata["language_info"]?["name"]?.string
    if let language, language.lowercased() != "lua" {
      throw Fault(
        .format, en: "the notebook is written in \(language); plantsh runs Lua",
        zh: "该笔记本使用 \(language)；plantsh 只运行 Lua",
        at: place)
    }
    self.cells = try cells.enumerated().map { number, cell in
      guard let cell = Cell(cell) else {
        throw Fault(
          .format, en: "cell \(number + 1) is no cell", zh: "第 \(number + 1) 个单元不是有效单元", at: place)
      }
      return cell
    }
    nameCells()
  }

  private static func wrongFormat(_ format: String, _ place: Place) -> Fault {
    Fault(
      .format, en: "the notebook has format \(format); plantsh reads format 4",
      zh: "该笔记本为格式 \(format)；plantsh 读取格式 4",
      at: place, try: "jupyter nbconvert --to notebook --nbformat 4 \(place.file ?? "")")
  }
}

extension Notebook.Cell {
  fileprivate init?(_ json: JSON) {
    guard let kind = json["cell_type"]?.string.flatMap(Kind.init), let source = json["source"]?.multiline
    else { return nil }
    self.init(kind, source, id: json["id"]?.string ?? "")
    if case .object(let metadata)? = json["metadata"] { self.metadata = metadata }
    outputs = kind == .code ? json["outputs"]?.array ?? [] : []
    executionCount = kind == .code ? json["execution_count"]?.int : nil
    attachments = json["attachments"]
  }
}

extension JSON {
  /// A text, or a list of its lines.
  var multiline: String? { string ?? strings?.joined() }

  /// A text as a list of its lines, each with its end, as nbformat writes it.
  init(lines text: String) {
    var lines: [JSON] = []
    var line = ""
    for scalar in text.unicodeScalars {
      line.unicodeScalars.append(scalar)
      if scalar == "\n" {
        lines.append(.string(line))
        line = ""
      }
    }
    if !line.isEmpty { lines.append(.string(line)) }
    self = .array(lines)
  }
}
