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

  /// 2 — from the first draft of the executive programme to its final form.
  static let programme = ProcessProbe(.programme) { records, subject in
    guard let plan = try records.plan(of: subject.line.request.id) else {
      return ProcessStanding(.programme, .notBegun, .notBegun)
    }
    let past = try records.statePast(of: "exec_plan", plan.id.rawValue)
    let isFinal = plan.state == .final
    return ProcessStanding(
      .programme, .programme(isFinal: isFinal), isFinal ? .done : .underWay,
      from: past[ExecutivePlanLife.State.draft.rawValue],
      to: isFinal ? past[ExecutivePlanLife.State.final.rawValue] : nil)
  }

  /// 3 — the instructors of the course are in the bank, with permission where they are of elsewhere.
  static let instructors = ProcessProbe(.instructors) { records, subject in
    let line = subject.line
    guard line.state(on: subject.today).isLive else {
      return ProcessStanding(.instructors, .notBegun, .notBegun)
    }
    let began = line.request.decided
    let waiting = try records.waitingPermits(for: line.request.id)
    if waiting > 0 {
      return ProcessStanding(.instructors, .permitsWaiting(waiting), .underWay, from: began)
    }
    let outside = try records.instructorsOutsideBank(of: line.request.id).count
    if outside > 0 {
      return ProcessStanding(.instructors, .outsideBank(outside), .underWay, from: began)
    }
    let isTaught = try records.factors(of: line.request.id).contains { $0.duty == .instructor }
    return isTaught
      ? ProcessStanding(.instructors, .instructorsConfirmed, .done, from: began)
      : ProcessStanding(.instructors, .instructorMissing, .underWay, from: began)
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

  /// 6 — people of non-governmental schools who are in the course, while learners are taken in.
  static let schoolStaff = ProcessProbe(.nonGovernmental) { records, subject in
    let count = try records.schoolStaff(in: subject.line.request.id)
    guard let from = subject.progress.enrolFrom, count > 0, from <= subject.today else {
      return ProcessStanding(.nonGovernmental, .notBegun, .notBegun)
    }
    let last = subject.progress.enrolTo.flatMap { $0 < subject.today ? $0 : nil }
    return ProcessStanding(
      .nonGovernmental, .schoolStaff(count), last == nil ? .underWay : .done, from: from, to: last)
  }

  /// 11 — certificates of elsewhere that are taken for the course.
  static let equivalents = ProcessProbe(.outsideCertificate) { records, subject in
    let course = try records.equivalentProgress(of: subject.line.request.id)
    guard let from = course.first else {
      return ProcessStanding(.outsideCertificate, .notBegun, .notBegun)
    }
    return ProcessStanding(
      .outsideCertificate, .equivalents(waiting: course.waiting, recorded: course.recorded),
      course.waiting > 0 ? .underWay : .done, from: from)
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
