internal import LuaBridge
internal import Neural
internal import Report

private let aNetwork = Text(en: "a network, to be trained", zh: "待训练的网络")
private let outputs = Text(
  en: "classes or values; counted from the data when left out", zh: "类别数或目标值个数；省略时由数据得出")

/// Networks that are known to work.
var readyModels: [any Item] {
  [
    Function(
      "models.mlp", Text(en: "a fully connected network", zh: "多层全连接网络"),
      .option("hidden", [Int].self, Text(en: "sizes of the hidden layers", zh: "各隐藏层大小"), default: [64, 32]),
      .optional("outputs", Int.self, outputs, in: 1...65_536),
      .option(
        "dropout", Double.self, Text(en: "share zeroed while training", zh: "训练时置零比例"), default: 0,
        in: 0...0.9),
      returns: aNetwork, example: "return models.mlp { hidden = { 64, 32 } }"
    ) { hidden, outputs, dropout in try Models.mlp(hidden: hidden, outputs: outputs, dropout: dropout) },
    Function(
      "models.lenet", Text(en: "two convolutions, for small images", zh: "两层卷积的小网络，适用于小图像"),
      .optional("classes", Int.self, outputs, in: 1...65_536), returns: aNetwork,
      example: "return models.lenet {}"
    ) { classes in try Models.lenet(classes: classes) },
    Function(
      "models.resnet", Text(en: "a residual network, for images", zh: "残差网络，适用于图像"),
      .option(
        "depth", Int.self, Text(en: "8, 14, 18 or 20 layers", zh: "层数：8、14、18 或 20"), default: 8, in: 8...20),
      .optional("classes", Int.self, outputs, in: 1...65_536),
      .option(
        "features", Bool.self,
        Text(en: "whether process values are appended before the last layer", zh: "是否在最后一层前拼接过程值"),
        default: false),
      .option(
        "dropout", Double.self, Text(en: "share zeroed before the last layer", zh: "最后一层前的置零比例"), default: 0,
        in: 0...0.9),
      returns: aNetwork, example: "return models.resnet { depth = 8 }"
    ) { depth, classes, features, dropout in
      try Models.resnet(depth: depth, classes: classes, features: features, dropout: dropout)
    },
  ]
}
