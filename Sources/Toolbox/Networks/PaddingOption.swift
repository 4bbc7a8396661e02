internal import LuaBridge
internal import Report
internal import Tensors

/// The border of a convolution: a number, a pair `{ rows, columns }`, or "same".
struct PaddingOption: LuaReadable, CustomStringConvertible {
  let padding: Convolution.Padding

  static let none = PaddingOption(padding: .exact(0, 0))
  static let same = PaddingOption(padding: .same)

  static var luaKind: LuaKind {
    LuaKind(
      Text(en: "number, a pair { rows, columns } or \"same\"", zh: "数、一对数 { 行, 列 } 或 \"same\""),
      plural: "numbers, pairs or \"same\"")
  }

  static func read(_ state: LuaState, _ index: Int32) throws -> PaddingOption? {
    if let size = try Size.read(state, index) {
      return PaddingOption(padding: .exact(size.rows, size.columns))
    }
    return String.read(state, index) == "same" ? PaddingOption(padding: .same) : nil
  }

  var description: String {
    switch padding {
    case .same: "\"same\""
    case .exact(let rows, let columns): Size(rows, columns).description
    }
  }
}
