internal import Report

/// Names of columns, repeated ones numbered, and what is to be said about that.
struct DistinctNames {
  private(set) var names: [String] = []
  private(set) var notes: [Text] = []

  init(_ given: [String], source: String) {
    var seen: Set<String> = []
    for wanted in given {
      var unique = wanted
      var number = 2
      while !seen.insert(unique).inserted {
        unique = "\(wanted)_\(number)"
        number += 1
      }
      if unique != wanted {
        notes.append(
          Text(
            en: "\(source): a second column '\(wanted)' is called '\(unique)'",
            zh: "\(source)：重名的列“\(wanted)”改称“\(unique)”"))
      }
      names.append(unique)
    }
  }
}
