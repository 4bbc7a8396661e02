internal import Report
internal import Sessions

/// The combinations of `--sweep lr=0.01,0.003 depth=8,14`.
struct Sweep {
  /// Each a list of `name=value`, in the order of the command line, the last name changing first.
  let combinations: [[String]]

  var isEmpty: Bool { combinations.isEmpty }

  private static let most = 10_000

  /// - Throws: a usage fault for a value that the script refuses, before anything runs.
  init(_ words: [String], of script: Script) throws {
    var combinations: [[String]] = words.isEmpty ? [] : [[]]
    for word in words {
      guard let (name, list) = Session.parameter(word), !list.isEmpty else {
        throw Fault(
          .arguments, en: "--sweep takes name=v1,v2, not '\(word)'", zh: "--sweep 的写法是 名称=v1,v2，而不是“\(word)”",
          try: "plantsh run \(script.path) --sweep lr=0.01,0.003")
      }
      let values = list.split(separator: ",").map(String.init)
      for value in values { try script.check(name, value) }
      combinations = combinations.flatMap { before in values.map { before + ["\(name)=\($0)"] } }
      guard combinations.count <= Sweep.most else {
        throw Fault(
          .arguments, en: "more than \(Sweep.most.grouped) combinations", zh: "组合数超过 \(Sweep.most.grouped)")
      }
    }
    self.combinations = combinations
  }
}
