/// One computation: what it is called, what memory it needs, and what it does there. It is done at once, or,
/// inside a trace, kept as a step of a program that may run a thousand times.
struct Computation {
  let name: String
  /// Floats that it needs while it runs.
  var scratch = 0
  /// The input whose memory the first output may take, because each value is read before its place is written.
  var overwrites: Int?
  /// Whether it can add its result to what the first output holds (`Operands.flags`).
  var accumulates = false
  /// Computes the outputs. Runs many times, on any memory: it holds on to no tensor and allocates nothing.
  let body: (Operands) -> Void

  /// Runs on the memory of these tensors.
  func run(_ inputs: [Tensor], _ outputs: [Tensor]) {
    let space = scratch > 0 ? Storage(scratch) : nil
    withUnsafeTemporaryAllocation(
      of: UnsafeMutablePointer<Float>.self, capacity: inputs.count + outputs.count + 1
    ) { table in
      guard let start = table.baseAddress else { return }
      for (place, tensor) in inputs.enumerated() { table[place] = tensor.values }
      for (place, tensor) in outputs.enumerated() { table[inputs.count + place] = tensor.values }
      if let space { table[inputs.count + outputs.count] = space.start }
      body(Operands(start, inputs: inputs.count, outputs: outputs.count))
    }
    withExtendedLifetime((space, inputs, outputs)) {}
  }
}

extension Tensor {
  /// Tensors of these shapes that `body` computes from `inputs`: the one way in which values come about from
  /// values.
  package static func computed(
    _ name: String, _ shapes: [Shape], from inputs: [Tensor], scratch: Int = 0, overwriting: Int? = nil,
    accumulating: Bool = false, _ body: @escaping (Operands) -> Void
  ) -> [Tensor] {
    let computation = Computation(
      name: name, scratch: scratch, overwrites: overwriting, accumulates: accumulating, body: body)
    if let trace = Trace.current, trace.follows(inputs) {
      let outputs = shapes.map { Tensor($0, storage: Storage(deferred: $0.elementCount)) }
      trace.append(computation, inputs, outputs)
      return outputs
    }
    let outputs = shapes.map { Tensor(uninitialized: $0) }
    computation.run(inputs, outputs)
    return outputs
  }

  /// One tensor that `body` computes.
  package static func computed(
    _ name: String, _ shape: Shape, from inputs: Tensor..., scratch: Int = 0, overwriting: Int? = nil,
    accumulating: Bool = false, _ body: @escaping (Operands) -> Void
  ) -> Tensor {
    computed(
      name, [shape], from: inputs, scratch: scratch, overwriting: overwriting, accumulating: accumulating,
      body)[0]
  }

  /// Changes the values of tensors in place: running statistics, weights under an optimizer.
  package static func change(
    _ name: String, _ changed: [Tensor], reading inputs: [Tensor], scratch: Int = 0,
    _ body: @escaping (Operands) -> Void
  ) {
    let computation = Computation(name: name, scratch: scratch, body: body)
    if let trace = Trace.current, trace.follows(inputs + changed) {
      trace.append(computation, inputs, changing: changed)
    } else {
      computation.run(inputs, changed)
    }
  }
}
