internal import LuaBridge
internal import Pipelines
internal import Report

/// The stage that says how rows become samples of a network.
var batchesStage: [any Item] {
  [
    Method(
      of: Pipeline.self, "batches",
      Text(en: "says how rows become samples of a network", zh: "说明各行如何成为网络的样本"),
      .requiredOption("target", String.self, Text(en: "the column to predict", zh: "要预测的列")).holding(.column),
      .optional("image", String.self, Text(en: "the column of images", zh: "图像列")).holding(.column),
      .optional("features", [String].self, Text(en: "columns of process values", zh: "过程量列")).holding(
        .column),
      .optional("size", Size.self, Text(en: "height and width of images", zh: "图像的高和宽"), unit: "px"),
      .optional("gray", Bool.self, Text(en: "whether images become gray", zh: "图像是否转为灰度")),
      .option(
        "augment", Fields<LuaValue>.self,
        Augmentation.help,
        default: Fields([])),
      returns: stageReturns, example: #"return p:batches { target = "result", features = { "speed" } }"#,
      given: givenPipeline
    ) {
      pipeline, target, image, features, size, gray, augment in
      var options = BatchOptions(target: target)
      options.image = image
      options.features = features
      options.size = size.map { [$0.rows, $0.columns] }
      options.gray = gray
      options.augmentation = try Augmentation(augment)
      return pipeline.adding(BatchesStage(options))
    }
  ]
}
