import FoundationEssentials
import Persian
public import Store
public import Training

extension Actor {
  /// Which announcements the account reads, and which it looks after.
  public var announcementReach: AnnouncementReach {
    AnnouncementReach(
      role: role, account: account, path: scope.root,
      office: Permission.editAnnouncements.isHeld(by: role) ? scope : nil)
  }
}

/// An announcement with the bytes of its attachment, which are kept under their digest and not
/// journaled.
private struct AnnouncementDraft: Codable, Sendable {
  var announcement: Announcement
  var content: [UInt8]?

  private enum CodingKeys: String, CodingKey { case announcement, content }

  init(announcement: Announcement, content: [UInt8]?) {
    self.announcement = announcement
    self.content = content
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    announcement = try container.decode(Announcement.self, forKey: .announcement)
    guard decoder.carriesFiles else { return }
    content = try container.decodeIfPresent(Data.self, forKey: .content).map { Array($0) }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(announcement, forKey: .announcement)
    guard encoder.carriesFiles else { return }
    try container.encodeIfPresent(content.map { Data($0) }, forKey: .content)
  }
}

/// Hangs a notice, a circular or a guide on the board (S0-14).
public struct Announce: UseCase {
  public static let name = "announcement.publish"
  public var announcement: Announcement { draft.announcement }
  private var draft: AnnouncementDraft

  /// - Parameters:
  ///   - announcement: Its id is set here, and its attachment where `content` is given.
  ///   - content: The bytes of its attachment.
  public init(_ announcement: Announcement, content: [UInt8]? = nil) {
    draft = AnnouncementDraft(announcement: announcement, content: content)
  }

  public init(from decoder: any Decoder) throws { draft = try AnnouncementDraft(from: decoder) }
  public func encode(to encoder: any Encoder) throws { try draft.encode(to: encoder) }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if announcement.id.rawValue == 0 { draft.announcement.id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editAnnouncements)
    try context.requireReach(unit: announcement.unit, records)
  }

  /// - Returns: The id of the announcement.
  public func run(
    _ records: borrowing Writing, _ context: Context
  ) throws -> ID<Announcement> {
    let it = try announcement.checked()
    try records.keep(draft.content, of: it, context)
    try records.insert(it)
    return it.id
  }
}

/// Changes what hangs on the board.
public struct EditAnnouncement: UseCase {
  public static let name = "announcement.edit"
  public var announcement: Announcement { draft.announcement }
  private var draft: AnnouncementDraft

  public init(_ announcement: Announcement, content: [UInt8]? = nil) {
    draft = AnnouncementDraft(announcement: announcement, content: content)
  }

  public init(from decoder: any Decoder) throws { draft = try AnnouncementDraft(from: decoder) }
  public func encode(to encoder: any Encoder) throws { try draft.encode(to: encoder) }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editAnnouncements)
    try context.requireReach(unit: announcement.unit, records)
    _ = try context.ownAnnouncement(announcement.id, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    let old = try context.ownAnnouncement(announcement.id, records)
    let new = try announcement.checked()
    try records.keep(draft.content, of: new, context)
    try Failure.check(try records.update(old, to: new), on: old.title)
  }
}

/// Takes an announcement from the board; it stays in the records.
public struct WithdrawAnnouncement: UseCase {
  public static let name = "announcement.withdraw"
  public var announcement: ID<Announcement>

  public init(_ announcement: ID<Announcement>) {
    self.announcement = announcement
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editAnnouncements)
    _ = try context.ownAnnouncement(announcement, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    let old = try context.ownAnnouncement(announcement, records)
    var new = old
    let yesterday = context.today.adding(days: -1)
    new.to = yesterday
    // The days of one that was hung today, or that was to hang later, still make an interval.
    new.from = min(old.from, yesterday)
    try Failure.check(try records.update(old, to: new), on: old.title)
  }
}

extension Context {
  /// An announcement of the actor's units, which is not there otherwise.
  fileprivate func ownAnnouncement(
    _ id: ID<Announcement>, _ records: borrowing Writing
  ) throws -> Announcement {
    guard let it = try records.announcement(id, in: actor.announcementReach, on: today)
    else { throw Failure.forbidden }
    try requireReach(unit: it.announcement.unit, records)
    return it.announcement
  }
}

extension Announcement {
  /// The same in the one spelling that the records keep.
  func checked() throws(Failure) -> Announcement {
    var it = self
    it.title = Normalizer.line(title)
    guard !it.title.isEmpty else { throw .complaint(field: "title", .empty) }
    it.body = body.split(separator: "\n").map { Normalizer.line(String($0)) }
      .filter { !$0.isEmpty }.joined(separator: "\n")
    if let to, to < from {
      throw .refused([Finding(.notices, .refusal, .portal(.endsBeforeStart(from: from, to: to)))])
    }
    return it
  }
}

extension Writing {
  /// Keeps the bytes of an attachment, which must be those its digest says.
  fileprivate func keep(
    _ content: [UInt8]?, of it: Announcement, _ context: Context
  ) throws {
    guard let attachment = it.attachment else { return }
    guard let digest = BlobDigest(bytes: attachment.digest) else { throw StoreError.notFound }
    if let content {
      guard try keep(blob: content, limit: context.rules.attachmentSize) == digest else {
        throw StoreError.damaged(attachment.name)
      }
    } else if try !hasBlob(digest), !context.isReplay {
      throw StoreError.notFound
    }
  }
}

/// Remembers that an announcement was opened: who has read what is no record.
struct ReadAnnouncement: Errand {
  static let name = "announcement.read"
  var announcement: ID<Announcement>

  func run(_ records: borrowing Writing, _ context: Context) throws -> Nothing {
    let line = try records.announcement(
      announcement, in: context.actor.announcementReach, on: context.today)
    guard line != nil else { throw Failure.forbidden }
    records.act(at: context.moment)
    try records.noteReading(of: announcement, by: context.actor.account)
    return Nothing()
  }
}

extension Portal {
  /// Opens an announcement: from now on it counts as read by this account.
  public func read(_ id: ID<Announcement>) -> Result<AnnouncementLine, Failure> {
    read { records, context in
      guard
        let line = try records.announcement(
          id, in: context.actor.announcementReach, on: context.today)
      else { throw Failure.forbidden }
      return line
    }.flatMap { line in
      guard !line.isRead else { return .success(line) }
      let noted = waiting(.zero) { run(ReadAnnouncement(announcement: id)) }
      // Nobody waits to read because others write: it counts as read with the next opening.
      if case .failure(let failure) = noted, !failure.isBusy { return .failure(failure) }
      return .success(line)
    }
  }

  /// The attachment of an announcement that the actor may read.
  public func attachment(of id: ID<Announcement>) -> Result<[UInt8], Failure> {
    read { records, context in
      let line = try records.announcement(
        id, in: context.actor.announcementReach, on: context.today)
      guard let attachment = line?.announcement.attachment,
        let digest = BlobDigest(bytes: attachment.digest)
      else { throw Failure.forbidden }
      guard let bytes = try records.blob(digest) else { throw StoreError.notFound }
      return bytes
    }
  }
}
