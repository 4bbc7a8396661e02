internal import CLua
public import Report

/// One Lua state with everything that was declared for it. It belongs to the thread that uses it.
///
///     let lua = Interpreter()
///     lua.install([.tensors, .tables])
///     try lua.run("x = 1 + 1")
public final class Interpreter {
  let state: LuaState
  let references = References()
  /// The text of each chunk, by its name.
  var sources: [String: Source] = [:]
  var fields: [UnsafeRawPointer: TypeNames] = [:]
  /// For each module or class, what is typed here for names that it has in other libraries.
  var elsewhere: [String: [String: String]] = [:]

  /// Everything declared, in the order of declaration.
  public private(set) var declarations: [Declaration] = []
  /// Where `print` and `io.write` go.
  public var output: (String) -> Void = { print($0, terminator: "") }
  /// Shows a value that is printed alone where the front end can do more than text. False leaves it to `output`.
  public var display: ((any Displayable) -> Bool)?
  /// The room that values are shown in.
  public var surface = Surface()
  /// The front end that runs this interpreter, for functions that need it.
  public weak var host: AnyObject?

  /// - Parameter memoryLimit: bytes that Lua may hold; 0 for no limit.
  public init(memoryLimit: Int = 0) {
    _ = SwiftFunction.connect
    guard let state = bridge_open(memoryLimit) else { preconditionFailure("no memory for a Lua state") }
    self.state = state
    bridge_of(state).pointee.owner = Unmanaged.passUnretained(self).toOpaque()
    install(Module.errors)
    replacePrinting()
  }

  deinit {
    references.close()
    bridge_close(state)
  }

  static func of(_ state: LuaState) -> Interpreter {
    Unmanaged<Interpreter>.fromOpaque(bridge_of(state).pointee.owner).takeUnretainedValue()
  }

  /// Bytes that Lua holds now.
  public var memoryInUse: Int { bridge_of(state).pointee.used }

  /// Collects all garbage now.
  public func collect() {
    references.free(state)
    bridge_collect(state)
    bridge_collect(state)
  }

  func note(_ declaration: Declaration) { declarations.append(declaration) }
}

extension Interpreter: LuaReadable {
  public static var luaKind: LuaKind { .any }

  /// The interpreter of the state, whatever the index: a parameter that no script gives.
  public static func read(_ state: LuaState, _ index: Int32) throws -> Interpreter? { .of(state) }
}
