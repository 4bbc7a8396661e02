public import LuaBridge
public import Report
public import Tensors

extension Tensor: LuaClass {
  public static var luaName: String { "tensor" }
  public static var luaTitle: Text { Text(en: "tensor", zh: "张量") }
  public var luaExternalBytes: Int { byteCount }
}

/// Sizes of axes, as a list, small enough for memory.
struct ShapeArgument: LuaReadable {
  let shape: Shape

  static var luaKind: LuaKind { .list(of: .integer) }

  static func read(_ state: LuaState, _ index: Int32) throws -> ShapeArgument? {
    guard let sizes = try [Int].read(state, index) else { return nil }
    var count = 1
    for (axis, size) in sizes.enumerated() {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard size >= 0, !overflow, product <= 1 << 29 else {
        throw ReadingFault(
          "[\(axis + 1)]",
          Text(en: "a tensor \(sizes.text) is not possible here", zh: "无法建立形状为 \(sizes.text) 的张量"))
      }
      count = product
    }
    return ShapeArgument(shape: sizes)
  }
}

/// Axes counted from 1: one number, or a list.
struct AxesArgument: LuaReadable {
  /// Counted from 0.
  let axes: [Int]

  static var luaKind: LuaKind {
    LuaKind(Text(en: "axis or a list of axes", zh: "轴号或轴号列表"), plural: "axes", shape: .list)
  }

  static func read(_ state: LuaState, _ index: Int32) throws -> AxesArgument? {
    if let axis = Int.read(state, index) { return AxesArgument(axes: [axis - 1]) }
    return try [Int].read(state, index).map { AxesArgument(axes: $0.map { $0 - 1 }) }
  }
}

/// Numbers in lists in lists, all of one size on each level.
struct NestedNumbers: LuaReadable {
  let tensor: Tensor

  static var luaKind: LuaKind {
    LuaKind(Text(en: "nested list of numbers", zh: "嵌套的数字列表"), shape: .list)
  }

  static func read(_ state: LuaState, _ index: Int32) throws -> NestedNumbers? {
    guard let value = try LuaValue.read(state, index) else { return nil }
    if case .nil = value { return nil }
    var numbers: [Float] = []
    let shape = try flatten(value, into: &numbers, path: "")
    return NestedNumbers(tensor: try Tensor(shape, numbers))
  }

  private static func flatten(_ value: LuaValue, into numbers: inout [Float], path: String) throws -> Shape {
    switch value {
    case .int(let number): numbers.append(Float(number))
    case .number(let number): numbers.append(Float(number))
    case .table(let table) where table.fields.isEmpty:
      var inner: Shape?
      for (place, element) in table.list.enumerated() {
        let path = "\(path)[\(place + 1)]"
        let shape = try flatten(element, into: &numbers, path: path)
        if let inner, inner != shape {
          throw ReadingFault(
            path,
            Text(
              en: "is of shape \(shape.text), the first is \(inner.text)",
              zh: "的形状为 \(shape.text)，第一个为 \(inner.text)"))
        }
        inner = shape
      }
      return [table.list.count] + (inner ?? [])
    default:
      throw ReadingFault(path, Text(en: "is not a number", zh: "不是数"))
    }
    return []
  }
}

/// The nested lists of a tensor's values.
func nestedList(_ tensor: Tensor) -> LuaValue {
  let list = tensor.list
  func nested(_ axis: Int, _ start: Int) -> LuaValue {
    guard axis < tensor.rank else { return .number(Double(list[start])) }
    let step = Shape(tensor.shape[(axis + 1)...]).elementCount
    return .table(LuaTable(list: (0..<tensor.shape[axis]).map { nested(axis + 1, start + $0 * step) }))
  }
  return nested(0, 0)
}

extension Operand<Tensor> {
  var tensor: Tensor {
    switch self {
    case .object(let tensor): tensor
    case .number(let value): Tensor(Float(value))
    }
  }
}
