/// The name of an attachment: the SHA-256 of its bytes.
public struct BlobDigest: Hashable, Sendable {
  /// 32 bytes.
  public let bytes: [UInt8]

  /// Nil unless there are 32 bytes.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  public init(of content: [UInt8]) { bytes = SHA256.digest(of: content) }

  /// Nil unless there are 64 hexadecimal digits.
  public init?(hexadecimal text: String) {
    guard let bytes = Hexadecimal.bytes(text) else { return nil }
    self.init(bytes: bytes)
  }

  public var hexadecimal: String { Hexadecimal.text(bytes) }
}

extension BlobDigest: Storable {
  package init?(stored: Value) {
    guard case .blob(let bytes) = stored else { return nil }
    self.init(bytes: bytes)
  }

  package var stored: Value { .blob(bytes) }
}

extension BlobDigest: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let digest = BlobDigest(hexadecimal: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a digest")
    }
    self = digest
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hexadecimal)
  }
}

/// Attachments live in the records file, so backup and exchange have one thing to carry.
extension Querying where Self: ~Copyable {
  public func blob(_ digest: BlobDigest) throws(StoreError) -> [UInt8]? {
    try first("SELECT bytes FROM store_blob WHERE digest = ?", [digest]) { row in try row[0] }
  }

  public func hasBlob(_ digest: BlobDigest) throws(StoreError) -> Bool {
    try exists("SELECT 1 FROM store_blob WHERE digest = ?", [digest])
  }

  /// The bytes of all attachments together.
  public func blobTotal() throws(StoreError) -> Int {
    try value("SELECT ifnull(sum(size), 0) FROM store_blob")
  }
}

extension Writing {
  /// Keeps an attachment, once however often it is attached.
  ///
  /// - Parameters:
  ///   - content: The bytes of the file.
  ///   - limit: The most bytes one attachment may have.
  ///   - quota: The most bytes all attachments may have together.
  /// - Returns: Its name, to be stored in the record it belongs to.
  /// - Throws: `StoreError.tooLarge` with the limit or the quota that stands against it.
  public func keep(
    blob content: [UInt8], limit: Int, quota: Int = .max
  ) throws(StoreError) -> BlobDigest {
    guard content.count <= limit else { throw .tooLarge(limit: limit) }
    let digest = BlobDigest(of: content)
    guard try !hasBlob(digest) else { return digest }
    if quota != .max {
      guard content.count <= quota - (try blobTotal()) else { throw .tooLarge(limit: quota) }
    }
    try run(
      "INSERT INTO store_blob (digest, size, bytes) VALUES (?, ?, ?)",
      [digest, content.count, content])
    return digest
  }

  /// Removes an attachment no record names any more; its bytes are overwritten (`secure_delete`).
  ///
  /// The caller has looked for records that still name it, and journals the destruction.
  public func destroy(blob digest: BlobDigest) throws(StoreError) {
    try run("DELETE FROM store_blob WHERE digest = ?", [digest])
  }
}
