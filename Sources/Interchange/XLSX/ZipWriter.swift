private import CZlib

/// Writes a zip file piece by piece; nothing but the directory is held in memory.
final class ZipWriter {
  private struct Entry {
    let name: String
    let header: Int
    var crc: UInt = 0
    var packed = 0
    var unpacked = 0
  }

  private let sink: FileSink
  private var entries: [Entry] = []
  private let stream: UnsafeMutablePointer<z_stream>
  private let output: UnsafeMutableRawBufferPointer
  private var pending: [UInt8] = []

  init(path: String) throws(FileProblem) {
    sink = try FileSink(path: path)
    output = .allocate(byteCount: 1 << 15, alignment: 16)
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    pending.reserveCapacity(1 << 16)
    // Level 3: the bytes of a sheet repeat so much that higher levels cost time and gain little.
    let code = deflateInit2_(
      stream, 3, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    precondition(code == Z_OK, "ZipWriter: zlib refused its own settings.")
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
    output.deallocate()
  }

  /// Begins a piece; sizes and sum are put into its header when it ends.
  func begin(_ name: String) throws(FileProblem) {
    entries.append(Entry(name: name, header: sink.offset))
    deflateReset(stream)
    try sink.write(localHeader(entries[entries.count - 1]))
  }

  /// Adds bytes to the piece.
  @inline(__always)
  func write(_ bytes: [UInt8]) throws(FileProblem) {
    pending += bytes
    if pending.count >= 1 << 16 { try pack(Z_NO_FLUSH) }
  }

  func write(_ text: String) throws(FileProblem) {
    pending += text.utf8
    if pending.count >= 1 << 16 { try pack(Z_NO_FLUSH) }
  }

  func end() throws(FileProblem) {
    try pack(Z_FINISH)
    let entry = entries[entries.count - 1]
    guard entry.unpacked < 0xFFFF_FFFF, sink.offset < 0xFFFF_FFFF else {
      throw .tooLarge(bytes: entry.unpacked, limit: 0xFFFF_FFFE)
    }
    try sink.patch(localHeader(entry), at: entry.header)
  }

  /// Writes the directory and makes the file whole and durable.
  func finish() throws(FileProblem) {
    let start = sink.offset
    for entry in entries {
      var record: [UInt8] = []
      record.append(0x0201_4B50, bytes: 4)
      record.append(20, bytes: 2)
      record += common(entry)
      // Comment, disk, attributes: none.
      record.append(0, bytes: 10)
      record.append(entry.header, bytes: 4)
      record += entry.name.utf8
      try sink.write(record)
    }
    let size = sink.offset - start
    var end: [UInt8] = []
    end.append(0x0605_4B50, bytes: 4)
    end.append(0, bytes: 4)
    end.append(entries.count, bytes: 2)
    end.append(entries.count, bytes: 2)
    end.append(size, bytes: 4)
    end.append(start, bytes: 4)
    end.append(0, bytes: 2)
    try sink.write(end)
    try sink.finish()
  }

  private func localHeader(_ entry: Entry) -> [UInt8] {
    var header: [UInt8] = []
    header.append(0x0403_4B50, bytes: 4)
    header += common(entry)
    header += entry.name.utf8
    return header
  }

  /// What the header of a piece and its record in the directory have in common.
  private func common(_ entry: Entry) -> [UInt8] {
    var bytes: [UInt8] = []
    // Version 2.0; names are UTF-8; deflate; 1980-01-01, so that equal tables give equal files.
    bytes.append(20, bytes: 2)
    bytes.append(0x0800, bytes: 2)
    bytes.append(8, bytes: 2)
    bytes.append(0, bytes: 2)
    bytes.append(0x21, bytes: 2)
    bytes.append(Int(entry.crc), bytes: 4)
    bytes.append(entry.packed, bytes: 4)
    bytes.append(entry.unpacked, bytes: 4)
    bytes.append(entry.name.utf8.count, bytes: 2)
    bytes.append(0, bytes: 2)
    return bytes
  }

  private func pack(_ flush: Int32) throws(FileProblem) {
    let last = entries.count - 1
    entries[last].unpacked += pending.count
    var packed: [UInt8] = []
    pending.withUnsafeMutableBufferPointer { buffer in
      entries[last].crc = crc32(entries[last].crc, buffer.baseAddress, UInt32(buffer.count))
      stream.pointee.next_in = buffer.baseAddress
      stream.pointee.avail_in = UInt32(buffer.count)
      repeat {
        stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(output.count)
        deflate(stream, flush)
        packed += output[..<(output.count - Int(stream.pointee.avail_out))]
      } while stream.pointee.avail_out == 0
    }
    entries[last].packed += packed.count
    try sink.write(packed)
    pending.removeAll(keepingCapacity: true)
  }
}
