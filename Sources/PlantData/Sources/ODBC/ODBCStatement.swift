internal import CODBC
internal import Report

/// One statement of a connection and the rows it gives.
final class ODBCStatement {
  let handle: ODBCHandle
  private let connection: ODBCConnection
  private var block = [UInt16](repeating: 0, count: 4096)

  init(_ connection: ODBCConnection) throws {
    self.connection = connection
    handle = try ODBCHandle(SQL_HANDLE_STMT, in: connection.handle)
  }

  func check(_ status: Int16) throws {
    guard ODBCHandle.succeeded(status) else { throw connection.faults.fault(handle.diagnostics) }
  }

  /// The next row; false after the last.
  func fetch() throws -> Bool {
    let status = SQLFetch(handle.raw)
    if status == SQL_NO_DATA { return false }
    try check(status)
    return true
  }

  // Values of the row; columns count from 1 and are asked for in their order.

  func integer(_ column: Int) throws -> Int64? {
    var value: Int64 = 0
    return try get(column, odbc_as_int64, &value, 8) ? value : nil
  }

  func number(_ column: Int) throws -> Double? {
    var value = 0.0
    return try get(column, odbc_as_double, &value, 8) ? value : nil
  }

  func bit(_ column: Int) throws -> Bool? {
    var value: UInt8 = 0
    return try get(column, odbc_as_bit, &value, 1) ? value != 0 : nil
  }

  func time(_ column: Int) throws -> Int64? {
    var value = SQL_TIMESTAMP_STRUCT()
    guard try get(column, odbc_as_timestamp, &value, MemoryLayout.size(ofValue: value)) else { return nil }
    return Timestamp(
      year: Int(value.year), month: Int(value.month), day: Int(value.day), hour: Int(value.hour),
      minute: Int(value.minute), second: Int(value.second), microsecond: Int(value.fraction) / 1000
    ).microseconds
  }

  /// A text of any length: it comes in pieces.
  func text(_ column: Int) throws -> String? {
    var whole: [UInt16] = []
    while true {
      var length = 0
      let status = block.withUnsafeMutableBytes {
        SQLGetData(handle.raw, UInt16(column), Int16(odbc_as_wide), $0.baseAddress, $0.count, &length)
      }
      if status == SQL_NO_DATA { break }
      try check(status)
      if length == Int(SQL_NULL_DATA) { return nil }
      // Without its end, the block is full but for the closing zero.
      let isCut = length == Int(SQL_NO_TOTAL) || length > (block.count - 1) * 2
      let units = isCut ? block.count - 1 : length / 2
      if !isCut, whole.isEmpty { return String(decoding: block[..<units], as: UTF16.self) }
      whole += block[..<units]
      if !isCut { break }
    }
    return String(decoding: whole, as: UTF16.self)
  }

  private func get<Value: BitwiseCopyable>(_ column: Int, _ kind: Int, _ value: inout Value, _ size: Int)
    throws -> Bool
  {
    var length = 0
    try check(SQLGetData(handle.raw, UInt16(column), Int16(kind), &value, size, &length))
    return length != Int(SQL_NULL_DATA)
  }
}
