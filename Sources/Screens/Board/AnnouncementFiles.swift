import Interchange
import Persian
import Store
import Training
import UseCases

/// What the form of an announcement takes from files.
extension AnnouncementForm {
  /// The paragraphs: of a text file where one is named, else as typed.
  static func text(of draft: Draft, _ portal: Portal) -> Result<String, Failure> {
    guard !draft.bodyFile.allSatisfy(\.isWhitespace) else {
      let parts = draft.body.split(separator: Phrases.Announcements.paragraphSign)
      return .success(parts.joined(separator: "\n"))
    }
    return bytes(of: draft.bodyFile, limit: 256 << 10, portal).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The attached file; nil where none is named.
  static func file(
    _ path: String, _ portal: Portal
  ) -> Result<(attachment: Announcement.Attachment, bytes: [UInt8])?, Failure> {
    guard !path.allSatisfy(\.isWhitespace) else { return .success(nil) }
    return portal.read { _, context in context.rules.attachmentSize }.flatMap { limit in
      bytes(of: path, limit: limit, portal).map { bytes in
        let name = SheetFormat.expanded(path).split(separator: "/").last.map(String.init) ?? path
        return (
          Announcement.Attachment(
            name: name, size: bytes.count, digest: BlobDigest(of: bytes).bytes), bytes
        )
      }
    }
  }

  private static func bytes(of path: String, limit: Int, _ portal: Portal) -> Result<
    [UInt8], Failure
  > {
    Result { () throws(FileProblem) in
      try WholeFile.read(
        try portal.files.source(SheetFormat.expanded(path)), limit: limit)
    }.mapError { problem in
      switch problem {
      case .tooLarge(_, let limit): .records(.tooLarge(limit: limit))
      default: .complaint(field: "file", .unknownChoice(path))
      }
    }
  }
}
