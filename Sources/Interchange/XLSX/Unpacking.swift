private import CZlib

/// The unpacked bytes of one piece of a zip file, in order, checked against its size and sum.
final class Unpacking {
  private let archive: ZipArchive
  private let entry: ZipArchive.Entry
  private let limit: Int
  private let ratio: Int
  private var place: Int
  private var packedLeft: Int
  private let input: UnsafeMutableRawBufferPointer
  private let stream: UnsafeMutablePointer<z_stream>
  private var sum: UInt = 0
  private(set) var produced = 0
  private var isAtEnd = false

  init(_ entry: ZipArchive.Entry, of archive: ZipArchive, limit: Int, ratio: Int)
    throws(FileProblem)
  {
    self.archive = archive
    self.entry = entry
    self.limit = limit
    self.ratio = ratio
    guard entry.unpacked <= limit else {
      throw .bomb(part: entry.name, bytes: entry.unpacked, limit: limit)
    }
    place = try archive.start(of: entry)
    packedLeft = entry.packed
    input = .allocate(byteCount: 1 << 15, alignment: 16)
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // Negative window bits: bare deflate, as zip holds it.
    let code = inflateInit2_(stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard code == Z_OK else { throw .damaged(part: entry.name) }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  /// Fills a buffer; returns the bytes written, 0 at the end of the piece.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileProblem) -> Int {
    guard !isAtEnd, !buffer.isEmpty else { return 0 }
    let count = entry.method == 0 ? try copy(into: buffer) : try inflated(into: buffer)
    produced += count
    guard produced <= min(limit, entry.unpacked) else {
      throw .bomb(part: entry.name, bytes: produced, limit: min(limit, entry.unpacked))
    }
    if produced > 1 << 20, produced / ratio > entry.packed {
      throw .bomb(part: entry.name, bytes: produced, limit: entry.packed * ratio)
    }
    sum = crc32(sum, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt32(count))
    if isAtEnd {
      guard produced == entry.unpacked, UInt32(truncatingIfNeeded: sum) == entry.crc else {
        throw .damaged(part: entry.name)
      }
    }
    return count
  }

  private func copy(into buffer: UnsafeMutableRawBufferPointer) throws(FileProblem) -> Int {
    let wanted = min(buffer.count, packedLeft)
    let part = UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted])
    guard try archive.file.read(at: place, into: part) == wanted else {
      throw .damaged(part: entry.name)
    }
    place += wanted
    packedLeft -= wanted
    isAtEnd = packedLeft == 0
    return wanted
  }

  private func inflated(into buffer: UnsafeMutableRawBufferPointer) throws(FileProblem) -> Int {
    stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(buffer.count)
    while stream.pointee.avail_out > 0 {
      if stream.pointee.avail_in == 0 { try refill() }
      let before = (stream.pointee.avail_in, stream.pointee.avail_out)
      let code = inflate(stream, Z_NO_FLUSH)
      if code == Z_STREAM_END {
        isAtEnd = true
        break
      }
      // No progress: the packed bytes ended before the stream did.
      guard code == Z_OK, before != (stream.pointee.avail_in, stream.pointee.avail_out) else {
        throw .damaged(part: entry.name)
      }
    }
    return buffer.count - Int(stream.pointee.avail_out)
  }

  private func refill() throws(FileProblem) {
    let wanted = min(input.count, packedLeft)
    let part = UnsafeMutableRawBufferPointer(rebasing: input[..<wanted])
    guard try archive.file.read(at: place, into: part) == wanted else {
      throw .damaged(part: entry.name)
    }
    place += wanted
    packedLeft -= wanted
    stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(wanted)
  }
}
