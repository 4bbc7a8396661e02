extension StringProtocol {
  /// Where a text first stands in this one.
  func range(of wanted: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(wanted), let end = index(start, offsetBy: wanted.count, limitedBy: endIndex)
      {
        return start..<end
      }
      start = index(after: start)
    }
    return nil
  }

  /// Where a text last stands in this one.
  func lastRange(of wanted: String) -> Range<Index>? {
    var start = endIndex
    while start > startIndex {
      start = index(before: start)
      if self[start...].hasPrefix(wanted), let end = index(start, offsetBy: wanted.count, limitedBy: endIndex)
      {
        return start..<end
      }
    }
    return nil
  }
}
