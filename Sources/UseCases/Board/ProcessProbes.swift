import Persian
import Store
import Training

/// The processes that have records of their own by now.
extension ProcessProbe {
  /// 1 — from the request to the province's decision.
  static let request = ProcessProbe(.request) { _, subject in
    let state = subject.state
    let began = subject.past[.awaitingProvince]
    switch state {
    case .awaitingProvince, .returned:
      return ProcessStanding(.request, .request(state), .underWay, from: began)
    case .rejected, .cancelled:
      return ProcessStanding(
        .request, .request(state), .done, from: began, to: subject.past[state])
    case .approved, .announced, .running, .finished:
      return ProcessStanding(
        .request, .request(.approved), .done, from: began, to: subject.line.request.decided)
    }
  }

  /// 4 — from the approval over manager, classes and programme to the announcement.
  static let resources = ProcessProbe(.resources) { _, subject in
    let (state, progress) = (subject.state, subject.progress)
    let began = subject.line.request.decided
    switch state {
    case .awaitingProvince, .returned, .rejected:
      return ProcessStanding(.resources, .notBegun, .notBegun)
    case .cancelled: return ProcessStanding(.resources, .cancelled, .done, from: began)
    case .announced, .running, .finished:
      return ProcessStanding(
        .resources, .prepared, .done, from: began,
        to: subject.past[.announced] ?? progress.firstSession ?? began)
    case .approved: break
    }
    let wanted = subject.line.request.classCount
    let step: ProcessStanding.Step =
      !progress.hasManager
      ? .managerMissing
      : progress.classes < wanted
        ? .classes(progress.classes, of: wanted)
        : progress.unprogrammedClasses > 0
          ? .programmeMissing(progress.unprogrammedClasses) : .announcementMissing
    return ProcessStanding(.resources, step, .underWay, from: began)
  }

  /// 5 — from the first day of enrolment to the last.
  static let enrolment = ProcessProbe(.enrolment) { _, subject in
    let (progress, today) = (subject.progress, subject.today)
    guard let from = progress.enrolFrom, let to = progress.enrolTo, from <= today else {
      return ProcessStanding(.enrolment, .notBegun, .notBegun)
    }
    // Enrolment ends before the class begins, whatever its last day says.
    let last = min(to, progress.firstClassDay.map { max(from, $0.adding(days: -1)) } ?? to)
    return ProcessStanding(
      .enrolment, .enrolled(progress.enrolled, of: subject.line.request.quota),
      today > to ? .done : .underWay, from: from, to: today > to ? max(last, from) : nil)
  }

  /// 7 — from the first session to the closing of the last class.
  static let classes = ProcessProbe(.classes) { _, subject in
    let (progress, today) = (subject.progress, subject.today)
    guard let first = progress.firstSession, let last = progress.lastSession, first <= today else {
      return ProcessStanding(.classes, .notBegun, .notBegun)
    }
    if progress.classes > 0, progress.closedClasses == progress.classes {
      return ProcessStanding(.classes, .closed, .done, from: first, to: last)
    }
    let isOver = progress.pastSessions == progress.sessions
    return ProcessStanding(
      .classes,
      isOver ? .scoresMissing : .sessions(progress.pastSessions, of: progress.sessions),
      .underWay, from: first)
  }

  /// 9 — from the day after the last session to the archive.
  static let courseFile = ProcessProbe(.courseFile) { records, subject in
    let request = subject.line.request.id
    let file = try records.courseFile(of: request)
    let end = subject.progress.lastSession
    let state = CourseFileLife.state(since: file?.state, .init(end: end), on: subject.today)
    guard let state, let end else { return ProcessStanding(.courseFile, .notBegun, .notBegun) }
    let document = try records.financialDocument(of: request) ?? FinancialDocument(request: request)
    let isDone = (state == .archived || state == .destroyed) && document.state == .paid
    return ProcessStanding(
      .courseFile, .courseFile(state, document.state), isDone ? .done : .underWay,
      from: end.adding(days: 1), to: isDone ? document.paid.day : nil)
  }
}
