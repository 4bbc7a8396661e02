extension Trace {
  /// Where two gradients of one tensor are added and the second can be added to the first as it is made, the sum
  /// is not a step of its own: one pass over memory less.
  func joinSums() {
    var readers = [Int](repeating: 0, count: buffers.count)
    var lastReader = [Int](repeating: -1, count: buffers.count)
    var maker = [Int](repeating: -1, count: buffers.count)
    for (place, step) in steps.enumerated() {
      for buffer in step.inputs {
        readers[buffer] += 1
        lastReader[buffer] = place
      }
      for buffer in step.outputs { maker[buffer] = step.changes ? -1 : place }
    }
    func isMade(_ buffer: Int) -> Bool { if case .made = buffers[buffer].place { true } else { false } }
    var joined: Set<Int> = []
    var renamed: [Int: Int] = [:]
    func current(_ buffer: Int) -> Int { renamed[buffer].map(current) ?? buffer }
    for (place, step) in steps.enumerated() where step.computation.name == Tensor.sumOfGradients {
      for (first, second) in [(0, 1), (1, 0)] {
        let (kept, added) = (step.inputs[first], step.inputs[second])
        let (before, after) = (maker[kept], maker[added])
        guard before >= 0, after > before, isMade(kept), isMade(added),
          readers[added] == 1, lastReader[kept] == place, steps[after].computation.accumulates,
          steps[after].outputs[0] == added,
          !steps[after..<place].contains(where: { $0.inputs.contains(kept) })
        else { continue }
        steps[after].accumulates = true
        renamed[added] = step.outputs[0]
        renamed[kept] = step.outputs[0]
        joined.insert(place)
        break
      }
    }
    for place in steps.indices {
      steps[place].inputs = steps[place].inputs.map(current)
      steps[place].outputs = steps[place].outputs.map(current)
    }
    steps = steps.enumerated().filter { !joined.contains($0.offset) }.map(\.element)
  }

  /// Leaves out steps whose results nobody reads.
  func dropUnused() {
    var wanted: Set<Int> = []
    for (index, buffer) in buffers.enumerated() { if case .result = buffer.place { wanted.insert(index) } }
    var kept: [Step] = []
    for step in steps.reversed() where step.changes || step.outputs.contains(where: wanted.contains) {
      wanted.formUnion(step.inputs)
      if step.changes { wanted.formUnion(step.outputs) }
      kept.append(step)
    }
    steps = kept.reversed()
  }
}
