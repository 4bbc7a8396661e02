internal import Inspection
public import LuaBridge
public import Neural
internal import Pipelines
internal import PlantData
internal import Report
internal import Sessions
public import Tensors

extension OptimizerKind: LuaChoice {}
extension Schedule: LuaChoice {}
extension Loss: LuaChoice {}
extension Precision: LuaChoice {}

/// `net:fit(parts.train, { target = "result", epochs = 20, valid = parts.valid })`.
var fit: Method {
  Method(
    of: Network.self, "fit",
    Text(
      en: "trains on a table's rows; Ctrl-C keeps what was reached and ends a script",
      zh: "在表的各行上训练；按 Ctrl-C 保留已得到的结果，并结束脚本"),
    .required("table", Table.self, Text(en: "the training rows", zh: "训练数据行")),
    .requiredOption(
      "target", String.self,
      Text(en: "the column to predict: classes, numbers, or images (masks)", zh: "要预测的列：类别、数值或图像（掩膜）")
    ).holding(.column),
    .optional(
      "image", String.self, Text(en: "the column of images; the only one if not given", zh: "图像列；不给则取唯一的图像列")
    ).holding(.column),
    .optional(
      "features", [String].self,
      Text(
        en: "columns of process values; without images all numbers", zh: "过程值列；没有图像时取全部数值列")
    ).holding(.column),
    .optional(
      "size", [Int].self, Text(en: "{ height, width } that images are brought to", zh: "图像统一成的 { 高, 宽 }"),
      unit: "px"),
    .optional("gray", Bool.self, Text(en: "one channel; as the images are if not given", zh: "单通道；不给则随图像")),
    .option(
      "augment", Fields<LuaValue>.self,
      Augmentation.help, default: Fields([])),
    .optional("valid", Table.self, Text(en: "rows that measure each epoch", zh: "每轮用来检验的数据行")),
    .option(
      "epochs", Int.self, Text(en: "passes over the rows", zh: "训练轮数"), default: 10, in: 1...100_000),
    .option(
      "batch", Int.self, Text(en: "rows between two steps", zh: "每步的行数"), default: 32, in: 1...65_536),
    .option("optimizer", OptimizerKind.self, Text(en: "how weights are moved", zh: "优化器"), default: .adamw),
    .optional(
      "lr", Double.self,
      Text(en: "the highest learning rate; what suits the optimizer if not given", zh: "最大学习率；不给则取该优化器的常用值"),
      in: 1e-8...10),
    .option(
      "schedule", Schedule.self, Text(en: "how the learning rate goes", zh: "学习率的变化方式"), default: .oneCycle),
    .option(
      "warmup", Double.self, Text(en: "epochs in which the learning rate rises", zh: "学习率上升的轮数"), default: 0,
      in: 0...1000),
    .option(
      "weight_decay", Double.self, Text(en: "how much weights shrink", zh: "权重衰减"), default: 1e-4, in: 0...1),
    .optional("clip", Double.self, Text(en: "longest gradient", zh: "梯度长度上限"), in: 1e-6...1e6),
    .optional(
      "loss", Loss.self,
      Text(
        en:
          "cross_entropy or focal (rare classes) for classes, triplet for embeddings, mse or huber (outliers) for values, bce or dice for masks",
        zh: "类别用 cross_entropy 或 focal（类别稀少时），嵌入用 triplet，数值用 mse 或 huber（有离群值时），掩膜用 bce 或 dice")),
    .option(
      "label_smoothing", Double.self, Text(en: "share given to wrong classes", zh: "标签平滑"), default: 0,
      in: 0...0.5),
    .optional(
      "class_weights", Fields<Double>.self, Text(en: "how much each class counts", zh: "各类别的权重")),
    .optional(
      "patience", Int.self, Text(en: "epochs without progress on valid before it stops", zh: "验证无改善多少轮后停止"),
      in: 1...100_000),
    .optional(
      "average", Double.self,
      Text(en: "running mean of the weights: share of the old one", zh: "权重滑动平均中旧值的比例"),
      in: 0...0.99999),
    .option(
      "precision", Precision.self,
      Text(
        en: "of products: bf16 is faster where the processor knows it", zh: "乘积的精度；处理器支持时 bf16 更快"),
      default: .float32),
    .optional(
      "gamma", Double.self,
      Text(en: "of the focal loss: 0 is cross_entropy; 2", zh: "focal 损失的 γ：0 即 cross_entropy；默认 2"),
      in: 0...10),
    .optional(
      "margin", Double.self,
      Text(
        en: "of the triplet loss: how much further off other classes are to be, in squared distance; 0.2",
        zh: "triplet 损失的间隔：异类的平方距离应大出多少；默认 0.2"), in: 0...100),
    .optional(
      "momentum", Double.self,
      Text(en: "of sgd: how much of its last move goes on; 0.9", zh: "sgd 的动量；默认 0.9"),
      in: 0...0.9999),
    .optional(
      "nesterov", Bool.self, Text(en: "of sgd: whether it looks ahead; true", zh: "sgd 是否用 Nesterov 动量；默认是")),
    .optional(
      "seed", Int.self, Text(en: "same seed, same weights; seed() when left out", zh: "种子相同，权重相同；省略为 seed()")),
    .interpreter,
    returns: Text(en: "how it went, epoch by epoch", zh: "各轮的训练情况"),
    example: #"net:fit(t, { target = "kind", epochs = 3, batch = 4 })"#, given: trainingGiven
  ) {
    (
      network: Network, table: Table, target: String, image: String?, features: [String]?, size: [Int]?,
      gray: Bool?, augment: Fields<LuaValue>, valid: Table?, epochs: Int, batch: Int,
      optimizer: OptimizerKind, rate: Double?, schedule: Schedule, warmup: Double, decay: Double,
      clip: Double?, loss: Loss?, smoothing: Double, classWeights: Fields<Double>?, patience: Int?,
      average: Double?, precision: Precision, gamma: Double?,
      margin: Double?, momentum: Double?, nesterov: Bool?, seed: Int?, lua: Interpreter
    ) throws -> History in
    var rows = BatchOptions(target: target)
    (rows.image, rows.features, rows.size, rows.gray) = (image, features, size, gray)
    rows.augmentation = try Augmentation(augment)
    var training = TrainingOptions()
    (training.epochs, training.batchSize, training.optimizer) = (epochs, batch, optimizer)
    (training.rate, training.schedule, training.warmupEpochs) = (rate, schedule, warmup)
    (training.weightDecay, training.clipNorm, training.loss) = (decay, clip, loss)
    (training.labelSmoothing, training.patience) = (smoothing, patience)
    (training.averaging, training.seed) = (average, UInt64(bitPattern: Int64(lua.seed(given: seed))))
    try require("gamma", gamma != nil, loss == .focal, "loss = \"focal\"")
    try require("margin", margin != nil, loss == .triplet, "loss = \"triplet\"")
    try require("momentum", momentum != nil, optimizer == .sgd, "optimizer = \"sgd\"")
    try require("nesterov", nesterov != nil, optimizer == .sgd, "optimizer = \"sgd\"")
    if let gamma { training.focalGamma = gamma }
    if let margin { training.tripletMargin = margin }
    if let momentum { training.momentum = momentum }
    if let nesterov { training.nesterov = nesterov }
    training.precision = precision
    training.classWeights = try classWeights.map { try weights($0, of: table, target: target) }
    if patience != nil, valid == nil {
      throw Fault(
        .usage, en: "patience needs rows to measure on", zh: "patience 需要验证数据", try: "valid = parts.valid")
    }
    let result = try network.fit(table, rows, training, valid: valid)
    for note in result.notes { lua.output(note.description + "\n") }
    if result.history.end == .interrupted, (lua.host as? Session)?.isRunningScript == true {
      // No pcall of the script holds the interruption up, just as anywhere else.
      Interruption.request()
      throw Fault.interrupted
    }
    return result.history
  }
}

