internal import PlantData
internal import Report

/// A kind of system that a plant file may name: the word for it, its options, and how it is read.
///
///     mes = sqlite { "mes.db" },          -- the word is "sqlite"
protocol SourceKind: Sendable {
  typealias Source = PlantDescription.Source

  var word: String { get }
  /// Its options, beside those that every source takes.
  var options: [String] { get }
  /// Whether it holds several tables, so that a field names `source.table.column`; the option `table` chooses one
  /// for the whole source, and so does `query`.
  var hasTables: Bool { get }

  /// Takes one of `options`.
  func take(
    _ option: String, _ node: PlantFileNode, _ source: inout Source, _ plant: PlantDescription) throws
  /// Looks at a source as a whole once all its options are taken; `node` is where it stands.
  func check(_ source: Source, _ node: PlantFileNode, _ plant: PlantDescription) throws
  /// Where it is, in a few words.
  func address(of source: Source) -> String
  /// The tables it holds, of a kind that has tables.
  func tableNames(of source: LocatedSource) throws -> [String]
  /// - Parameter table: one of `tableNames`; nil for a kind that has none.
  func read(_ source: LocatedSource, table: String?) throws -> Reading
  /// So many rows, in its words.
  func counted(_ rows: Int) -> Text
}

extension SourceKind {
  var options: [String] { [] }
  var hasTables: Bool { false }

  func take(
    _ option: String, _ node: PlantFileNode, _ source: inout Source, _ plant: PlantDescription
  ) throws {
    _ = try plant.text(node, option)
    source.options[option] = node
  }

  func check(_ source: Source, _ node: PlantFileNode, _ plant: PlantDescription) throws {
    guard source.paths.isEmpty else { return }
    throw plant.wrong(node, "'\(source.name)' names no file", "“\(source.name)”没有给出文件")
  }

  func address(of source: Source) -> String { source.paths.joined(separator: ", ") }

  func tableNames(of source: LocatedSource) throws -> [String] { [] }

  func counted(_ rows: Int) -> Text { Text(en: "\(rows.grouped) rows", zh: "\(rows.grouped) 行") }
}

extension PlantDescription.Source {
  /// Whether a field must say which of several tables it means.
  var hasTables: Bool { kind.hasTables && options["table"] == nil && options["query"] == nil }
}

/// A source and the folder of its plant file, where its paths start.
struct LocatedSource {
  let source: PlantDescription.Source
  let folder: String?

  var paths: [String] { source.paths.map { Folder.path($0, in: folder) } }

  /// What the plant file declares about the columns.
  var columns: ColumnOptions {
    ColumnOptions(types: source.csv.types, missing: source.csv.missing, zone: source.csv.zone)
  }

  /// An option of the source's own kind that is a text.
  func text(_ option: String) -> String? { source.options[option]?.text }
}
