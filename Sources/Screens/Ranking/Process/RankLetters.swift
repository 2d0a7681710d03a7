import Persian
public import Store
import TerminalKit
public import Training
public import UseCases

/// The papers of ranking (R1, R2, R3).
enum RankLetters {
  static func improvement(_ id: ID<RankingCase>) -> Step {
    .open(LetterScreen(ImprovementReport(id)))
  }
  static func notice(_ it: RankNotice) -> Step { .open(LetterScreen(RankNoticeLetter(it))) }
  static func decree(_ id: ID<RankingCase>, _ it: RankDecree?) -> Step {
    .open(LetterScreen(RankDecreeLetter(id, it)))
  }
  static func minutes(_ id: ID<BoardMeeting>) -> Step {
    .open(LetterScreen(BoardMinutes(id)))
  }
}

extension LetterReference {
  /// The number and the day that a letter was recorded with.
  fileprivate init(_ mark: LetterMark?) {
    self.init(number: mark?.number ?? "", date: mark?.day?.text() ?? "")
  }
}

extension Context {
  fileprivate func rankingLine(
    _ id: ID<RankingCase>, _ records: borrowing Reading
  ) throws -> RankingCaseLine {
    guard let line = try records.rankingCase(id, in: actor.rankingReach(on: today)) else {
      throw Failure.forbidden
    }
    return line
  }
}

/// «کارنامه بهبود عملکرد» (R1, S4-6g): points per criterion with what is good and what can be better.
public struct ImprovementReport: LetterDescription {
  public static let shape = LetterShape.letter(
    "rank-improvement",
    [
      "person.name": .cell, "person.code": .cell, "person.place": .cell, "rank": .cell,
      "phase": .cell, "total": .cell, "calculation": .cell, "basis": .cell,
      "criteria": .rows(["title", "points", "maximum"]),
      "coefficients": .rows(["title", "factor", "reason", "giver"]),
      "reports": .rows(["assessor", "text", "strengths", "weaknesses"]),
    ])

  public let title = Phrases.Ranking.improvement
  private let id: ID<RankingCase>

  public init(_ id: ID<RankingCase>) { self.id = id }

  public func load(_ records: borrowing Reading, _ context: Context) throws -> [LetterValues] {
    let line = try context.rankingLine(id, records)
    let reports = try records.assessorReports(of: id).filter { $0.report.day != nil }
    guard !reports.isEmpty else {
      throw Failure.refused([Finding(.rankingAssessor, .refusal, .rankCase(.reportMissing))])
    }
    let it = line.rankingCase
    let stored = try records.keptAssessment(of: it)
    return [
      [
        "office": try records.offices(above: line.person.unit),
        "person.name": .text(line.person.name.inFull),
        "person.code": .cell(.code(line.person.shownCode)),
        "person.place": .text(line.schoolName.isEmpty ? line.unitName : line.schoolName),
        "rank": .text(it.form.target.name), "phase": .text(it.phase.name),
        "total": .text(stored.map { Phrases.Ranking.points($0.points().points, of: nil) } ?? "–"),
        "calculation": .text(stored.map { Phrases.Coefficients.calculation($0) } ?? "–"),
        "basis": .text(stored.map { Phrases.Coefficients.basis($0) } ?? "–"),
        "coefficients": .rows(
          (stored?.coefficients ?? []).map {
            [
              "title": .text($0.characteristic.name), "factor": .text($0.factor.said),
              "reason": .text($0.reason), "giver": .text(Phrases.Coefficients.given($0)),
            ]
          }),
        "criteria": .rows(
          (stored?.criteria ?? []).map {
            [
              "title": .text($0.indicator),
              "points": .text(Phrases.Ranking.points($0.points, of: nil)),
              "maximum": .text(
                $0.maximum.map { Phrases.Ranking.points($0, of: nil) }
                  ?? Phrases.Ranking.undefined),
            ]
          }),
        "reports": .rows(
          reports.map {
            [
              "assessor": .text($0.name.inFull), "text": .text($0.report.text),
              "strengths": .text($0.report.strengths), "weaknesses": .text($0.report.weaknesses),
            ]
          }),
      ]
    ]
  }
}

/// «ابلاغ رتبه» to the teacher, the school or the office of decrees (R2, S4-7c).
public struct RankNoticeLetter: LetterDescription {
  public static let shape = LetterShape.letter(
    "rank-notice",
    [
      "recipient": .cell, "person.name": .cell, "person.code": .cell, "board": .cell,
      "result": .cell, "decided": .cell, "entitled": .cell, "appeal": .cell,
    ])

  public let title: String
  public let reference: LetterReference
  private let notice: RankNotice

  public init(_ notice: RankNotice) {
    self.notice = notice
    title = Phrases.Ranking.notice(notice.recipient)
    reference = LetterReference(notice.letter)
  }

