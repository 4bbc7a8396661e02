public import Report
internal import Tensors

extension Network: Displayable {
  /// The layers, their output shapes, parameters and multiply-adds for one sample.
  ///
  ///     layer                               output       parameters  multiply-adds
  ///     input                               64 x 64 x 1
  ///     Conv2d(16, kernel = 3, …)           64 x 64 x 16        160        589,824
  ///     total                                                 …
  ///     memory: 37.8 MB to train a batch of 32, 0.5 MB for one sample
  public func text(on surface: Surface) -> String {
    guard !lines.isEmpty else { return outline }
    var rows: [[String]] = [["input", lines[0].input.sizes, "", ""]]
    var adds = 0
    for line in lines where !(line.layer is Sequential && line.layer === root) {
      let count = line.layer.weights.filter(\.isLearned).reduce(0) { $0 + $1.tensor.count }
      let cost = line.layer.multiplyAdds(line.input, line.output)
      adds += cost
      let indent = String(repeating: "  ", count: max(0, line.depth - (root is Sequential ? 1 : 0)))
      rows.append([
        indent + line.layer.name, line.output.sizes, count > 0 ? count.grouped : "",
        cost > 0 ? cost.grouped : "",
      ])
    }
    rows.append([Text(en: "total", zh: "合计").description, "", parameterCount.grouped, adds.grouped])
    let header = [
      Text(en: "layer", zh: "层"), Text(en: "output", zh: "输出"), Text(en: "parameters", zh: "参数"),
      Text(en: "multiply-adds", zh: "乘加次数"),
    ].map(\.description)
    let grid = Grid(header: [header], rows: rows, numeric: [false, false, true, true])
    var lines = grid.lines(fitting: surface.columns).lines
    if let memoryLine { lines.append(memoryLine.truncated(toWidth: surface.columns)) }
    if !classes.isEmpty {
      let title = Text(en: "classes: ", zh: "类别：").description
      lines.append((title + classes.joined(separator: ", ")).truncated(toWidth: surface.columns))
    }
    return lines.joined(separator: "\n")
  }

  /// Multiplications with addition for one sample; 0 until the network is built.
  public var multiplyAdds: Int { lines.reduce(0) { $0 + $1.layer.multiplyAdds($1.input, $1.output) } }

  /// The layers alone, as long as no shape is known.
  private var outline: String {
    func lines(_ layer: any Layer, _ indent: String) -> [String] {
      [indent + layer.name] + layer.parts.flatMap { lines($0, indent + "  ") }
    }
    return lines(root, "").joined(separator: "\n")
  }
}

extension Shape {
  /// 64 x 64 x 1
  var sizes: String { map(String.init).joined(separator: " x ") }
}
