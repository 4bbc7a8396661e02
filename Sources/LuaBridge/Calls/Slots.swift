/// Where on the stack each parameter of a call stands; 0 for one that was not given.
///
/// It holds its indices itself: a call allocates nothing.
public struct Slots {
  @usableFromInline static var most: Int { 32 }

  @usableFromInline var indices: InlineArray<32, Int32>

  init() { indices = InlineArray(repeating: 0) }

  @inlinable public subscript(parameter: Int) -> Int32 {
    get { indices[parameter] }
    set { indices[parameter] = newValue }
  }

  /// The slot of parameter `k`, counting on.
  @inlinable public func next(_ k: inout Int) -> Int32 {
    defer { k += 1 }
    return indices[k]
  }
}
