/// How a file of separated values is to be read; what is nil is found out and reported.
///
///     CSVOptions(encoding: .gb18030, missing: ["n/a"], zone: Zone("+08:00"))
public struct CSVOptions: Sendable {
  public var encoding: TextEncoding?
  /// One ASCII character; nil takes the one of `,` tab `;` `|` that cuts the first rows most evenly.
  public var separator: Character?
  /// False when the first row is data; columns are then called c1, c2 … or as `names` says.
  public var hasHeader: Bool
  public var names: [String]?
  /// Rows before the header that are no data: a title, a machine's banner.
  public var skip: Int
  /// Kinds that are declared rather than found out, by column name.
  public var types: [String: FieldType]
  /// Words that stand for a missing value, beside the empty field.
  public var missing: [String]
  /// The zone of times that name none; without it such times stay local times.
  public var zone: Zone?
  /// The decimal sign: a point, or a comma as German machines write.
  public var decimal: Character
  public var units: [String: Unit]
  /// True: the first row that cannot be read is a fault; false: it goes to quarantine.
  public var isStrict: Bool
  /// True: a row with a word in a column declared to hold numbers goes to quarantine; false: it is a fault that
  /// names the word, which most likely stands for a missing value.
  public var refusesWords = false

  public init(
    encoding: TextEncoding? = nil, separator: Character? = nil, hasHeader: Bool = true,
    names: [String]? = nil, skip: Int = 0, types: [String: FieldType] = [:], missing: [String] = [],
    zone: Zone? = nil, decimal: Character = ".", units: [String: Unit] = [:], isStrict: Bool = false
  ) {
    self.encoding = encoding
    self.separator = separator
    self.hasHeader = hasHeader
    self.names = names
    self.skip = skip
    self.types = types
    self.missing = missing
    self.zone = zone
    self.decimal = decimal
    self.units = units
    self.isStrict = isStrict
  }
}
