import Persian
import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

/// A class of an office with its learners, sessions of two hours and its manager signed in.
///
/// The course has 16 hours, so that 96 minutes may be missed. It is ten o'clock on the day of
/// `today`'s session, which began at nine.
struct AttendanceClass {
  let office: Office
  let id: ID<TrainingClass>
  let sessions: [Session]
  let enrolments: [ID<Enrolment>]
  let manager: Person
  /// Index of today's session.
  let today: Int

  static let surnames = [
    "ابراهیمی", "احمدی", "اسدی", "باقری", "بهرامی", "پورمحمد", "تقوی", "جعفری", "حسینی", "حیدری",
    "خسروی", "داوودی", "رحیمی", "رضایی", "زارعی", "ساداتی", "سلیمانی", "شریفی", "صادقی", "طاهری",
    "عباسی", "غلامی", "فرهادی", "قاسمی", "کاظمی", "گلزاری", "محمدی", "نوری", "هاشمی", "یوسفی",
  ]
  static let names = ["مریم", "زهرا", "علی", "رضا", "سارا", "حسین"]

  init(
    learners: Int = 30, sessions count: Int = 8, today: Int = 3, path: String = ":memory:",
    clock: WallClock = .fixed(Office.today), state: ClassLife.State = .defined
  ) throws {
    let office = try Office(path: path, clock: clock)
    let manager = try office.person(900, first: "فاطمه", last: "کریمی")
    let people = try (0..<learners).map { index in
      try office.person(
        index + 1, first: Self.names[index % Self.names.count],
        last: Self.surnames[index % Self.surnames.count])
    }
    let made = try office.portal.store.write(at: office.portal.clock.now()) { records in
      let course = Course(
        id: try records.newID(), code: "12345678", title: "روان‌شناسی تربیتی", minutes: 960)
      try records.insert(course)
      let first = Office.today.adding(days: -today)
      let request = CourseRequest(
        id: try records.newID(), course: course.id, unit: office.district, year: 1403,
        from: first, to: first.adding(days: count), classCount: 1, method: .expert,
        mode: .inPerson, quota: 40, classCapacity: 40, state: .approved)
      try records.insert(request)
      try records.insert(
        Factor(
          id: try records.newID(), request: request.id, duty: .manager, isEducator: true,
          person: manager.id, fullName: manager.name.inFull))
      let it = TrainingClass(
        id: try records.newID(), request: request.id, name: "کلاس الف",
        enrolFrom: first.adding(days: -20), enrolTo: first.adding(days: -2), from: first,
        to: first.adding(days: count), capacity: 40, place: "دبیرستان سعدی", state: state)
      try records.insert(it)
      var sessions: [Session] = []
      for index in 0..<count {
        guard let span = TimeSpan(540, 660) else { continue }
        let session = Session(
          id: try records.newID(), trainingClass: it.id, day: first.adding(days: index),
          span: span)
        try records.insert(session)
        sessions.append(session)
      }
      var enrolments: [ID<Enrolment>] = []
      for person in people {
        let enrolment = Enrolment(
          id: try records.newID(), trainingClass: it.id, person: person.id, method: .expert,
          day: first.adding(days: -5))
        try records.insert(enrolment)
        enrolments.append(enrolment.id)
      }
      try records.journal(Cause(useCase: "test.class"))
      return (it.id, sessions, enrolments)
    }
    self.office = office
    (id, sessions, enrolments) = made
    self.manager = manager
    self.today = today
    try office.signIn(.courseManager, person: manager.id)
  }

  /// The grid in the hands of whoever is signed in at a portal, by default the manager.
  func grid(
    _ portal: Portal? = nil, rows: Int = 24, columns: Int = 80, session: Int? = nil
  ) -> Robot<Portal> {
    Robot(
      AttendanceScreen(trainingClass: id, session: session.map { sessions[$0].id }),
      in: portal ?? office.portal, size: Size(rows: rows, columns: columns),
      chrome: .portal(), recordsVersion: { $0.store.version })
  }

  /// Another terminal on the same file, with the manager's account of another person.
  func colleague(path: String) throws -> Portal {
    let portal = Portal(store: try Store.open(at: path), clock: office.portal.clock)
    let mine = office.portal.actor
    let other = try office.person(901, first: "ناصر", last: "بیات")
    try office.portal.store.write(at: office.portal.clock.now()) { records in
      guard
        let request = try records.session(sessions[0].id).flatMap({
          try records.trainingClass(
            $0.trainingClass, in: .factor(manager.id, .manager), on: Office.today)
        })?.trainingClass.request
      else { throw Failure.forbidden }
      try records.insert(
        Factor(
          id: try records.newID(), request: request, duty: .manager, isEducator: true,
          person: other.id, fullName: other.name.inFull))
      try records.journal(Cause(useCase: "test.factor"))
    }
    let actor = try office.signIn(.courseManager, person: other.id)
    if let mine { office.portal.signIn(mine) }
    portal.signIn(actor)
    return portal
  }

  /// The stored marks of a session in the order of the list; nil where nothing is marked.
  func marks(_ session: Int) throws -> [String?] {
    try office.portal.store.read { records in
      try enrolments.map { try records.mark(sessions[session].id, $0)?.mark.text }
    }
  }
}

extension Robot where Environment == Portal {
  /// Presses keys and answers how many there were: `keys("F5 7 غ")`.
  mutating func keys(_ text: String) -> Int {
    let keys = text.split(separator: " ").map(String.init)
    for key in keys { press(key) }
    return keys.count
  }
}
