internal import Training

/// The fixed texts of a workbook (ECMA-376, parts 1 and 2).
enum WorkbookParts {
  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let contentType =
    "application/vnd.openxmlformats-officedocument.spreadsheetml"

  /// The widest column that text alone makes, in cells of the terminal.
  private static let widest = 60

  /// The width of a column in cells of the terminal: what it asks for, and what its texts need.
  ///
  /// Titles are wrapped onto a second line.
  private static func width(of column: Sheet.Column, showing cells: [Sheet.Cell]) -> Int {
    let texts = cells.map(\.plainText.count).max() ?? 0
    let word = column.title.split(separator: " ").map(\.count).max() ?? 0
    let title = max(word, (column.title.count + 1) / 2)
    let wanted = column.width > 0 ? column.width : max(12, column.title.count)
    return max(min(wanted, 80), min(max(texts, title), widest))
  }

  /// What stands before the rows: fitting to the page, direction, frozen titles, widths.
  ///
  /// - Parameters:
  ///   - columns: The columns of the sheet.
  ///   - rows: Rows by which the columns are measured.
  ///   - isFirst: Whether it is the sheet shown first.
  /// - Returns: The XML up to the first row.
  static func sheetStart(
    columns: [Sheet.Column], measuredBy rows: some Collection<Sheet.Row>, isFirst: Bool
  ) -> String {
    var text =
      head
        + """
        <worksheet xmlns="\(main)"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>\
        <sheetViews><sheetView rightToLeft="1"\(isFirst ? " tabSelected=\"1\"" : "") \
        workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" \
        state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews>\
        <sheetFormatPr defaultRowHeight="18"/>
        """
    if !columns.isEmpty {
      text += "<cols>"
      for (index, column) in columns.enumerated() {
        // Cells of a terminal are about as wide as digits of the font; a margin is added.
        let cells = rows.compactMap { $0.cells.indices.contains(index) ? $0.cells[index] : nil }
        let width = width(of: column, showing: cells) + 3
        text += "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(width)\" "
        text += "customWidth=\"1\"/>"
      }
      text += "</cols>"
    }
    return text + "<sheetData>"
  }

  /// What stands after the rows: margins in inches, A4 across, page numbers.
  static let sheetEnd = """
    </sheetData><printOptions horizontalCentered="1"/>\
    <pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>\
    <pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>\
    <headerFooter><oddHeader>&amp;C&amp;A</oddHeader><oddFooter>&amp;C&amp;P / &amp;N</oddFooter>\
    </headerFooter></worksheet>
    """

  /// The other parts, by path.
  static func parts(sheets: [String]) -> [(name: String, text: String)] {
    [
      ("xl/workbook.xml", workbook(sheets)), ("xl/_rels/workbook.xml.rels", links(sheets.count)),
      ("xl/styles.xml", styles),
      (
        "_rels/.rels",
        head + "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
          + "Type=\"\(relationships)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
      ),
      ("[Content_Types].xml", contentTypes(sheets.count)),
    ]
  }

  private static func workbook(_ sheets: [String]) -> String {
    var text = head + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relationships)\"><bookViews>"
    text += "<workbookView/></bookViews><sheets>"
    for (index, name) in sheets.enumerated() {
      text += "<sheet name=\"\(escaped(name))\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
    }
    text += "</sheets><definedNames>"
    for (index, name) in sheets.enumerated() {
      let quoted = escaped(name.replacing("'", with: "''"))
      text += "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"\(index)\">"
      text += "'\(quoted)'!$1:$1</definedName>"
    }
    return text + "</definedNames></workbook>"
  }

  private static func links(_ count: Int) -> String {
    var text = head + "<Relationships xmlns=\"\(package)/relationships\">"
    for index in 1...count {
      text += "<Relationship Id=\"rId\(index)\" Type=\"\(relationships)/worksheet\" "
      text += "Target=\"worksheets/sheet\(index).xml\"/>"
    }
    text += "<Relationship Id=\"rId\(count + 1)\" Type=\"\(relationships)/styles\" "
    return text + "Target=\"styles.xml\"/></Relationships>"
  }

  private static func contentTypes(_ count: Int) -> String {
    var text = head + "<Types xmlns=\"\(package)/content-types\"><Default Extension=\"rels\" "
    text += "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    text += "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    text +=
      "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(contentType).sheet.main+xml\"/>"
    text += "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(contentType).styles+xml\"/>"
    for index in 1...count {
      text += "<Override PartName=\"/xl/worksheets/sheet\(index).xml\" "
      text += "ContentType=\"\(contentType).worksheet+xml\"/>"
    }
    return text + "</Types>"
  }

  /// Cell styles by index: 0 plain, 1 title, 2 text, 3 number, 4 number in groups.
  private static let styles =
    head
      + """
      <styleSheet xmlns="\(main)"><fonts count="2"><font><sz val="11"/><name val="Tahoma"/></font>\
      <font><b/><sz val="11"/><name val="Tahoma"/></font></fonts><fills count="3">\
      <fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>\
      <fill><patternFill patternType="solid"><fgColor rgb="FFD9E2EF"/><bgColor indexed="64"/>\
      </patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/>\
      <diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/>\
      <bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1">\
      <xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">\
      <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
      <xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" \
      applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" \
      vertical="center" wrapText="1" readingOrder="2"/></xf>\
      <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" \
      applyAlignment="1"><alignment readingOrder="2"/></xf>\
      <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
      <xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>\
      <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
      """

  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    appendEscaped(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds text as XML; control characters, and what would look like their escape, as `_xHHHH_`.
  static func appendEscaped(_ text: String, to xml: inout [UInt8]) {
    var text = text
    text.withUTF8 { source in
      var needsCare = false
      for byte in source where byte < 0x20 || byte == 0x26 || byte == 0x3C || byte == 0x5F {
        needsCare = true
        break
      }
      guard needsCare || source.contains(where: { $0 == 0x3E || $0 == 0x22 || $0 == 0xEF }) else {
        xml += source
        return
      }
      appendCarefully(source, to: &xml)
    }
  }

  private static func appendCarefully(_ source: UnsafeBufferPointer<UInt8>, to xml: inout [UInt8]) {
    for (index, byte) in source.enumerated() {
      switch byte {
      case 0x26: xml += "&amp;".utf8
      case 0x3C: xml += "&lt;".utf8
      case 0x3E: xml += "&gt;".utf8
      case 0x22: xml += "&quot;".utf8
      case 0x09, 0x0A: xml.append(byte)
      case ..<0x20:
        let digits = String(byte, radix: 16, uppercase: true)
        xml += "_x\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)_".utf8
      case 0x5F where index + 1 < source.count && source[index + 1] == 0x78:
        xml += "_x005F_".utf8
      case 0xBE...0xBF where index >= 2 && source[index - 1] == 0xBF && source[index - 2] == 0xEF:
        // U+FFFE and U+FFFF are no characters of XML; they become U+FFFD.
        xml.append(0xBD)
      default: xml.append(byte)
      }
    }
  }
}
