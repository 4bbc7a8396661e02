/// The fields of one column as bytes: texts quoted once for each distinct one, times with their date worked out once
/// for each day.
struct ColumnText {
  private let column: Column
  /// The bytes of each distinct text, already quoted.
  private let texts: TextDictionary?
  private let zone: String
  private let shift: Int64
  private var day = Int64.min
  private var date: (year: Int, month: Int, day: Int) = (0, 0, 0)

  init(_ column: Column, quoted: (String) -> String) {
    self.column = column
    zone = column.zone?.description ?? ""
    shift = Int64(column.zone?.minutes ?? 0) * 60 * Timestamp.microsecondsPerSecond
    switch column.values {
    case .text(_, let dictionary): texts = TextDictionary(listing: dictionary.texts.map(quoted))
    case .image(_, let references):
      texts = TextDictionary(listing: references.map { quoted(Cell.image($0).plainText(in: nil)) })
    default: texts = nil
    }
  }

  @inline(__always)
  mutating func append(_ row: Int, to text: inout ByteText) {
    guard !column.isMissing(row) else { return }
    switch column.values {
    case .bool(let bits): text.append(bits[row] ? "true" : "false")
    case .int64(let buffer): text.append(buffer.start[row])
    case .float64(let buffer): text.append(buffer.start[row])
    case .text(let codes, _), .image(let codes, _):
      if let texts { text.append(texts.utf8(codes.start[row])) }
    case .timestamp(let buffer, _): append(moment: buffer.start[row], to: &text)
    }
  }

  /// As `Timestamp.text(in:separator:)` and the zone.
  private mutating func append(moment: Int64, to text: inout ByteText) {
    let local = moment &+ shift
    let today = Arithmetic.floorDivide(local, Timestamp.microsecondsPerDay)
    if today != day {
      let time = CalendarTime(Timestamp(microseconds: moment), in: column.zone)
      (day, date) = (today, (time.year, time.month, time.day))
    }
    guard (0...9999).contains(date.year) else {
      return text.append(Timestamp(microseconds: moment).text(in: column.zone, separator: "T") + zone)
    }
    var rest = Int(local - today * Timestamp.microsecondsPerDay)
    let fraction = rest % 1_000_000
    rest /= 1_000_000
    text.append(date.year, width: 4)
    text.append(byte: 45)
    text.append(date.month, width: 2)
    text.append(byte: 45)
    text.append(date.day, width: 2)
    text.append(byte: 84)
    text.append(rest / 3600, width: 2)
    text.append(byte: 58)
    text.append(rest / 60 % 60, width: 2)
    text.append(byte: 58)
    text.append(rest % 60, width: 2)
    if fraction != 0 {
      text.append(byte: 46)
      if fraction % 1000 == 0 {
        text.append(fraction / 1000, width: 3)
      } else {
        text.append(fraction, width: 6)
      }
    }
    if !zone.isEmpty { text.append(zone) }
  }
}
