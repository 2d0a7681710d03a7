/// The fonts that papers are set in, as they are found on the machine.
///
/// The first that has every form of the Persian letters is the font of the paper; the others lend
/// the signs that it lacks.
public struct PaperFonts: Hashable, Sendable {
  /// Files of the upright and of the bold font of each family, the first choice first.
  let families: [Family]

  struct Family: Hashable, Sendable {
    var regular: String
    var bold: String
  }

  /// Where Debian and administrators put fonts.
  public static let folders = ["/usr/share/fonts", "/usr/local/share/fonts"]

  /// Files below those folders with the Debian package of each, in the order in which they are
  /// wanted.
  static let known: [(package: String, family: Family)] = [
    (
      "fonts-farsiweb",
      Family(regular: "truetype/farsiweb/nazli.ttf", bold: "truetype/farsiweb/nazlib.ttf")
    ),
    (
      "fonts-hosny-amiri",
      Family(
        regular: "opentype/fonts-hosny-amiri/Amiri-Regular.ttf",
        bold: "opentype/fonts-hosny-amiri/Amiri-Bold.ttf")
    ),
    (
      "fonts-dejavu-core",
      Family(
        regular: "truetype/dejavu/DejaVuSans.ttf", bold: "truetype/dejavu/DejaVuSans-Bold.ttf")
    ),
    (
      "fonts-noto-core",
      Family(
        regular: "truetype/noto/NotoNaskhArabic-Regular.ttf",
        bold: "truetype/noto/NotoNaskhArabic-Bold.ttf")
    ),
  ]

  /// Looks for fonts.
  ///
  /// - Parameter folders: Where; below them the places of Debian's packages.
  /// - Throws: `FileProblem.noFont` when there is none with the Persian letters.
  public init(in folders: [String] = folders) throws(FileProblem) {
    var families: [Family] = []
    for known in Self.known {
      for folder in folders {
        let regular = folder + "/" + known.family.regular
        guard let font = TrueTypeFont(path: regular) else { continue }
        // A family that lacks letters may still lend its signs.
        guard !families.isEmpty || Self.isPersian(font) else { continue }
        let bold = folder + "/" + known.family.bold
        families.append(
          Family(regular: regular, bold: TrueTypeFont(path: bold) == nil ? regular : bold))
        break
      }
    }
    guard !families.isEmpty else {
      throw .noFont(packages: Self.known.map(\.package), folders: folders)
    }
    self.families = families
  }

  /// Peh, tcheh, jeh, keheh, gaf and Farsi yeh in their forms, lam-alef, and Persian digits.
  private static func isPersian(_ font: TrueTypeFont) -> Bool {
    let ranges: [ClosedRange<UInt32>] = [
      0xFB56...0xFB59, 0xFB7A...0xFB7D, 0xFB8A...0xFB8B, 0xFB8E...0xFB95, 0xFBFC...0xFBFF,
      0xFE8D...0xFE92, 0xFE95...0xFEEE, 0xFEFB...0xFEFC, 0x06F0...0x06F9,
    ]
    return ranges.joined().allSatisfy { font.glyph(of: $0) != nil }
  }
}
