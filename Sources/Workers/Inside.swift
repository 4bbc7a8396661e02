#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Whether this thread is at work for a pool.
enum Inside {
  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key, nil)
    return key
  }()

  static var isSet: Bool {
    get { pthread_getspecific(key) != nil }
    set { pthread_setspecific(key, newValue ? UnsafeRawPointer(bitPattern: 1) : nil) }
  }
}
