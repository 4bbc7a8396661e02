internal import Randomness

/// What is wrong with the records of a shift, on purpose: which pieces each kind of harm befalls.
struct Dirt: Sendable {
  /// Numbers of pieces (from 1) for each kind of harm.
  let withoutImage: Set<Int>
  let cutImage: Set<Int>
  let withoutCoil: Set<Int>
  let withoutResult: Set<Int>
  let bookedTwice: Set<Int>
  let bookedAgainLater: Set<Int>
  let withoutGauge: Set<Int>
  let emptyGauge: Set<Int>
  let measuredTwice: Set<Int>
  let seed: UInt64

  init(seed: UInt64, units count: Int) {
    self.seed = seed
    var generator = SeededGenerator(seed: seed, for: "dirt")
    var order = generator.permutation(count).map { $0 + 1 }[...]
    /// The next pieces of the random order: as many of a shift of 1,200, fewer of a shorter one.
    func take(_ number: Int) -> Set<Int> {
      let taken = Set(order.prefix(max(1, number * count / 1200)))
      order = order.dropFirst(taken.count)
      return taken
    }
    withoutImage = take(6)
    cutImage = take(1)
    withoutCoil = take(2)
    withoutResult = take(3)
    bookedTwice = take(2)
    bookedAgainLater = take(2)
    withoutGauge = take(8)
    emptyGauge = take(9)
    measuredTwice = take(5)
  }

  /// The serial the way a careless hand or another system writes it: mostly right, sometimes in small
  /// letters, sometimes with fewer or more zeros.
  func serial(of unit: StripUnit, in system: String, careless: Double) -> String {
    var generator = SeededGenerator(seed: seed, for: "serial " + system, unit.number)
    guard generator.uniform() < careless else { return unit.serial }
    switch generator.below(3) {
    case 0: return unit.serial.lowercased()
    case 1: return "SN\(unit.number)"
    default: return "Sn0" + unit.serial.dropFirst(2)
    }
  }
}
