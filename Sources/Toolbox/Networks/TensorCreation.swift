internal import LuaBridge
internal import Report
internal import Tensors

private let aTensor = Text(en: "a tensor", zh: "张量")
private let shape = Text(en: "sizes of the axes", zh: "各轴的大小")

/// Tensors from numbers, or from nothing.
var tensorCreation: [any Item] {
  [
    Function(
      "tensor.new", Text(en: "a tensor from nested lists", zh: "由嵌套列表建立张量"),
      .required("values", NestedNumbers.self, Text(en: "numbers in lists", zh: "列表中的数")), returns: aTensor,
      example: "return tensor.new { { 1, 2 }, { 3, 4 } }"
    ) { values in values.tensor },
    Function(
      "tensor.zeros", Text(en: "all 0", zh: "全 0 张量"), .required("shape", ShapeArgument.self, shape),
      returns: aTensor, example: "return tensor.zeros { 2, 3 }"
    ) { shape in Tensor.zeros(try shape.checked("zeros")) },
    Function(
      "tensor.ones", Text(en: "all 1", zh: "全 1 张量"), .required("shape", ShapeArgument.self, shape),
      returns: aTensor, example: "return tensor.ones { 2, 3 }"
    ) { shape in Tensor.ones(try shape.checked("ones")) },
    Function(
      "tensor.full", Text(en: "all of one value", zh: "全为同一数值的张量"),
      .required("shape", ShapeArgument.self, shape),
      .required("value", Double.self, Text(en: "the value", zh: "数值")), returns: aTensor,
      example: "return tensor.full({ 2, 3 }, 0.5)"
    ) { shape, value in Tensor.full(try shape.checked("full"), Float(value)) },
    Function(
      "tensor.arange", Text(en: "numbers from first to last", zh: "等差数列"),
      .required("first", Double.self, Text(en: "the first number", zh: "首项")),
      .required("last", Double.self, Text(en: "the last number at most", zh: "末项上限")),
      .positional("step", Double.self, Text(en: "from one to the next", zh: "步长"), default: 1),
      returns: aTensor,
      example: "return tensor.arange(1, 10)"
    ) { first, last, step in
      let count = ((last - first) / step).rounded(.down) + 1
      if count > 1, count < 1e15 { try TensorMemory.check("arange", [Int(count)]) }
      return try Tensor.arange(first, last, by: step)
    },
    Function(
      "tensor.linspace", Text(en: "so many numbers from first to last, equally far apart", zh: "等间距数列"),
      .required("first", Double.self, Text(en: "the first number", zh: "首项")),
      .required("last", Double.self, Text(en: "the last number", zh: "末项")),
      .required("count", Int.self, Text(en: "how many", zh: "个数"), in: 0...), returns: aTensor,
      example: "return tensor.linspace(0, 1, 5)"
    ) { first, last, count in
      try TensorMemory.check("linspace", [count])
      return Tensor.linspace(first, last, count: count)
    },
    Function(
      "tensor.identity", Text(en: "1 on the diagonal", zh: "单位矩阵"),
      .required("n", Int.self, Text(en: "rows and columns", zh: "行数与列数"), in: 1...), returns: aTensor,
      example: "return tensor.identity(3)"
    ) { n in
      try TensorMemory.check("identity", [n, n])
      return Tensor.identity(n)
    },
    Function(
      "tensor.diag", Text(en: "a matrix with these numbers on its diagonal", zh: "对角矩阵"),
      .required("values", [Double].self, Text(en: "the diagonal", zh: "对角线上的数")), returns: aTensor,
      example: "return tensor.diag { 1, 2, 3 }"
    ) { values in
      try TensorMemory.check("diag", [values.count, values.count])
      return try Tensor(values.map { Float($0) }).diagonal()
    },
    Function(
      "tensor.one_hot", Text(en: "a row for each label, with 1 in the label's column", zh: "独热编码，每个标签一行"),
      .required("labels", IndicesArgument.self, Text(en: "classes, counted from 1", zh: "类别号，从 1 起")),
      .positional(
        "classes", Int.self, Text(en: "columns; the greatest label when left out", zh: "列数；省略为最大的标签")),
      returns: aTensor, example: "return tensor.one_hot({ 2, 1, 3 }, 3)"
    ) { (labels: IndicesArgument, classes: Int?) throws -> Tensor in
      let classes = classes ?? labels.list.max() ?? 0
      try TensorMemory.check("one_hot", [labels.list.count, max(0, classes)])
      return try Tensor.oneHot(labels.list.map { $0 - 1 }, classes: max(0, classes))
    },
  ]
}
