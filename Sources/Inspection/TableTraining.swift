public import Neural
public import Pipelines
public import PlantData
public import Report

extension Network {
  /// How a training on a table went, and what is to be said about its rows.
  public struct TableTraining {
    public var history: History
    /// Rows that were left out, and why.
    public var notes: [Text]
  }

  /// Trains on a table's rows; the preparation fitted on them is kept with the network.
  ///
  /// A network that was trained before on the same target keeps its preparation, so that training goes on
  /// where it ended; options that say otherwise are a fault.
  ///
  /// - Parameter valid: rows that measure each epoch and take no part in the steps.
  public func fit(
    _ table: Table, _ options: BatchOptions, _ training: TrainingOptions, valid: Table? = nil
  ) throws -> TableTraining {
    let known = try preprocessing.map(Preprocessing.init(text:))
    let source: TableBatches
    var (options, training) = (options, training)
    training.loss = try training.loss ?? options.lossOfImages(in: table)
    options.targetIsShare = training.loss?.comparesShares == true
    if let known, known.target == options.target,
      !known.classes.isEmpty || known.targetIsShare == options.targetIsShare
    {
      try known.requireAgreement(of: options)
      source = try TableBatches(table, known, augmentation: options.augmentation)
    } else {
      source = try TableBatches(table, options)
    }
    if source.classes.count == 1 {
      throw Fault(
        .data, en: "every row is '\(source.classes[0])': there is nothing to tell apart",
        zh: "每一行都是“\(source.classes[0])”，没有可区分的类别", at: Place(column: options.target))
    }
    var measuredFaults: [Fault] = []
    var notes = [source.refusalNote].compactMap(\.self)
    training.augments = options.augmentation != .none
    if let valid {
      let measured = try TableBatches(valid, source.preprocessing)
      measuredFaults = measured.faults
      training.valid = measured
      if let note = measured.refusalNote { notes.append(Text(en: "valid: ", zh: "验证集：") + note) }
    }
    let history = try fit(source, training)
    history.refused = source.faults + measuredFaults
    preprocessing = source.preprocessing.text
    return TableTraining(history: history, notes: notes)
  }

  /// A table prepared for this network in the way that was fitted when it was trained.
  ///
  /// - Parameter labelled: whether the rows have what the network is to say, too.
  public func samples(of table: Table, labelled: Bool = true) throws -> TableBatches {
    guard let preprocessing else {
      throw Fault(
        .model, en: "the network has not been trained on a table yet", zh: "网络尚未在表上训练过",
        try: "net:fit(parts.train, { target = \"result\" })")
    }
    let prepared = try Preprocessing(text: preprocessing)
    // What is drawn again is the image itself.
    return try TableBatches(table, prepared, labelled: labelled || prepared.target == prepared.image)
  }
}

extension BatchOptions {
  /// The loss that suits a target of images: of masks binary cross-entropy, of what is to be drawn again from itself
  /// the squared distance. nil for any other target.
  fileprivate func lossOfImages(in table: Table) throws -> Loss? {
    let images = table.columns.filter { $0.kind == .image }.map(\.name)
    guard try table.column(target).kind == .image else { return nil }
    return image == target || images == [target] ? .meanSquaredError : .binaryCrossEntropy
  }
}
