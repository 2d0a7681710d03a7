private import CZlib

/// A PDF file being written object by object; nothing but their places is held in memory.
final class PDFFile {
  private let sink: FileSink
  /// Where each object begins, from number 1 on; 0 is not written yet.
  private var places: [Int] = []

  init(path: String) throws(FileProblem) {
    sink = try FileSink(path: path)
    // The bytes behind the version tell other programs that the file is not text.
    try sink.write(Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A])
  }

  /// A number for an object that is written later.
  func reserve() -> Int {
    places.append(0)
    return places.count
  }

  func write(_ number: Int, _ body: String) throws(FileProblem) {
    places[number - 1] = sink.offset
    try sink.write("\(number) 0 obj\n\(body)\nendobj\n".utf8)
  }

  /// Writes bytes, packed; `entries` stand in the dictionary before them.
  func writeStream(_ number: Int, _ bytes: [UInt8], entries: String = "") throws(FileProblem) {
    let packed = Self.packed(bytes)
    places[number - 1] = sink.offset
    try sink.write(
      "\(number) 0 obj\n<< \(entries) /Filter /FlateDecode /Length \(packed.count) >>\nstream\n"
        .utf8
    )
    try sink.write(packed)
    try sink.write("\nendstream\nendobj\n".utf8)
  }

  /// Writes the places of all objects and makes the file whole and durable.
  func finish(catalog: Int, information: Int) throws(FileProblem) {
    let start = sink.offset
    try sink.write("xref\n0 \(places.count + 1)\n0000000000 65535 f \n".utf8)
    for place in places {
      let digits = String(place)
      try sink.write(
        (String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8)
    }
    try sink.write(
      """
      trailer
      << /Size \(places.count + 1) /Root \(catalog) 0 R /Info \(information) 0 R >>
      startxref
      \(start)
      %%EOF

      """.utf8)
    try sink.finish()
  }

  private static func packed(_ bytes: [UInt8]) -> [UInt8] {
    var length = compressBound(UInt(bytes.count))
    return [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
      let code = compress2(buffer.baseAddress, &length, bytes, UInt(bytes.count), 6)
      precondition(code == Z_OK, "PDFFile: zlib found no room in the room it asked for.")
      count = Int(length)
    }
  }

  /// A text as PDF writes it outside of pages: UTF-16 in hexadecimal digits.
  static func text(_ text: String) -> String {
    "<FEFF" + text.utf16.map { hexadecimal(Int($0)) }.joined() + ">"
  }

  /// Four hexadecimal digits.
  static func hexadecimal(_ value: Int) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
