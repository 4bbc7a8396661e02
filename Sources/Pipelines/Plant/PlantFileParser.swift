internal import Report

/// Reads the data part of Lua's syntax, as plant files use it: tables, strings, numbers, words with a table behind
/// them, and references by name. There is nothing in it that computes, loops or reaches out, so that a plant file
/// from anywhere can be opened without care; the order in which things are written is kept.
struct PlantFileParser {
  private var lexer: PlantFileLexer
  private var token = PlantFileToken.end
  private var depth = 0

  /// - Throws: `Fault` (format) with file and row.
  static func parse(_ text: String, path: String) throws -> PlantFileNode {
    var parser = PlantFileParser(lexer: PlantFileLexer(text, path: path))
    try parser.advance()
    if parser.token == .name("return") { try parser.advance() }
    let node = try parser.value()
    guard parser.token == .end else { throw parser.unexpected() }
    return node
  }

  private init(lexer: PlantFileLexer) { self.lexer = lexer }

  private mutating func advance() throws { token = try lexer.next() }

  private func unexpected() -> Fault {
    let seen =
      switch token {
      case .name(let name): name
      case .text(let text): "\"\(text)\""
      case .number(let number): number.significant(7)
      case .symbol(let symbol): String(symbol)
      case .end: ""
      }
    if token == .end { return lexer.fault("the file ends too early", "文件不完整") }
    return lexer.fault(
      "'\(seen)' cannot stand here: a plant file is data, not code", "这里不能写“\(seen)”：产线文件只是数据，不是程序")
  }

  private mutating func expect(_ symbol: Character) throws {
    guard token == .symbol(symbol) else { throw unexpected() }
    try advance()
  }

  private mutating func value() throws -> PlantFileNode {
    let row = lexer.row
    switch token {
    case .text(let text):
      try advance()
      return PlantFileNode(value: .text(text), row: row)
    case .number(let number):
      try advance()
      return PlantFileNode(value: .number(number), row: row)
    case .symbol("{"): return PlantFileNode(value: .table(try entries()), row: row)
    case .name("true"), .name("false"):
      let flag = token == .name("true")
      try advance()
      return PlantFileNode(value: .flag(flag), row: row)
    case .name(let name) where !PlantFileParser.keywords.contains(name): return try named(name, row: row)
    default: throw unexpected()
    }
  }

  /// What Lua uses for code.
  private static let keywords: Set<String> = [
    "and", "break", "do", "else", "elseif", "end", "for", "function", "goto", "if", "in", "local", "nil",
    "not",
    "or", "repeat", "return", "then", "until", "while",
  ]

  private mutating func named(_ name: String, row: Int) throws -> PlantFileNode {
    try advance()
    switch token {
    case .symbol("{"): return PlantFileNode(value: .call(name, try entries()), row: row)
    case .text(let text):
      try advance()
      let only = PlantFileNode.Entry(key: nil, node: PlantFileNode(value: .text(text), row: row))
      return PlantFileNode(value: .call(name, [only]), row: row)
    default: break
    }
    var names = [name]
    while true {
      if token == .symbol(".") {
        try advance()
        guard case .name(let part) = token else { throw unexpected() }
        names.append(part)
        try advance()
      } else if token == .symbol("[") {
        try advance()
        guard case .text(let part) = token else { throw unexpected() }
        names.append(part)
        try advance()
        try expect("]")
      } else {
        return PlantFileNode(value: .reference(names), row: row)
      }
    }
  }

  private mutating func entries() throws -> [PlantFileNode.Entry] {
    depth += 1
    defer { depth -= 1 }
    guard depth < 50 else { throw lexer.fault("tables stand too deep within tables", "表嵌套过深") }
    try expect("{")
    var entries: [PlantFileNode.Entry] = []
    while token != .symbol("}") {
      entries.append(try entry())
      guard token == .symbol(",") || token == .symbol(";") else { break }
      try advance()
    }
    try expect("}")
    return entries
  }

  private mutating func entry() throws -> PlantFileNode.Entry {
    if token == .symbol("[") {
      try advance()
      guard case .text(let key) = token else { throw unexpected() }
      try advance()
      try expect("]")
      try expect("=")
      return PlantFileNode.Entry(key: key, node: try value())
    }
    let node = try value()
    guard token == .symbol("="), case .reference(let names) = node.value, names.count == 1 else {
      return PlantFileNode.Entry(key: nil, node: node)
    }
    try advance()
    return PlantFileNode.Entry(key: names[0], node: try value())
  }
}
