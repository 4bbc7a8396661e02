internal import Report

/// The manufacturing execution system: what was ordered, rolled and inspected, in SQLite.
struct MESDatabase {
  let shift: Shift
  let dirt: Dirt

  func write(to path: String) throws {
    let database = try SQLiteWriter(creating: path)
    try database.run(
      """
      CREATE TABLE stations (STATION TEXT PRIMARY KEY, NAME TEXT, NAME_ZH TEXT, POSITION_M REAL);
      CREATE TABLE work_orders (WO TEXT PRIMARY KEY, PRODUCT TEXT, GRADE TEXT, PLANNED INTEGER, T_RELEASE TEXT);
      CREATE TABLE coils (COIL TEXT PRIMARY KEY, WO TEXT, SLAB TEXT, WEIGHT_KG INTEGER, WIDTH_MM INTEGER);
      CREATE TABLE units (SN TEXT, COIL TEXT, STATION TEXT, T_START TEXT, T_R1 TEXT, T_R2 TEXT, T_R3 TEXT,
        T_END TEXT, RESULT TEXT);
      CREATE TABLE inspections (SN TEXT, T_INSPECTED TEXT, INSPECTOR TEXT, RESULT TEXT, DEFECT TEXT,
        DEFECT_ZH TEXT);
      """)
    try database.insert(into: "stations", stations)
    try database.insert(into: "work_orders", workOrders)
    try database.insert(into: "coils", coils)
    try database.insert(into: "units", shift.units.flatMap(unitRows))
    try database.insert(into: "inspections", shift.units.compactMap(inspection))
    try database.finish()
  }

  private var stations: [[SQLiteWriter.Value]] {
    [
      ("R1", "roughing stand", "粗轧机", 0.0), ("R2", "finishing stand", "精轧机", 62.5),
      ("R3", "sizing stand", "定径机", 118),
    ]
    .map { [.text($0.0), .text($0.1), .text($0.2), .real($0.3)] }
  }

  static func coilName(_ coil: Int) -> String { "C2603\(String(coil + 2001).dropFirst())" }

  private static func orderName(_ coil: Int) -> String { "WO-260302-\(coil / 10 + 1)" }

  private var workOrders: [[SQLiteWriter.Value]] {
    let grades = ["Q235B", "SPHC", "Q355B"]
    return stride(from: 0, to: shift.coils, by: 10).map { first in
      let coils = min(10, shift.coils - first)
      return [
        .text(MESDatabase.orderName(first)), .text("hot strip 2.0 mm"), .text(grades[first / 10 % 3]),
        .integer(coils * 20), .text("2026-03-01 \(14 + first / 10 % 8):30:00.000"),
      ]
    }
  }

  private var coils: [[SQLiteWriter.Value]] {
    (0..<shift.coils).map { coil in
      [
        .text(MESDatabase.coilName(coil)), .text(MESDatabase.orderName(coil)),
        .text("SL\(60_400 + coil * 3)"), .integer(18_200 + coil * 37 % 900), .integer(1_250 + coil % 3 * 50),
      ]
    }
  }

  /// The booking of a piece, twice for some.
  private func unitRows(_ unit: StripUnit) -> [[SQLiteWriter.Value]] {
    func row(later: Double) -> [SQLiteWriter.Value] {
      let stands = (0..<3).map { SQLiteWriter.Value.text(ShiftClock.stamp(unit.booked(at: $0) + later)) }
      return [
        .text(dirt.serial(of: unit, in: "mes", careless: 0.04)),
        dirt.withoutCoil.contains(unit.number) ? .null : .text(MESDatabase.coilName(unit.coil)),
        .text("R3"), .text(ShiftClock.stamp(unit.start + later)),
      ] + stands + [
        .text(ShiftClock.stamp(unit.end + later)),
        dirt.withoutResult.contains(unit.number) ? .null : .text(unit.isBookedGood ? "OK" : "NG"),
      ]
    }
    if dirt.bookedTwice.contains(unit.number) { return [row(later: 0), row(later: 0)] }
    if dirt.bookedAgainLater.contains(unit.number) { return [row(later: 0), row(later: 7.4)] }
    return [row(later: 0)]
  }

  /// The inspector's note; a piece that was called bad by mistake has no defect named.
  private func inspection(_ unit: StripUnit) -> [SQLiteWriter.Value]? {
    if dirt.withoutResult.contains(unit.number) { return nil }
    let defect = unit.isBookedGood ? nil : unit.defect
    return [
      .text(unit.serial), .text(ShiftClock.stamp(unit.end + 31)), .text(unit.number % 2 == 0 ? "张伟" : "李娜"),
      .text(unit.isBookedGood ? "OK" : "NG"), defect.map { .text($0.rawValue) } ?? .null,
      defect.map { .text($0.chinese) } ?? .null,
    ]
  }
}
