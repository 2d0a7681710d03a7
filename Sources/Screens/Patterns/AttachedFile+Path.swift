import Interchange
import Store
import Training
import UseCases

extension AttachedFile {
  /// Where files are taken from.
  enum Source: Sendable {
    /// What the person may name: for staff, who answer for it by their account.
    case reach(FileReach)
    /// One folder only, nil where there is none: for forms that nobody answers for.
    case intake(IntakeFolder?)
  }

  /// What stands in the place of a path for a file that is there.
  static func mark(_ file: Attachment) -> String { "✓ \(file.name)" }

  /// The file of a typed path with its bytes; nil where nothing is typed.
  ///
  /// Devices, folders, what is too large and what is neither a document nor a picture are refused,
  /// and nothing is read that whoever runs the program may not read.
  ///
  /// - Parameters:
  ///   - path: As it was typed, or the mark of the file that is there.
  ///   - kept: The file that is there, as long as its mark is left as it is.
  ///   - clause: The paragraph that asks for the file.
  ///   - rules: The largest size.
  ///   - source: Where it may lie.
  /// - Returns: The file, or nil.
  /// - Throws: `Failure.refused` with the reason.
  static func named(
    _ path: String, keeping kept: Attachment?, _ clause: Clause, under rules: Rules,
    from source: Source
  ) throws -> AttachedFile? {
    if let kept, path == mark(kept) { return AttachedFile(kept) }
    let path = SheetFormat.expanded(path)
    guard !path.isEmpty else { return nil }
    let name = path.split(separator: "/").last.map { String($0.suffix(100)) } ?? path
    func refused(_ reason: InstructorReason) -> Failure {
      .refused([Finding(clause, .refusal, .instructor(reason))])
    }
    let bytes: [UInt8]
    do throws(FileProblem) {
      switch source {
      case .reach(let files):
        bytes = try WholeFile.read(try files.source(path), limit: rules.attachmentSize)
      case .intake(let folder?): bytes = try folder.read(path, limit: rules.attachmentSize)
      case .intake(nil): throw .outside(folder: "")
      }
    } catch {
      switch error {
      case .tooLarge(_, let limit): throw refused(.fileTooLarge(name: name, limit: limit))
      case .outside(let folder):
        throw refused(.fileOutside(name: name, folder: folder.isEmpty ? nil : folder))
      case .notAFile: throw refused(.fileNotPlain(name: name))
      default: throw refused(.fileUnreadable(name: name))
      }
    }
    guard let kind = Attachment.Kind(of: bytes) else { throw refused(.fileKind(name: name)) }
    let file = Attachment(
      name: name, kind: kind, size: bytes.count, digest: BlobDigest(of: bytes).hexadecimal)
    return AttachedFile(file, bytes: bytes)
  }
}
