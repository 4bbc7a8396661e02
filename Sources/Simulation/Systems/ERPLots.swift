/// The business system's lots, one JSON object a line, with names of its own for the same things.
struct ERPLots {
  let shift: Shift

  var text: String {
    (0..<shift.coils).map { coil in
      let batch = "B2603-\(String(coil + 1001).dropFirst())"
      let heat = "H\(88_100 + coil / 4)"
      let material = ["Q235B", "SPHC", "Q355B"][coil / 10 % 3]
      let supplier = ["新钢一炼", "新钢二炼"][coil / 4 % 2]
      let hour = 10 + coil % 12
      // A lot that was entered by hand has no weight.
      let weight = coil % 17 == 5 ? "" : ", \"weight_t\": \(18 + coil % 9)"
      return """
        {"batch_no": "\(batch)", "coil_no": "\(MESDatabase.coilName(coil))", "material": "\(material)", \
        "heat_no": "\(heat)"\(weight), "supplier": {"name": "\(supplier)", "code": \(310 + coil / 4 % 2)}, \
        "received": "2026-03-01T\(hour):20:00+08:00"}

        """
    }.joined()
      + "{\"batch_no\": \"B2603-900\", \"coil_no\": null, \"material\": \"Q235B\", \"heat_no\": \"H88199\"}\n"
  }
}
