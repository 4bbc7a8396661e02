internal import LuaBridge
internal import Report
internal import Tensors

private let aTensor = Text(en: "a tensor", zh: "张量")
/// A symmetric positive definite matrix for the examples.
private let givenMatrix = "a = tensor.new { { 4, 1 }, { 1, 3 } }"

/// Products, equations and factors of matrices, in double precision inside.
var tensorAlgebra: [any Item] {
  [
    Method(
      of: Tensor.self, "matmul", Text(en: "matrix product", zh: "矩阵乘法"),
      .required("other", Tensor.self, Text(en: "[k, n]", zh: "[k, n]")), returns: aTensor,
      example: "return t:matmul(t)"
    ) { tensor, other in
      if let columns = other.shape.last {
        try TensorMemory.check("matmul", tensor.shape.dropLast() + [columns])
      }
      return try Tensor.matrixMultiply(tensor, other)
    },
    Method(
      of: Tensor.self, "dot", Text(en: "the sum of the products of two vectors", zh: "向量内积"),
      .required("other", Tensor.self, Text(en: "[n]", zh: "[n]")), returns: aTensor,
      example: "return t:sub(1):dot(t:sub(2))"
    ) { tensor, other in try Tensor.dot(tensor, other) },
    Method(
      of: Tensor.self, "outer", Text(en: "every product of two vectors' values", zh: "向量外积"),
      .required("other", Tensor.self, Text(en: "[n]", zh: "[n]")), returns: Text(en: "[m, n]", zh: "[m, n]"),
      example: "return t:sub(1):outer(t:sub(2))"
    ) { tensor, other in
      try TensorMemory.check("outer", [tensor.count, other.count])
      return try Tensor.outer(tensor, other)
    },
    triangle("triu", Text(en: "the upper triangle, zeros below", zh: "上三角，其余为 0")) {
      try $0.upperTriangle(from: $1)
    },
    triangle("tril", Text(en: "the lower triangle, zeros above", zh: "下三角，其余为 0")) {
      try $0.lowerTriangle(to: $1)
    },
    each("trace", Text(en: "the sum of the diagonal", zh: "矩阵的迹")) { try $0.trace() },
    Method(
      of: Tensor.self, "solve", Text(en: "x with t x = b", zh: "解线性方程组 t x = b"),
      .required("b", Tensor.self, Text(en: "[n] or [n, k]", zh: "[n] 或 [n, k]")), returns: aTensor,
      example: "return a:solve(tensor.new { 1, 2 })", given: givenMatrix
    ) { tensor, b in try tensor.solve(b) },
    Method(
      of: Tensor.self, "lstsq", Text(en: "x that makes the squares of t x - b smallest", zh: "最小二乘解"),
      .required("b", Tensor.self, Text(en: "[m] or [m, k]", zh: "[m] 或 [m, k]")), returns: aTensor,
      example: "return a:lstsq(tensor.new { 1, 2, 2 })",
      given: "a = tensor.new { { 1, 1 }, { 1, 2 }, { 1, 3 } }"
    ) { tensor, b in try tensor.leastSquares(b) },
    each("inverse", Text(en: "the inverse of a matrix", zh: "逆矩阵"), given: givenMatrix) { try $0.inverse() },
    each("det", Text(en: "the determinant of a matrix", zh: "行列式"), given: givenMatrix) {
      try $0.determinant()
    },
    each(
      "cholesky", Text(en: "the lower triangle l with l lᵀ = t", zh: "Cholesky 分解的下三角阵"), given: givenMatrix
    ) { try $0.cholesky() },
    Method(
      of: Tensor.self, "eigh", Text(en: "eigenvalues of a symmetric matrix, ascending", zh: "对称矩阵的特征值，升序"),
      returns: Text(en: "the values, and the vectors as columns", zh: "特征值，以及按列排列的特征向量"),
      example: "local values, vectors = a:eigh()", given: givenMatrix
    ) { (tensor: Tensor) throws -> Results<Tensor, Tensor> in
      let (values, vectors) = try tensor.symmetricEigen()
      return Results(values, vectors)
    },
    Method(
      of: Tensor.self, "svd",
      Text(en: "singular values, with u diag(s) vᵀ = t", zh: "奇异值分解 u diag(s) vᵀ = t"),
      returns: Text(en: "u, s and v", zh: "u、s、v"), example: "local u, s, v = t:svd()"
    ) { (tensor: Tensor) throws -> Results<Tensor, Tensor, Tensor> in
      let (u, s, v) = try tensor.singularValues()
      return Results(u, s, v)
    },
    each("cov", Text(en: "covariance of the columns of [samples, columns]", zh: "各列的协方差矩阵")) {
      try $0.covariance()
    },
    each("corr", Text(en: "correlation of the columns of [samples, columns]", zh: "各列的相关系数矩阵")) {
      try $0.correlation()
    },
    Method(
      of: Tensor.self, "pca", Text(en: "principal components of [samples, columns]", zh: "主成分分析"),
      .positional("k", Int.self, Text(en: "how many; all when left out", zh: "主成分数；省略为全部")),
      returns: Text(
        en: "scores of the rows, directions as columns, shares of the variance", zh: "各行得分、按列排列的方向、方差占比"),
      example: "local scores, directions, shares = t:pca(1)"
    ) { (tensor: Tensor, k: Int?) throws -> Results<Tensor, Tensor, Tensor> in
      let (scores, directions, shares) = try tensor.principalComponents(k)
      return Results(scores, directions, shares)
    },
  ]
}

private func each(
  _ name: String, _ summary: Text, given: String = "", _ body: @escaping (Tensor) throws -> Tensor
) -> Method {
  Method(
    of: Tensor.self, name, summary, returns: aTensor,
    example: "return \(given.isEmpty ? "t" : "a"):\(name)()", given: given
  ) { (tensor: Tensor) throws -> Tensor in try body(tensor) }
}

private func triangle(
  _ name: String, _ summary: Text, _ body: @escaping (Tensor, Int) throws -> Tensor
) -> Method {
  Method(
    of: Tensor.self, name, summary,
    .positional(
      "diagonal", Int.self, Text(en: "its edge: 0 the main diagonal, 1 above it", zh: "边界：0 为主对角线，1 为其上方"),
      default: 0, in: -16_777_216...16_777_216),
    returns: aTensor, example: "return t:\(name)(1)"
  ) { tensor, diagonal in try body(tensor, diagonal) }
}
