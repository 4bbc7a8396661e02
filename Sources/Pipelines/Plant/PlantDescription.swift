public import PlantData
internal import Report

/// What a plant file says: the line, its sources, and where each source keeps what belongs to one produced unit.
public struct PlantDescription: Sendable {
  /// One system of the line.
  public struct Source: Sendable {
    public var name: String
    var kind: any SourceKind
    /// As written, relative to the plant file.
    public var paths: [String]
    public var csv: CSVOptions
    public var history: History?
    /// For a field of the unit, the source's own column (or, for images, the file-name pattern).
    public var keys: [String: String]
    /// The column that names each row's unit of measure.
    public var unitColumn: String?
    /// The options of its own kind.
    var options: [String: PlantFileNode] = [:]
    /// Where the plant file describes it.
    public var line = 1
  }

  /// How a historian's samples stand in a file: one row for each sample of each tag.
  public struct History: Sendable {
    public var time: String
    public var tag: String
    public var value: String
    public var quality: String?
    /// Quality codes of samples that count; empty takes all.
    public var good: [String]
    /// For a station, the seconds to be added to its times.
    public var skew: [String: Double]
  }

  /// One column of the table of units.
  public struct Field: Sendable {
    public var name: String
    /// Source, then table and column, column, or tag.
    public var reference: [String]
    public var unit: Unit?
    /// The field that holds the moment to look up, and how far a sample may be from it, in seconds.
    public var at: String?
    public var within: Double
    public var match: [MatchRule]
    /// The value that means a good unit.
    public var good: String?
    public var row: Int
  }

  public var name: String
  public var site: String?
  public var area: String?
  public var zone: Zone?
  public var sources: [Source]
  public var fields: [Field]
  /// The plant file.
  public var path: String

  public func source(_ name: String) throws -> Source {
    guard let source = sources.first(where: { $0.name == name }) else {
      throw Fault.unknownName(
        name, among: sources.map(\.name), what: Text(en: "source", zh: "数据源"),
        whole: Text(en: "sources", zh: "现有数据源"))
    }
    return source
  }
}

/// How the keys of different systems are made alike before they are compared.
public enum MatchRule: String, Sendable, CaseIterable {
  case upper, lower, trim
  /// Zeros in front of a number fall away: SN000123 and SN123 are one.
  case stripZeros = "strip zeros"
  case stripSpaces = "strip spaces"

  public func applied(to text: String) -> String {
    switch self {
    case .upper: return text.uppercased()
    case .lower: return text.lowercased()
    case .trim:
      let front = text.drop { $0.isWhitespace }
      return String(front.reversed().drop { $0.isWhitespace }.reversed())
    case .stripSpaces: return text.filter { !$0.isWhitespace }
    case .stripZeros:
      var out = "", isInNumber = false
      let letters = Array(text)
      for (i, letter) in letters.enumerated() {
        let isDigit = letter.isASCII && letter.isNumber
        let hasMore = i + 1 < letters.count && letters[i + 1].isASCII && letters[i + 1].isNumber
        if letter == "0", !isInNumber, hasMore { continue }
        isInNumber = isDigit
        out.append(letter)
      }
      return out
    }
  }
}
