public import Exchange

/// A notebook: cells of text and code, and what the code showed when it ran.
public struct Notebook: Sendable, Equatable {
  public var cells: [Cell]
  /// What Jupyter keeps of the whole notebook: kernel, language, and what others add.
  public var metadata: [String: JSON]

  public init(cells: [Cell] = [], metadata: [String: JSON] = [:]) {
    self.cells = cells
    self.metadata = metadata
  }

  public struct Cell: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable { case code, markdown, raw }

    public var kind: Kind
    public var source: String
    public var id: String
    public var metadata: [String: JSON]
    /// As nbformat has them; of code cells only.
    public var outputs: [JSON] = []
    public var executionCount: Int?
    /// Pictures pasted into a text cell, as nbformat has them.
    public var attachments: JSON?

    public init(_ kind: Kind, _ source: String, id: String = "", metadata: [String: JSON] = [:]) {
      (self.kind, self.source, self.id, self.metadata) = (kind, source, id, metadata)
    }

    public var tags: [String] { metadata["tags"]?.strings ?? [] }
  }

  /// The heading that a notebook starts with, or nil.
  public var title: String? {
    for cell in cells where cell.kind == .markdown {
      for line in cell.source.split(separator: "\n") where line.hasPrefix("# ") {
        return String(line.dropFirst(2))
      }
    }
    return nil
  }

  /// Kernel and language as this program has them.
  public static let ownMetadata: [String: JSON] = [
    "kernelspec": .object(
      ["display_name": "plantsh", "language": "lua", "name": "plantsh"].mapValues(JSON.string)),
    "language_info": .object(
      ["file_extension": ".lua", "mimetype": "text/x-lua", "name": "lua", "version": "5.4"].mapValues(
        JSON.string)),
  ]
}
