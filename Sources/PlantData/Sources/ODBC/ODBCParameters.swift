internal import CODBC
internal import Report

/// Values for the `?` of a statement, in memory that stays where it is until they were sent.
final class ODBCParameters {
  private let cells: [Cell]
  private let numbers: UnsafeMutableBufferPointer<UInt64>
  private let lengths: UnsafeMutableBufferPointer<Int>
  private var texts: [UnsafeMutableBufferPointer<UInt16>] = []

  init(_ cells: [Cell]) {
    self.cells = cells
    numbers = .allocate(capacity: cells.count)
    lengths = .allocate(capacity: cells.count)
    numbers.initialize(repeating: 0)
    lengths.initialize(repeating: 0)
  }

  deinit {
    numbers.deallocate()
    lengths.deallocate()
    for text in texts { text.deallocate() }
  }

  func bind(to statement: ODBCStatement) throws {
    for (i, cell) in cells.enumerated() {
      switch cell {
      case .missing:
        lengths[i] = Int(SQL_NULL_DATA)
        try bind(i, odbc_as_wide, SQL_VARCHAR, 1, nil, 0, statement)
      case .bool(let value):
        numbers[i] = value ? 1 : 0
        try bind(i, odbc_as_bit, SQL_BIT, 1, numbers.baseAddress?.advanced(by: i), 1, statement)
      case .int64(let value):
        numbers[i] = UInt64(bitPattern: value)
        try bind(i, odbc_as_int64, SQL_BIGINT, 19, numbers.baseAddress?.advanced(by: i), 8, statement)
      case .float64(let value):
        numbers[i] = value.bitPattern
        try bind(i, odbc_as_double, SQL_DOUBLE, 15, numbers.baseAddress?.advanced(by: i), 8, statement)
      case .text, .timestamp, .image:
        let units = Array(cell.words.utf16)
        let memory = UnsafeMutableBufferPointer<UInt16>.allocate(capacity: max(1, units.count))
        _ = memory.initialize(from: units)
        texts.append(memory)
        lengths[i] = units.count * 2
        let size = max(1, units.count)
        try bind(i, odbc_as_wide, SQL_WVARCHAR, size, memory.baseAddress, size * 2, statement)
      }
    }
  }

  private func bind(
    _ i: Int, _ kind: Int, _ type: Int32, _ size: Int, _ memory: UnsafeMutableRawPointer?, _ count: Int,
    _ statement: ODBCStatement
  ) throws {
    try statement.check(
      SQLBindParameter(
        statement.handle.raw, UInt16(i + 1), Int16(SQL_PARAM_INPUT), Int16(kind), Int16(type), UInt(size), 0,
        memory, count, lengths.baseAddress?.advanced(by: i)))
  }
}
