import Training

/// The four columns that tell of an attached file, in the order name, kind, size, digest.
extension Attachment {
  /// The file whose columns begin somewhere in a row; nil where none is attached.
  static func stored(in row: borrowing Row, from start: Int) throws -> Attachment? {
    let digest: String = try row[start + 3]
    guard !digest.isEmpty else { return nil }
    guard let kind = Attachment.Kind(rawValue: try row[start + 1]) else {
      throw StoreError.damaged("the kind of an attachment")
    }
    return Attachment(
      name: try row[start], kind: kind, size: try row[start + 2], digest: digest)
  }

  static func cells(of file: Attachment?) -> Cells {
    [
      ("file_name", file?.name ?? ""), ("file_kind", file?.kind.rawValue ?? ""),
      ("file_size", file?.size ?? 0), ("file_digest", file?.digest ?? ""),
    ]
  }
}
