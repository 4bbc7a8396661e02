public import Neural
internal import Pipelines
public import PlantData
public import Report
internal import Tensors

/// What a network did on rows it had not seen.
public enum Evaluation {
  case classification(ClassificationReport)
  case regression(RegressionReport)
  case masks(MaskReport)
}

extension Network {
  /// Compares what the network says about a table's rows with what stands in them.
  ///
  /// - Parameter good: the class that passes inspection, for escapes and overkill.
  /// - Returns: the evaluation, and a note when rows had to be left out.
  public func evaluate(on table: Table, good: String? = nil) throws -> (Evaluation, note: Text?) {
    let samples = try samples(of: table)
    let prepared = samples.preprocessing
    try requireScores()
    if !prepared.targetShape.isEmpty {
      guard prepared.targetIsShare else { throw Fault.notComparable }
      return (.masks(try maskReport(on: samples)), samples.refusalNote)
    }
    let scores = try predict(samples)
    guard !prepared.classes.isEmpty else {
      let predicted = scores.list.map { prepared.value(of: $0) }
      let report = RegressionReport(
        target: prepared.target, unit: prepared.targetUnit, actual: samples.actualValues,
        predicted: predicted,
        refused: samples.faults)
      return (.regression(report), samples.refusalNote)
    }
    let report = try ClassificationReport(
      classes: prepared.classes, actual: samples.actualClasses, scores: scores.listOfRows, good: good,
      refused: samples.faults)
    return (.classification(report), samples.refusalNote)
  }

  /// The table with what the network says about each row: `predicted`, and `score` (the share given to it) for
  /// classes. The table need not have the target. Rows that could not be used have neither; a note tells of them.
  public func predictions(for table: Table) throws -> (Table, note: Text?) {
    let samples = try samples(of: table, labelled: false)
    try requireScores()
    if !samples.preprocessing.targetShape.isEmpty {
      return (try tableOfImages(table, samples), samples.refusalNote)
    }
    let scores = try predict(samples).listOfRows
    var predicted = [Cell](repeating: .missing, count: table.rowCount)
    var shares = predicted
    let prepared = samples.preprocessing
    for (row, outputs) in zip(samples.rows, scores) {
      if prepared.classes.isEmpty {
        predicted[row] = .float64(prepared.value(of: outputs[0]))
      } else if let best = outputs.indices.max(by: { outputs[$0] < outputs[$1] }) {
        predicted[row] = .text(prepared.classes[best])
        shares[row] = .float64(Double(outputs[best]))
      }
    }
    let unit = prepared.targetUnit.isEmpty ? nil : try Unit(prepared.targetUnit)
    var columns = table.columns.filter { $0.name != "predicted" && $0.name != "score" }
    columns.append(Column("predicted", predicted, unit: unit))
    if !prepared.classes.isEmpty { columns.append(Column("score", shares)) }
    let said = try Table(columns, rowCount: table.rowCount, provenance: table.provenance)
    return (said, samples.refusalNote)
  }
}

extension Network {
  /// A network that was trained with the triplet loss says where a sample lies, not which class it is of.
  fileprivate func requireScores() throws {
    guard givesEmbeddings else { return }
    throw Fault(
      .model, en: "the network gives embeddings, not a score for each class", zh: "该网络输出的是嵌入向量，而不是各类别的得分",
      try: "net:fit(parts.train, { target = \"result\", loss = \"cross_entropy\" })")
  }
}

extension Tensor {
  /// The rows of a matrix, [n, k].
  var listOfRows: [[Float]] {
    let all = list
    let width = shape.last ?? 1
    return stride(from: 0, to: all.count, by: Swift.max(1, width)).map { Array(all[$0..<$0 + width]) }
  }
}
