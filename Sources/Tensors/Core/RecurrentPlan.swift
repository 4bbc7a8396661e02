internal import CKernels

/// The work of a recurrent operation: samples are cut into parts, and each part goes through all steps for its own
/// samples. Gates are [n, length, gates · size], states [n, length, size].
struct RecurrentPlan {
  let length: Int
  let size: Int
  let gates: Int
  private let parts: Parts
  /// For each part: what one step hands to the one before it (state, and one number more for each), a row, sums of
  /// gates, and what the matrix product needs.
  let workspace: Workspace
  private let rows: Int

  init(_ shape: Shape, size: Int, gates: Int) {
    length = shape[1]
    self.size = size
    self.gates = gates
    parts = Parts(shape[0])
    rows = (shape[0] + parts.count - 1) / parts.count
    let product = max(
      ck_sgemm_workspace(rows, gates * size, size), ck_sgemm_workspace(rows, size, gates * size))
    workspace = Workspace((2 * rows + 1 + gates * rows) * size + 16 + product, parts: parts)
  }

  typealias Values = UnsafeMutablePointer<Float>

  /// The recurrent weights, [size, gates · size], in the order in which a step's product reads them; transposed for
  /// the way back. Packed once for all steps.
  func packed(_ recurrent: Tensor, transposing: Bool = false) -> Tensor {
    let (rows, columns) = transposing ? (gates * size, size) : (size, gates * size)
    let distance = gates * size
    return .computed("pack matrix", [ck_sgemm_packed_b(columns, rows, 0)], from: recurrent) { memory in
      ck_sgemm_pack_b(memory.input(0), distance, transposing, memory.output(), columns, rows, 0)
    }
  }

  /// Calls `body` with each part's samples and the steps in order.
  func forEachStep(_ body: (_ samples: Range<Int>, _ step: Int, _ part: Int) -> Void) {
    parts.run { part, samples in
      for step in 0..<length { body(samples, step, part) }
    }
  }

  /// Calls `body` with each part's samples and the steps from the last; `carried` starts as zeros.
  func forEachStepBackward(
    _ scratch: Values,
    _ body: (_ samples: Range<Int>, _ step: Int, _ part: Int, _ carried: (state: Values, other: Values)) ->
      Void
  ) {
    parts.run { part, samples in
      let state = scratch + part * workspace.size
      state.update(repeating: 0, count: 2 * samples.count * size)
      for step in (0..<length).reversed() { body(samples, step, part, (state, state + samples.count * size)) }
    }
  }

  /// Sums of the gates of a part's samples, [samples, gates · size].
  func gateSums(_ scratch: Values, _ part: Int) -> Values {
    scratch + part * workspace.size + (2 * rows + 1) * size
  }

  private func productSpace(_ scratch: Values, _ part: Int) -> Values {
    let used = (2 * rows + 1 + gates * rows) * size
    return scratch + part * workspace.size + (used + 15) / 16 * 16
  }

  /// target (+)= the states of the step before times the packed weights; target's rows lie `distance` apart. At the
  /// first step there are no such states: zeros, or nothing where it adds.
  func multiply(
    _ states: Values, _ packed: Values, to target: Values, distance: Int, adding: Bool, _ samples: Range<Int>,
    _ step: Int, _ scratch: Values, _ part: Int
  ) {
    guard step > 0 else {
      if !adding { target.update(repeating: 0, count: samples.count * distance) }
      return
    }
    let before = states + (samples.lowerBound * length + step - 1) * size
    ck_sgemm_with_packed(
      before, length * size, false, packed, nil, target, distance, samples.count, gates * size, size,
      adding ? Int32(CK_ACCUMULATE) : 0, productSpace(scratch, part))
  }

  /// Adds what the states of the step before say to this step's gates.
  func addRecurrence(
    of states: Values, _ packed: Values, to target: Values, _ samples: Range<Int>, _ step: Int,
    _ scratch: Values,
    _ part: Int
  ) {
    let row = target + (samples.lowerBound * length + step) * gates * size
    multiply(
      states, packed, to: row, distance: length * gates * size, adding: true, samples, step, scratch, part)
  }

  /// The gradient that this step's gates hand to the states of the step before.
  func carry(
    _ dgates: Values, _ packed: Values, to state: Values, adding: Bool = false, _ samples: Range<Int>,
    _ step: Int, _ scratch: Values, _ part: Int
  ) {
    guard step > 0 else { return }
    let row = dgates + (samples.lowerBound * length + step) * gates * size
    ck_sgemm_with_packed(
      row, length * gates * size, false, packed, nil, state, size, samples.count, size, gates * size,
      adding ? Int32(CK_ACCUMULATE) : 0, productSpace(scratch, part))
  }
}

extension Tensor {
  /// The gradient of the recurrent weights from that of the gates: the states of the steps before, transposed,
  /// times it. This tensor is the states, [n, length, size].
  func recurrentGradient(_ gates: Tensor) throws -> Tensor {
    let (n, length, size) = (shape[0], shape[1], shape[2])
    let before = Tensor.computed("states before", [n * length, size], from: self) { memory in
      let (x, y) = (memory.input(0), memory.output())
      for sample in 0..<n where length > 0 {
        let row = sample * length * size
        (y + row).update(repeating: 0, count: size)
        (y + row + size).update(from: x + row, count: (length - 1) * size)
      }
    }
    let flat = try gates.reshaped([n * length, gates.shape[2]])
    return MatrixProduct(before, flat, transposingA: true).result()
  }
}
