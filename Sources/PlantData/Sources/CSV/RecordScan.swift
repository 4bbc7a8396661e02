internal import CText
internal import Glibc

/// Cuts a text into pieces that start and end between records, so that workers can read them at once.
enum RecordScan {
  /// A piece of the text, and the offset of a quote in it that is never closed.
  struct Piece {
    var range: Range<Int>
    var openQuote: Int?
  }

  static func pieces(
    of bytes: UnsafeRawBufferPointer, from start: Int, separator: UInt8, size: Int = 2 << 20
  ) -> [Piece] {
    guard start < bytes.count, let base = bytes.baseAddress else { return [] }
    let hasQuotes = memchr(base + start, 34, bytes.count - start) != nil
    return hasQuotes
      ? quotedPieces(bytes, start, separator, size) : plainPieces(bytes, start, size)
  }

  private static func plainPieces(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ size: Int) -> [Piece] {
    var pieces: [Piece] = []
    var from = start
    while from < bytes.count {
      let to = lineEnd(bytes, from: min(bytes.count, from + size))
      pieces.append(Piece(range: from..<to))
      from = to
    }
    return pieces
  }

  /// Walks over the records: a quote opens only at the start of a field. A quote that is still open at the end
  /// of the text was not meant as one: its line makes a piece of its own and the walk goes on behind it.
  private static func quotedPieces(
    _ bytes: UnsafeRawBufferPointer, _ start: Int, _ separator: UInt8, _ size: Int
  ) -> [Piece] {
    var pieces: [Piece] = []
    var from = start, i = start, recordStart = start
    var isAtFieldStart = true
    while i < bytes.count {
      let byte = bytes[i]
      if byte == 34, isAtFieldStart {
        guard let close = closingQuote(bytes, from: i + 1) else {
          let to = lineEnd(bytes, from: i + 1)
          if recordStart > from { pieces.append(Piece(range: from..<recordStart)) }
          pieces.append(Piece(range: recordStart..<to, openQuote: i))
          from = to
          i = to
          recordStart = to
          continue
        }
        i = close + 1
        isAtFieldStart = false
        continue
      }
      i += 1
      isAtFieldStart = byte == separator || byte == 10
      if byte == 10 {
        recordStart = i
        if i - from >= size {
          pieces.append(Piece(range: from..<i))
          from = i
        }
      }
    }
    if from < bytes.count { pieces.append(Piece(range: from..<bytes.count)) }
    return pieces
  }

  private static func closingQuote(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    var i = start
    while i < bytes.count {
      guard let base = bytes.baseAddress, let hit = memchr(base + i, 34, bytes.count - i) else { return nil }
      let at = UnsafeRawPointer(hit) - base
      guard at + 1 < bytes.count, bytes[at + 1] == 34 else { return at }
      i = at + 2
    }
    return nil
  }

  /// The place behind the line end at or behind `start`.
  static func lineEnd(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    guard start > 0, start < bytes.count, let base = bytes.baseAddress else { return bytes.count }
    guard let hit = memchr(base + start - 1, 10, bytes.count - start + 1) else { return bytes.count }
    return UnsafeRawPointer(hit) - base + 1
  }

  /// Line ends in a piece: no more records than that, and one.
  static func lines(in bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    let start = base.assumingMemoryBound(to: UInt8.self) + range.lowerBound
    return ctext_count(start, range.count, 10)
  }
}
