internal import LuaBridge
internal import Report

/// Rows and columns of a window: one number for both, or `{ rows, columns }`.
struct Size: LuaReadable {
  let rows: Int, columns: Int

  var pair: (Int, Int) { (rows, columns) }

  init(_ both: Int) { (rows, columns) = (both, both) }

  init(_ rows: Int, _ columns: Int) { (self.rows, self.columns) = (rows, columns) }

  static var luaKind: LuaKind {
    LuaKind(
      Text(en: "number or a pair { rows, columns }", zh: "数或一对数 { 行, 列 }"),
      plural: "numbers or pairs { rows, columns }")
  }

  static func read(_ state: LuaState, _ index: Int32) throws -> Size? {
    if let both = Int.read(state, index) { return Size(both) }
    guard let pair = try [Int].read(state, index), pair.count == 2 else { return nil }
    return Size(pair[0], pair[1])
  }
}

extension Size: CustomStringConvertible {
  var description: String { rows == columns ? "\(rows)" : "{\(rows), \(columns)}" }
}
