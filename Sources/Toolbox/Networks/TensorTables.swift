internal import LuaBridge
internal import PlantData
internal import Report
internal import Tensors

/// From a table's numbers to a tensor, and back.
var tensorTables: [any Item] {
  [
    Method(
      of: Table.self, "tensor",
      Text(en: "columns of numbers as a tensor; missing ones are NaN", zh: "数值列转为张量，缺失为 NaN"),
      .positional(
        "columns", Names.self, Text(en: "which; all columns of numbers when left out", zh: "列名；省略为所有数值列")),
      returns: Text(en: "[rows, columns]", zh: "[行, 列]"), example: #"return t:tensor { "speed", "n" }"#,
      given: givenTable
    ) { (table: Table, names: Names?) throws -> Tensor in
      let columns = try names.map { try $0.names.map(table.column) } ?? table.columns.filter(\.isNumeric)
      for column in columns where !column.isNumeric {
        throw Fault(
          .type, en: "tensor: column '\(column.name)' holds \(column.kind.words.en), wanted numbers",
          zh: "tensor：列“\(column.name)”是\(column.kind.words.zh)，应为数值", try: "t:tensor()")
      }
      try TensorMemory.check("tensor", [table.rowCount, columns.count])
      return Tensor.filled([table.rowCount, columns.count]) { values in
        for (place, column) in columns.enumerated() {
          for row in 0..<table.rowCount { values[row * columns.count + place] = column.number(row) }
        }
      }
    },
    Method(
      of: Tensor.self, "table",
      Text(en: "[rows, columns] as a table; NaN is missing", zh: "[行, 列] 转为表，NaN 为缺失"),
      .required("columns", [String].self, Text(en: "a name for each", zh: "各列名称")),
      returns: Text(en: "the table", zh: "表"), example: #"return t:table { "speed", "force" }"#
    ) { tensor, names in
      guard tensor.rank == 2, tensor.shape[1] == names.count else {
        throw Fault(
          .shape, en: "table: \(names.count) names for \(tensor.shape.text), wanted [rows, \(names.count)]",
          zh: "table：\(tensor.shape.text) 配有 \(names.count) 个列名，应为 [行, \(names.count)]")
      }
      let values = tensor.list
      return try Table(
        names.enumerated().map { place, name in
          Column(
            name,
            (0..<tensor.shape[0]).map { row -> Cell in
              let value = values[row * names.count + place]
              return value.isNaN ? .missing : .float64(Double(value))
            })
        })
    },
  ]
}

extension Column {
  fileprivate var isNumeric: Bool { [.bool, .int64, .float64].contains(kind) }

  /// The number in a row of a column of numbers; NaN when it is missing.
  fileprivate func number(_ row: Int) -> Float {
    guard !isMissing(row) else { return .nan }
    return switch values {
    case .bool(let bits): bits[row] ? 1 : 0
    case .int64(let buffer): Float(buffer.start[row])
    case .float64(let buffer): Float(buffer.start[row])
    case .text, .timestamp, .image: .nan
    }
  }
}
