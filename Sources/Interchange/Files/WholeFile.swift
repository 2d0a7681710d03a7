/// Files that are read and written as they are, without a form of their own.
public enum WholeFile {
  /// Writes the bytes whole or not at all, over an older file.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    let sink = try FileSink(path: path)
    try sink.write(bytes)
    try sink.finish()
  }

  /// The bytes of a file.
  ///
  /// - Throws: `FileProblem.tooLarge` above `limit` bytes; `empty`, `missing` or `system`.
  public static func read(_ path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    let file = try ByteFile(path: path, limit: limit)
    return try file.bytes(at: 0, count: file.size)
  }
}
