/// The directory of a zip file, checked before anything is unpacked.
///
/// Refused: names that lead outside or occur twice, encrypted or unknown packing, pieces that
/// overlap or reach beyond the file, more pieces than `limits` allow (APPNOTE 6.3.10).
final class ZipArchive {
  struct Entry {
    let name: String
    let method: Int
    let crc: UInt32
    let packed: Int
    let unpacked: Int
    let header: Int
  }

  let file: ByteFile
  private(set) var entries: [String: Entry] = [:]
  private let directoryStart: Int

  init(_ file: ByteFile, limits: FileLimits) throws(FileProblem) {
    self.file = file
    let end = try Self.end(of: file)
    guard end.count <= limits.parts else {
      throw .tooManyParts(end.count, limit: limits.parts)
    }
    directoryStart = end.start
    guard end.count > 0, end.start >= 0, end.size >= 46 * end.count,
      end.start <= file.size - end.size
    else {
      throw .damaged(part: "")
    }
    let directory = try file.bytes(at: end.start, count: end.size)
    var place = 0
    for _ in 0..<end.count {
      let entry = try Self.entry(in: directory, at: &place)
      guard Self.isSafe(entry.name), entries[entry.name] == nil else {
        throw .unsafeName(entry.name)
      }
      entries[entry.name] = entry
    }
    try checkPlaces()
  }

  /// Where the packed bytes of a piece begin.
  func start(of entry: Entry) throws(FileProblem) -> Int {
    let header = try file.bytes(at: entry.header, count: 30)
    guard header.count == 30, header.number(at: 0, bytes: 4) == 0x0403_4B50,
      header.number(at: 6, bytes: 2) & 1 == 0
    else { throw .damaged(part: entry.name) }
    let start =
      entry.header + 30 + header.number(at: 26, bytes: 2) + header.number(at: 28, bytes: 2)
    guard start + entry.packed <= directoryStart else { throw .damaged(part: entry.name) }
    return start
  }

  /// Overlapping pieces are how small files unpack to endless ones.
  private func checkPlaces() throws(FileProblem) {
    var end = 0
    for entry in entries.values.sorted(by: { $0.header < $1.header }) {
      guard entry.header >= end, entry.packed >= 0,
        entry.packed <= directoryStart - entry.header - 30
      else { throw .damaged(part: entry.name) }
      end = entry.header + 30 + entry.packed
    }
  }

  private struct End {
    var count: Int
    var size: Int
    var start: Int
  }

  private static func end(of file: ByteFile) throws(FileProblem) -> End {
    let tailStart = max(0, file.size - 65_557)
    let tail = try file.bytes(at: tailStart, count: 65_557)
    var place = tail.count - 22
    while place >= 0 {
      if tail.number(at: place, bytes: 4) == 0x0605_4B50,
        place + 22 + tail.number(at: place + 20, bytes: 2) == tail.count
      {
        break
      }
      place -= 1
    }
    guard place >= 0 else { throw .damaged(part: "") }
    var end = End(
      count: tail.number(at: place + 10, bytes: 2), size: tail.number(at: place + 12, bytes: 4),
      start: tail.number(at: place + 16, bytes: 4))
    if end.count == 0xFFFF || end.size == 0xFFFF_FFFF || end.start == 0xFFFF_FFFF {
      // Zip64: the locator stands before the end record.
      guard place >= 20, tail.number(at: place - 20, bytes: 4) == 0x0706_4B50 else {
        throw .damaged(part: "")
      }
      let record = try file.bytes(at: tail.number(at: place - 12, bytes: 8), count: 56)
      guard record.count == 56, record.number(at: 0, bytes: 4) == 0x0606_4B50 else {
        throw .damaged(part: "")
      }
      end = End(
        count: record.number(at: 32, bytes: 8), size: record.number(at: 40, bytes: 8),
        start: record.number(at: 48, bytes: 8))
    }
    return end
  }

  private static func entry(in bytes: [UInt8], at place: inout Int) throws(FileProblem) -> Entry {
    guard place + 46 <= bytes.count, bytes.number(at: place, bytes: 4) == 0x0201_4B50 else {
      throw .damaged(part: "")
    }
    let nameEnd = place + 46 + bytes.number(at: place + 28, bytes: 2)
    let extraEnd = nameEnd + bytes.number(at: place + 30, bytes: 2)
    let end = extraEnd + bytes.number(at: place + 32, bytes: 2)
    guard end <= bytes.count else { throw .damaged(part: "") }
    let name = String(decoding: bytes[place + 46..<nameEnd], as: UTF8.self)
    guard bytes.number(at: place + 8, bytes: 2) & 1 == 0 else { throw .encrypted }
    var sizes = [24, 20, 42].map { bytes.number(at: place + $0, bytes: 4) }
    try readZip64(bytes[nameEnd..<extraEnd], into: &sizes, name: name)
    let method = bytes.number(at: place + 10, bytes: 2)
    guard method == 0 || method == 8 else { throw .damaged(part: name) }
    defer { place = end }
    return Entry(
      name: name, method: method, crc: UInt32(bytes.number(at: place + 16, bytes: 4)),
      packed: sizes[1], unpacked: sizes[0], header: sizes[2])
  }

  /// Unpacked size, packed size and place, each present only where its short field is full.
  private static func readZip64(
    _ extra: ArraySlice<UInt8>, into sizes: inout [Int], name: String
  ) throws(FileProblem) {
    guard sizes.contains(0xFFFF_FFFF) else { return }
    let bytes = Array(extra)
    var place = 0
    while place + 4 <= bytes.count {
      let end = place + 4 + bytes.number(at: place + 2, bytes: 2)
      guard bytes.number(at: place, bytes: 2) == 1, end <= bytes.count else {
        place = end
        continue
      }
      place += 4
      for index in sizes.indices where sizes[index] == 0xFFFF_FFFF {
        guard place + 8 <= end else { throw .damaged(part: name) }
        sizes[index] = bytes.number(at: place, bytes: 8)
        place += 8
      }
      return
    }
    throw .damaged(part: name)
  }

  private static func isSafe(_ name: String) -> Bool {
    guard !name.isEmpty, !name.hasPrefix("/"), !name.utf8.contains(0),
      !name.utf8.contains(UInt8(ascii: "\\")), !name.utf8.contains(UInt8(ascii: ":"))
    else { return false }
    return !name.split(separator: "/").contains("..")
  }
}

extension [UInt8] {
  /// A little-endian number; negative when eight bytes do not fit an Int, never beyond the end.
  func number(at place: Int, bytes count: Int) -> Int {
    guard place >= 0, place + count <= self.count else { return -1 }
    var number: UInt64 = 0
    for index in (0..<count).reversed() { number = number << 8 | UInt64(self[place + index]) }
    return Int(truncatingIfNeeded: number)
  }

  mutating func append(_ number: Int, bytes count: Int) {
    for index in 0..<count { append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }
}
