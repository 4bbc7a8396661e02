internal import Images
internal import PlantData
internal import Report

/// The columns of a table that a network reads, found and checked.
struct ColumnChoice {
  /// nil where rows are to be told about, not learned from or compared with.
  let target: Column?
  let image: Column?
  let features: [Column]

  init(_ table: Table, _ options: BatchOptions, _ fitted: Preprocessing?, labelled: Bool) throws {
    target = try labelled ? table.column(options.target).measured(in: fitted?.targetUnit) : nil
    let others = table.columns.filter { $0.kind == .image && $0.name != options.target }
    // Without other images the target is to be drawn again from itself.
    let pictures = others.isEmpty ? [target].compactMap(\.self).filter { $0.kind == .image } : others
    if let name = fitted?.image ?? options.image {
      let column = try table.column(name)
      guard column.kind == .image else {
        throw Fault(
          .type, en: "the column holds \(column.kind.words.en), not images",
          zh: "该列是\(column.kind.words.zh)，不是图像", at: Place(column: name))
      }
      image = column
    } else if fitted == nil, pictures.count > 1 {
      throw Fault(
        .usage, en: "the table has \(pictures.count) columns of images", zh: "表中有 \(pictures.count) 列图像",
        try: "{ image = \"\(pictures[0].name)\" }")
    } else {
      image = fitted == nil ? pictures.first : nil
    }
    let numbers = table.columns.filter { $0.kind.isNumber && $0.name != options.target }.map(\.name)
    let names = fitted?.features ?? options.features ?? (image == nil ? numbers : [])
    features = try names.enumerated().map { place, name in
      let column = try table.column(name).measured(in: fitted?.featureUnits[place])
      guard column.kind.isNumber || column.kind == .bool else {
        throw Fault(
          .type, en: "the column holds \(column.kind.words.en), not numbers",
          zh: "该列是\(column.kind.words.zh)，不是数值", at: Place(column: name))
      }
      return column
    }
    if image == nil, features.isEmpty {
      throw Fault(
        .data, en: "there is neither a column of images nor one of numbers to learn from",
        zh: "既没有图像列，也没有可供学习的数值列")
    }
    if image == nil, let option = options.firstForImages {
      throw Fault(
        .usage, en: "\(option) is for images, and the network reads none of this table",
        zh: "\(option) 只用于图像，而网络不读取该表中的图像")
    }
  }

  /// What the row lacks, or nil when it is a sample.
  func missing(in row: Int, _ target: TargetColumn, of table: Table) -> Fault? {
    func lack(_ column: Column, _ en: String, _ zh: String) -> Fault {
      Fault(.data, en: en, zh: zh, at: table.place(row: row, column: column.name))
    }
    if let label = self.target, target.isMissing(row) { return lack(label, "no label", "没有标签") }
    if let image, image.isMissing(row) { return lack(image, "no image", "没有图像") }
    for column in features where !column.number(row).isFinite { return lack(column, "no value", "没有数值") }
    return nil
  }

  /// [height, width, channels]: what was asked for, or what most of the first images have.
  func imageShape(of references: [ImageReference], _ options: BatchOptions) throws -> [Int] {
    if let size = options.size, size.count != 2 || !size.allSatisfy({ (4...4096).contains($0) }) {
      throw Fault(
        .range, en: "size must be { height, width } from 4 to 4096 pixels",
        zh: "size 须为 { 高, 宽 }，各 4 到 4096 像素", try: "size = { 64, 64 }")
    }
    if let size = options.size, let gray = options.gray { return size + [gray ? 1 : 3] }
    var votes: [[Int]: Int] = [:]
    for reference in references.prefix(32) {
      if let image = try? Image(reference) {
        votes[[image.height, image.width, image.channels], default: 0] += 1
      }
    }
    guard let most = votes.max(by: { ($0.value, $1.key[0]) < ($1.value, $0.key[0]) })?.key else {
      _ = try references.first.map { try Image($0) }
      throw Fault(.data, en: "there are no images", zh: "没有图像")
    }
    let channels = options.gray.map { $0 ? 1 : 3 } ?? most[2]
    return (options.size ?? Array(most.prefix(2))) + [channels]
  }

  /// Fits means, deviations and classes on the rows.
  func preprocessing(
    rows: [Int], images: SampleImages?, _ target: TargetColumn, drawn: SampleImages?, isShare: Bool
  ) throws -> Preprocessing {
    var fitted = Preprocessing(target: self.target?.name ?? "")
    fitted.image = image?.name
    fitted.imageShape = images?.shape ?? []
    fitted.pixels = try images?.channelScales() ?? []
    fitted.features = features.map(\.name)
    fitted.featureScales = features.map { column in
      Preprocessing.Scale(of: rows.lazy.map { column.number($0) })
    }
    fitted.featureUnits = features.map { $0.unit?.symbol ?? "" }
    switch target {
    case .classes(_, let names): fitted.classes = names
    case .values(let values):
      fitted.targetIsShare = isShare
      fitted.targetScale = isShare ? nil : Preprocessing.Scale(of: rows.lazy.map { values[$0] })
      fitted.targetUnit = self.target?.unit?.symbol ?? ""
    case .images:
      fitted.targetIsShare = isShare
      fitted.targetShape = drawn?.shape ?? []
      fitted.targetPixels =
        try isShare ? drawn?.maskScales(fitted.target) ?? [] : drawn?.channelScales() ?? []
    case .unknown: break
    }
    return fitted
  }
}

extension Column {
  /// The column in the unit of measure that a model was trained in. Numbers without a unit, here or there, are
  /// taken as they are.
  ///
  /// - Throws: `Fault` (type) when the two units measure different things.
  func measured(in symbol: String?) throws -> Column {
    guard let symbol, !symbol.isEmpty, let unit, unit.symbol != symbol else { return self }
    let trained = try Unit(symbol)
    guard unit.canConvert(to: trained) else {
      throw Fault(
        .type, en: "the column is in \(unit), the model was trained on \(trained)",
        zh: "该列单位是 \(unit)，而模型训练时用的是 \(trained)", at: Place(column: name))
    }
    return try UnitConversion.column(self, to: trained)
  }

  /// The image that a row refers to; only for columns of images, in rows that have one.
  func reference(_ row: Int) -> ImageReference {
    guard case .image(let reference) = self[row] else { preconditionFailure("row \(row) has no image") }
    return reference
  }
}
