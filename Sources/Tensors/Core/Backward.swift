internal import Report

extension Tensor {
  /// Adds the gradient of this tensor's sum to `gradient` of every parameter it came from (reverse mode,
  /// Linnainmaa 1970). The record of how the tensor came about is used up on the way, so that memory is free
  /// again as early as possible.
  ///
  ///     let w = try Tensor([3]).parameter()
  ///     try (w * w).backward()
  ///     w.gradient!.item      // 6
  public func backward() throws {
    guard tracksGradient else {
      throw Fault(
        .usage, en: "backward: no parameter took part in this tensor",
        zh: "backward：该张量的计算中没有参数")
    }
    var order = Tensor.topologicalOrder(from: self)
    var pending: [ObjectIdentifier: Tensor] = [ObjectIdentifier(self): Tensor.ones(shape)]
    while let tensor = order.popLast() {
      guard let arrived = pending.removeValue(forKey: ObjectIdentifier(tensor)) else { continue }
      if tensor.requiresGradient { tensor.gradient = Tensor.accumulated(tensor.gradient, arrived) }
      guard let node = tensor.node else { continue }
      tensor.node = nil
      let gradients = try node.gradient(arrived)
      for (input, gradient) in zip(node.inputs, gradients) where input.tracksGradient {
        guard let gradient else { continue }
        precondition(gradient.shape == input.shape, "gradient \(gradient.shape) for \(input.shape)")
        let key = ObjectIdentifier(input)
        pending[key] = Tensor.accumulated(pending.removeValue(forKey: key), gradient)
      }
    }
  }

  /// Inputs before outputs; without recursion, so that a deep network cannot exhaust the stack.
  private static func topologicalOrder(from root: Tensor) -> [Tensor] {
    var order: [Tensor] = []
    var seen: Set<ObjectIdentifier> = [ObjectIdentifier(root)]
    var stack: [(tensor: Tensor, next: Int)] = [(root, 0)]
    while let (tensor, next) = stack.last {
      guard let inputs = tensor.node?.inputs, next < inputs.count else {
        order.append(tensor)
        stack.removeLast()
        continue
      }
      stack[stack.count - 1].next += 1
      let input = inputs[next]
      if input.tracksGradient, seen.insert(ObjectIdentifier(input)).inserted { stack.append((input, 0)) }
    }
    return order
  }

  /// The sum of what has arrived so far and `more`, written into the former where nobody else holds it.
  private static func accumulated(_ sofar: consuming Tensor?, _ more: Tensor) -> Tensor {
    guard var sofar = consume sofar else { return more }
    guard Trace.current == nil, isKnownUniquelyReferenced(&sofar), isKnownUniquelyReferenced(&sofar.storage)
    else { return sofar.accumulated(more) }
    sofar.add(more)
    return sofar
  }

  /// Takes this tensor out of the record: same values, no gradient.
  public func detached() -> Tensor { Tensor(shape, storage: storage) }

  /// Marks the tensor as a parameter, which collects a gradient.
  @discardableResult
  public func parameter() -> Tensor {
    requiresGradient = true
    return self
  }
}
