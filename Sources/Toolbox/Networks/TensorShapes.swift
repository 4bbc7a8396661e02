internal import LuaBridge
internal import Report
internal import Tensors

private let aTensor = Text(en: "a tensor", zh: "张量")

/// Shape, values, and moving values about.
var tensorShapes: [any Item] {
  [
    Property(of: Tensor.self, "rank", Text(en: "how many axes", zh: "轴数"), example: "return t.rank") {
      $0.rank
    },
    Property(of: Tensor.self, "shape", Text(en: "sizes of the axes", zh: "各轴的大小"), example: "return t.shape")
    {
      $0.shape
    },
    Property(of: Tensor.self, "count", Text(en: "values in all", zh: "元素个数"), example: "return t.count") {
      $0.count
    },
    Method(
      of: Tensor.self, "list", Text(en: "the values as nested lists", zh: "转为嵌套列表"),
      returns: Text(en: "nested lists", zh: "嵌套列表"), example: "return t:list()"
    ) { (tensor: Tensor) -> LuaValue in nestedList(tensor) },
    Method(
      of: Tensor.self, "item", Text(en: "the value of a tensor that has one", zh: "单元素张量的值"),
      returns: Text(en: "a number", zh: "数"), example: "return t:sum():item()"
    ) { (tensor: Tensor) throws -> Double in
      guard tensor.count == 1 else {
        throw Fault(
          .shape, en: "item: \(tensor.shape.text) has \(tensor.count) values, wanted 1",
          zh: "item：\(tensor.shape.text) 有 \(tensor.count) 个值，应为 1 个", try: "t:list()")
      }
      return Double(tensor.item)
    },
    Method(
      of: Tensor.self, "reshape", Text(en: "the same values in another shape", zh: "改变形状"),
      .required("shape", [Int].self, Text(en: "sizes; one may be -1", zh: "各轴大小，可有一个 -1")), returns: aTensor,
      example: "return t:reshape { 4, -1 }"
    ) { tensor, shape in
      guard shape.allSatisfy({ -1...Int(Int32.max) ~= $0 }), shape.count <= 16 else {
        throw Fault(
          .shape,
          en: "reshape: \(tensor.shape.text) has \(tensor.count) values, \(shape.text) does not fit them",
          zh: "reshape：\(tensor.shape.text) 有 \(tensor.count) 个值，无法变为 \(shape.text)")
      }
      return try tensor.reshaped(shape)
    },
    Method(
      of: Tensor.self, "permute", Text(en: "the axes in another order", zh: "重排各轴"),
      .required("order", [Int].self, Text(en: "axes, counted from 1", zh: "轴号，从 1 起")), returns: aTensor,
      example: "return t:permute { 2, 1 }"
    ) { tensor, order in try tensor.permuted(order.map(tensor.axisPlace)) },
    Method(
      of: Tensor.self, "transpose", Text(en: "the last two axes exchanged", zh: "交换最后两轴"), returns: aTensor,
      example: "return t:transpose()"
    ) { (tensor: Tensor) throws -> Tensor in try tensor.transposed() },
    Function(
      "tensor.concat", Text(en: "tensors one after the other along an axis", zh: "沿一轴拼接"),
      .required("tensors", [Tensor].self, Text(en: "the tensors", zh: "张量")),
      .option("axis", Int.self, Text(en: "which axis", zh: "轴号"), default: 1, in: 1...16), returns: aTensor,
      example: "return tensor.concat { tensor.ones { 2 }, tensor.zeros { 3 } }"
    ) { tensors, axis in try Tensor.concatenated(tensors, axis: axis - 1) },
    Function(
      "tensor.stack", Text(en: "tensors along a new axis", zh: "沿新轴堆叠"),
      .required("tensors", [Tensor].self, Text(en: "the tensors", zh: "张量")),
      .option("axis", Int.self, Text(en: "which axis", zh: "轴号"), default: 1, in: 1...16), returns: aTensor,
      example: "return tensor.stack { tensor.ones { 2 }, tensor.zeros { 2 } }"
    ) { tensors, axis in try Tensor.stacked(tensors, axis: axis - 1) },
  ]
}
