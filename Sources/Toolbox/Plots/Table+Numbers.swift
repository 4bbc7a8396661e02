internal import PlantData
internal import Plotting
internal import Report

/// One column of a table as a plot needs it: numbers, with a gap for each missing value.
struct PlottedColumn {
  var name: String
  var numbers: [Double]
  var axis: Axis
}

extension Table {
  /// A column of numbers or times. Times count in seconds since 1970 and carry their zone.
  ///
  /// Throws a `Fault` for a column of another kind, and says what would plot it.
  func plotted(_ name: String) throws -> PlottedColumn {
    let column = try column(name)
    let unit = column.unit?.symbol ?? ""
    func numbers(_ value: (Int) -> Double) -> [Double] {
      (0..<column.count).map { column.isMissing($0) ? .nan : value($0) }
    }
    switch column.values {
    case .float64(let buffer):
      return PlottedColumn(
        name: name, numbers: numbers { buffer.start[$0] }, axis: Axis(Text(name), unit: unit))
    case .int64(let buffer):
      return PlottedColumn(
        name: name, numbers: numbers { Double(buffer.start[$0]) }, axis: Axis(Text(name), unit: unit))
    case .bool(let bits):
      return PlottedColumn(name: name, numbers: numbers { bits[$0] ? 1 : 0 }, axis: Axis(Text(name)))
    case .timestamp(let buffer, let zone):
      let scale = Axis.Scale.time(offset: (zone?.minutes ?? 0) * 60)
      let title = zone.map { "\(name) \($0)" } ?? name
      return PlottedColumn(
        name: name, numbers: numbers { Double(buffer.start[$0]) / 1e6 }, axis: Axis(Text(title), scale: scale)
      )
    case .text, .image:
      let kind = column.kind.words
      throw Fault(
        .type, en: "column '\(name)' holds \(kind.en), a plot needs numbers or times",
        zh: "列“\(name)”是\(kind.zh)，绘图需要数值或时间")
    }
  }

  /// A column's values as labels: texts as they are, others as they are shown; nil for a missing one.
  func labels(_ name: String) throws -> [String?] {
    let column = try column(name)
    return (0..<column.count).map { row in
      let cell = column[row]
      return cell == .missing ? nil : cell.plainText(in: column.zone)
    }
  }

  /// The rows of each label, in the order in which labels appear; rows without a label are left out.
  func groups(_ name: String) throws -> [(label: String, rows: [Int])] {
    var places: [String: Int] = [:]
    var groups: [(label: String, rows: [Int])] = []
    for (row, label) in try labels(name).enumerated() {
      guard let label else { continue }
      if let place = places[label] {
        groups[place].rows.append(row)
      } else {
        places[label] = groups.count
        groups.append((label, [row]))
      }
    }
    return groups
  }
}
