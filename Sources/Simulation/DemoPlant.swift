internal import Report

/// A simulated strip-steel line with the systems a real one has, none of which agrees with the others.
///
///     try DemoPlant.write(to: "demo", seed: 3).units      // 1200
///
/// The folder holds an MES database, a SCADA history, ERP lots, a gauge's file, camera pictures, a plant
/// file that names them all and a README that says what is simulated and what is wrong with it.
public enum DemoPlant {
  /// What was written.
  public struct Summary: Sendable, Hashable {
    public var folder: String
    public var seed: UInt64
    public var units: Int
    public var samples: Int
    public var lots: Int
    public var images: Int

    /// The path of the plant file.
    public var plantFile: String { "\(folder)/\(PlantFileText.name)" }
  }

  /// Writes the plant into a folder: a new one, an empty one or one that holds an earlier demo
  /// and nothing else, which is replaced.
  /// The same seed and number of units write the same bytes.
  ///
  /// Throws a `Fault` when the folder holds anything else or cannot be written.
  @discardableResult
  public static func write(to folder: String, seed: UInt64 = 3, units: Int = 1200) throws -> Summary {
    precondition((1...1700).contains(units), "DemoPlant: a shift of 1 to 1,700 units ends on its day")
    let shift = Shift(seed: seed, units: units)
    let dirt = Dirt(seed: seed, units: units)
    let target = try DemoFolder(folder)
    try target.write(PlantFileText.text, to: PlantFileText.name)
    try target.write("", to: DemoFolder.mark)
    try MESDatabase(shift: shift, dirt: dirt).write(to: target.full("mes.db"))
    try target.write(ERPLots(shift: shift).text, to: "lots.jsonl")
    try target.write(GaugeFile(shift: shift, dirt: dirt).text, to: "gauge.csv")
    Progress(title: Text(en: "SCADA history", zh: "SCADA 历史数据")).show()
    let samples = try ScadaHistory(shift: shift, seed: seed).write(to: target)
    let images = try Camera(shift: shift, dirt: dirt).write(to: target)
    let summary = Summary(
      folder: folder, seed: seed, units: units, samples: samples, lots: shift.coils + 1, images: images)
    try target.write(DemoReadme(summary: summary, shift: shift, dirt: dirt).text, to: DemoFolder.mark)
    Progress(title: Text(en: "demo plant written", zh: "演示产线已生成"), fraction: 1, isLast: true).show()
    return summary
  }
}
