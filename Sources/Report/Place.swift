/// Where in the user's files something is: a file, a row of data counted from 1 (the header is row 1) with a
/// column, or a line of a script.
public struct Place: Sendable, Hashable {
  public var file: String?
  public var row: Int?
  public var line: Int?
  public var column: String?

  public init(file: String? = nil, row: Int? = nil, line: Int? = nil, column: String? = nil) {
    self.file = file
    self.row = row
    self.line = line
    self.column = column
  }

  public func `in`(_ language: Language) -> String {
    var words: [String] = []
    if let file { words.append(file) }
    if let row { words.append(language == .en ? "row \(row)" : "第 \(row) 行") }
    if let line { words.append(language == .en ? "line \(line)" : "第 \(line) 行") }
    let front = words.joined(separator: " ")
    guard let column else { return front }
    let back = language == .en ? "column \(column)" : "\(column) 列"
    return front.isEmpty ? back : front + (language == .en ? ", " : "，") + back
  }
}
