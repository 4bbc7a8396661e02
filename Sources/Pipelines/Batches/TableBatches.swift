public import PlantData
public import Report
public import Tensors

/// A table's rows as a network reads them: images decoded and scaled, process values standardised, classes
/// numbered.
///
///     let train = try TableBatches(parts.train, BatchOptions(target: "result"))
///     let test = try TableBatches(parts.test, train.preprocessing)
///     train.refused        // rows that could not be used, each with its reason
///
/// The preprocessing is fitted on the first table and applied to every other one.
public final class TableBatches: BatchSource {
  /// A row that could not be used.
  public struct Refusal: Sendable, Equatable {
    /// Counted from 0.
    public var row: Int
    public var fault: Fault
  }

  public let preprocessing: Preprocessing
  public let refused: [Refusal]
  /// The table's rows that are samples, counted from 0, in order.
  public let rows: [Int]
  let images: SampleImages?
  /// The images that are the target.
  let drawn: SampleImages?
  let features: [Column]
  let target: TargetColumn
  let augmentation: Augmentation
  let scaling: PixelScaling
  let targetScaling: PixelScaling

  /// Fits the preprocessing on this table.
  public convenience init(_ table: Table, _ options: BatchOptions) throws {
    try self.init(table, options: options, fitted: nil, labelled: true)
  }

  /// Prepares a table in the way that was fitted on another one.
  ///
  /// - Parameter labelled: whether the target is read, too; without it the table need not have it.
  public convenience init(
    _ table: Table, _ preprocessing: Preprocessing, augmentation: Augmentation = .none, labelled: Bool = true
  ) throws {
    var options = BatchOptions(target: preprocessing.target)
    options.augmentation = augmentation
    try self.init(table, options: options, fitted: preprocessing, labelled: labelled)
  }

  private init(_ table: Table, options: BatchOptions, fitted: Preprocessing?, labelled: Bool) throws {
    let choice = try ColumnChoice(table, options, fitted, labelled: labelled)
    let target = try TargetColumn(choice.target, fitted: fitted)
    var usable = SampleRows(table, choice, target)
    var images: SampleImages?
    var drawn: SampleImages?
    if let column = choice.image {
      var all = try usable.decode(column) { try fitted?.imageShape ?? choice.imageShape(of: $0, options) }
      if case .images(let goal) = target {
        let channels = options.targetIsShare ? 1 : all.shape[2]
        let shape = fitted?.targetShape ?? Array(all.shape.prefix(2)) + [channels]
        let isItself = goal.name == column.name
        (all, drawn) = try isItself ? (all, all) : usable.decode(goal, beside: all, as: shape)
      }
      images = all
    }
    let rows = usable.rows
    guard !rows.isEmpty else {
      throw usable.refused.first?.fault ?? Fault(.data, en: "the table has no rows", zh: "表中没有行")
    }
    self.rows = rows
    refused = usable.refused.sorted { $0.row < $1.row }
    self.images = images
    self.drawn = drawn
    self.target = target
    features = choice.features
    augmentation = options.augmentation
    preprocessing =
      try fitted
      ?? choice.preprocessing(
        rows: rows, images: images, target, drawn: drawn, isShare: options.targetIsShare)
    if preprocessing.targetIsShare { try target.requireShares(rows, preprocessing.target, of: table) }
    scaling = PixelScaling(preprocessing.pixels)
    targetScaling = PixelScaling(preprocessing.targetPixels)
  }

  public var count: Int { rows.count }
  public var imageShape: [Int]? { images?.shape }
  public var featureNames: [String] { preprocessing.features }
  public var classes: [String] { preprocessing.classes }

  /// One line about the rows left out, or nil when all could be used.
  public var refusalNote: Text? {
    guard let first = refused.first else { return nil }
    return Text(
      en:
        "\(refused.count) of \(refused.count + rows.count) rows left out; the first: \(first.fault.in(.en))",
      zh: "\(refused.count + rows.count) 行中有 \(refused.count) 行未使用；第一处：\(first.fault.in(.zh))")
  }

  /// The reasons why rows were left out, each with its row's place.
  public var faults: [Fault] { refused.map(\.fault) }

  /// The true class of each sample, counted from 0; empty for regression.
  public var actualClasses: [Int] {
    if case .classes(let classes, _) = target { rows.map { classes[$0] } } else { [] }
  }

  /// The true value of each sample in the target's unit; empty for classes.
  public var actualValues: [Double] {
    if case .values(let values) = target { rows.map { values[$0] } } else { [] }
  }
}
