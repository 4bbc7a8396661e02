/// Which sheet of a workbook is read, and where its columns are named.
public struct ExcelOptions: Sendable {
  public enum Sheet: Sendable, Equatable {
    case name(String)
    /// Counted from 1.
    case number(Int)
  }

  /// nil takes the first sheet that is not hidden.
  public var sheet: Sheet?
  /// The row that names the columns, as Excel counts; 0 when none does, nil to find it out.
  public var header: Int?
  /// How many rows the names take; names one below the other are joined by a point.
  public var headerRows: Int

  public init(sheet: Sheet? = nil, header: Int? = nil, headerRows: Int = 1) {
    self.sheet = sheet
    self.header = header
    self.headerRows = headerRows
  }
}
