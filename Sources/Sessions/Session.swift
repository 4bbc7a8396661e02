public import LuaBridge
public import Report

/// A sitting without a screen: what a terminal, a script, a notebook and a kernel stand in front of, so that they
/// cannot drift apart.
///
///     let session = Session(modules: Toolbox.modules)
///     let outcome = session.evaluate("1 + 1")
///     outcome.text(on: session.surface)      // "2"
public final class Session {
  public let interpreter: Interpreter
  /// What `name=value` on the command line gave a script, for `param`.
  public var parameters: [String: String] = [:]
  /// The script that runs or ran last: its path and its text.
  public private(set) var script: (file: String, text: String)?
  /// The values that `param` gave, as they would be typed.
  public var parametersUsed: [String: String] = [:]
  /// The seed that `seed()` gives: everything random that is not given its own starts here.
  public var seed = 1 {
    didSet {
      draws = 0
      interpreter.seedRandom(seed)
    }
  }
  private var draws = 0
  /// Takes away what the cell has shown so far, at once or (true) with the next output; set by a notebook.
  public var clearOutput: ((Bool) -> Void)?
  /// Where what is saved now came from, as JSON text that model files keep; set by the front end.
  public var lineage: (() throws -> String?)?
  /// True while `run(script:)` runs, where nobody stands at a prompt to go on after an interruption.
  public private(set) var isRunningScript = false
  /// What the last entry that failed came to.
  private(set) var lastFault: Fault?
  /// How many entries were evaluated.
  public private(set) var entries = 0

  public init(modules: [Module], surface: Surface = Surface(), memoryLimit: Int = 0) {
    interpreter = Interpreter(memoryLimit: memoryLimit)
    interpreter.surface = surface
    interpreter.install(modules)
    interpreter.host = self
    interpreter.seedRandom(seed)
  }

  /// How often random numbers were drawn before without a seed of their own, since the seed was set.
  public func nextDraw() -> Int {
    defer { draws += 1 }
    return draws
  }

  /// The room that values are shown in.
  public var surface: Surface {
    get { interpreter.surface }
    set { interpreter.surface = newValue }
  }

  /// Gets printed text as it is printed.
  public var output: (String) -> Void {
    get { interpreter.output }
    set { interpreter.output = newValue }
  }

  /// Everything declared, for the reference and the tests.
  public var declarations: [Declaration] { interpreter.declarations }

  /// Runs an entry and gives what it showed: the values of an expression, or the fault.
  ///
  /// - Parameter name: what tracebacks call the entry; `entry 3` unless given.
  public func evaluate(_ source: String, name: String? = nil) -> Outcome {
    entries += 1
    let entry = name ?? "entry \(entries)"
    var outcome = outcome { try interpreter.evaluate(source, name: entry) }
    if outcome.fault == nil || outcome.fault?.code == .type, let remark = interpreter.nilName(in: source) {
      outcome.fault = remark
    }
    if let fault = outcome.fault {
      lastFault = fault
      outcome.fault = Session.offeringTraceback(fault)
    }
    return outcome
  }

  /// Runs a script to its end. Its values are not shown.
  ///
  /// - Parameters:
  ///   - source: the text of the script.
  ///   - file: its path, for faults.
  ///   - arguments: what the script finds in `arg` and `...`; those of the form `name=value` also in `param`.
  public func run(script source: String, file: String, arguments: [String] = []) -> Outcome {
    isRunningScript = true
    script = (file, source)
    parametersUsed = [:]
    defer { isRunningScript = false }
    return outcome {
      try setParameters(arguments, of: source)
      setArguments(file, arguments)
      _ = try interpreter.run(Session.withoutShebang(source), name: file, isFile: true, arguments: arguments)
      return []
    }
  }

  /// Asks what runs to stop, from any thread or from a signal handler.
  public static func interrupt() { Interruption.request() }

  public func interrupt() { Session.interrupt() }

  /// Whether an entry can run, needs more lines, or is wrong.
  public func isComplete(_ source: String) -> Completeness { interpreter.completeness(of: source) }

  private func outcome(_ body: () throws -> [LuaPicture]) -> Outcome {
    Interruption.clear()
    let clock = ContinuousClock()
    let start = clock.now
    do {
      let values = try body()
      return Outcome(values: values, fault: nil, duration: clock.now - start)
    } catch {
      return Outcome(values: [], fault: Session.fault(error), duration: clock.now - start)
    }
  }

  /// Any error as a fault: what is no `Fault` is our own mistake and says so.
  static func fault(_ error: any Error) -> Fault {
    if let fault = error as? Fault { return fault }
    return Fault(
      .ours, en: "plantsh itself failed: \(error). The session goes on.", zh: "plantsh 自身出错：\(error)。会话继续。")
  }

  private static func withoutShebang(_ source: String) -> String {
    source.hasPrefix("#") ? "--" + source : source
  }
}
