internal import Tensors

/// Networks that are known to work, ready to be trained.
public enum Models {
  /// Two convolutions and two hidden layers, for small images (after LeCun et al., 1998; with ReLU and max
  /// pooling as is usual now).
  public static func lenet(classes: Int? = nil) throws -> Network {
    Network(
      Sequential([
        try Conv2d(16, kernel: (5, 5), padding: .exact(2, 2)), ReLU(), try MaxPool2d((2, 2)),
        try Conv2d(32, kernel: (5, 5), padding: .exact(2, 2)), ReLU(), try MaxPool2d((2, 2)),
        Flatten(), try Linear(128), ReLU(), try Dropout(0.25), try Linear(classes),
      ]))
  }

  /// A fully connected network for process values (and for flattened images).
  public static func mlp(hidden: [Int], outputs: Int? = nil, dropout: Double = 0) throws -> Network {
    var layers: [any Layer] = [Flatten()]
    for size in hidden {
      layers += [try Linear(size), ReLU()]
      if dropout > 0 { layers.append(try Dropout(dropout)) }
    }
    layers.append(try Linear(outputs))
    return Network(Sequential(layers))
  }
}
