internal import Report

extension Column {
  /// Columns of one kind one below the other; the first gives name, unit and zone.
  ///
  /// Integers and numbers join to numbers. Nothing else is converted.
  ///
  /// - Throws: a fault when kinds differ, naming the column and both kinds.
  public static func joining(_ parts: [Column]) throws -> Column {
    guard let first = parts.first else { preconditionFailure("joining: no columns") }
    guard parts.count > 1 else { return first }
    let kinds = Set(parts.map(\.kind))
    let kind: Kind = kinds == [.int64, .float64] ? .float64 : first.kind
    if kinds.count > 1, kind != .float64 || !kinds.isSubset(of: [.int64, .float64]) {
      let other = parts.first { $0.kind != kind }?.kind ?? kind
      throw Fault(
        .type, en: "\(kind.words.en) in one table, \(other.words.en) in another",
        zh: "一个表里是\(kind.words.zh)，另一个表里是\(other.words.zh)", at: Place(column: first.name))
    }
    if kind == .timestamp, let odd = parts.first(where: { ($0.zone == nil) != (first.zone == nil) }) {
      let zone = (first.zone ?? odd.zone ?? .utc).description
      throw Fault(
        .type, en: "times with zone (\(zone)) and times without one do not go together",
        zh: "带时区（\(zone)）的时间和不带时区的时间不能合并", at: Place(column: first.name))
    }
    let count = parts.reduce(0) { $0 + $1.count }
    return Column(
      first.name, joinedValues(parts, kind, count), validity: joinedValidity(parts, count), unit: first.unit)
  }

  private static func joinedValues(_ parts: [Column], _ kind: Kind, _ count: Int) -> Values {
    switch kind {
    case .bool:
      var bits = GrowingBitmap(capacity: count)
      for part in parts {
        guard case .bool(let from) = part.values else { preconditionFailure("joining: kinds differ") }
        for row in 0..<from.count { bits.append(from[row]) }
      }
      return .bool(bits.finish())
    case .int64: return .int64(joinedIntegers(parts, count))
    case .timestamp: return .timestamp(joinedIntegers(parts, count), zone: parts[0].zone)
    case .float64: return .float64(joinedFloats(parts, count))
    case .text: return joinedTexts(parts, count)
    case .image: return joinedImages(parts, count)
    }
  }

  private static func joinedIntegers(_ parts: [Column], _ count: Int) -> Buffer<Int64> {
    let out = Buffer<Int64>(count: count)
    var at = 0
    for part in parts {
      switch part.values {
      case .int64(let from), .timestamp(let from, _):
        (out.start + at).update(from: from.start, count: from.count)
      default: preconditionFailure("joining: kinds differ")
      }
      at += part.count
    }
    return out
  }

  private static func joinedFloats(_ parts: [Column], _ count: Int) -> Buffer<Double> {
    let out = Buffer<Double>(count: count)
    var at = 0
    for part in parts {
      switch part.values {
      case .float64(let from): (out.start + at).update(from: from.start, count: from.count)
      case .int64(let from): for i in 0..<from.count { out.start[at + i] = Double(from.start[i]) }
      default: preconditionFailure("joining: kinds differ")
      }
      at += part.count
    }
    return out
  }

  private static func joinedTexts(_ parts: [Column], _ count: Int) -> Values {
    var builder = TextDictionaryBuilder()
    let out = Buffer<Int32>(count: count)
    var at = 0
    for part in parts {
      guard case .text(let codes, let dictionary) = part.values else {
        preconditionFailure("joining: kinds differ")
      }
      let renumbered = Buffer<Int32>(repeating: 0, count: max(1, dictionary.count))
      for code in 0..<dictionary.count { renumbered.start[code] = builder.code(dictionary.utf8(Int32(code))) }
      for i in 0..<codes.count { out.start[at + i] = renumbered.start[Int(codes.start[i])] }
      at += part.count
    }
    return .text(out, TextDictionary(finishing: &builder))
  }

  private static func joinedImages(_ parts: [Column], _ count: Int) -> Values {
    let out = Buffer<Int32>(count: count)
    var references: [ImageReference] = []
    var at = 0
    for part in parts {
      guard case .image(let codes, let own) = part.values else {
        preconditionFailure("joining: kinds differ")
      }
      for i in 0..<codes.count { out.start[at + i] = codes.start[i] + Int32(references.count) }
      references += own
      at += part.count
    }
    return .image(out, references)
  }

  private static func joinedValidity(_ parts: [Column], _ count: Int) -> Bitmap? {
    guard parts.contains(where: { $0.validity != nil }) else { return nil }
    var valid = GrowingBitmap(capacity: count)
    for part in parts {
      if let own = part.validity {
        for row in 0..<part.count { valid.append(own[row]) }
      } else {
        valid.append(repeating: true, count: part.count)
      }
    }
    return valid.finish()
  }
}
