/// Where on the stack each parameter of a call stands; 0 for one that was not given.
public struct Slots {
  private let indices: [Int32]

  init(_ indices: [Int32]) { self.indices = indices }

  public subscript(parameter: Int) -> Int32 { indices[parameter] }

  /// The slot of parameter `k`, counting on.
  public func next(_ k: inout Int) -> Int32 {
    defer { k += 1 }
    return indices[k]
  }
}
