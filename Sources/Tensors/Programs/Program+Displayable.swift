public import Report

extension Program {
  /// Bytes that the program makes use of beside weights and inputs.
  public var peakBytes: Int { plan.size * MemoryLayout<Float>.stride }
  /// Bytes that its tensors would take if none took another's place.
  public var unsharedBytes: Int { plan.unshared * MemoryLayout<Float>.stride }
}

extension Program: Displayable {
  /// The steps in order, with the shape of what each makes, and the memory in all.
  public func text(on surface: Surface) -> String {
    let rows = steps.enumerated().map { index, step in
      ["\(index + 1)", step.computation.name + (step.accumulates ? " +=" : ""), step.shape.text]
    }
    let header = [Text(en: "step", zh: "步骤"), Text(en: "operation", zh: "运算"), Text(en: "shape", zh: "形状")]
    let grid = Grid(header: [header.map(\.description)], rows: rows, numeric: [true, false, false])
    let memory = Text(
      en: "memory \(peakBytes.megabytes) (side by side \(unsharedBytes.megabytes))",
      zh: "内存 \(peakBytes.megabytes)（不共用时 \(unsharedBytes.megabytes)）")
    return (grid.lines(fitting: surface.columns).lines + [memory.description]).joined(separator: "\n")
  }
}

extension Int {
  /// Bytes in the unit that suits their number: 1.2 MB.
  package var megabytes: String {
    let bytes = Double(self)
    if bytes < 1e6 { return "\((bytes / 1e3).fixed(1)) kB" }
    return bytes < 1e9 ? "\((bytes / 1e6).fixed(1)) MB" : "\((bytes / 1e9).fixed(1)) GB"
  }
}
