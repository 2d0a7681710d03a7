import Persian
public import Store
public import Training

/// What waits on a desk of ranking.
public enum RankingMatter: Int64, CaseIterable, Hashable, Sendable {
  /// Of the secretariat: cases, step by step.
  case requests = 101
  case unassigned, referral, agenda, notification, suspended
  /// Of the secretariat: appeals whose opinion is missing, appeals that no meeting has, and meetings
  /// whose day has come.
  case opinions, appealAgenda, presence
  /// Of the centre: authenticity.
  case verification
  /// Of an assessor: reports asked for.
  case reports
  /// Of members: votes to cast; of the chair: what to confirm, and ranks due after appeals.
  case votes, confirmation, dueRanks
  /// Of the office of decrees: ranks notified, and those who must be trained anew.
  case decrees, retraining

  /// Whose desk it is.
  public var owner: Role {
    switch self {
    case .requests, .unassigned, .referral, .agenda, .notification, .suspended, .opinions,
      .appealAgenda, .presence:
      .boardSecretary
    case .verification: .qualityCentre
    case .reports: .assessor
    case .votes, .confirmation, .dueRanks: .boardMember
    case .decrees, .retraining: .personnelOffice
    }
  }

  /// The cases behind it; nil where it is about something else.
  public var queue: RankingQueue? {
    switch self {
    case .requests: .requests
    case .unassigned: .unassigned
    case .referral: .referral
    case .agenda: .agenda
    case .notification: .notification
    case .suspended: .suspended
    case .verification: .verification
    case .reports: .reports
    case .decrees: .decree
    case .opinions, .appealAgenda, .presence, .votes, .confirmation, .dueRanks, .retraining: nil
    }
  }

  /// How much there is of it within the reach of whoever asks.
  ///
  /// - Throws: `Failure.forbidden` for everybody else than the owner.
  public func count(
    _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Int {
    if let queue {
      try require(context)
      return try records.rankingCount(queue, in: context.rankingReach)
    }
    switch self {
    case .opinions, .appealAgenda, .dueRanks: return try appeals(records, context).count
    case .presence, .votes, .confirmation: return try meetings(records, context).count
    default: return try ranks(records, context).count
    }
  }

  private func require(_ context: Context) throws(Failure) {
    guard context.actor.role == owner, !context.actor.mustChangePassword else {
      throw .forbidden
    }
  }

  /// The appeals behind it; none where it is about something else.
  public func appeals(
    _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> [Appeal] {
    try require(context)
    guard let board = try records.board(at: context.actor.unit) else { return [] }
    let states: Set<AppealLife.State>
    switch self {
    case .opinions: states = [.registered]
    case .appealAgenda: states = [.inBoard, .inHigherBoard]
    case .dueRanks:
      // The chair issues it; others of the board have nothing to do here.
      guard try context.ownMembership(records)?.part == .chair else { return [] }
      states = [.upheld]
    default: return []
    }
    var found: [Appeal] = []
    for appeal in try records.appeals(handledBy: board.id, states) {
      guard try self != .appealAgenda || !records.isOnAgenda(appeal.rankingCase, appeal.id),
        try records.rankingCase(appeal.rankingCase, in: context.rankingReach) != nil
      else { continue }
      found.append(appeal)
    }
    return found
  }

  /// The meetings behind it; none where it is about something else.
  public func meetings(
    _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> [BoardMeeting] {
    try require(context)
    guard let board = try records.board(at: context.actor.unit) else { return [] }
    let open = try records.openMeetings(of: board.id)
    switch self {
    case .presence: return open.filter { $0.state == .invited && $0.day <= context.today }
    case .confirmation:
      guard try context.ownMembership(records)?.part == .chair else { return [] }
      return open.filter { $0.state == .voted }
    case .votes:
      guard let person = context.actor.person else { return [] }
      var found: [BoardMeeting] = []
      for meeting in open where meeting.state == .official {
        guard
          let own = try records.presentMembers(of: meeting.id).first(where: {
            $0.person == person
          })
        else { continue }
        let agenda = try records.agenda(of: meeting.id)
        if agenda.contains(where: { $0.applicant != person && $0.votes[own.id] == nil }) {
          found.append(meeting)
        }
      }
      return found
    default: return []
    }
  }

  /// The demoted whose retraining has not begun or is under way; none for other matters.
  public func ranks(
    _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> [PersonRankLine] {
    try require(context)
    guard self == .retraining else { return [] }
    return try records.personRanks(in: context.actor.rankHolders, state: .demoted)
      .filter { $0.person.id != context.actor.person }
  }

  /// What is on the desk of whoever asks, without what there is none of.
  public static func waiting(
    _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> [(matter: RankingMatter, count: Int)] {
    try allCases.filter { $0.owner == context.actor.role }
      .map { ($0, try $0.count(records, context)) }.filter { $0.1 > 0 }
  }
}
