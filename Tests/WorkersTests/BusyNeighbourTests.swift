import Glibc
import Synchronization
import Testing
import Workers

@Suite struct BusyNeighbourTests {
  /// Seconds for many small pieces of work, one after the other: the least of some rounds.
  static func seconds(_ pool: ThreadPool) -> Double {
    let sink = Atomic<Int>(0)
    func round() -> Double {
      let clock = ContinuousClock()
      let spent = clock.measure {
        for _ in 0..<2_000 {
          pool.run(8) { part in
            var x = part
            for i in 0..<8_000 { x = (x &* 6_364_136_223_846_793_005 &+ i) ^ (x >> 7) }
            sink.wrappingAdd(x, ordering: .relaxed)
          }
        }
      }
      return Double(spent.components.attoseconds) * 1e-18 + Double(spent.components.seconds)
    }
    return (0..<3).map { _ in round() }.sorted()[1]
  }

  /// With a thread that never rests on each core, half of the machine is left, and threads that wait for each other
  /// meet less often; OpenMP's come to 10 to 100 times here. The bound leaves room for a third program.
  @Test func aBusyNeighbourOnEveryCoreDoesNotCollapseIt() {
    let cores = Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let pool = ThreadPool(threads: cores)
    let alone = Self.seconds(pool)
    let resting = Gate()
    let neighbours = (0..<cores).map { _ in Companion { while !resting.isOpen {} } }
    let together = Self.seconds(pool)
    resting.open()
    for neighbour in neighbours { neighbour.join() }
    let ratio = together / alone
    #expect(ratio < 6, "\(ratio) times as long")
    pool.stop()
  }
}
