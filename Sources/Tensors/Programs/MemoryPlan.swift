internal import Memory

/// Where each tensor that a program makes lies in the program's memory: two that are never alive at once may take
/// the same place. Largest first, each at the lowest place that is free for as long as it lives (Pisarchyk and
/// Lee, 2020).
struct MemoryPlan {
  /// Floats from the start of the memory, for each buffer that a step makes.
  private(set) var offsets: [Int: Int] = [:]
  /// The same for the scratch space of each step.
  private(set) var scratchOffsets: [Int]
  /// Floats in all.
  private(set) var size = 0
  /// Floats that all tensors would take side by side.
  private(set) var unshared = 0

  private struct Piece {
    var floats: Int
    var first: Int
    var last: Int
    var offset = 0
  }

  init(_ trace: Trace) {
    scratchOffsets = [Int](repeating: 0, count: trace.steps.count)
    var pieces: [Int: Piece] = [:]
    var owner: [Int: Int] = [:]
    let lives = MemoryPlan.lives(trace)
    for (place, step) in trace.steps.enumerated() {
      for buffer in step.outputs where owner[buffer] == nil {
        guard let life = lives[buffer] else { continue }
        let floats = trace.buffers[buffer].floats
        unshared += floats
        if let taken = step.overwritten, buffer == step.outputs[0], let root = owner[taken],
          let piece = pieces[root], lives[taken]?.upperBound == place, piece.floats == floats
        {
          owner[buffer] = root
          pieces[root]?.last = life.upperBound
        } else {
          owner[buffer] = buffer
          pieces[buffer] = Piece(floats: floats, first: place, last: life.upperBound)
        }
      }
    }
    place(&pieces, trace)
    for (buffer, root) in owner { offsets[buffer] = pieces[root]?.offset }
  }

  /// From the step that first writes a tensor to the last that touches it.
  private static func lives(_ trace: Trace) -> [Int: ClosedRange<Int>] {
    var lives: [Int: ClosedRange<Int>] = [:]
    for (place, step) in trace.steps.enumerated() {
      for buffer in step.inputs + step.outputs {
        guard case .made = trace.buffers[buffer].place else { continue }
        lives[buffer] = (lives[buffer]?.lowerBound ?? place)...place
      }
    }
    return lives
  }

  private mutating func place(_ pieces: inout [Int: Piece], _ trace: Trace) {
    var placed: [Piece] = []
    func lowest(_ piece: Piece) -> Int {
      var offset = 0
      let others = placed.filter { $0.first <= piece.last && piece.first <= $0.last }
      for other in others.sorted(by: { $0.offset < $1.offset }) {
        if other.offset >= offset + piece.floats { break }
        offset = max(offset, other.offset + other.floats)
      }
      return offset
    }
    let order = pieces.sorted { ($0.value.floats, $1.key) > ($1.value.floats, $0.key) }
    for (buffer, piece) in order {
      var piece = piece
      piece.offset = lowest(piece)
      placed.append(piece)
      pieces[buffer] = piece
      size = max(size, piece.offset + piece.floats)
    }
    for (step, traced) in trace.steps.enumerated() where traced.computation.scratch > 0 {
      let floats = BlockPool.rounded(traced.computation.scratch)
      var piece = Piece(floats: floats, first: step, last: step)
      piece.offset = lowest(piece)
      scratchOffsets[step] = piece.offset
      size = max(size, piece.offset + piece.floats)
    }
  }
}

extension Trace.Step {
  /// The input whose memory the first output may take.
  var overwritten: Int? { accumulates ? nil : computation.overwrites.map { inputs[$0] } }
}
