internal import LuaBridge
internal import Report
internal import Tensors

/// One index, or a range, of an axis, as it is typed: `2`, `-1`, `{ 2, 5 }`, `{ 1, -1, 2 }`, `{}` for all.
enum AxisPick: LuaReadable {
  case index(Int)
  case range(first: Int, last: Int, step: Int)
  case whole

  static var luaKind: LuaKind {
    LuaKind(
      Text(en: "index or a range { first, last, step }", zh: "下标或范围 { 首, 末, 步长 }"),
      plural: "indices or ranges { first, last, step }", shape: .list)
  }

  static func read(_ state: LuaState, _ index: Int32) throws -> AxisPick? {
    if let place = Int.read(state, index) { return .index(place) }
    guard let list = try [Int].read(state, index) else { return nil }
    switch list.count {
    case 0: return .whole
    case 2: return .range(first: list[0], last: list[1], step: 1)
    case 3: return .range(first: list[0], last: list[1], step: list[2])
    default:
      throw ReadingFault(
        "",
        Text(
          en: "is a list of \(list.count), wanted { first, last } or { first, last, step }",
          zh: "是含 \(list.count) 个数的列表，应为 { 首, 末 } 或 { 首, 末, 步长 }"))
    }
  }

  /// Whether the axis is left out of the result.
  var isIndex: Bool {
    if case .index = self { true } else { false }
  }

  /// The places on an axis, counted from 0.
  func places(_ operation: String, axis: Int, of shape: Shape) throws -> AxisRange {
    switch self {
    case .whole: return .whole(shape[axis])
    case .index(let index):
      return AxisRange(first: try place(index, operation, axis: axis, of: shape), count: 1)
    case .range(let first, let last, let step):
      let from = try place(first, operation, axis: axis, of: shape)
      let to = try place(last, operation, axis: axis, of: shape)
      guard step != 0, from == to || (to > from) == (step > 0) else {
        throw Fault(
          .range,
          en: "\(operation): the range on axis \(axis + 1) is { \(first), \(last), \(step) }: "
            + "it never gets from \(first) to \(last)",
          zh: "\(operation)：轴 \(axis + 1) 的范围为 { \(first), \(last), \(step) }：从 \(first) 到不了 \(last)",
          try: "t:sub({ 1, -1, 2 })")
      }
      return AxisRange(first: from, step: step, count: (to - from) / step + 1)
    }
  }
}

/// The place of an index that is counted from 1, or from the end when it is negative; counted from 0.
func place(_ index: Int, _ operation: String, axis: Int, of shape: Shape) throws -> Int {
  let size = shape[axis]
  if 1...max(1, size) ~= index, size > 0 { return index - 1 }
  if -size..<0 ~= index { return size + index }
  throw Fault(
    .range,
    en: "\(operation): index \(index) on axis \(axis + 1) of \(shape.text), "
      + (size == 0 ? "which is empty" : "wanted 1 .. \(size), or -\(size) .. -1 from the end"),
    zh: "\(operation)：\(shape.text) 的轴 \(axis + 1) 下标为 \(index)，"
      + (size == 0 ? "而该轴为空" : "应为 1 .. \(size)，或从末尾数 -\(size) .. -1"))
}

extension Tensor {
  /// An axis that is counted from 1, or from the end when it is negative; counted from 0. One that is not there
  /// stays outside, for the operation to name.
  func axisPlace(_ axis: Int) -> Int { axis < 0 && rank + axis >= 0 ? rank + axis : axis - 1 }

  /// An axis that is there, counted from 0.
  func axisPlace(_ axis: Int, for operation: String) throws -> Int {
    let place = axisPlace(axis)
    guard shape.indices.contains(place) else {
      throw Fault(
        .range, en: "\(operation): axis \(axis) of \(shape.text), which has axes 1 .. \(Swift.max(rank, 1))",
        zh: "\(operation)：轴 \(axis) 不存在，\(shape.text) 的轴为 1 .. \(Swift.max(rank, 1))")
    }
    return place
  }

  /// What picks choose, for each axis from the first on; axes without a pick stay whole.
  func ranges(_ operation: String, _ picks: [AxisPick]) throws -> [AxisRange] {
    guard picks.count <= rank else {
      throw Fault(
        .range, en: "\(operation): \(picks.count) indices into \(shape.text), which has \(rank) axes",
        zh: "\(operation)：\(shape.text) 有 \(rank) 个轴，却给了 \(picks.count) 个下标")
    }
    return try shape.indices.map { axis in
      try axis < picks.count ? picks[axis].places(operation, axis: axis, of: shape) : .whole(shape[axis])
    }
  }

  /// The shape of what picks choose: an axis with an index is left out.
  func pickedShape(_ picks: [AxisPick], _ ranges: [AxisRange]) -> Shape {
    ranges.indices.filter { $0 >= picks.count || !picks[$0].isIndex }.map { ranges[$0].count }
  }

  func picked(_ operation: String, _ picks: [AxisPick]) throws -> Tensor {
    let ranges = try ranges(operation, picks)
    return try strided(ranges).reshaped(pickedShape(picks, ranges))
  }

  func replacing(_ operation: String, _ picks: [AxisPick], with value: Tensor) throws -> Tensor {
    let ranges = try ranges(operation, picks)
    let part = try value.repeated(to: pickedShape(picks, ranges))
    return try replacing(ranges, with: part.reshaped(ranges.map(\.count)))
  }
}
