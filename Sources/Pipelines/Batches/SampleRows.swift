internal import PlantData
internal import Report

/// The rows of a table that can be samples: fewer with each column of images that is decoded.
struct SampleRows {
  /// Counted from 0, in order.
  private(set) var rows: [Int] = []
  private(set) var refused: [TableBatches.Refusal] = []
  private let table: Table

  init(_ table: Table, _ choice: ColumnChoice, _ target: TargetColumn) {
    self.table = table
    for row in 0..<table.rowCount {
      if let fault = choice.missing(in: row, target, of: table) {
        refused.append(TableBatches.Refusal(row: row, fault: fault))
      } else {
        rows.append(row)
      }
    }
  }

  /// Decodes a column in the rows that are left, and leaves out those where it cannot be done.
  ///
  /// - Parameter shape: what the images are brought to, from what the column refers to.
  mutating func decode(
    _ column: Column, as shape: ([ImageReference]) throws -> [Int]
  ) throws -> SampleImages {
    let references = rows.map { column.reference($0) }
    let images = try SampleImages(references, shape: shape(references))
    for (sample, fault) in images.refused {
      let place = table.place(row: rows[sample], column: column.name)
      refused.append(TableBatches.Refusal(row: rows[sample], fault: fault.moved(to: place)))
    }
    let undecodable = Set(images.refused.map(\.sample))
    rows = rows.indices.filter { !undecodable.contains($0) }.map { rows[$0] }
    return images
  }

  /// The same with a second column: of both, the images of the rows that are left in the end.
  mutating func decode(
    _ column: Column, beside first: SampleImages, as shape: [Int]
  ) throws -> (first: SampleImages, second: SampleImages) {
    let before = rows
    let second = try decode(column) { _ in shape }
    let left = Set(rows)
    return (first.taking(before.indices.filter { left.contains(before[$0]) }), second)
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
