public import LuaBridge
public import Report
public import Tensors

extension Tensor: LuaClass {
  public static var luaName: String { "tensor" }
  public static var luaTitle: Text { Text(en: "tensor", zh: "张量") }
  public var luaExternalBytes: Int { byteCount }
  public static func luaAssignment(to key: String) -> Fault {
    Fault(
      .usage, en: "tensor\(key): a tensor never changes; with gives a new one with other values",
      zh: "tensor\(key)：张量的值不可修改；用 with 得到替换后的新张量", try: "t = t:with({ 1 }, 0)")
  }
}

/// Sizes of axes, as a list.
struct ShapeArgument: LuaReadable {
  private let shape: Shape

  static var luaKind: LuaKind { .list(of: .integer) }

  static func read(_ state: LuaState, _ index: Int32) throws -> ShapeArgument? {
    guard let sizes = try [Int].read(state, index) else { return nil }
    for (axis, size) in sizes.enumerated() where size < 0 {
      throw ReadingFault(
        "[\(axis + 1)]", Text(en: "is \(size), wanted at least 0", zh: "为 \(size)，应不小于 0"))
    }
    return ShapeArgument(shape: sizes)
  }

  /// The shape, when memory can hold a tensor of it.
  func checked(_ operation: String) throws -> Shape {
    try TensorMemory.check(operation, shape)
    return shape
  }
}

/// Axes counted from 1, or from the end when negative: one number, or a list.
struct AxesArgument: LuaReadable {
  private let axes: [Int]

  static var luaKind: LuaKind {
    LuaKind(Text(en: "axis or a list of axes", zh: "轴号或轴号列表"), plural: "axes", shape: .list)
  }

  static func read(_ state: LuaState, _ index: Int32) throws -> AxesArgument? {
    if let axis = Int.read(state, index) { return AxesArgument(axes: [axis]) }
    return try [Int].read(state, index).map(AxesArgument.init)
  }

  /// Counted from 0.
  func places(of tensor: Tensor) -> [Int] { axes.map { tensor.axisPlace($0) } }
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
