internal import Exchange

/// What a table needs to know of a row before it is measured.
struct Heading {
  var row: String
  var unit: String
  var lowerIsBetter = true
  /// What ours has to reach, and what it would be good to reach.
  var must: Goal?
  var hope: Goal?
  /// Peers that run in our process.
  var peers: [String] = []
  /// Whether only the best peer counts, because the others are the same program told to work differently.
  var againstBest = false
  /// Whether each figure wants a process of its own, that has done nothing else before.
  var fresh = false
  /// Whether it starts from what the row before it left, in the same process.
  var follows = false

  var members: [String: JSON] {
    [
      "row": .string(row), "unit": .string(unit), "lower_is_better": .bool(lowerIsBetter),
      "must": must?.json ?? .null, "hope": hope?.json ?? .null, "peers": .array(peers.map(JSON.string)),
      "against_best": .bool(againstBest), "fresh": .bool(fresh),
      "follows": .bool(follows),
    ]
  }
}

/// How good a figure is to be.
enum Goal {
  /// In the row's unit.
  case value(Double)
  /// That many times as good as a peer: the one named, or the best.
  case ratio(Double, of: String? = nil)

  var json: JSON {
    switch self {
    case .value(let value): .object(["value": .double(value)])
    case .ratio(let ratio, let peer):
      .object(["ratio": .double(ratio), "of": peer.map(JSON.string) ?? .null])
    }
  }
}
