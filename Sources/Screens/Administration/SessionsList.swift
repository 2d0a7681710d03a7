import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «چه کسانی وارد شده‌اند»: the sessions that are open on this server, as they were when it was asked.
struct SessionsList: ListDescription {
  static let name = "open-sessions"
  let title = Phrases.Sessions.title
  let sessions: [OpenSession]

  let columns: [Column<OpenSession>] = [
    Column(Phrases.Sessions.person, text: { $0.name }),
    Column(
      Phrases.Sessions.user, width: 16, direction: .ltr, text: { Digits.persian($0.username) }),
    Column(Phrases.Sessions.origin, width: 18, direction: .ltr, text: { $0.origin }),
    Column(
      Phrases.History.day, width: 10, direction: .ltr, text: { Moment.day(of: $0.since).said }),
    Column(
      Phrases.History.time, width: 6, direction: .ltr, sortedBy: { .number(Int($0.since / 1000)) },
      text: { Say.clock(Moment.minute(of: $0.since)) }),
  ]

  func identity(of row: OpenSession) -> Int64 { Int64(row.process) }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [OpenSession] {
    guard context.actor.role == .administrator else { throw Failure.forbidden }
    return sessions
  }
}
