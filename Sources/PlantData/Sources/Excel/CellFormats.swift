/// What the number format of a cell makes of its number (ECMA-376 part 1, 18.8.30).
enum CellFormat: Equatable {
  case number
  /// A day, perhaps with a time.
  case date
  case timeOfDay

  /// The formats that every workbook knows by number; 27 to 36 and 50 to 58 are those of East Asian Excel.
  init(builtIn id: Int) {
    switch id {
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: self = .date
    case 18...21, 32...35, 45, 47, 55, 56: self = .timeOfDay
    default: self = .number
    }
  }

  /// A format as it is written: `yyyy"年"m"月"d"日" h:mm`. What stands in quotes, in brackets or behind a backslash is
  /// no part of a date; `[h]:mm` is a duration, a number.
  init(code: String) {
    let plain = code.lowercased().replacing("general", with: "")
    let (found, isDuration) = CellFormat.signs(of: plain)
    if isDuration {
      self = .number
    } else if found.contains("y") || found.contains("d") || plain.contains("aaa") {
      self = .date
    } else if found.contains("h") || found.contains("s") {
      self = .timeOfDay
    } else {
      self = found.contains("m") ? .date : .number
    }
  }

  /// The signs of a format's first section that stand for something, and whether it counts elapsed time.
  private static func signs(of code: String) -> (found: Set<Character>, isDuration: Bool) {
    var found: Set<Character> = []
    var rest = Substring(code)
    while let sign = rest.popFirst(), sign != ";" {
      switch sign {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": _ = rest.popFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inside.count + 1)
        if !inside.isEmpty, Set(inside).isSubset(of: ["h", "m", "s"]) { return ([], true) }
      default: found.insert(sign)
      }
    }
    return (found, false)
  }
}

/// Reads `styles.xml`: for each style of a cell, what it makes of a number.
final class CellFormats: XMLHandler {
  private(set) var ofStyle: [CellFormat] = []
  private var ofCode: [Int: CellFormat] = [:]
  private var isInCellStyles = false

  func start(_ element: XMLElement) {
    if element.isNamed("numFmt") {
      if let id = element.text("numFmtId").flatMap({ Int($0) }), let code = element.text("formatCode") {
        ofCode[id] = CellFormat(code: code)
      }
    } else if element.isNamed("cellXfs") {
      isInCellStyles = true
    } else if isInCellStyles, element.isNamed("xf") {
      let id = element.text("numFmtId").flatMap { Int($0) } ?? 0
      ofStyle.append(ofCode[id] ?? CellFormat(builtIn: id))
    }
  }

  func end(_ name: UnsafePointer<UInt8>) {
    if XMLElement.equal(name, "cellXfs") { isInCellStyles = false }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
