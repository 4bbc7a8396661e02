internal import PlantData

/// Says how samples are made of the rows: which columns are image, process values and target, and how images
/// are prepared. The rows stay as they are; `Parts.source` makes the samples.
public struct BatchesStage: Stage {
  public static let name = "batches"
  let options: BatchOptions

  public init(_ options: BatchOptions) { self.options = options }

  public var text: String { stageText(BatchesStage.name, fields) }

  public func run(on flow: inout Flow) throws {
    for part in flow.parts {
      for name in [options.image, options.target].compactMap(\.self) + (options.features ?? []) {
        _ = try part.table.column(name)
      }
    }
    flow.batches = options
  }

  private var fields: [String: StageValue] {
    var fields: [String: StageValue] = ["target": .text(options.target)]
    fields["image"] = options.image.map { .text($0) }
    fields["features"] = options.features.map { .list($0) }
    fields["size"] = options.size.map { .text($0.map(String.init).joined(separator: "x")) }
    fields["gray"] = options.gray.map { .word($0 ? "true" : "false") }
    let augmentation = options.augmentation
    if augmentation != .none { fields["augment"] = .fields(BatchesStage.fields(augmentation)) }
    return fields
  }

  private static func fields(_ augmentation: Augmentation) -> [String: StageValue] {
    var fields: [String: StageValue] = [:]
    for (name, path) in Augmentation.amounts where augmentation[keyPath: path] != 0 {
      fields[name] = .number(augmentation[keyPath: path])
    }
    if augmentation.flip != .none { fields["flip"] = .text(augmentation.flip.rawValue) }
    return fields
  }
}
