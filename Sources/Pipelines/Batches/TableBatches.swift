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
  let features: [Column]
  let target: TargetColumn
  let augmentation: Augmentation
  let scaling: PixelScaling

  /// Fits the preprocessing on this table.
  public convenience init(_ table: Table, _ options: BatchOptions) throws {
    try self.init(table, options: options, fitted: nil)
  }

  /// Prepares a table in the way that was fitted on another one.
  public convenience init(
    _ table: Table, _ preprocessing: Preprocessing, augmentation: Augmentation = .none
  ) throws {
    var options = BatchOptions(target: preprocessing.target)
    options.augmentation = augmentation
    try self.init(table, options: options, fitted: preprocessing)
  }

  private init(_ table: Table, options: BatchOptions, fitted: Preprocessing?) throws {
    let choice = try ColumnChoice(table, options, fitted)
    let target = try TargetColumn(choice.target, known: fitted?.classes)
    var refused: [Refusal] = []
    var rows: [Int] = []
    for row in 0..<table.rowCount {
      if let fault = choice.missing(in: row, target, of: table) {
        refused.append(Refusal(row: row, fault: fault))
      } else {
        rows.append(row)
      }
    }
    var images: SampleImages?
    if let column = choice.image {
      let references = rows.map { column.reference($0) }
      let shape = try fitted?.imageShape ?? choice.imageShape(of: references, options)
      let all = try SampleImages(references, shape: shape)
      for (sample, fault) in all.refused {
        refused.append(
          Refusal(
            row: rows[sample], fault: fault.moved(to: table.place(row: rows[sample], column: column.name))))
      }
      let undecodable = Set(all.refused.map(\.sample))
      rows = rows.indices.filter { !undecodable.contains($0) }.map { rows[$0] }
      images = all
    }
    guard !rows.isEmpty else {
      throw refused.first?.fault ?? Fault(.data, en: "the table has no rows", zh: "表中没有行")
    }
    self.rows = rows
    self.refused = refused.sorted { $0.row < $1.row }
    self.images = images
    self.target = target
    features = choice.features
    augmentation = options.augmentation
    preprocessing =
      try fitted
      ?? choice.preprocessing(rows: rows, images: images, target, isShare: options.targetIsShare)
    if preprocessing.targetIsShare { try target.requireShares(rows, choice.target, of: table) }
    scaling = PixelScaling(preprocessing.pixels)
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

extension Fault {
  /// The fault as one of a table's row: the file it names itself stands before the reason.
  fileprivate func moved(to row: Place) -> Fault {
    var moved = self
    moved.place = row
    if let file = place?.file, file != row.file { moved.what = Text(en: "\(file): ", zh: "\(file)：") + what }
    return moved
  }
}
