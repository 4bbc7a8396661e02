internal import PlantData
internal import Report

/// A column's numbers in another unit.
enum UnitConversion {
  /// - Throws: `Fault` (type) when the column has no unit, holds no numbers, or measures something else.
  static func column(_ column: Column, to unit: Unit) throws -> Column {
    let place = Place(column: column.name)
    guard let own = column.unit else {
      throw Fault(
        .type, en: "the column has no unit, so it cannot become \(unit)", zh: "该列没有单位，无法换算成 \(unit)",
        at: place)
    }
    guard let numbers = column.numbers else {
      throw Fault(
        .type, en: "the column holds \(column.kind.words.en), not numbers",
        zh: "该列是\(column.kind.words.zh)，不是数值",
        at: place)
    }
    let conversion: Conversion
    do {
      conversion = try own.conversion(to: unit)
    } catch let fault as Fault {
      throw Fault(fault.code, fault.what, at: place)
    }
    let values = Buffer<Double>(numbers.map { conversion($0) })
    return Column(column.name, .float64(values), validity: column.validity, unit: unit)
  }
}

extension Column {
  /// The values of a column of numbers, whatever stands where one is missing; nil for another kind.
  var numbers: [Double]? {
    switch values {
    case .float64(let buffer): Array(buffer.values)
    case .int64(let buffer): buffer.values.map(Double.init)
    case .bool(let bits): (0..<count).map { bits[$0] ? 1 : 0 }
    default: nil
    }
  }

  /// The rows that have a value.
  var presentRows: [Int] { (0..<count).filter { !isMissing($0) } }
}
