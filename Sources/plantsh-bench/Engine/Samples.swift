internal import Neural
internal import Randomness
internal import Tensors

/// Made-up samples: only how many there are and how large they are matters to the clock.
struct Samples {
  /// [n, …]
  let inputs: Tensor
  let labels: [Int]
  let classes: Int

  init(_ count: Int, for subject: Subject) {
    var generator = SeededGenerator(seed: 1, for: subject.name)
    inputs = .normal([count] + subject.input, using: &generator)
    labels = (0..<count).map { _ in generator.below(subject.classes) }
    classes = subject.classes
  }

  /// The first `count` samples.
  func source(_ count: Int) throws -> MemorySource {
    let inputs = try inputs.slice(0..<count)
    let isImage = inputs.rank == 4
    return try MemorySource(
      images: isImage ? inputs : nil, features: isImage ? nil : inputs,
      target: .classes(Array(labels[..<count])), classes: (0..<classes).map(String.init))
  }
}
