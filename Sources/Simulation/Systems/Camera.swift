internal import Images
internal import Report

/// The surface camera: a gray PNG for each piece, named by its serial.
struct Camera {
  let shift: Shift
  let dirt: Dirt

  /// Writes the pictures and returns how many there are.
  func write(to folder: DemoFolder) throws -> Int {
    try folder.make("cam1")
    var count = 0
    for unit in shift.units where !dirt.withoutImage.contains(unit.number) {
      try Interruption.check()
      var bytes = try StripSurface(of: unit, seed: shift.seed).image.pngData()
      if dirt.cutImage.contains(unit.number) { bytes.removeLast(bytes.count / 2) }
      try folder.write(bytes, to: "cam1/\(dirt.serial(of: unit, in: "camera", careless: 0.03))_1.png")
      count += 1
      if count % 50 == 0 { show(Double(count) / Double(shift.units.count)) }
    }
    return count
  }

  private func show(_ fraction: Double) {
    Progress(title: Text(en: "camera images", zh: "相机图像"), fraction: fraction).show()
  }
}
