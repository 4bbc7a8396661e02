internal import Report

/// A network's computation for one shape, traced once and replayed: a list of kernel calls on memory that was laid
/// out in advance. A run allocates nothing and decides nothing.
///
///     let program = try Program(inputs: [[32, 64, 64, 1]]) { x in try [network.forward(x[0], pass)] }
///     try program.run([images])
///     program.results[0]      // [32, classes]
public final class Program {
  /// What the runs leave for the caller to read: overwritten by the next run.
  public private(set) var results: [Tensor] = []
  let steps: [Trace.Step]
  let plan: MemoryPlan
  private let memory: ProgramMemory
  private let inputShapes: [Shape]
  private let fixed: [Storage]
  private let table: UnsafeMutablePointer<UnsafeMutablePointer<Float>>
  private let tableSize: Int
  private let starts: [Int]
  /// Places in the table that lie in the program's memory, and those of each input.
  private var made: [(place: Int, offset: Int)] = []
  private var given: [[Int]]
  private var bound: UnsafeMutablePointer<Float>?

  /// Traces `body`.
  ///
  /// - Parameters:
  ///   - inputs: shapes of the tensors that each run is given.
  ///   - varying: tensors whose values change between runs, by the program itself or by others: weights in training.
  ///   - body: computes the results; its tensors have no values yet.
  /// - Throws: what `body` throws; `UntraceableError` when it looked at values; a fault when the memory is not there.
  public init(
    inputs: [Shape], varying: [Tensor] = [], memory: ProgramMemory = ProgramMemory(),
    _ body: ([Tensor]) throws -> [Tensor]
  ) throws {
    let trace = Trace()
    varying.forEach(trace.varies)
    let results = try Trace.$current.withValue(trace) {
      let given = inputs.enumerated().map { trace.input($0.element, $0.offset) }
      return try body(given).map { result in
        given.contains { $0.storage === result.storage } ? result.copied() : result
      }
    }
    guard !trace.isVoid else { throw UntraceableError() }
    self.results = results.map(trace.result)
    trace.dropUnused()
    trace.joinSums()
    plan = MemoryPlan(trace)
    try ProgramMemory.check(floats: plan.size)
    steps = trace.steps
    inputShapes = inputs
    self.memory = memory
    starts = steps.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.inputs.count + $1.outputs.count + 1) }
    tableSize = starts.last ?? 0
    table = .allocate(capacity: max(1, tableSize))
    table.initialize(repeating: memory.storage.start, count: max(1, tableSize))
    given = [[Int]](repeating: [], count: inputs.count)
    fixed = trace.buffers.compactMap { buffer in
      switch buffer.place {
      case .fixed(let storage), .result(let storage): storage
      case .input, .made: nil
      }
    }
    fill(trace)
  }

  deinit { table.deallocate() }

  private func fill(_ trace: Trace) {
    for (index, step) in steps.enumerated() {
      var place = starts[index]
      for buffer in step.inputs + step.outputs {
        switch trace.buffers[buffer].place {
        case .fixed(let storage), .result(let storage): table[place] = storage.start
        case .input(let number): given[number].append(place)
        case .made: made.append((place, plan.offsets[buffer] ?? 0))
        }
        place += 1
      }
      made.append((place, plan.scratchOffsets[index]))
    }
  }

  /// How many steps there are.
  public var stepCount: Int { steps.count }

  /// For the body of a trace: a run asks its caller here before it goes on, with what it has found so far.
  public static func pause() { Trace.current?.appendPause() }

  /// Runs the steps on these inputs; between two of them the user may interrupt.
  ///
  /// - Parameter atPause: called where the body called `pause`; what it throws ends the run.
  /// - Throws: `Fault.interrupted`, and what `atPause` throws.
  public func run(_ inputs: [Tensor], atPause: () throws -> Void = {}) throws {
    precondition(inputs.map(\.shape) == inputShapes, "inputs \(inputs.map(\.shape)) for \(inputShapes)")
    bind(inputs)
    for (index, step) in steps.enumerated() {
      try Interruption.check()
      if step.computation.name == Trace.pause {
        try atPause()
        continue
      }
      step.computation.body(
        Operands(
          table + starts[index], inputs: step.inputs.count, outputs: step.outputs.count,
          accumulates: step.accumulates))
    }
    withExtendedLifetime(inputs) {}
  }

  private func bind(_ inputs: [Tensor]) {
    memory.hold(plan.size)
    let base = memory.storage.start
    if bound != base {
      for (place, offset) in made { table[place] = base + offset }
      bound = base
    }
    for (input, places) in zip(inputs, given) {
      let start = input.values
      for place in places { table[place] = start }
    }
  }
}

/// A network that looks at the values of its tensors cannot be traced; it runs without a program.
public struct UntraceableError: Error {}
