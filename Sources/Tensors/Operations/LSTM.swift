internal import CKernels

extension Tensor {
  /// Long short-term memory (Hochreiter and Schmidhuber, 1997; with the forget gate of Gers et al., 2000) over the
  /// second axis, from state 0:
  ///
  ///     i, f, o = sigmoid(x + h U), g = tanh(x + h U); c = f c + i g; h = o tanh(c)
  ///
  /// This tensor is what the inputs say to the gates at every step, in the order i f g o: [n, length, 4 size].
  ///
  /// - Parameter recurrent: U, [size, 4 size]
  /// - Returns: h at every step, [n, length, size]
  public func lstm(_ recurrent: Tensor) throws -> Tensor {
    guard rank == 3, recurrent.rank == 2, recurrent.shape[1] == 4 * recurrent.shape[0],
      recurrent.shape[1] == shape[2]
    else { throw ShapeFault.mismatch("lstm", shape, recurrent.shape) }
    let plan = LSTMPlan(RecurrentPlan(shape, size: recurrent.shape[0], gates: 4))
    let states = [shape[0], shape[1], recurrent.shape[0]]
    let outputs = Tensor.computed(
      "lstm", [shape, states, states], from: [self, plan.plan.packed(recurrent)],
      scratch: plan.plan.workspace.total,
      overwriting: 0, plan.forward)
    let (gates, kept, cells) = (outputs[0], outputs[1].detached(), outputs[2])
    return outputs[1].recorded(from: self, recurrent) { [shape] gradient in
      let inner = Tensor.computed(
        "lstm gradient", [shape],
        from: [gates, cells, plan.plan.packed(recurrent, transposing: true), gradient],
        scratch: plan.plan.workspace.total, overwriting: 0, plan.backward)[0]
      return [inner, recurrent.tracksGradient ? try kept.recurrentGradient(inner) : nil]
    }
  }
}

private struct LSTMPlan {
  let plan: RecurrentPlan

  init(_ plan: RecurrentPlan) { self.plan = plan }

  /// Gates, states and cells of all steps.
  func forward(_ memory: Operands) {
    let (x, w, gates) = (memory.input(0), memory.input(1), memory.output())
    let (states, cells, size) = (memory.output(1), memory.output(2), plan.size)
    plan.forEachStep { samples, step, part in
      for sample in samples {
        let row = (sample * plan.length + step) * 4 * size
        if gates != x { (gates + row).update(from: x + row, count: 4 * size) }
      }
      plan.addRecurrence(of: states, w, to: gates, samples, step, memory.scratch, part)
      for sample in samples {
        let row = sample * plan.length + step
        let (gate, cell, state) = (gates + row * 4 * size, cells + row * size, states + row * size)
        ck_unary(CK_SIGMOID, gate, 0, gate, 2 * size)
        ck_unary(CK_TANH, gate + 2 * size, 0, gate + 2 * size, size)
        ck_unary(CK_SIGMOID, gate + 3 * size, 0, gate + 3 * size, size)
        for j in 0..<size { cell[j] = gate[j] * gate[2 * size + j] }
        if step > 0 { for j in 0..<size { cell[j] += gate[size + j] * cell[j - size] } }
        ck_unary(CK_TANH, cell, 0, state, size)
        for j in 0..<size { state[j] *= gate[3 * size + j] }
      }
    }
  }

  /// From the gradient of the states to that of what went into the gates, last step first.
  func backward(_ memory: Operands) {
    let (gates, cells, w, g) = (memory.input(0), memory.input(1), memory.input(2), memory.input(3))
    let (d, size) = (memory.output(), plan.size)
    plan.forEachStepBackward(memory.scratch) { samples, step, part, carried in
      let tangent = carried.other + samples.count * size
      for (place, sample) in samples.enumerated() {
        let row = sample * plan.length + step
        let (gate, cell, dgate) = (gates + row * 4 * size, cells + row * size, d + row * 4 * size)
        let (dstate, dcell) = (carried.state + place * size, carried.other + place * size)
        ck_unary(CK_TANH, cell, 0, tangent, size)
        for j in 0..<size {
          let (i, f, c, o) = (gate[j], gate[size + j], gate[2 * size + j], gate[3 * size + j])
          let (slope, t) = (dstate[j] + g[row * size + j], tangent[j])
          let inner = dcell[j] + slope * o * (1 - t * t)
          let before = step > 0 ? cell[j - size] : 0
          dgate[j] = inner * c * i * (1 - i)
          dgate[size + j] = inner * before * f * (1 - f)
          dgate[2 * size + j] = inner * i * (1 - c * c)
          dgate[3 * size + j] = slope * t * o * (1 - o)
          dcell[j] = inner * f
        }
      }
      plan.carry(d, w, to: carried.state, samples, step, memory.scratch, part)
    }
  }
}
