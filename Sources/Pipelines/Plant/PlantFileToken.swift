internal import Report

/// A word of a plant file.
enum PlantFileToken: Equatable {
  case name(String)
  case text(String)
  case number(Double)
  case symbol(Character)
  case end
}

/// Cuts a plant file into words: Lua's names, strings, numbers and comments.
struct PlantFileLexer {
  private let letters: [Character]
  private let path: String
  private var i = 0
  private(set) var row = 1

  init(_ text: String, path: String) {
    letters = Array(text)
    self.path = path
  }

  func fault(_ en: String, _ zh: String) -> Fault {
    Fault(.format, en: en, zh: zh, at: Place(file: path, line: row))
  }

  mutating func next() throws -> PlantFileToken {
    try skipBlanks()
    guard i < letters.count else { return .end }
    let letter = letters[i]
    if letter.isLetter || letter == "_" {
      let start = i
      while i < letters.count, letters[i].isLetter || letters[i].isNumber || letters[i] == "_" { i += 1 }
      return .name(String(letters[start..<i]))
    }
    if letter.isNumber || "+-.".contains(letter), let number = number() { return .number(number) }
    if letter == "\"" || letter == "'" { return .text(try quoted(letter)) }
    if letter == "[", let text = try long() { return .text(text) }
    i += 1
    return .symbol(letter)
  }

  private mutating func skipBlanks() throws {
    while i < letters.count {
      if letters[i].isNewline { row += 1 }
      if letters[i].isWhitespace {
        i += 1
      } else if letters[i] == "-", i + 1 < letters.count, letters[i + 1] == "-" {
        i += 2
        if i < letters.count, letters[i] == "[", try long() != nil { continue }
        while i < letters.count, !letters[i].isNewline { i += 1 }
      } else {
        return
      }
    }
  }

  private mutating func number() -> Double? {
    var end = i
    while end < letters.count, letters[end].isASCII, letters[end].isNumber || "+-.eE".contains(letters[end]) {
      end += 1
    }
    guard let value = Double(String(letters[i..<end])), value.isFinite else { return nil }
    i = end
    return value
  }

  private mutating func quoted(_ quote: Character) throws -> String {
    i += 1
    var text = ""
    while i < letters.count, letters[i] != quote, !letters[i].isNewline {
      if letters[i] == "\\", i + 1 < letters.count {
        i += 1
        text.append(letters[i] == "n" ? "\n" : letters[i] == "t" ? "\t" : letters[i])
      } else {
        text.append(letters[i])
      }
      i += 1
    }
    guard i < letters.count, letters[i] == quote else {
      throw fault("a string is not closed", "字符串没有闭合")
    }
    i += 1
    return text
  }

  /// `[[ … ]]`; nil when the bracket opens no long string.
  private mutating func long() throws -> String? {
    guard i + 1 < letters.count, letters[i + 1] == "[" else { return nil }
    var end = i + 2
    while end + 1 < letters.count, !(letters[end] == "]" && letters[end + 1] == "]") { end += 1 }
    guard end + 1 < letters.count else { throw fault("[[ is not closed", "[[ 没有闭合") }
    let text = String(letters[i + 2..<end])
    row += text.count { $0.isNewline }
    i = end + 2
    return text
  }
}
