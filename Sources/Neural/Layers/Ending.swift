internal import Tensors

/// What is done to a layer's result before it is written: a residual is added, then an activation applied.
struct Ending {
  var residual: Tensor?
  var activation = FusedActivation.none

  /// In passes of its own.
  func applied(to x: Tensor) throws -> Tensor { try (residual.map { try x + $0 } ?? x).applying(activation) }
}

/// A layer that can write its result with an ending.
protocol EndingLayer: Layer {
  /// Whether it can, in this pass.
  func takes(_ ending: Ending, _ pass: ForwardPass) -> Bool
  func forward(_ x: Tensor, _ pass: ForwardPass, _ ending: Ending) throws -> Tensor
}

/// An activation that others can take into their pass.
protocol FusableLayer: Layer {
  static var fused: FusedActivation { get }
}

extension ReLU: FusableLayer { static var fused: FusedActivation { .relu } }
extension ReLU6: FusableLayer { static var fused: FusedActivation { .relu6 } }
extension SiLU: FusableLayer { static var fused: FusedActivation { .silu } }

/// Some neighbouring layers that are done in one pass: a convolution with the batch normalisation behind it (folded
/// into its filters, where no gradient is asked for), the activation behind that, and at the end of a sequence what
/// the sequence is to end with; or a ReLU and the pooling behind it.
struct Fusion {
  private let layer: any Layer
  private var norm: BatchNorm?
  private var pool: MaxPool2d?
  private var own = Ending()
  /// The place behind the last of the layers.
  private(set) var end: Int
  /// What is left to do at the end of the sequence.
  private(set) var left: Ending

  /// - Parameter rest: the layers from the first of the run on.
  init(_ rest: ArraySlice<any Layer>, _ pass: ForwardPass, _ ending: Ending) {
    layer = rest[rest.startIndex]
    end = rest.startIndex + 1
    left = ending
    guard !pass.inspects else { return }
    if layer is Conv2d, !pass.isTraining, !Tensor.isRecording, end < rest.endIndex,
      let following = rest[end] as? BatchNorm
    {
      norm = following
      end += 1
    }
    if layer is ReLU, end < rest.endIndex, rest[end] is MaxPool2d {
      pool = rest[end] as? MaxPool2d
      end += 1
      return
    }
    guard let layer = layer as? any EndingLayer else { return }
    // Behind a pooling ReLU has less to do, and its gradient costs nothing there.
    let isPooled = end + 1 < rest.endIndex && rest[end] is ReLU && rest[end + 1] is MaxPool2d
    if isPooled, !(layer is BatchNorm), norm == nil { return }
    if end < rest.endIndex, let activation = rest[end] as? any FusableLayer {
      let wanted = Ending(activation: type(of: activation).fused)
      if layer.takes(wanted, pass) {
        own = wanted
        end += 1
      }
    } else if end == rest.endIndex, layer.takes(ending, pass) {
      own = ending
      left = Ending()
    }
  }

  func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor {
    if let pool { return try x.maxPool2d(pool.pooling, relu: true) }
    if let norm, let convolution = layer as? Conv2d { return try convolution.forward(x, folding: norm, own) }
    guard let layer = layer as? any EndingLayer else { return try self.layer.forward(x, pass) }
    return try layer.forward(x, pass, own)
  }
}
