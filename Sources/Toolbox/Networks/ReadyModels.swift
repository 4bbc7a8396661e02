internal import LuaBridge
internal import Neural
internal import Report

private let aNetwork = Text(en: "a network, to be trained", zh: "待训练的网络")
private let outputs = Text(
  en: "classes or values; counted from the data when left out", zh: "类别数或目标值个数；省略时由数据得出")

private let withFeatures = Text(
  en: "whether process values are appended before the last layer", zh: "是否在最后一层前拼接过程值")
private let dropoutHelp = Text(en: "share zeroed before the last layer", zh: "最后一层前的置零比例")

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
      .option("features", Bool.self, withFeatures, default: false),
      .option("dropout", Double.self, dropoutHelp, default: 0, in: 0...0.9),
      returns: aNetwork, example: "return models.resnet { depth = 8 }"
    ) { depth, classes, features, dropout in
      try Models.resnet(depth: depth, classes: classes, features: features, dropout: dropout)
    },
    Function(
      "models.mobilenet_v2",
      Text(
        en: "MobileNetV2: inverted residuals, for images from 96 x 96", zh: "MobileNetV2，适用于 96 x 96 以上的图像"),
      .option(
        "width", Double.self, Text(en: "factor on all channels", zh: "通道数的倍率"), default: 1, in: 0.1...4),
      .optional("classes", Int.self, outputs, in: 1...65_536),
      .option("features", Bool.self, withFeatures, default: false),
      .option("dropout", Double.self, dropoutHelp, default: 0.2, in: 0...0.9),
      returns: aNetwork, example: "return models.mobilenet_v2 { width = 0.5 }"
    ) { width, classes, features, dropout in
      try Models.mobilenetV2(width: width, classes: classes, features: features, dropout: dropout)
    },
    Function(
      "models.efficientnet_lite0",
      Text(en: "EfficientNet-Lite0, for images from 96 x 96", zh: "EfficientNet-Lite0，适用于 96 x 96 以上的图像"),
      .optional("classes", Int.self, outputs, in: 1...65_536),
      .option("features", Bool.self, withFeatures, default: false),
      .option("dropout", Double.self, dropoutHelp, default: 0.2, in: 0...0.9),
      returns: aNetwork, example: "return models.efficientnet_lite0 { classes = 5 }"
    ) { classes, features, dropout in
      try Models.efficientnetLite0(classes: classes, features: features, dropout: dropout)
    },
    Function(
      "models.autoencoder",
      Text(en: "draws an image again through few channels", zh: "自编码器：把图像压缩后重建"),
      .option(
        "channels", Int.self, Text(en: "of the image", zh: "图像的通道数"), default: 1, in: 1...65_536),
      .option(
        "hidden", [Int].self, Text(en: "channels of the stages, each of half the size", zh: "各级通道数，每级尺寸减半"),
        default: [16, 32, 64]),
      .option(
        "latent", Int.self, Text(en: "channels in the middle", zh: "中间层的通道数"), default: 16, in: 1...65_536),
      returns: aNetwork, example: "return models.autoencoder { hidden = { 8, 16 } }"
    ) { channels, hidden, latent in
      try Models.autoencoder(channels: channels, hidden: hidden, latent: latent)
    },
    Function(
      "models.unet", Text(en: "a score for each class at each pixel", zh: "U-Net：逐像素分割网络"),
      .option(
        "classes", Int.self, Text(en: "channels of the output", zh: "输出通道数"), default: 1, in: 1...65_536),
      .option(
        "width", Int.self, Text(en: "channels of the first stage", zh: "第一级的通道数"), default: 16, in: 1...1024),
      .option(
        "depth", Int.self, Text(en: "how often the image halves", zh: "下采样次数"), default: 4, in: 1...8),
      returns: aNetwork, example: "return models.unet { classes = 3, depth = 3 }"
    ) { classes, width, depth in try Models.unet(classes: classes, width: width, depth: depth) },
  ]
}
