internal import Randomness
internal import Tensors

/// One step of a training: forward, loss, gradients, optimizer. A network that can be traced runs as a program, one
/// for each shape of batch, all in the same memory; any other runs operation by operation.
final class TrainingStep {
  private let network: Network
  private let options: TrainingOptions
  private let loss: Loss
  private let optimizer: any Optimizer
  private let learned: [Weight]
  private let weights: [Weight]
  private let averaged: WeightSnapshot?
  private let memory = ProgramMemory()
  private var programs: [[Shape]: Program] = [:]
  private var traces: Bool

  init(_ network: Network, _ loss: Loss, _ options: TrainingOptions) {
    self.network = network
    self.options = options
    self.loss = loss
    optimizer = options.optimizer.make(
      momentum: options.momentum, nesterov: options.nesterov, weightDecay: options.weightDecay)
    weights = network.root.allWeights
    learned = weights.filter(\.isLearned)
    averaged = options.averaging == nil ? nil : WeightSnapshot(weights)
    traces = options.traces && network.isTraceable
  }

  /// What a step is given, in the order of a program's inputs.
  struct Input {
    var samples: Tensor
    var features: Tensor?
    var wanted: Wanted
    var seed: Tensor
    /// See `Optimizer.step`.
    var scalars: Tensor

    var tensors: [Tensor] { [samples, wanted.tensor, seed, scalars] + (features.map { [$0] } ?? []) }

    func replaced(by tensors: [Tensor]) -> Input {
      Input(
        samples: tensors[0], features: features == nil ? nil : tensors[4],
        wanted: Wanted(tensor: tensors[1], areClasses: wanted.areClasses), seed: tensors[2],
        scalars: tensors[3])
    }
  }

  /// - Parameter check: looks at the loss before any weight is changed; what it throws ends the step.
  /// - Returns: the loss, and what the network said.
  func run(_ input: Input, check: (Float) throws -> Void) throws -> (loss: Float, output: Tensor) {
    try options.precision.use { try step(input, check) }
  }

  private func step(_ input: Input, _ check: (Float) throws -> Void) throws -> (loss: Float, output: Tensor) {
    if let program = try program(for: input) {
      try program.run(input.tensors) { try check(program.results[0].item) }
      return (program.results[0].item, program.results[1])
    }
    let (value, output) = try forward(input)
    try check(value.item)
    try move(value, input)
    return (value.item, output.detached())
  }

  private func forward(_ input: Input) throws -> (value: Tensor, output: Tensor) {
    let pass = ForwardPass(isTraining: true, features: input.features, seed: input.seed)
    let output = try network.forward(input.samples, pass)
    return (try loss.value(output, input.wanted, options), output)
  }

  private func move(_ value: Tensor, _ input: Input) throws {
    for weight in learned { weight.tensor.gradient = nil }
    defer { for weight in learned { weight.tensor.gradient = nil } }
    try value.backward()
    let reached = learned.filter { $0.tensor.gradient != nil }
    let moved = reached.filter(\.decays) + reached.filter { !$0.decays }
    let gradients = moved.compactMap(\.tensor.gradient)
    let clipping = options.clipNorm.map(GradientClipping.init(limit:))
    optimizer.step(moved, gradients, clipping?.scalars(input.scalars, gradients) ?? input.scalars)
    if let keep = options.averaging { averaged?.average(weights, keeping: keep) }
  }

  private func program(for input: Input) throws -> Program? {
    guard traces else { return nil }
    let shapes = input.tensors.map(\.shape)
    if let known = programs[shapes] { return known }
    do {
      let program = try Program(inputs: shapes, varying: weights.map(\.tensor), memory: memory) { tensors in
        let traced = input.replaced(by: tensors)
        let (value, output) = try forward(traced)
        Program.pause()
        try move(value, traced)
        return [value, output.detached()]
      }
      programs[shapes] = program
      return program
    } catch is UntraceableError {
      traces = false
      return nil
    }
  }

  /// The running mean of the weights, where one is kept.
  func restoreAverage() { averaged?.restore(weights) }

  /// Bytes of the program for such an input; nil where the network cannot be traced.
  func peakBytes(for input: Input) throws -> Int? { try program(for: input)?.peakBytes }
}
