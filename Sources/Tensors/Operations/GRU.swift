internal import CKernels

extension Tensor {
  /// Gated recurrent units (Cho et al., 2014; the reset gate after the product, as cuDNN and torch have it) over the
  /// second axis, from state 0:
  ///
  ///     r, z = sigmoid(x + h U), c = tanh(x + r (h U + b)); h = (1 - z) c + z h
  ///
  /// This tensor is what the inputs say to the gates at every step, in the order r z c: [n, length, 3 size].
  ///
  /// - Parameters:
  ///   - recurrent: U, [size, 3 size]
  ///   - bias: b, [size]
  /// - Returns: h at every step, [n, length, size]
  public func gru(_ recurrent: Tensor, bias: Tensor) throws -> Tensor {
    guard rank == 3, recurrent.rank == 2, recurrent.shape[1] == 3 * recurrent.shape[0],
      recurrent.shape[1] == shape[2]
    else { throw ShapeFault.mismatch("gru", shape, recurrent.shape) }
    let size = recurrent.shape[0]
    guard bias.shape == [size] else { throw ShapeFault.mismatch("gru", recurrent.shape, bias.shape) }
    let plan = GRUPlan(RecurrentPlan(shape, size: size, gates: 3))
    let states = [shape[0], shape[1], size]
    let outputs = Tensor.computed(
      "gru", [states, [shape[0], shape[1], 4 * size]], from: [self, plan.plan.packed(recurrent), bias],
      scratch: plan.plan.workspace.total, plan.forward)
    let (kept, gates) = (outputs[0].detached(), outputs[1])
    return outputs[0].recorded(from: self, recurrent, bias) { [shape] gradient in
      let inner = Tensor.computed(
        "gru gradient", [shape, shape],
        from: [gates, kept, plan.plan.packed(recurrent, transposing: true), gradient],
        scratch: plan.plan.workspace.total, plan.backward)
      let dbias = try inner[1].reshaped([shape[0] * shape[1], 3 * size]).slice(2 * size..<3 * size, axis: 1)
      return [
        inner[0], recurrent.tracksGradient ? try kept.recurrentGradient(inner[1]) : nil, try dbias.sum([0]),
      ]
    }
  }
}

private struct GRUPlan {
  let plan: RecurrentPlan

  init(_ plan: RecurrentPlan) { self.plan = plan }

  /// States of all steps; r, z, c and what the state says to c (before r) are kept for the gradient.
  func forward(_ memory: Operands) {
    let (x, w, bias) = (memory.input(0), memory.input(1), memory.input(2))
    let (states, gates, size) = (memory.output(), memory.output(1), plan.size)
    plan.forEachStep { samples, step, part in
      let sums = plan.gateSums(memory.scratch, part)
      plan.multiply(
        states, w, to: sums, distance: 3 * size, adding: false, samples, step, memory.scratch, part)
      for (place, sample) in samples.enumerated() {
        let row = sample * plan.length + step
        let (given, said, gate) = (x + row * 3 * size, sums + place * 3 * size, gates + row * 4 * size)
        let state = states + row * size
        for j in 0..<2 * size { gate[j] = given[j] + said[j] }
        ck_unary(CK_SIGMOID, gate, 0, gate, 2 * size)
        for j in 0..<size {
          gate[3 * size + j] = said[2 * size + j] + bias[j]
          gate[2 * size + j] = given[2 * size + j] + gate[j] * gate[3 * size + j]
        }
        ck_unary(CK_TANH, gate + 2 * size, 0, gate + 2 * size, size)
        for j in 0..<size {
          let (z, c) = (gate[size + j], gate[2 * size + j])
          state[j] = (1 - z) * c + (step > 0 ? z * state[j - size] : 0)
        }
      }
    }
  }

  /// From the gradient of the states to those of what the inputs and the states said to the gates.
  func backward(_ memory: Operands) {
    let (gates, states, w, g) = (memory.input(0), memory.input(1), memory.input(2), memory.input(3))
    let (dgiven, dsaid, size) = (memory.output(), memory.output(1), plan.size)
    plan.forEachStepBackward(memory.scratch) { samples, step, part, carried in
      for (place, sample) in samples.enumerated() {
        let row = sample * plan.length + step
        let (gate, state, dstate) = (
          gates + row * 4 * size, states + row * size, carried.state + place * size
        )
        let (di, ds) = (dgiven + row * 3 * size, dsaid + row * 3 * size)
        for j in 0..<size {
          let (r, z, c, u) = (gate[j], gate[size + j], gate[2 * size + j], gate[3 * size + j])
          let slope = dstate[j] + g[row * size + j]
          let inner = slope * (1 - z) * (1 - c * c)
          let before = step > 0 ? state[j - size] : 0
          di[j] = inner * u * r * (1 - r)
          di[size + j] = slope * (before - c) * z * (1 - z)
          di[2 * size + j] = inner
          (ds[j], ds[size + j], ds[2 * size + j]) = (di[j], di[size + j], inner * r)
          dstate[j] = slope * z
        }
      }
      plan.carry(dsaid, w, to: carried.state, adding: true, samples, step, memory.scratch, part)
    }
  }
}
