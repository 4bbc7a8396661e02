internal import CKernels

/// How a pooling window walks over its images.
public struct Pooling: Sendable, Equatable {
  /// Rows and columns of the window.
  public var kernel: (Int, Int)
  /// Rows and columns from one window to the next.
  public var stride: (Int, Int)
  public var padding: (Int, Int)

  /// - Parameter stride: the window's own size when nil.
  public init(kernel: (Int, Int), stride: (Int, Int)? = nil, padding: (Int, Int) = (0, 0)) {
    self.kernel = kernel
    self.stride = stride ?? kernel
    self.padding = padding
  }

  public static func == (a: Pooling, b: Pooling) -> Bool {
    a.kernel == b.kernel && a.stride == b.stride && a.padding == b.padding
  }

  func plan(_ operation: String, _ x: Shape) throws -> ck_pool2d {
    guard x.count == 4 else {
      throw ShapeFault.wanted(
        operation, x, en: "[batch, height, width, channels]", zh: "[批, 高, 宽, 通道]")
    }
    let border = Convolution.Padding.exact(padding.0, padding.1)
    let rows = Window(x[1], kernel: kernel.0, stride: stride.0, border, first: true)
    let columns = Window(x[2], kernel: kernel.1, stride: stride.1, border, first: false)
    guard rows.out > 0, columns.out > 0 else {
      throw ShapeFault.mismatch(operation, x, [kernel.0, kernel.1])
    }
    return ck_pool2d(
      batch: x[0], height: x[1], width: x[2], channels: x[3], kernel_height: kernel.0,
      kernel_width: kernel.1, stride_y: stride.0, stride_x: stride.1, pad_top: rows.before,
      pad_left: columns.before, out_height: rows.out, out_width: columns.out, count_padding: true)
  }
}

extension ck_pool2d {
  var outShape: Shape { [batch, out_height, out_width, channels] }
}

extension Pooling {
  /// Height and width of what the windows make of an image; 0 where they do not fit in.
  public func outputSize(_ height: Int, _ width: Int) -> (height: Int, width: Int) {
    let border = Convolution.Padding.exact(padding.0, padding.1)
    let rows = Window(height, kernel: kernel.0, stride: stride.0, border, first: true)
    let columns = Window(width, kernel: kernel.1, stride: stride.1, border, first: false)
    return (rows.out, columns.out)
  }
}
