import Randomness
import Report
import Tensors
import Testing

@Suite struct ProgramTests {
  private func random(_ shape: Shape, _ name: String) -> Tensor {
    var generator = SeededGenerator(seed: 3, for: name)
    return Tensor.normal(shape, using: &generator)
  }

  @Test func replayGivesWhatTheOperationsGive() throws {
    let (w, b) = (random([3, 3, 2, 4], "w"), random([4], "b"))
    func network(_ x: Tensor) throws -> Tensor {
      try x.conv2d(w, bias: b, Convolution(padding: .same)).relu().sum([1, 2]).softmax()
    }
    let program = try Program(inputs: [[2, 5, 6, 2]]) { [try network($0[0])] }
    for name in ["first", "second"] {
      let x = random([2, 5, 6, 2], name)
      try program.run([x])
      #expect(program.results[0].list == (try network(x).list))
    }
  }

  @Test func gradientsOfAProgramAreThoseOfTheOperations() throws {
    let w = random([4, 4], "w").parameter()
    func loss(_ x: Tensor) throws -> Tensor {
      let y = try Tensor.matrixMultiply(x, w).tanh()
      return try (y + Tensor.matrixMultiply(y, w) * y).power(2).mean()
    }
    func gradient(_ x: Tensor) throws -> Tensor {
      w.gradient = nil
      defer { w.gradient = nil }
      try loss(x).backward()
      return try #require(w.gradient)
    }
    let program = try Program(inputs: [[3, 4]], varying: [w]) { [try gradient($0[0])] }
    for name in ["first", "second"] {
      let x = random([3, 4], name)
      try program.run([x])
      #expect(program.results[0].list == (try gradient(x).list))
    }
  }

  @Test func weightsThatAProgramChangesStayChanged() throws {
    let total = Tensor([0, 0])
    let program = try Program(inputs: [[2]], varying: [total]) { inputs in
      Tensor.change("add", [total], reading: [inputs[0]]) { memory in
        for i in 0..<2 { memory.output()[i] += memory.input(0)[i] }
      }
      return [try total * Tensor(10)]
    }
    try program.run([Tensor([1, 2])])
    try program.run([Tensor([1, 2])])
    #expect(total.list == [2, 4])
    #expect(program.results[0].list == [20, 40])
  }

  @Test func whatFollowsFromConstantsIsComputedOnce() throws {
    let constant = random([8], "c")
    let program = try Program(inputs: [[8]]) { inputs in
      let prepared = try constant.exp().sum() * constant
      return [try inputs[0] * prepared]
    }
    #expect(program.stepCount == 1)
  }

  @Test func stepsWithoutReadersAreLeftOut() throws {
    let program = try Program(inputs: [[8]]) { inputs in
      _ = inputs[0].exp()
      return [inputs[0].tanh()]
    }
    #expect(program.stepCount == 1)
  }

  @Test func aSumOfGradientsIsJoinedWithTheSecondOfThem() throws {
    let w = random([4, 4], "w").parameter()
    let program = try Program(inputs: [[3, 4]], varying: [w]) { inputs in
      let x = inputs[0].parameter()
      let y = try Tensor.matrixMultiply(x, w) + x.tanh()
      try y.sum().backward()
      return [try #require(x.gradient)]
    }
    #expect(!program.text(on: Surface()).contains("sum of gradients"))
    let x = random([3, 4], "x")
    try program.run([x])
    let other = x.detached().parameter()
    try (Tensor.matrixMultiply(other, w) + other.tanh()).sum().backward()
    let wanted = try #require(other.gradient).list
    for (seen, wanted) in zip(program.results[0].list, wanted) { #expect(abs(seen - wanted) < 1e-5) }
  }

  @Test func tensorsThatAreNeverAliveTogetherShareMemory() throws {
    let program = try Program(inputs: [[1000]]) { inputs in
      var x = inputs[0]
      for _ in 0..<10 { x = try x.exp().sum() * inputs[0] }
      return [x]
    }
    #expect(program.peakBytes < program.unsharedBytes / 4)
  }

  @Test func lookingAtValuesMakesATraceVoid() throws {
    #expect(throws: UntraceableError.self) {
      try Program(inputs: [[2]]) { inputs in
        inputs[0].list[0] > 0 ? [inputs[0].exp()] : [inputs[0].tanh()]
      }
    }
  }

  @Test func theCallerDecidesAtAPauseWhetherToGoOn() throws {
    let weight = Tensor([1])
    let program = try Program(inputs: [[1]], varying: [weight]) { inputs in
      let loss = try inputs[0] * weight
      Program.pause()
      Tensor.change("set", [weight], reading: [loss]) { $0.output()[0] = $0.input(0)[0] }
      return [loss]
    }
    let stop = Fault(.model, en: "stop", zh: "停")
    #expect(throws: stop) {
      try program.run([Tensor([Float.nan])]) { if !program.results[0].isFinite { throw stop } }
    }
    #expect(weight.list == [1])
    try program.run([Tensor([3])]) { if !program.results[0].isFinite { throw stop } }
    #expect(weight.list == [3])
  }

  @Test func aProgramThatNeedsMoreThanTheMachineHasIsAFault() throws {
    #expect {
      _ = try Program(inputs: [[1]]) { inputs in [try inputs[0].repeated(to: [1 << 30, 1 << 12]).exp().sum()]
      }
    } throws: { error in
      (error as? Fault)?.code == .memory
    }
  }

  @Test func anInputThatIsTheResultIsCopied() throws {
    let program = try Program(inputs: [[2]]) { $0 }
    try program.run([Tensor([4, 5])])
    #expect(program.results[0].list == [4, 5])
  }
}
