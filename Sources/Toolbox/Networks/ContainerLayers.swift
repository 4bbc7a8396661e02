internal import LuaBridge
internal import Neural
internal import Report

private let layerList = Text(en: "layers, in order", zh: "按顺序排列的层")
private let aNetwork = Text(en: "a network", zh: "网络")

/// Layers made of layers: each is a network of its own.
var containerLayers: [any Item] {
  [
    Function(
      "nn.Sequential", Text(en: "layers one after the other", zh: "依次相连的层"),
      .required("layers", [Network].self, layerList), returns: aNetwork,
      example: "return nn.Sequential { nn.Linear(8), nn.ReLU(), nn.Linear(2) }"
    ) { layers in Network(Sequential(layers.map(\.root))) },
    Function(
      "nn.Residual",
      Text(en: "layers whose output is added to their input, then ReLU", zh: "残差块：输出与输入相加，再经 ReLU"),
      .required("layers", [Network].self, layerList),
      .option("relu", Bool.self, Text(en: "whether ReLU follows", zh: "相加后是否接 ReLU"), default: true),
      returns: aNetwork,
      example: "return nn.Residual { nn.Conv2d { 16, kernel = 3, padding = 1 }, nn.BatchNorm2d() }"
    ) { layers, relu in Network(Residual(layers.map(\.root), relu: relu)) },
    Function(
      "nn.Parallel",
      Text(en: "branches of the same input, joined along the channels", zh: "同一输入的并行分支，沿通道拼接"),
      .required("branches", [Network].self, Text(en: "branches", zh: "分支")), returns: aNetwork,
      example: "return nn.Parallel { nn.Linear(4), nn.Linear(4) }"
    ) { layers in Network(Parallel(layers.map(\.root))) },
  ]
}
