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

  /// Rows with several files name each; one alone is `file`.
  static func cells(of file: Attachment?, _ name: String = "file") -> Cells {
    [
      ("\(name)_name", file?.name ?? ""), ("\(name)_kind", file?.kind.rawValue ?? ""),
      ("\(name)_size", file?.size ?? 0), ("\(name)_digest", file?.digest ?? ""),
    ]
  }
}
