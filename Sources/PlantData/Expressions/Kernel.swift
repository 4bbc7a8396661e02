/// The inner loops of expressions: `count` values in, `count` values out.
typealias UnaryKernel = @Sendable (UnsafeRawPointer, UnsafeMutableRawPointer, _ count: Int) -> Void
typealias BinaryKernel =
  @Sendable (UnsafeRawPointer, UnsafeRawPointer, UnsafeMutableRawPointer, _ count: Int) -> Void

enum Kernel {
  /// A loop that maps each value.
  @inline(__always)
  static func map<A: BitwiseCopyable, R: BitwiseCopyable>(
    _ function: @escaping @Sendable (A) -> R
  ) -> UnaryKernel {
    { a, out, count in
      let a = a.assumingMemoryBound(to: A.self)
      let out = out.assumingMemoryBound(to: R.self)
      for i in 0..<count { out[i] = function(a[i]) }
    }
  }

  /// A loop that maps each pair of values.
  @inline(__always)
  static func map<A: BitwiseCopyable, B: BitwiseCopyable, R: BitwiseCopyable>(
    _ function: @escaping @Sendable (A, B) -> R
  ) -> BinaryKernel {
    { a, b, out, count in
      let a = a.assumingMemoryBound(to: A.self)
      let b = b.assumingMemoryBound(to: B.self)
      let out = out.assumingMemoryBound(to: R.self)
      for i in 0..<count { out[i] = function(a[i], b[i]) }
    }
  }

  /// A loop that sets a bit for each value that passes.
  @inline(__always)
  static func test<A: BitwiseCopyable>(_ function: @escaping @Sendable (A) -> Bool) -> UnaryKernel {
    { a, out, count in
      let a = a.assumingMemoryBound(to: A.self)
      let out = out.assumingMemoryBound(to: UInt64.self)
      for w in 0..<count >> 6 {
        var word: UInt64 = 0
        for j in 0..<64 { word |= (function(a[w << 6 + j]) ? 1 : 0) << UInt64(j) }
        out[w] = word
      }
      guard count & 63 != 0 else { return }
      var word: UInt64 = 0
      for i in count & ~63..<count { word |= (function(a[i]) ? 1 : 0) << UInt64(i & 63) }
      out[count >> 6] = word
    }
  }

  /// A loop that sets a bit for each pair of values that passes.
  @inline(__always)
  static func test<A: BitwiseCopyable, B: BitwiseCopyable>(
    _ function: @escaping @Sendable (A, B) -> Bool
  ) -> BinaryKernel {
    { a, b, out, count in
      let a = a.assumingMemoryBound(to: A.self)
      let b = b.assumingMemoryBound(to: B.self)
      let out = out.assumingMemoryBound(to: UInt64.self)
      for w in 0..<count >> 6 {
        var word: UInt64 = 0
        for j in 0..<64 { word |= (function(a[w << 6 + j], b[w << 6 + j]) ? 1 : 0) << UInt64(j) }
        out[w] = word
      }
      guard count & 63 != 0 else { return }
      var word: UInt64 = 0
      for i in count & ~63..<count { word |= (function(a[i], b[i]) ? 1 : 0) << UInt64(i & 63) }
      out[count >> 6] = word
    }
  }
}
