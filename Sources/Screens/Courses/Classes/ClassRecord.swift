import Persian
import Store
import TerminalKit
import Training
import UseCases

/// One class: its dates and places, its parts, and what SM-9 lets the role do.
struct ClassRecord: RecordDescription {
  static let name = "class-record"
  let id: ID<TrainingClass>
  let title: String

  init(_ line: ClassLine) {
    id = line.trainingClass.id
    title = Phrases.Classes.heading(line)
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    try context.require(.viewClasses)
    let (reach, today) = (context.actor.courseReach, context.today)
    guard let line = try records.trainingClass(id, in: reach, on: today),
      let situation = try ClassLife.situation(of: id, records, context)
    else { throw Failure.forbidden }
    let programmed = try records.sessions(of: id).reduce(0) { $0 + $1.session.span.minutes }
    let road = try records.closingRoad(of: line, context)
    return RecordPage(
      facts: facts(line, programmed: programmed, state: situation.state)
        + (try start(line, situation.state, records, context))
        + left(on: road, in: situation.state),
      links: links(line, context.actor.role) + closing(situation.state) + [
        RecordPage.Item(
          Phrases.ClosingRoad.title, step: .open(ListScreen(ClosingStepsList(line))))
      ] + ClassLife.prints(in: situation.state, of: id),
      actions: ClosingSteps.items(of: line, situation, road, context),
      history: try records.past(of: "training_class", id.rawValue))
  }

  /// The ordered list of what is still to be done until the certificates, each with who does it; what
  /// is next where the class has not begun.
  private func left(on road: ClosingRoad, in state: ClassLife.State) -> [RecordPage.Fact] {
    road.items.prefix(state.hasBegun ? .max : 1).enumerated().map { index, item in
      .init(
        index == 0 ? Phrases.ClosingRoad.next : (index + 1).said, item.short,
        tone: index == 0 ? .strong : .body)
    }
  }

  private func links(_ line: ClassLine, _ role: Role) -> [RecordPage.Item] {
    var links = [
      RecordPage.Item(
        Phrases.Classes.programme, step: .open(ListScreen(ProgrammeList(line, role)))),
      RecordPage.Item(Phrases.Learners.title, step: .open(ListScreen(LearnersList(line, role)))),
      RecordPage.Item(
        Phrases.Classes.attendance, step: .open(AttendanceScreen(trainingClass: id))),
    ]
    if Permission.viewExams.isHeld(by: role) {
      links.append(
        RecordPage.Item(Phrases.Exams.title, step: .open(RecordScreen(ClassExams(line)))))
    }
    // Hidden where the request takes no guests (S2-5.6a).
    if line.guestCapacity > 0, EnrolmentLife.roles(for: .introduceGuest).contains(role) {
      links.append(
        RecordPage.Item(
          EnrolmentLife.Action.introduceGuest.name,
          step: .open(EnrolScreen(line, as: .introduceGuest))))
    }
    links += [
      RecordPage.Item(
        Phrases.Classwork.firstSession, step: .open(TickGridScreen(FirstSessionGrid(line)))),
      RecordPage.Item(
        Phrases.Classwork.attendants, step: .open(ListScreen(AttendantsList(line, role)))),
    ]
    if Permission.editClass.isHeld(by: role) {
      links.append(
        RecordPage.Item(Phrases.Classes.edit, step: .open(FormScreen(ClassForm(.edit(id))))))
    }
    return links
  }

  /// What there is to see on the way to the certificates, as soon as there is something.
  private func closing(_ state: ClassLife.State) -> [RecordPage.Item] {
    var links: [RecordPage.Item] = []
    if state.hasBegun {
      links.append(
        RecordPage.Item(Phrases.Closing.conditions, step: .open(ListScreen(ConditionsList(id)))))
    }
    if state == .objectionPeriod || state == .closed {
      links += [
        RecordPage.Item(Phrases.Closing.objections, step: .open(ListScreen(ObjectionsList(id)))),
        RecordPage.Item(
          Phrases.Closing.certificates, step: .open(ListScreen(CertificatesList(id)))),
      ]
    }
    return links
  }

  /// Too few learners, or people on no list, once nobody can enrol any more (S2-7.7b).
  private func start(
    _ line: ClassLine, _ state: ClassLife.State, _ records: borrowing Reading, _ context: Context
  ) throws -> [RecordPage.Fact] {
    guard state == .enrolmentEnded || state == .running else { return [] }
    return StartFacts.policies(under: context.rules).findings(in: try records.start(of: line))
      .map { .init(Phrases.Classwork.learners, "! \($0.sentence)", tone: .warning) }
  }

  private func facts(
    _ line: ClassLine, programmed: Int, state: ClassLife.State
  ) -> [RecordPage.Fact] {
    let it = line.trainingClass
    return [
      .init(Phrases.Courses.course, "\(line.courseTitle) (\(Digits.persian(line.courseCode)))"),
      .init(Phrases.Classes.state, state.name, tone: .strong),
      .init(Phrases.Courses.unit, line.unitName),
      // The command line takes it as --class.
      .init(Phrases.Classes.number, Digits.persian(String(it.id.rawValue)).isolated(.ltr)),
      .init(
        Phrases.Classes.enrolment,
        Phrases.Courses.interval(it.enrolFrom, it.enrolTo) + " — \(line.method.name)"),
      .init(Phrases.Classes.dates, Phrases.Courses.interval(it.from, it.to)),
      .init(
        Phrases.Classes.enrolled,
        Phrases.Classes.enrolledOf(line.enrolled, it.capacity, guests: line.guests)),
      .init(Phrases.Classes.place, it.place.isEmpty ? Phrases.Classes.electronic : it.place),
      .init(
        Phrases.Classes.programme,
        Phrases.Classes.programmed(line.sessions, programmed, of: line.courseMinutes),
        tone: programmed == line.courseMinutes ? .body : .warning),
      .init(
        Phrases.Classes.unmarked,
        line.unmarkedSessions == 0 ? Phrases.Classes.nothingUnmarked : line.unmarkedSessions.said,
        tone: line.unmarkedSessions == 0 ? .body : .warning),
    ]
  }
}
