import Store
import TerminalKit
import Training
import UseCases

/// The screen of any record, for lists that hold records of all kinds.
///
/// Whoever does not reach the record is told so; the door itself tells nothing of it.
enum RecordDoor {
  static func step(to link: RecordLink, for role: Role) -> Step {
    .open(
      OpenScreen { portal in
        portal.read { records, context in try screen(of: link, role, records, context) }
      })
  }

  private static func screen(
    of link: RecordLink, _ role: Role, _ records: borrowing Reading, _ context: Context
  ) throws -> Step {
    let (reach, today) = (context.actor.courseReach, context.today)
    switch link.kind {
    case .request:
      try context.require(.viewRequests)
      guard let line = try records.request(link.id(), in: reach) else { throw Failure.forbidden }
      return .open(RecordScreen(RequestRecord(line)))
    case .trainingClass:
      guard let line = try records.trainingClass(link.id(), in: reach, on: today) else {
        throw Failure.forbidden
      }
      return .open(RecordScreen(ClassRecord(line)))
    case .session:
      guard let session = try records.session(link.id()) else { throw Failure.forbidden }
      let line = try records.trainingClass(session.trainingClass, in: reach, on: today)
      guard line != nil else { throw Failure.forbidden }
      return PortalMenu.step(to: session, for: role)
    case .enrolment: return try enrolment(link.id(), role, records, context)
    case .course: return .open(ListScreen(CatalogueList(role)))
    case .person:
      try context.require(.viewPeople)
      guard let person = try records.person(link.id()),
        try records.contains(context.actor.scope, unit: person.unit)
      else { throw Failure.forbidden }
      return .open(ListScreen(EmploymentList(person: person)))
    case .account:
      try context.require(.viewAccounts)
      return .open(ListScreen(AccountsList()))
    case .unit:
      try context.require(.viewUnits)
      return .open(ListScreen(UnitsList()))
    case .task:
      guard let line = try records.task(link.id(), in: context.actor.taskReach) else {
        throw Failure.forbidden
      }
      return .open(RecordScreen(TaskRecord(line)))
    case .assessmentPeriod:
      return role == .learner
        ? .open(CardScreen(CompetencyCards())) : .open(ListScreen(PeriodsList()))
    case .announcement: return .open(AnnouncementScreen(link.id()))
    case .courseFile:
      try context.require(.viewCourseFile)
      guard let line = try records.request(link.id(), in: reach) else { throw Failure.forbidden }
      return .open(RecordScreen(CourseFileRecord(line.request.id, line.course.title)))
    case .agency, .agencyYear, .agencyQuarter, .permit, .completedCourse:
      return try oversight(link, records, context)
    case .objection:
      guard let line = try records.objection(link.id(), in: reach) else { throw Failure.forbidden }
      return .open(RecordScreen(ObjectionRecord(line)))
    case .rankingCase, .personRank: return try ranking(link, records, context)
    }
  }

  private static func ranking(
    _ link: RecordLink, _ records: borrowing Reading, _ context: Context
  ) throws -> Step {
    if link.kind == .personRank {
      guard let line = try records.personRank(link.id(), in: context.actor.rankHolders) else {
        throw Failure.forbidden
      }
      return .open(RecordScreen(PersonRankRecord(line)))
    }
    let reach = context.actor.rankingReach(on: context.today)
    guard let line = try records.rankingCase(link.id(), in: reach) else { throw Failure.forbidden }
    return .open(RecordScreen(RankingCaseRecord(line)))
  }
}

extension RecordDoor {
  /// A record of an agency within reach.
  private static func oversight(
    _ link: RecordLink, _ records: borrowing Reading, _ context: Context
  ) throws -> Step {
    let reach = context.actor.oversightReach
    switch link.kind {
    case .agency:
      guard let line = try records.agency(link.id(), in: reach) else { throw Failure.forbidden }
      return .open(FormScreen(AgencyForm(line)))
    case .agencyYear:
      guard let line = try records.agencyYear(link.id(), in: reach) else {
        throw Failure.forbidden
      }
      return .open(
        RecordScreen(AgencyYearRecord(line.year.id, Phrases.Oversight.heading(line))))
    case .agencyQuarter:
      guard let line = try records.agencyQuarter(link.id(), in: reach) else {
        throw Failure.forbidden
      }
      return .open(RecordScreen(AgencyQuarterRecord(line)))
    case .permit:
      guard let line = try records.permit(link.id(), in: reach) else { throw Failure.forbidden }
      return .open(RecordScreen(PermitRecord(line.permit.id, line.permit.form.title)))
    case .completedCourse:
      guard let line = try records.completedCourse(link.id(), in: reach) else {
        throw Failure.forbidden
      }
      return .open(RecordScreen(CompletedRecord(line.course.id, line.course.form.title)))
    default: throw Failure.forbidden
    }
  }

  /// A learner's own enrolment, or that of a learner of a class within reach.
  private static func enrolment(
    _ id: ID<Enrolment>, _ role: Role, _ records: borrowing Reading, _ context: Context
  ) throws -> Step {
    guard let enrolment = try records.enrolment(id) else { throw Failure.forbidden }
    if role == .learner {
      let own = try context.actor.person.map {
        try records.enrolments(of: $0, on: context.today)
      }?.first { $0.enrolment.id == id }
      guard let own else { throw Failure.forbidden }
      return .open(RecordScreen(OwnCourseRecord(own)))
    }
    try context.require(.viewEnrolments)
    let line = try records.trainingClass(
      enrolment.trainingClass, in: context.actor.courseReach, on: context.today)
    guard let line,
      let learner = try records.enrolments(of: enrolment.trainingClass, includingLeft: true)
        .first(where: { $0.enrolment.id == id })
    else { throw Failure.forbidden }
    return .open(RecordScreen(EnrolmentRecord(learner, in: line)))
  }
}
