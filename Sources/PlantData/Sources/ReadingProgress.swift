internal import Glibc
internal import Report
internal import Synchronization

/// Counts bytes as workers read them and shows how far reading has come, once it takes more than half a
/// second.
final class ReadingProgress: Sendable {
  private let title: Text
  private let total: Int
  private let done = Atomic<Int>(0)
  private let lastShown: Atomic<Int>
  private let hasShown = Atomic<Bool>(false)

  init(title: Text, total: Int) {
    self.title = title
    self.total = max(1, total)
    lastShown = Atomic(ReadingProgress.milliseconds + 300)
  }

  func add(_ bytes: Int) {
    let sum = done.add(bytes, ordering: .relaxed).newValue
    let now = ReadingProgress.milliseconds
    let last = lastShown.load(ordering: .relaxed)
    guard now - last > 200,
      lastShown.compareExchange(expected: last, desired: now, ordering: .relaxed).exchanged
    else { return }
    hasShown.store(true, ordering: .relaxed)
    let detail = "\((Double(sum) / 1e6).fixed(0)) / \((Double(total) / 1e6).fixed(0)) MB"
    Progress(title: title, fraction: Double(sum) / Double(total), detail: Text(detail)).show()
  }

  func end() {
    if hasShown.load(ordering: .relaxed) { Progress(title: title, fraction: 1, isLast: true).show() }
  }

  private static var milliseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }
}
