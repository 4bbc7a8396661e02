internal import CKernels
internal import Workers

/// Elements that one worker takes at least, so that starting it pays.
let elementGrain = 16_384

extension Tensor {
  /// A sum of gradients that arrived on two ways; a program may join it with what made the second.
  static let sumOfGradients = "sum of gradients"

  /// The sum of two gradients of one shape.
  func accumulated(_ other: Tensor) -> Tensor {
    let count = count
    return .computed(Tensor.sumOfGradients, shape, from: self, other, overwriting: 0) { memory in
      let (a, b, y) = (memory.input(0), memory.input(1), memory.output())
      Workers.run(count, grain: elementGrain) { range in
        let i = range.lowerBound
        ck_binary(CK_ADD, a + i, CK_FULL, b + i, CK_FULL, y + i, range.count, 0, 0, 1)
      }
    }
  }

  /// Adds in place; only for a tensor that nobody else holds.
  func add(_ other: Tensor) {
    let count = count
    Tensor.change("add", [self], reading: [other]) { memory in
      let (x, y) = (memory.input(0), memory.output())
      Workers.run(count, grain: elementGrain) { range in
        ck_add_multiple(x + range.lowerBound, 1, y + range.lowerBound, range.count)
      }
    }
  }

  /// The same values in memory of their own. No gradient.
  package func copied() -> Tensor {
    let count = count
    return .computed("copy", shape, from: self) { memory in
      memory.output().update(from: memory.input(0), count: count)
    }
  }

  /// A computation on each value of this tensor and of others of its shape: `body` gets the operands' memory and
  /// a range of places.
  func valuewise(
    _ name: String, with others: Tensor..., body: @escaping (Operands, Range<Int>) -> Void
  ) -> Tensor {
    for other in others {
      precondition(shape == other.shape, "\(name): \(shape.text) with \(other.shape.text)")
    }
    let count = count
    return Tensor.computed(name, [shape], from: [self] + others, overwriting: 0) { memory in
      Workers.run(count, grain: elementGrain) { range in body(memory, range) }
    }[0]
  }
}
