internal import Glibc

/// The process's environment by name.
let environment: [String: String] = {
  var found: [String: String] = [:]
  var entry = environ
  while let text = entry.pointee {
    let pair = String(cString: text).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    if pair.count == 2 { found[String(pair[0])] = String(pair[1]) }
    entry += 1
  }
  return found
}()

/// Writes the text to standard output and makes it seen at once.
func write(_ text: String) { send(text, to: STDOUT_FILENO) }

/// Writes the text to standard error.
func complain(_ text: String) { send(text, to: STDERR_FILENO) }

private func send(_ text: String, to descriptor: Int32) {
  var text = text
  text.withUTF8 { bytes in
    var rest = UnsafeRawBufferPointer(bytes)
    while !rest.isEmpty {
      let sent = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if sent < 0, errno == EINTR || errno == EAGAIN { continue }
      guard sent > 0 else { return }
      rest = UnsafeRawBufferPointer(rebasing: rest[sent...])
    }
  }
}