  public func load(_ records: borrowing Reading, _ context: Context) throws -> [LetterValues] {
    let line = try context.rankingLine(notice.rankingCase, records)
    let it = line.rankingCase
    guard let notified = it.course.notified else {
      throw Failure.refused([
        Finding(.rankingNotification, .refusal, .rankCase(.letterMissing))
      ])
    }
    let to =
      switch notice.recipient {
      case .teacher: line.person.name.inFull
      case .school: line.schoolName.isEmpty ? line.unitName : line.schoolName
      case .personnelOffice: Phrases.Ranking.personnelOffice(line.unitName)
      }
    return [
      [
        "office": try records.offices(above: line.person.unit), "recipient": .text(to),
        "person.name": .text(line.person.name.inFull),
        "person.code": .cell(.code(line.person.shownCode)), "board": .text(line.boardTitle),
        "result": .text(
          it.course.rank.map { Phrases.Ranking.given($0) }
            ?? RankingLife.State.notReached.name),
        "decided": .cell(it.course.decided.map { .date($0) } ?? .empty),
        "entitled": .cell(it.course.entitled.map { .date($0) } ?? .empty),
        "appeal": .cell(.date(notified.adding(days: context.rules.rankAppealDays))),
      ]
    ]
  }
}

/// «حکم کارگزینی» of a rank with the lines about the allowance (R2, S4-7d).
public struct RankDecreeLetter: LetterDescription {
  public static let shape = LetterShape.letter(
    "rank-decree",
    [
      "kind": .cell, "person.name": .cell, "person.code": .cell, "person.place": .cell,
      "rank": .cell, "effective": .cell, "percent": .cell, "until": .cell, "start": .cell,
    ])

  public let title = Phrases.Ranking.decree
  public let reference: LetterReference
  private let id: ID<RankingCase>

  /// The latest decree of a case; nil is refused.
  public init(_ id: ID<RankingCase>, _ decree: RankDecree?) {
    self.id = id
    reference = LetterReference(decree?.letter)
  }

  public func load(_ records: borrowing Reading, _ context: Context) throws -> [LetterValues] {
    let line = try context.rankingLine(id, records)
    guard let decree = try records.rankDecrees(of: id).first else {
      throw Failure.refused([Finding(.rankingDecree, .refusal, .rankCase(.decreeMissing))])
    }
    let until = decree.effective.adding(years: context.rules.rankReassessmentYears)
    return [
      [
        "office": try records.offices(above: line.person.unit),
        "kind": .text(
          decree.isAmended ? Phrases.Ranking.amendedDecree : Phrases.Ranking.decree),
        "person.name": .text(line.person.name.inFull),
        "person.code": .cell(.code(line.person.shownCode)),
        "person.place": .text(line.schoolName.isEmpty ? line.unitName : line.schoolName),
        "rank": .text(decree.rank.name), "effective": .cell(.date(decree.effective)),
        "percent": .text(
          decree.percent.map { Phrases.Ranking.percent($0) } ?? Phrases.Ranking.undefined),
        "until": .cell(.date(until)), "start": .cell(.date(context.rules.rankBylawStart)),
      ]
    ]
  }
}

/// «صورت‌جلسه هیأت ممیزه» (R3): members, quorum, items, votes and the chair's confirmation.
public struct BoardMinutes: LetterDescription {
  public static let shape = LetterShape.letter(
    "board-minutes",
    [
      "board": .cell, "day": .cell, "hour": .cell, "place": .cell, "inviter": .cell,
      "members": .cell, "needed": .cell, "present": .cell, "state": .cell, "confirmed": .cell,
      "attendance": .rows(["name", "part", "present"]),
      "items": .rows(["matter", "favour", "against", "abstained", "result"]),
    ])

  public let title = Phrases.Ranking.minutes
  private let id: ID<BoardMeeting>

  public init(_ id: ID<BoardMeeting>) { self.id = id }

  public func load(_ records: borrowing Reading, _ context: Context) throws -> [LetterValues] {
    guard let situation = try MeetingLife.situation(of: id, records, context),
      let board = try records.board(situation.facts.meeting.board)
    else { throw Failure.forbidden }
    let it = situation.facts.meeting
    let members = try records.boardMembers(of: it.board, on: it.day)
    let present = Set(try records.presentMembers(of: id).map(\.id))
    let items = try records.agenda(of: id)
    func count(_ line: BoardAgendaLine, _ ballot: BoardBallot) -> Sheet.Cell {
      .number(line.votes.values.count { $0 == ballot })
    }
    return [
      [
        "office": try records.offices(above: board.unit), "board": .text(board.title),
        "day": .cell(.date(it.day)), "hour": .text(Say.clock(it.minute)),
        "place": .text(it.place.isEmpty ? "–" : it.place),
        "inviter": .text(
          members.first { $0.member.id == it.inviter }
            .map { "\($0.name.inFull) (\($0.member.part.name))" } ?? "–"),
        "members": .cell(.number(it.members)),
        "needed": .cell(
          .number(MeetingLife.quorum(of: it.members, share: context.rules.boardQuorum))),
        "present": .cell(.number(it.present)), "state": .text(it.state.name),
        "confirmed": .cell(it.confirmed.map { .date($0) } ?? .empty),
        "attendance": .rows(
          members.map {
            [
              "name": .text($0.name.inFull), "part": .text($0.member.part.name),
              "present": .text(
                present.contains($0.member.id) ? Phrases.Ranking.here : Phrases.Ranking.away),
            ]
          }),
        "items": .rows(
          items.map {
            [
              "matter": .text(Phrases.Ranking.item($0)), "favour": count($0, .inFavour),
              "against": count($0, .against), "abstained": count($0, .abstained),
              "result": .text($0.item.result.name(in: it.state)),
            ]
          }),
      ]
    ]
  }
}
