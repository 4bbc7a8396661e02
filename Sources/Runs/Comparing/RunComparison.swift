public import Report

/// What two runs have in common and where they part.
public struct RunComparison: Sendable {
  /// One thing that differs: what it is, and how it stands in each of the two.
  public struct Difference: Sendable, Equatable {
    public var what: String
    public var first: String
    public var second: String
  }

  public let first: RunRecord
  public let second: RunRecord
  private let data: [[DataFile]]
  private let metrics: [[MetricLine]]

  public init(_ first: RunFolder, _ second: RunFolder) throws {
    self.first = try first.record()
    self.second = try second.record()
    data = try [first.data(), second.data()]
    metrics = [first.metrics, second.metrics]
  }

  /// Everything that differs, causes before effects.
  public var differences: [Difference] {
    var found: [Difference] = []
    func note(_ what: String, _ a: String?, _ b: String?) {
      if a != b { found.append(Difference(what: what, first: a ?? "–", second: b ?? "–")) }
    }
    note("script", first.script.path, second.script.path)
    note("script sha256", first.script.sha256.short, second.script.sha256.short)
    note("git", first.git?.short, second.git?.short)
    for name in Set(first.parameters.keys).union(second.parameters.keys).sorted() {
      note(name, first.parameters[name], second.parameters[name])
    }
    note("seed", "\(first.seed)", "\(second.seed)")
    for (path, digests) in changedData { note(path, digests.0?.short, digests.1?.short) }
    for name in Set(first.versions.keys).union(second.versions.keys).sorted() {
      note(name, first.versions[name], second.versions[name])
    }
    note("threads", "\(first.machine.threads)", "\(second.machine.threads)")
    note("kernels", first.machine.kernels, second.machine.kernels)
    note("outcome", first.outcome.rawValue, second.outcome.rawValue)
    for name in Set(first.metrics.keys).union(second.metrics.keys).sorted() {
      note(name, first.metrics[name].map { "\($0)" }, second.metrics[name].map { "\($0)" })
    }
    return found
  }

  /// Files of data whose bytes differ or that only one of the two read.
  public var changedData: [(path: String, digests: (String?, String?))] {
    let sides = data.map { Dictionary($0.map { ($0.path, $0.sha256) }, uniquingKeysWith: { $1 }) }
    return Set(sides.flatMap(\.keys)).sorted().compactMap { path in
      sides[0][path] == sides[1][path] ? nil : (path, (sides[0][path], sides[1][path]))
    }
  }

  /// How many figures are compared.
  public var comparedCount: Int { metrics[0].filter(\.isExact).count }

  /// The first metric that is not the same bit for bit, in the order of the first run; nil when all are.
  public var firstDifference: Difference? {
    let (old, new) = (metrics[0].filter(\.isExact), metrics[1].filter(\.isExact))
    for (k, line) in old.enumerated() {
      let what = "\(line.name), step \(line.step)"
      guard k < new.count else { return Difference(what: what, first: "\(line.value)", second: "–") }
      if new[k].name != line.name || new[k].step != line.step {
        return Difference(what: what, first: "\(line.value)", second: "\(new[k].name), step \(new[k].step)")
      }
      if !line.isSame(as: new[k]) {
        return Difference(what: what, first: "\(line.value)", second: "\(new[k].value)")
      }
    }
    return new.dropFirst(old.count).first.map {
      Difference(what: "\($0.name), step \($0.step)", first: "–", second: "\($0.value)")
    }
  }

  /// The differences in columns.
  public var grid: Grid {
    let title = Text(en: "what", zh: "项目").description
    return Grid(
      header: [[title, first.name, second.name]],
      rows: differences.map { [$0.what, $0.first, $0.second] }, numeric: [false, false, false])
  }
}

extension String {
  /// Enough of a digest to tell it from others.
  public var short: String { String(prefix(12)) }
}
