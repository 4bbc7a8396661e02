internal import CKernels

/// How a convolution walks over its images.
public struct Convolution: Sendable, Equatable {
  /// The border of zeros around the image.
  public enum Padding: Sendable, Equatable {
    /// As much as makes the output as large as the input divided by the stride, rounded up.
    case same
    /// That many rows above and below, and columns left and right.
    case exact(Int, Int)
  }

  /// Rows and columns from one place to the next.
  public var stride: (Int, Int)
  public var padding: Padding
  /// Distance between neighbouring taps of the kernel; 1 is dense.
  public var dilation: (Int, Int)
  /// The channels are cut into that many groups, each with filters of its own; as many groups as channels
  /// is a depthwise convolution.
  public var groups: Int

  public init(
    stride: (Int, Int) = (1, 1), padding: Padding = .exact(0, 0), dilation: (Int, Int) = (1, 1),
    groups: Int = 1
  ) {
    self.stride = stride
    self.padding = padding
    self.dilation = dilation
    self.groups = groups
  }

  public static func == (a: Convolution, b: Convolution) -> Bool {
    a.stride == b.stride && a.padding == b.padding && a.dilation == b.dilation && a.groups == b.groups
  }

  /// The kernel's description for images and weights of these shapes.
  func plan(_ x: Shape, _ weights: Shape) throws -> ck_conv2d {
    guard x.count == 4 else {
      throw ShapeFault.wanted(
        "conv2d", x, en: "[batch, height, width, channels]", zh: "[批, 高, 宽, 通道]")
    }
    guard weights.count == 4, weights[2] * groups == x[3], weights[3] % groups == 0 else {
      throw ShapeFault.mismatch("conv2d", x, weights)
    }
    let rows = Window(x[1], kernel: weights[0], stride: stride.0, padding, first: true, dilation.0)
    let columns = Window(x[2], kernel: weights[1], stride: stride.1, padding, first: false, dilation.1)
    guard rows.out > 0, columns.out > 0 else { throw ShapeFault.mismatch("conv2d", x, weights) }
    return ck_conv2d(
      batch: x[0], height: x[1], width: x[2], channels: x[3], filters: weights[3],
      kernel_height: weights[0], kernel_width: weights[1], stride_y: stride.0, stride_x: stride.1,
      pad_top: rows.before, pad_left: columns.before, dilation_y: dilation.0, dilation_x: dilation.1,
      groups: groups, out_height: rows.out, out_width: columns.out)
  }
}

/// Where a window that slides along one axis starts, and how many places it has.
struct Window {
  let before: Int
  let out: Int

  init(
    _ size: Int, kernel: Int, stride: Int, _ padding: Convolution.Padding, first: Bool, _ dilation: Int = 1
  ) {
    let reach = dilation * (kernel - 1) + 1
    switch padding {
    case .same:
      out = (size + stride - 1) / stride
      before = Swift.max(0, (out - 1) * stride + reach - size) / 2
    case .exact(let vertical, let horizontal):
      before = first ? vertical : horizontal
      let room = size + 2 * before - reach
      out = room < 0 ? 0 : room / stride + 1
    }
  }
}

extension Convolution {
  /// Height and width of what a kernel makes of an image; 0 where it does not fit in.
  public func outputSize(_ height: Int, _ width: Int, kernel: (Int, Int)) -> (height: Int, width: Int) {
    let rows = Window(height, kernel: kernel.0, stride: stride.0, padding, first: true, dilation.0)
    let columns = Window(width, kernel: kernel.1, stride: stride.1, padding, first: false, dilation.1)
    return (rows.out, columns.out)
  }
}
