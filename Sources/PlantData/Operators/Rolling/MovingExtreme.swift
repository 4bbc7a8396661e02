/// The least or the largest of values that enter and leave: a queue of those that no later one has overtaken
/// (Lemire 2006, "Streaming maximum-minimum filter using no more than three comparisons per element").
struct MovingExtreme: MovingFigure {
  private let largest: Bool
  private(set) var count = 0
  private var nans = 0
  private var queue: [(value: Double, place: Int)] = []
  private var head = 0

  init(largest: Bool) { self.largest = largest }

  mutating func add(_ value: Double, _ place: Int) {
    count += 1
    guard !value.isNaN else {
      nans += 1
      return
    }
    while queue.count > head,
      largest ? queue[queue.count - 1].value <= value : queue[queue.count - 1].value >= value
    {
      queue.removeLast()
    }
    queue.append((value, place))
  }

  mutating func remove(_ value: Double, _ place: Int) {
    count -= 1
    guard !value.isNaN else {
      nans -= 1
      return
    }
    if head < queue.count, queue[head].place == place { head += 1 }
    if head > 1024, head * 2 > queue.count {
      queue.removeFirst(head)
      head = 0
    }
  }

  mutating func clear() {
    (count, nans, head) = (0, 0, 0)
    queue.removeAll(keepingCapacity: true)
  }

  /// The figure now; nil where there is none.
  var result: Double? { nans > 0 ? .nan : head < queue.count ? queue[head].value : nil }
}
