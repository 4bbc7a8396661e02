internal import LuaBridge
internal import Report
internal import Sessions

/// `seed()`, `seed(7)`; `seed=7` on the command line.
var seed: Function {
  Function(
    "seed", Text(en: "where everything random starts; the same seed, the same result", zh: "随机数种子；种子相同则结果相同"),
    .interpreter, .positional("to", Int.self, Text(en: "the seed from now on", zh: "今后使用的种子")),
    returns: Text(en: "the seed in force: 1, or seed=… of the command line", zh: "当前种子：默认 1，或命令行的 seed=…"),
    example: "seed(7)"
  ) { lua, wanted in
    let session = try lua.session()
    if let wanted { session.seed = wanted }
    return session.seed
  }
}
