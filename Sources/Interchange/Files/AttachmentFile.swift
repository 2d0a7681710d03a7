/// A file that was attached to a record.
public enum AttachmentFile {
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
