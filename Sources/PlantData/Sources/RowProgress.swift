internal import Glibc
internal import Report

/// Shows how many rows a long answer has given so far, once it takes more than half a second.
final class RowProgress {
  private let title: Text
  private let start = RowProgress.milliseconds
  private var lastShown = 0

  init(title: Text) { self.title = title }

  func show(_ rows: Int) {
    let now = RowProgress.milliseconds
    guard now - start > 500, now - lastShown > 200 else { return }
    lastShown = now
    Progress(title: title, detail: detail(rows)).show()
  }

  func end() {
    if lastShown > 0 { Progress(title: title, fraction: 1, isLast: true).show() }
  }

  private func detail(_ rows: Int) -> Text {
    rows == 0
      ? Text(en: "waiting", zh: "等待应答") : Text(en: "\(rows.grouped) rows", zh: "\(rows.grouped) 行")
  }

  private static var milliseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }
}