/// Checks that an option goes with the one that it says more about.
private func require(_ option: String, _ isGiven: Bool, _ fits: Bool, _ other: String) throws {
  guard isGiven, !fits else { return }
  throw Fault(
    .usage, en: "fit: \(option) goes with \(other)", zh: "fit：\(option) 只与 \(other) 一起使用", try: other)
}

/// The weights in the order of the classes; a class that is not named counts once.
private func weights(_ given: Fields<Double>, of table: Table, target: String) throws -> [Double] {
  let classes = try TableBatches(table, BatchOptions(target: target)).classes
  if let stranger = given.names.first(where: { !classes.contains($0) }) {
    let near = nearest(to: stranger, among: classes).first ?? classes.first ?? ""
    throw Fault(
      .name, en: "class_weights: no class '\(stranger)'", zh: "class_weights：没有类别“\(stranger)”",
      try: "class_weights = { [\"\(near)\"] = 2 }")
  }
  for (name, weight) in given where !(weight.isFinite && weight >= 0) {
    throw Fault(
      .range, en: "class_weights: '\(name)' is \(weight.significant()), wanted 0 or more",
      zh: "class_weights：“\(name)”为 \(weight.significant())，应为 0 或正数",
      try: "class_weights = { [\"\(name)\"] = 2 }")
  }
  return classes.map { given[$0] ?? 1 }
}
