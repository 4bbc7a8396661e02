internal import Report

/// A column that takes the values of a row-wise source and widens its kind when one does not fit: whole
/// numbers become decimal ones, anything else becomes text.
struct AdaptiveColumn {
  var name: String
  private(set) var count = 0
  private var numbers = 0
  private var texts = 0
  private var firstText: (row: Int, text: String)?
  private var builder: ColumnBuilder?

  init(name: String, missing: Int) {
    self.name = name
    count = missing
  }

  mutating func append(_ value: RowValue) {
    count += 1
    guard let kind = value.kind else {
      builder?.appendMissing()
      return
    }
    note(value)
    let builder = builder(for: kind)
    switch (builder.kind, value) {
    case (.bool, .bool(let bit)): builder.append(bit)
    case (.int64, .int(let number)): builder.append(number)
    case (.float64, .int(let number)): builder.append(Double(number))
    case (.float64, .float(let number)): builder.append(number)
    case (.timestamp, .time(let moment)): builder.append(Timestamp(microseconds: moment))
    default: builder.append(value.text)
    }
  }

  /// The first text of a column most of whose values are numbers, with its row counted from 0.
  var textAmongNumbers: (row: Int, text: String)? { numbers > texts ? firstText : nil }

  private mutating func note(_ value: RowValue) {
    switch value {
    case .int, .float: numbers += 1
    case .text(let text):
      texts += 1
      if texts == 1 { firstText = (count - 1, text) }
    default: break
    }
  }

  /// The builder, made or remade so that it takes values of this kind.
  private mutating func builder(for kind: Kind) -> ColumnBuilder {
    guard let old = builder else {
      let new = ColumnBuilder(name, kind)
      for _ in 1..<max(1, count) { new.appendMissing() }
      builder = new
      return new
    }
    if old.kind == kind || old.kind == .text || (old.kind == .float64 && kind == .int64) { return old }
    let isNumber = old.kind == .int64 && kind == .float64
    let new = ColumnBuilder(name, isNumber ? .float64 : .text)
    for cell in old.finish().cells { isNumber ? new.append(cell) : new.append(cell.asText) }
    builder = new
    return new
  }

  func finish() -> Column {
    if let builder {
      builder.name = name
      return builder.finish()
    }
    let empty = ColumnBuilder(name, .text)
    for _ in 0..<count { empty.appendMissing() }
    return empty.finish()
  }
}

extension RowValue {
  var kind: Kind? {
    switch self {
    case .missing: nil
    case .bool: .bool
    case .int: .int64
    case .float: .float64
    case .text: .text
    case .time: .timestamp
    }
  }

  var text: String {
    switch self {
    case .missing: ""
    case .bool(let bit): "\(bit)"
    case .int(let number): "\(number)"
    case .float(let number): "\(number)"
    case .text(let text): text
    case .time(let moment): Timestamp(microseconds: moment).text()
    }
  }
}

extension Cell {
  /// The value as a text cell, as its source would have written it.
  var asText: Cell {
    switch self {
    case .bool(let bit): .text("\(bit)")
    case .int64(let number): .text("\(number)")
    case .float64(let number): .text("\(number)")
    case .timestamp(let moment): .text(moment.text())
    default: self
    }
  }
}
