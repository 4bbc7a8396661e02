internal import LuaBridge

extension Session {
  /// The entry as it was meant, when full-width characters of an input method are all that is wrong with it:
  /// `print（1）` as `print(1)`.
  public func repaired(_ source: String) -> String? { LuaRepair.repaired(source) }
}
