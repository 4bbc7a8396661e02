public import PlantData
internal import Randomness
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
  private let images: SampleImages?
  private let features: [Column]
  private let target: TargetColumn
  private let augmentation: Augmentation

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
      var undecodable = Set<Int>()
      let all = try SampleImages(references, shape: shape) { sample, fault in
        undecodable.insert(sample)
        refused.append(
          Refusal(
            row: rows[sample], fault: fault.moved(to: table.place(row: rows[sample], column: column.name))))
      }
      if undecodable.isEmpty {
        images = all
      } else {
        let good = rows.indices.filter { !undecodable.contains($0) }
        images = try SampleImages(good.map { references[$0] }, shape: shape) { _, _ in }
        rows = good.map { rows[$0] }
      }
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
    preprocessing = try fitted ?? choice.preprocessing(rows: rows, images: images, target)
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

  public func batch(_ indices: [Int], augment: UInt64?) throws -> Batch {
    Batch(
      images: try images.map { try tensor($0, indices, augment) },
      features: try features.isEmpty ? nil : featureTensor(indices), target: try targets(indices))
  }

  private func tensor(_ images: SampleImages, _ indices: [Int], _ augment: UInt64?) throws -> Tensor {
    let shape = images.shape
    let size = shape.reduce(1, *)
    let scales = preprocessing.pixels
    var values = [Float](repeating: 0, count: indices.count * size)
    let isPlain = augment == nil || augmentation == .none
    try values.withUnsafeMutableBufferPointer { all in
      for (place, sample) in indices.enumerated() {
        let target = UnsafeMutableBufferPointer(rebasing: all[place * size..<(place + 1) * size])
        try images.withPixels(of: sample) { pixels in
          if isPlain {
            for i in 0..<size { target[i] = Float(pixels[i]) }
          } else {
            var generator = SeededGenerator(seed: augment ?? 0, for: "augment", sample)
            let draw = AugmentationDraw(augmentation, &generator)
            draw.apply(to: pixels, shape: shape, into: target, &generator)
          }
        }
        let gains = scales.map { Float(1 / $0.deviation) }
        let offsets = scales.map { Float(-$0.mean / $0.deviation) }
        let channels = shape[2]
        if channels == 1 {
          for i in 0..<size { target[i] = target[i] * gains[0] + offsets[0] }
        } else {
          for i in 0..<size { target[i] = target[i] * gains[i % channels] + offsets[i % channels] }
        }
      }
    }
    return try Tensor([indices.count] + shape, values)
  }

  private func featureTensor(_ indices: [Int]) throws -> Tensor {
    var values: [Float] = []
    values.reserveCapacity(indices.count * features.count)
    for sample in indices {
      for (column, scale) in zip(features, preprocessing.featureScales) {
        values.append(scale.scaled(column.number(rows[sample])))
      }
    }
    return try Tensor([indices.count, features.count], values)
  }

  private func targets(_ indices: [Int]) throws -> Target {
    switch target {
    case .classes(let classes, _):
      return .classes(indices.map { classes[rows[$0]] })
    case .values(let values):
      let scale = preprocessing.targetScale ?? Preprocessing.Scale(mean: 0, deviation: 1)
      return .values(
        try Tensor([indices.count, 1], indices.map { scale.scaled(values[rows[$0]]) }))
    }
  }

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
