/// Numbers in rows and columns and further axes: float32, row-major, channels last.
///
///     let x = try Tensor([[1, 2], [3, 4]])
///     try (x * x).sum().item      // 30
///
/// A tensor's values never change once it stands; only an optimizer writes into parameters, between steps,
/// which is what makes it safe to hand tensors from one thread to another.
public final class Tensor: @unchecked Sendable {
  /// Sizes of the axes; `[]` for a single number.
  public let shape: Shape
  /// Elements in all.
  public let count: Int
  /// A parameter: `backward()` leaves its gradient in `gradient`.
  public var requiresGradient = false
  /// The gradient that the last `backward()` calls added up to, of this tensor's shape.
  public var gradient: Tensor?

  package var storage: Storage
  var node: Node?

  package init(_ shape: Shape, storage: Storage) {
    self.shape = shape
    self.count = shape.elementCount
    self.storage = storage
    precondition(storage.capacity >= count, "storage of \(storage.capacity) for \(shape.text)")
  }

  /// A tensor whose values the caller writes before anybody reads them.
  package convenience init(uninitialized shape: Shape) {
    self.init(shape, storage: Storage(shape.elementCount))
  }

  /// The values, row-major. Written only by who made the tensor, or by an optimizer.
  package var values: UnsafeMutablePointer<Float> { storage.start }

  /// Axes in all.
  public var rank: Int { shape.count }

  /// Bytes that the tensor keeps outside the interpreter's memory.
  public var byteCount: Int { storage.capacity * MemoryLayout<Float>.stride }
}
