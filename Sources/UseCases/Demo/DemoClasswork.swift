import Persian
import Store
import Training

/// The first sessions of the sample: signatures, lodging and meals, people on no list, a report.
extension DemoPlay {
  /// In the class of today somebody attends without being registered, which the expert is told.
  func manageClasses() throws {
    for stand in stands where stand.progress == .today || stand.progress == .running {
      guard let first = stand.sessions.first, first.day < stage.today else { continue }
      stage.now(on: first.day, first.span.end)
      try takeFirstSession(stand)
      guard stand.progress == .today else { continue }
      try seatUnregistered(stand, first)
    }
  }

  private func takeFirstSession(_ stand: Stand) throws {
    let learners = try stage.portal.store.read { try $0.enrolments(of: stand.id) }
    let ticks = learners.enumerated().flatMap { index, line in
      FirstSessionTicks.Column.allCases.filter { column in
        switch column {
        case .signature: index % 11 != 6
        case .lodging: index % 5 == 0
        case .lunch: index % 4 != 3
        case .dinner: index % 5 == 0 && index % 2 == 0
        }
      }.map { TickFirstSession.Tick(line.enrolment.id, $0, to: true) }
    }
    _ = try stage.perform(TickFirstSession(ticks, in: stand.id), as: stand.manager)
  }

  private func seatUnregistered(_ stand: Stand, _ first: Session) throws {
    let people = zip(names.female, names.family.reversed()).prefix(2)
    for (index, name) in people.enumerated() {
      let attendant = Attendant(
        trainingClass: stand.id, name: try PersonName(first: name.0, last: name.1),
        workplace: names.schools[index % names.schools.count])
      let id = try stage.perform(RegisterAttendant(attendant), as: stand.manager)
      _ = try stage.perform(
        MarkAttendants([.init(id, first.id, present: true)], in: stand.id), as: stand.manager)
    }
    let task = WorkTask(
      kind: .shortage, title: names.shortage, link: RecordLink(.trainingClass, stand.id),
      role: .expert, unit: stand.expert.unit, due: first.day.adding(days: 1), made: first.day,
      author: stand.manager.account)
    _ = try stage.perform(AssignTask(task), as: stand.manager)
  }
}
