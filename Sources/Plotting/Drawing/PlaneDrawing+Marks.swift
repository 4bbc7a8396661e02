internal import Report

extension PlaneDrawing {
  mutating func draw(_ mark: Mark) {
    switch mark {
    case .line(let series): draw(line: series)
    case .points(let series): draw(points: series)
    case .blocks(let blocks, let tone): draw(blocks, tone)
    case .rule(let rule): draw(rule)
    }
  }

  private mutating func draw(line series: Series) {
    let thin = thinned(series, in: scale.x, columns: Int(right - left))
    let quiet = series.tone == .quiet
    var run: [(Double, Double)] = []
    for (x, y) in zip(thin.x, thin.y) {
      if x.isFinite, y.isFinite {
        run.append((place(x), place(up: y)))
      } else {
        finish(&run, series.tone, quiet)
      }
    }
    finish(&run, series.tone, quiet)
  }

  private mutating func finish(_ run: inout [(Double, Double)], _ tone: Tone, _ quiet: Bool) {
    guard !run.isEmpty else { return }
    canvas.polyline(run, colour: Palette.colour(tone), width: quiet ? 1 : 1.6, dash: quiet ? 4 : 0)
    run = []
  }

  private mutating func draw(points series: Series) {
    struct Spot: Hashable {
      var x: Int
      var y: Int
    }
    var seen: Set<Spot> = []
    let many = series.x.count > 400
    for (x, y) in zip(series.x, series.y) where x.isFinite && y.isFinite {
      let (across, up) = (place(x), place(up: y))
      guard seen.insert(Spot(x: Int(across * 1.5), y: Int(up * 1.5))).inserted else { continue }
      let colour = Palette.colour(series.tone)
      canvas.circle(across, up, radius: many ? 2 : 3.2, fill: colour, opacity: many ? 0.55 : 0.85)
    }
  }

  private mutating func draw(_ blocks: [Block], _ tone: Tone) {
    for block in blocks where block.height > 0 {
      let x = place(block.low)
      canvas.rectangle(
        x + 0.5, place(up: block.height), place(block.high) - x - 1, bottom - place(up: block.height),
        fill: Palette.colour(tone))
    }
  }

  private mutating func draw(_ rule: Rule) {
    let colour = Palette.colour(rule.tone)
    let dash = rule.isDashed ? 5.0 : 0
    switch rule.direction {
    case .horizontal:
      let y = place(up: rule.value)
      canvas.line(left, y, right, y, colour: colour, width: 1.2, dash: dash)
      canvas.text(rule.name.description, right + 6, y + 4, size: 11, colour: colour)
    case .vertical:
      let x = place(rule.value)
      canvas.line(x, top, x, bottom, colour: colour, width: 1.2, dash: dash)
      canvas.text(rule.name.description, x + 5, top + 11, size: 11, colour: colour)
    }
  }
}
