/// A file that is read whole, to be attached to a record.
public enum AttachmentFile {
  /// The bytes of a file; devices, folders and what is larger than the limit are refused unread.
  public static func read(_ path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    let file = try ByteFile(path: path, limit: limit)
    return try file.bytes(at: 0, count: file.size)
  }
}

extension AttachmentFile {
  /// Writes an attached file anew; never over one that is there.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    if let there = try? ByteFile(path: path, limit: .max) {
      throw .system(path: there.path, code: 17)
    }
    let sink = try FileSink(path: path)
    try sink.write(bytes)
    try sink.finish()
  }
}
