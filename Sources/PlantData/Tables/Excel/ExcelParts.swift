/// The parts of a workbook that are the same for every table.
enum ExcelParts {
  /// Styles of cells, by their number in `styles.xml`.
  enum Style: Int {
    case plain, header, time, timeWithMilliseconds
  }

  static func fixed(sheet: String) -> [(name: String, text: String)] {
    [
      ("[Content_Types].xml", start + contentTypes), ("_rels/.rels", start + packageRelations),
      ("xl/workbook.xml", start + workbook(sheet)), ("xl/_rels/workbook.xml.rels", start + workbookRelations),
      ("xl/styles.xml", start + styles),
    ]
  }

  static let start = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let document = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let format = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  private static let contentTypes = """
    <Types xmlns="\(package)/content-types"><Default Extension="rels" \
    ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Default Extension="xml" ContentType="application/xml"/>\
    <Override PartName="/xl/workbook.xml" ContentType="\(format).sheet.main+xml"/>\
    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\(format).worksheet+xml"/>\
    <Override PartName="/xl/styles.xml" ContentType="\(format).styles+xml"/>\
    <Override PartName="/xl/sharedStrings.xml" ContentType="\(format).sharedStrings+xml"/></Types>
    """

  private static let packageRelations = """
    <Relationships xmlns="\(package)/relationships"><Relationship Id="rId1" \
    Type="\(document)/officeDocument" Target="xl/workbook.xml"/></Relationships>
    """

  private static let workbookRelations = """
    <Relationships xmlns="\(package)/relationships">\
    <Relationship Id="rId1" Type="\(document)/worksheet" Target="worksheets/sheet1.xml"/>\
    <Relationship Id="rId2" Type="\(document)/styles" Target="styles.xml"/>\
    <Relationship Id="rId3" Type="\(document)/sharedStrings" Target="sharedStrings.xml"/></Relationships>
    """

  private static func workbook(_ sheet: String) -> String {
    """
    <workbook xmlns="\(main)" xmlns:r="\(document)"><sheets>\
    <sheet name="\(CellText.encoded(sheet))" sheetId="1" r:id="rId1"/></sheets></workbook>
    """
  }

  private static let styles = """
    <styleSheet xmlns="\(main)"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/>\
    <numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss.000"/></numFmts>\
    <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
    <font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
    <fills count="2"><fill><patternFill patternType="none"/></fill>\
    <fill><patternFill patternType="gray125"/></fill></fills>\
    <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
    <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
    <cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
    <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>\
    <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
    <xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>\
    <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
    """
}
