internal import Report

extension Preprocessing {
  /// Checks that options given for further training say what this preparation, which is kept, says already.
  ///
  /// - Throws: `Fault` (usage) that names the first option that differs.
  public func requireAgreement(of options: BatchOptions) throws {
    if let image = options.image, image != self.image {
      throw kept("image", as: self.image.map { "\"\($0)\"" })
    }
    if let features = options.features, Set(features) != Set(self.features) {
      let names = self.features.map { "\"\($0)\"" }.joined(separator: ", ")
      throw kept("features", as: self.features.isEmpty ? nil : "{ \(names) }")
    }
    if let size = options.size, size != Array(imageShape.prefix(2)) {
      let sides = imageShape.prefix(2).map(String.init).joined(separator: ", ")
      throw kept("size", as: imageShape.isEmpty ? nil : "{ \(sides) }")
    }
    if let gray = options.gray, imageShape.isEmpty || gray != (imageShape[2] == 1) {
      throw kept("gray", as: imageShape.isEmpty ? nil : "\(imageShape[2] == 1)")
    }
  }

  /// - Parameter value: what the network was trained with; nil when it has no such thing.
  private func kept(_ option: String, as value: String?) -> Fault {
    guard let value else {
      return Fault(
        .usage, en: "\(option): the network was trained without, and training goes on as it began",
        zh: "\(option)：网络训练时未使用该选项，继续训练须保持一致")
    }
    return Fault(
      .usage, en: "\(option): the network was trained with \(value), and training goes on as it began",
      zh: "\(option)：网络训练时为 \(value)，继续训练须保持一致", try: "\(option) = \(value)")
  }
}

extension BatchOptions {
  /// The first option given that makes sense for images only.
  var firstForImages: String? {
    if size != nil { return "size" }
    if gray != nil { return "gray" }
    return !augmentation.changesImages ? nil : "augment"
  }
}
