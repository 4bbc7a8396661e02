/// Walks over separated values field by field (RFC 4180): a field may stand in quotes, a quote within is
/// doubled, line ends are LF or CRLF. Bytes after a closing quote are kept as they are.
struct CSVCursor {
  let base: UnsafePointer<UInt8>
  let end: Int
  let separator: UInt8
  var i: Int

  init(_ bytes: UnsafeRawBufferPointer, range: Range<Int>, separator: UInt8) {
    base =
      bytes.baseAddress.map { $0.assumingMemoryBound(to: UInt8.self) } ?? UnsafePointer(CSVCursor.nothing)
    i = range.lowerBound
    end = range.upperBound
    self.separator = separator
  }

  private nonisolated(unsafe) static let nothing = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)

  var isAtEnd: Bool { i >= end }

  /// What came after a field.
  enum Stop { case field, record, openQuote }

  /// Reads the field at the cursor and steps behind its separator or line end.
  ///
  /// - Parameter arena: keeps the bytes of a field whose doubled quotes had to be made single.
  @inline(__always)
  mutating func next(_ field: inout FieldBytes, isQuoted: inout Bool, arena: inout ByteArena) -> Stop {
    if i < end, base[i] == 34 {
      isQuoted = true
      return quoted(&field, arena: &arena)
    }
    isQuoted = false
    let start = i
    var at = i
    while at < end {
      let byte = base[at]
      if byte == separator || byte == 10 { break }
      at += 1
    }
    field = FieldBytes(start: base + start, count: at - start)
    return finish(at, &field)
  }

  @inline(__always)
  private mutating func finish(_ at: Int, _ field: inout FieldBytes) -> Stop {
    i = min(at + 1, end)
    if at < end, base[at] == separator { return .field }
    if field.count > 0, field[field.count - 1] == 13 { field.count -= 1 }
    return .record
  }

  private mutating func quoted(_ field: inout FieldBytes, arena: inout ByteArena) -> Stop {
    let start = i + 1
    var at = start, doubled = 0
    while at < end {
      if base[at] != 34 {
        at += 1
      } else if at + 1 < end, base[at + 1] == 34 {
        doubled += 1
        at += 2
      } else {
        break
      }
    }
    guard at < end else {
      field = FieldBytes(start: base + start, count: max(0, end - start))
      i = end
      return .openQuote
    }
    let close = at
    at += 1
    while at < end, base[at] != separator, base[at] != 10 { at += 1 }
    var tail = at - close - 1
    if tail > 0, base[at - 1] == 13, at >= end || base[at] == 10 { tail -= 1 }
    if doubled == 0, tail == 0 {
      field = FieldBytes(start: base + start, count: close - start)
    } else {
      field = arena.unquoted(base + start, count: close - start, tail: base + close + 1, tailCount: tail)
    }
    i = min(at + 1, end)
    return at < end && base[at] == separator ? .field : .record
  }
}

/// Bytes that outlive the field they were made for.
struct ByteArena {
  private var blocks: [UnsafeMutablePointer<UInt8>] = []

  /// A field's bytes with every doubled quote made single, and what stood behind its closing quote.
  mutating func unquoted(
    _ start: UnsafePointer<UInt8>, count: Int, tail: UnsafePointer<UInt8>, tailCount: Int
  ) -> FieldBytes {
    let block = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, count + tailCount))
    blocks.append(block)
    var used = 0, i = 0
    while i < count {
      block[used] = start[i]
      used += 1
      i += start[i] == 34 ? 2 : 1
    }
    for j in 0..<tailCount { block[used + j] = tail[j] }
    return FieldBytes(start: UnsafePointer(block), count: used + tailCount)
  }

  mutating func deallocate() {
    for block in blocks { block.deallocate() }
    blocks = []
  }
}
