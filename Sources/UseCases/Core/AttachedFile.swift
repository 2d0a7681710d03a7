import FoundationEssentials
import Store
public import Training

/// A file on its way into the records: what is kept of it, and its bytes, which the journal does not
/// repeat.
public struct AttachedFile: Hashable, Sendable, Codable {
  public var file: Attachment
  /// Nil for a file that is there already, and where the entry is performed again.
  public var bytes: [UInt8]?

  private enum CodingKeys: String, CodingKey { case file, bytes }

  public init(_ file: Attachment, bytes: [UInt8]? = nil) {
    self.file = file
    self.bytes = bytes
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    file = try container.decode(Attachment.self, forKey: .file)
    guard decoder.carriesFiles else { return }
    bytes = try container.decodeIfPresent(Data.self, forKey: .bytes).map { Array($0) }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(file, forKey: .file)
    guard encoder.carriesFiles else { return }
    try container.encodeIfPresent(bytes.map { Data($0) }, forKey: .bytes)
  }

  /// What is wrong with its size or kind, or with what it claims to be.
  func finding(_ clause: Clause, _ context: Context) -> Finding? {
    let limit = context.rules.attachmentSize
    guard file.size <= limit else {
      return Finding(clause, .refusal, .instructor(.fileTooLarge(name: file.name, limit: limit)))
    }
    guard let bytes else { return nil }
    let isTrue =
      Attachment.Kind(of: bytes) == file.kind && bytes.count == file.size
      && BlobDigest(of: bytes).hexadecimal == file.digest
    return isTrue ? nil : Finding(clause, .refusal, .instructor(.fileKind(name: file.name)))
  }

  /// Keeps a file that came with a form in place of another, or throws what is wrong with it.
  ///
  /// Without its bytes a file is only that which is there: to know the digest of somebody's file is
  /// not to have it.
  func take(
    _ clause: Clause, _ records: borrowing Writing, _ context: Context,
    keeping kept: Attachment?
  ) throws {
    guard bytes != nil || context.isReplay || file == kept else { throw Failure.forbidden }
    try [finding(clause, context)].compactMap { $0 }.orRefuse()
    try keep(records, context)
  }

  /// Keeps the bytes; a file that nobody brought must be there already.
  func keep(_ records: borrowing Writing, _ context: Context) throws {
    if let bytes {
      _ = try records.keep(
        blob: bytes, limit: context.rules.attachmentSize, quota: context.rules.attachmentTotal)
    } else if !context.isReplay {
      guard let digest = BlobDigest(hexadecimal: file.digest), try records.hasBlob(digest) else {
        throw Failure.forbidden
      }
    }
  }
}
