/// Where a row came from: a source file and its row there, counted from 1 (the header is row 1).
public struct Origin: Sendable, Hashable {
  public var file: String
  public var row: Int

  public init(file: String, row: Int) {
    self.file = file
    self.row = row
  }
}
