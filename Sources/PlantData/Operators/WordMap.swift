/// Gives each distinct 64-bit word a number, in order of first appearance: by a table for small words, by
/// open addressing for others.
struct WordMap {
  private var slots: Buffer<Int32>
  private var words: [UInt64] = []
  private let isDirect: Bool
  private(set) var count = 0
  private(set) var missing: Int32 = -1

  /// - Parameter bound: every word is below it, when it is known.
  init(bound: Int? = nil) {
    isDirect = bound.map { $0 <= 1 << 22 } ?? false
    slots = Buffer(repeating: -1, count: isDirect ? max(bound ?? 0, 1) : 1024)
  }

  /// The number that stands for "no value".
  mutating func numberOfMissing() -> Int32 {
    if missing < 0 {
      missing = Int32(count)
      count += 1
      if !isDirect { words.append(0) }
    }
    return missing
  }

  @inline(__always)
  mutating func number(_ word: UInt64) -> Int32 {
    if isDirect {
      let known = slots.start[Int(word)]
      if known >= 0 { return known }
      slots.start[Int(word)] = Int32(count)
      count += 1
      return Int32(count - 1)
    }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: TextHash.mix(word)) & mask
    while true {
      let number = slots.start[slot]
      if number < 0 { return add(word, at: slot) }
      if words[Int(number)] == word { return number }
      slot = (slot + 1) & mask
    }
  }

  /// The number of a word, or -1 when it was never given one.
  @inline(__always)
  func find(_ word: UInt64) -> Int32 {
    if isDirect { return word < UInt64(slots.count) ? slots.start[Int(word)] : -1 }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: TextHash.mix(word)) & mask
    while true {
      let number = slots.start[slot]
      if number < 0 || words[Int(number)] == word { return number }
      slot = (slot + 1) & mask
    }
  }

  private mutating func add(_ word: UInt64, at slot: Int) -> Int32 {
    let number = Int32(count)
    slots.start[slot] = number
    words.append(word)
    count += 1
    guard count * 2 > slots.count else { return number }
    let wider = Buffer<Int32>(repeating: -1, count: slots.count * 2)
    let mask = wider.count - 1
    for n in 0..<count where Int32(n) != missing {
      var slot = Int(truncatingIfNeeded: TextHash.mix(words[n])) & mask
      while wider.start[slot] >= 0 { slot = (slot + 1) & mask }
      wider.start[slot] = Int32(n)
    }
    slots = wider
    return number
  }
}
