import Simulation
import Testing

@Suite struct ShiftTests {
  let units = Shift(seed: 3, units: 1200).units

  @Test func aQuarterIsBad() {
    let bad = units.count { !$0.isBookedGood }
    #expect(bad > 250 && bad < 360)
  }

  @Test func bookingsAreNearlyAlwaysRight() {
    let mistaken = units.count { $0.isBookedGood != ($0.defect == nil) }
    #expect(mistaken > 3 && mistaken < 20)
  }

  /// A patch is scale or a stain, and looks the same: the camera alone guesses, the temperature knows.
  @Test func picturesNeedTheTemperature() {
    let patched = units.filter { $0.defect == .scale || ($0.hasStain && $0.defect == nil) }
    let scale = patched.count { $0.defect == .scale }
    #expect(Double(scale) / Double(patched.count) > 0.45 && Double(scale) / Double(patched.count) < 0.65)
    let mistakes = patched.count { ($0.temperature > 951) != ($0.defect == .scale) }
    #expect(Double(mistakes) / Double(patched.count) < 0.06)
  }

  /// Process values alone: the best a temperature limit can do is little better than calling all good.
  @Test func temperatureAloneIsPoor() {
    let best =
      stride(from: 900.0, through: 1010, by: 2).map { limit in
        units.count { ($0.temperature > limit) != $0.isBookedGood }
      }.max() ?? 0
    #expect(Double(best) / Double(units.count) < 0.82)
  }

  @Test func fastStripIsScratchedMore() {
    let fast = units.filter { $0.speed > 12 }
    let slow = units.filter { $0.speed < 10.4 }
    let shares = [fast, slow].map { group in
      Double(group.count { $0.defect == .scratch }) / Double(group.count)
    }
    #expect(shares[0] > 3 * shares[1])
  }
}
