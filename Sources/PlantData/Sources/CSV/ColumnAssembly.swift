internal import Glibc
internal import Report
internal import Workers

/// Puts the columns of a file's pieces together.
struct ColumnAssembly {
  private let pieces: [PieceReader]
  private let starts: [Int]
  let rowCount: Int

  init(pieces: [PieceReader]) {
    self.pieces = pieces
    var starts: [Int] = [], rows = 0
    for piece in pieces {
      starts.append(rows)
      rows += piece.rowCount
    }
    self.starts = starts
    rowCount = rows
  }

  /// One column of the whole; a column without any value is one of texts.
  func column(
    _ index: Int, name: String, kind: PieceColumn.Kind, type: FieldType?, zone: Zone?, unit: Unit?
  ) throws -> Column {
    let valid = validity(index)
    let values: Column.Values =
      switch kind {
      case .bool: .bool(bits(index))
      case .float where type == .epochSeconds:
        .timestamp(microseconds(numbers(index)), zone: zone ?? .utc)
      case .float: .float64(numbers(index))
      case .int where type == .epochMilliseconds:
        .timestamp(words(index) { Int64(bitPattern: $0) &* 1000 }, zone: zone ?? .utc)
      case .int: .int64(words(index) { Int64(bitPattern: $0) })
      case .time: .timestamp(words(index) { Int64(bitPattern: $0) }, zone: try shownZone(index, name, zone))
      case .text, .unknown: texts(index)
      }
    return Column(name, values, validity: valid, unit: unit)
  }

  private func validity(_ index: Int) -> Bitmap? {
    let isComplete = pieces.allSatisfy { piece in
      memchr(piece.columns[index].valid, 0, piece.rowCount) == nil
    }
    if isComplete { return nil }
    let all = Buffer<Bool>(count: rowCount)
    for (piece, start) in zip(pieces, starts) {
      (all.start + start).update(from: piece.columns[index].valid, count: piece.rowCount)
    }
    return Bitmap(flags: all)
  }

  private func words<Element: BitwiseCopyable>(
    _ index: Int, _ make: @escaping @Sendable (UInt64) -> Element
  ) -> Buffer<Element> {
    let out = Buffer<Element>(count: rowCount)
    nonisolated(unsafe) let parts = pieces
    Workers.run(parts.count) { range in
      for p in range {
        let from = parts[p].columns[index].slots, valid = parts[p].columns[index].valid
        let into = out.start + starts[p]
        for row in 0..<parts[p].rowCount { into[row] = make(valid[row] ? from[row] : 0) }
      }
    }
    return out
  }

  private func numbers(_ index: Int) -> Buffer<Double> {
    let out = Buffer<Double>(count: rowCount)
    nonisolated(unsafe) let parts = pieces
    Workers.run(parts.count) { range in
      for p in range {
        let from = parts[p].columns[index].slots, valid = parts[p].columns[index].valid
        let isWhole = parts[p].columns[index].kind == .int
        let into = out.start + starts[p]
        for row in 0..<parts[p].rowCount {
          let word = valid[row] ? from[row] : 0
          into[row] = isWhole ? Double(Int64(bitPattern: word)) : Double(bitPattern: word)
        }
      }
    }
    return out
  }

  private func microseconds(_ seconds: Buffer<Double>) -> Buffer<Int64> {
    let out = Buffer<Int64>(count: seconds.count)
    for i in 0..<seconds.count {
      let micros = (seconds.start[i] * 1e6).rounded()
      out.start[i] = Int64(exactly: micros) ?? 0
    }
    return out
  }

  private func bits(_ index: Int) -> Bitmap {
    let flags = words(index) { $0 != 0 }
    let start = flags.start
    return Bitmap(count: rowCount) { start[$0] }
  }

  private func texts(_ index: Int) -> Column.Values {
    var builder = TextDictionaryBuilder()
    let out = Buffer<Int32>(count: rowCount)
    var renumbered: [Buffer<Int32>] = []
    for piece in pieces {
      let own = TextDictionary(finishing: &piece.columns[index].dictionary)
      let codes = Buffer<Int32>(repeating: 0, count: max(1, own.count))
      for code in 0..<own.count { codes.start[code] = builder.code(own.utf8(Int32(code))) }
      renumbered.append(codes)
    }
    nonisolated(unsafe) let parts = pieces
    let maps = renumbered
    Workers.run(parts.count) { range in
      for p in range {
        let from = parts[p].columns[index].slots, valid = parts[p].columns[index].valid
        let into = out.start + starts[p], map = maps[p].start
        for row in 0..<parts[p].rowCount { into[row] = valid[row] ? map[Int(from[row])] : 0 }
      }
    }
    return .text(out, TextDictionary(finishing: &builder))
  }

  /// The zone in which a column of times is shown: the one declared, or the one the times name.
  private func shownZone(_ index: Int, _ name: String, _ declared: Zone?) throws -> Zone? {
    let named = pieces.lazy.compactMap { $0.columns[index].time.namedZone }.first.map { Zone(minutes: $0) }
    if let named, declared == nil, pieces.contains(where: { $0.columns[index].time.sawNoZone }) {
      let path = pieces.first?.file.text.path
      throw Fault(
        .data, en: "some times name a zone (\(named)), others do not", zh: "有的时间带时区（\(named)），有的不带",
        at: Place(file: path, column: name),
        try: path.map { "data.csv { \"\($0)\", zone = \"\(named)\" }" })
    }
    return declared ?? named
  }
}
