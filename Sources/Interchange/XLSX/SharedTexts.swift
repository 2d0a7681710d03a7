/// The texts that cells of a workbook point to, in one block of bytes.
///
/// A list of a hundred thousand names as `String`s would take several times the memory.
struct SharedTexts {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []

  init() {}

  init(reading scanner: inout XMLScanner) throws(FileProblem) {
    while true {
      switch try scanner.next() {
      case .end: return
      case .open where scanner.isNamed("si"):
        if !scanner.isSelfClosed {
          let text = try Self.richText(closing: "si", in: &scanner)
          bytes += text.utf8
        }
        ends.append(UInt32(truncatingIfNeeded: bytes.count))
      default: continue
      }
    }
  }

  var count: Int { ends.count }

  /// The text at an index that a cell names; nil when there is none.
  subscript(index: Int) -> String? {
    guard ends.indices.contains(index) else { return nil }
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return bytes.withUnsafeBufferPointer { buffer in
      String(
        decoding: UnsafeBufferPointer(rebasing: buffer[start..<Int(ends[index])]), as: UTF8.self)
    }
  }

  /// The text of the runs up to a closing tag; readings over East Asian text are left out.
  static func richText(
    closing: StaticString, in scanner: inout XMLScanner
  ) throws(FileProblem) -> String {
    var result = ""
    var phonetic = 0
    var isText = false
    while true {
      switch try scanner.next() {
      case .open:
        guard !scanner.isSelfClosed else { continue }
        if scanner.isNamed("rPh") { phonetic += 1 }
        isText = scanner.isNamed("t")
      case .close:
        isText = false
        if scanner.isNamed("rPh") { phonetic -= 1 }
        if scanner.isNamed(closing) { return unescaped(result) }
      case .text:
        if isText, phonetic == 0 { result += try scanner.text() }
      case .end: throw scanner.malformed()
      }
    }
  }

  /// Resolves `_x000D_`, by which workbooks hold characters that XML cannot.
  static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(0x5F), text.contains("_x") else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if index + 7 <= bytes.count, bytes[index] == 0x5F, bytes[index + 1] == 0x78,
        bytes[index + 6] == 0x5F,
        let value = UInt32(
          String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        result += Array(String(Character(scalar)).utf8)
        index += 7
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
