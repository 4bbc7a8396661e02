internal import Report

/// The thickness gauge's file: two heads, one that writes millimetres and one that writes inches.
struct GaugeFile {
  let shift: Shift
  let dirt: Dirt

  var text: String {
    var lines = ["piece,measured,head,entry,exit,unit"]
    for unit in shift.units where !dirt.withoutGauge.contains(unit.number) {
      lines.append(line(unit))
      if dirt.measuredTwice.contains(unit.number) { lines.append(line(unit)) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ unit: StripUnit) -> String {
    let isInch = unit.number % 5 == 0
    func length(_ millimetres: Double) -> String {
      isInch ? (millimetres / 25.4).fixed(5) : millimetres.fixed(3)
    }
    let exit = dirt.emptyGauge.contains(unit.number) ? "" : length(unit.exitGauge)
    let serial = dirt.serial(of: unit, in: "gauge", careless: 0.3)
    let time = ShiftClock.stamp(unit.end - 3)
    return
      "\(serial),\(time),\(isInch ? "B" : "A"),\(length(unit.entryGauge)),\(exit),\(isInch ? "in" : "mm")"
  }
}
