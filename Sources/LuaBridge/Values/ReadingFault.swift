public import Report

/// What is wrong inside a value that is read: its second element, its field `rate`. The call that reads the value
/// adds the names of function and parameter.
public struct ReadingFault: Error {
  /// Where inside the value: `[2]`, `.rate`.
  public var path: String
  public var what: Text

  public init(_ path: String = "", _ what: Text) {
    self.path = path
    self.what = what
  }

  func inside(_ outer: String) -> ReadingFault { ReadingFault(outer + path, what) }
}

extension LuaReadable {
  /// The value at an index of the stack that stands at `path` inside the value being read.
  static func element(_ state: LuaState, _ index: Int32, at path: String) throws -> Self {
    do {
      if let value = try read(state, index) { return value }
    } catch let fault as ReadingFault {
      throw fault.inside(path)
    }
    throw ReadingFault(path, mismatch(wanted: luaKind, state, index))
  }
}
