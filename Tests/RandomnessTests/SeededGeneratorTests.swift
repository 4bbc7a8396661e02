import Randomness
import Testing

@Suite struct SeededGeneratorTests {
  @Test func theSameSeedGivesTheSameNumbers() {
    var a = SeededGenerator(seed: 7), b = SeededGenerator(seed: 7), c = SeededGenerator(seed: 8)
    let first = (0..<4).map { _ in a.next() }
    #expect(first == (0..<4).map { _ in b.next() })
    #expect(first != (0..<4).map { _ in c.next() })
  }

  @Test func purposesDoNotShareAStream() {
    var a = SeededGenerator(seed: 7, for: "split"), b = SeededGenerator(seed: 7, for: "init")
    #expect(a.next() != b.next())
  }

  @Test func normalNumbersHaveTheirMoments() {
    var generator = SeededGenerator(seed: 1)
    let sample = (0..<20_000).map { _ in generator.normal(mean: 3, deviation: 2) }
    let mean = sample.reduce(0, +) / 20_000
    let variance = sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 19_999
    #expect(abs(mean - 3) < 0.05)
    #expect(abs(variance - 4) < 0.15)
  }

  @Test func permutationsHoldEachNumberOnce() {
    var generator = SeededGenerator(seed: 2)
    #expect(generator.permutation(100).sorted() == Array(0..<100))
    #expect(generator.permutation(1) == [0])
    #expect(generator.permutation(0) == [])
  }
}
