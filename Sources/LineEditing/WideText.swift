internal import CEdit

extension String {
  /// Calls `body` with the text as libedit wants it: wide characters, ended by a zero.
  func withWideCharacters<Result>(_ body: (UnsafePointer<wchar_t>) -> Result) -> Result {
    let wide = unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
    return wide.withUnsafeBufferPointer { body($0.baseAddress!) }
  }

  /// The text in memory that is never given back, for what libedit keeps a pointer to.
  func keptWideCharacters() -> UnsafePointer<wchar_t> {
    let wide = unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
    let kept = UnsafeMutablePointer<wchar_t>.allocate(capacity: wide.count)
    kept.initialize(from: wide, count: wide.count)
    return UnsafePointer(kept)
  }
}
