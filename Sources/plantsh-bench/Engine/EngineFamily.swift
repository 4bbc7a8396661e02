internal import Tensors
internal import Workers

/// Training and inference beside torch and onnxruntime, with as many threads as `PLANTSH_THREADS` says. The peers
/// are in Scripts/bench.d/engine.py.
enum EngineFamily: Family {
  static let name = "engine"

  static var rows: [any Row] {
    let training = [
      TrainingRow(.lenet, "train", must: Workers.count > 1 ? 4 : 3.5, hope: 6),
      TrainingRow(.resnet8, "train", must: 1.4, hope: 2),
      TrainingRow(.resnet8, "train bf16", .bfloat16, must: 1.3, hope: 1.8),
      TrainingRow(.mlp, "train", must: 1.5, hope: 3),
      TrainingRow(.efficientNetLite0(classes: 10), "fine-tune", must: 1.2, hope: 2),
    ]
    let inference = [
      InferenceRow(.lenet, must: 1, hope: 1.3), InferenceRow(.resnet8, must: 1, hope: 1.3),
      InferenceRow(.mobilenetV2(classes: 1000), must: 1.15, hope: 1.5),
      InferenceRow(.efficientNetLite0(classes: 1000), must: 1.15, hope: 1.5),
    ]
    let products = [ProductRow(512, 512, 512), ProductRow(1024, 1024, 1024), ProductRow(64, 3136, 576)]
    let isOneThread = Workers.count == 1
    return training + inference + (isOneThread ? products + training.map(MemoryRow.init) : [])
  }
}
