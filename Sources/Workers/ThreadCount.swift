internal import CThreads

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// `PLANTSH_THREADS` where it is a number of 1 to 256, else the cores that this process may use.
func threadCount() -> Int {
  if let text = getenv("PLANTSH_THREADS"), let wanted = Int(String(cString: text)), 1...256 ~= wanted {
    return wanted
  }
  let usable = Int(threads_usable_cores())
  return max(usable > 0 ? usable : Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1)
}
