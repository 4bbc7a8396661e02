internal import Exchange
internal import LuaBridge
internal import Neural
internal import Report
internal import Sessions
internal import Tensors

/// What every network can do without data: show itself, save itself, be applied to a tensor.
var networkType: [any Item] {
  [
    ObjectType(
      Network.self, Text(en: "layers and what they have learned", zh: "层及其学到的权重"),
      given: "net = models.mlp { hidden = { 8 }, outputs = 2 }"),
    Method(
      of: Network.self, "summary",
      Text(
        en: "layers with output shapes, parameters and multiply-adds, for samples of a shape",
        zh: "列出各层的输出形状、参数个数与乘加次数"),
      .positional(
        "shape", [Int].self,
        Text(en: "of one sample: { height, width, channels }", zh: "一个样本的形状：{ 高, 宽, 通道 }")),
      .option(
        "features", Int.self, Text(en: "process values beside images", zh: "图像之外的过程值个数"), default: 0,
        in: 0...65_536),
      .option(
        "outputs", Int.self, Text(en: "classes or values to say", zh: "类别数或目标值个数"), default: 2,
        in: 1...65_536), returns: Text(en: "the summary", zh: "摘要"), example: "return net:summary { 4 }"
    ) { network, shape, features, outputs in
      guard let shape else { return network.text(on: Surface()) }
      guard !shape.isEmpty, shape.count <= 4, shape.allSatisfy({ 1...65_536 ~= $0 }) else {
        throw Fault(
          .range, en: "summary: the shape is \(shape.text), wanted sizes from 1 .. 65536",
          zh: "summary：形状为 \(shape.text)，各尺寸应在 1 .. 65536 之内", try: "net:summary { 64, 64, 1 }")
      }
      let values = shape.reduce(1.0) { $0 * Double($1) }
      guard values <= 0x1p28 else {
        let size = "\((values * 4e-9).significant(3)) GB"
        throw Fault(
          .memory, en: "summary: a sample \(shape.text) takes \(size), wanted at most 1 GB",
          zh: "summary：一个样本 \(shape.text) 需要 \(size)，应不超过 1 GB",
          try: "net:summary { 64, 64, 1 }")
      }
      return try network.copiedLayers(for: shape, featureCount: features, outputs: outputs).text(
        on: Surface())
    },
    Method(
      of: Network.self, "save",
      Text(
        en: "writes weights, classes and preprocessing to one file", zh: "把权重、类别与预处理保存为一个文件"),
      .required("path", String.self, Text(en: "the file", zh: "文件")).holding(.file("plantsh")), .interpreter,
      returns: Text(""), example: #"net:save "line3.plantsh""#, given: builtNetwork
    ) { (network: Network, path: String, lua: Interpreter) in
      let lineage = try (lua.host as? Session)?.lineage?()
      try network.save(path, lineage: lineage.flatMap { JSON(parsing: $0.utf8) } ?? .null)
    },
    Method(
      of: Network.self, "freeze",
      Text(
        en: "keeps the first layers' weights as they are while the others are trained",
        zh: "固定前几层的权重，只训练其余的层"),
      .required(
        "count", Int.self,
        Text(en: "layers from the front; 0 lets all learn again", zh: "前面的层数；0 表示全部重新参与训练"),
        in: 0...100_000),
      returns: Text(""), example: "net:freeze(2)", given: builtNetwork
    ) { (network: Network, count: Int) in try network.freeze(count) },
    Property(
      of: Network.self, "parameters", Text(en: "learned numbers in all", zh: "可学习参数的个数"),
      example: "return net.parameters"
    ) { $0.parameterCount },
    Property(
      of: Network.self, "classes", Text(en: "names of the classes", zh: "类别名称"), example: "return net.classes"
    ) { $0.classes },
    Property(
      of: Network.self, "features", Text(en: "names of the process values", zh: "过程值名称"),
      example: "return net.features"
    ) { $0.featureNames },
    Operator(
      callOf: Network.self,
      Text(en: "what the network says about a batch", zh: "网络对一批样本的输出"),
      .required("x", Tensor.self, Text(en: "[n, …]", zh: "[n, …]")),
      returns: Text(en: "the raw output", zh: "原始输出"), example: "return net(tensor.ones { 3, 4 })"
    ) { network, x in try network.applied(to: x) },
    Function(
      "nn.load", Text(en: "reads a network that net:save wrote", zh: "读取 net:save 保存的网络"),
      .required("path", String.self, Text(en: "the file", zh: "文件")).holding(.file("plantsh")), .interpreter,
      returns: Text(en: "the network", zh: "网络"), example: #"net = nn.load "line3.plantsh""#,
      given: """
        net = nn.Sequential { nn.Linear(3) }
        \(builtNetwork)
        net:save "line3.plantsh"
        """
    ) { (path: String, lua: Interpreter) in
      try CustomLayer.$compiler.withValue(CustomLayer.compiler(lua)) { try Network.load(path) }
    },
  ]
}

/// Brings the network of an example to a shape.
private let builtNetwork = "net(tensor.ones { 1, 4 })"

/// How a training went: what `net:fit` gives back.
var historyType: [any Item] {
  [
    ObjectType(
      History.self, Text(en: "loss and accuracy of a training, epoch by epoch", zh: "训练各轮的损失与准确率"))
  ]
}
