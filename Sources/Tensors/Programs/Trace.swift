/// What happens while a network runs on tensors without values: which computations are asked for, on what.
///
/// Computations whose inputs are all known (constants: the normalisation of a network that is not trained, its
/// packed filters) are done at once, so that a program only does what changes from run to run.
/// It belongs to the thread that traces.
final class Trace: @unchecked Sendable {
  @TaskLocal static var current: Trace?

  /// One tensor's memory in the program.
  struct Buffer {
    enum Place {
      /// The memory of a given tensor, which lives on: a weight, a constant.
      case fixed(Storage)
      /// A tensor that each run is given.
      case input(Int)
      /// Made by a step, in the program's own memory.
      case made
      /// Made by a step and read by the caller after the run.
      case result(Storage)
    }
    var place: Place
    var floats: Int
  }

  struct Step {
    var computation: Computation
    var inputs: [Int]
    var outputs: [Int]
    /// The shape of the first output, for people.
    var shape: Shape
    var changes = false
    /// Adds to what the first output holds.
    var accumulates = false
  }

  private(set) var buffers: [Buffer] = []
  var steps: [Step] = []
  /// Set when values were looked at, which a program cannot repeat.
  private(set) var isVoid = false
  private var known: [Int: Int] = [:]
  private var varying: Set<Int> = []

  /// A tensor without values that each run is given anew.
  func input(_ shape: Shape, _ place: Int) -> Tensor {
    let tensor = Tensor(shape, storage: Storage(deferred: shape.elementCount))
    varying.insert(buffer(of: tensor, .input(place)))
    return tensor
  }

  /// Notes that a tensor's values change between runs, so that nothing is computed from them in advance.
  func varies(_ tensor: Tensor) { varying.insert(buffer(of: tensor, .fixed(tensor.storage))) }

  /// Gives a tensor memory of its own, for the caller to read after each run.
  func result(_ tensor: Tensor) -> Tensor {
    let index = buffer(of: tensor, .fixed(tensor.storage))
    if case .made = buffers[index].place { buffers[index].place = .result(Storage(buffers[index].floats)) }
    guard case .result(let storage) = buffers[index].place else { return tensor }
    return Tensor(tensor.shape, storage: storage)
  }

  /// Whether any of these tensors will have other values in another run.
  func follows(_ tensors: [Tensor]) -> Bool {
    tensors.contains { known[$0.storage.serial].map(varying.contains) ?? false }
  }

  func append(_ computation: Computation, _ inputs: [Tensor], _ outputs: [Tensor]) {
    let read = inputs.map { buffer(of: $0, .fixed($0.storage)) }
    let written = outputs.map { buffer(of: $0, .made) }
    varying.formUnion(written)
    steps.append(Step(computation: computation, inputs: read, outputs: written, shape: outputs[0].shape))
  }

  func append(_ computation: Computation, _ inputs: [Tensor], changing changed: [Tensor]) {
    let read = inputs.map { buffer(of: $0, .fixed($0.storage)) }
    let written = changed.map { buffer(of: $0, .fixed($0.storage)) }
    varying.formUnion(written)
    steps.append(
      Step(
        computation: computation, inputs: read, outputs: written, shape: changed.first?.shape ?? [],
        changes: true))
  }

  /// A place where a run asks its caller whether it may go on.
  func appendPause() {
    let nothing = Computation(name: Trace.pause) { _ in }
    steps.append(Step(computation: nothing, inputs: [], outputs: [], shape: [], changes: true))
  }

  static let pause = "pause"

  func valuesWereRead() { isVoid = true }

  private func buffer(of tensor: Tensor, _ place: Buffer.Place) -> Int {
    if let index = known[tensor.storage.serial] { return index }
    buffers.append(Buffer(place: place, floats: tensor.storage.capacity))
    known[tensor.storage.serial] = buffers.count - 1
    return buffers.count - 1
  }
}
