internal import Neural
internal import Tensors

extension Subject {
  /// Two convolutions of 3x3 for Fashion-MNIST's images.
  static let lenet = Subject(name: "LeNet", input: [28, 28, 1], classes: 10, batch: 64, batches: 100) {
    Network(
      Sequential([
        try Conv2d(16, padding: .exact(1, 1)), ReLU(), try MaxPool2d((2, 2)),
        try Conv2d(32, padding: .exact(1, 1)), ReLU(), try MaxPool2d((2, 2)),
        Flatten(), try Linear(128), ReLU(), try Linear(10),
      ]))
  }

  static let resnet8 = Subject(name: "ResNet-8", input: [64, 64, 1], classes: 10, batch: 32, batches: 8) {
    try Models.resnet(depth: 8, classes: 10)
  }

  static let mlp = Subject(name: "MLP 64-256-128-10", input: [64], classes: 10, batch: 256, batches: 200) {
    try Models.mlp(hidden: [256, 128], outputs: 10)
  }

  static func mobilenetV2(classes: Int) -> Subject {
    Subject(name: "MobileNetV2", input: [224, 224, 3], classes: classes, batch: 16, batches: 3) {
      try InvertedResiduals.mobilenetV2.network(classes: classes)
    }
  }

  static func efficientNetLite0(classes: Int) -> Subject {
    Subject(name: "EfficientNet-Lite0", input: [224, 224, 3], classes: classes, batch: 16, batches: 3) {
      try InvertedResiduals.efficientNetLite0.network(classes: classes)
    }
  }
}
