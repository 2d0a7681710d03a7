import Persian
import Store
import Synchronization
import TestKit
import Testing
import Training
import UseCases

/// An office with an approved course, its people, and a clock that tests set.
struct CourseOffice {
  final class Hand: Sendable {
    let day: Mutex<JalaliDate>
    init(_ day: JalaliDate) { self.day = Mutex(day) }
  }

  static let today = Office.today

  let office: Office
  let hand = Hand(Office.today)
  let expert: Actor
  let province: Actor
  let manager: Actor
  let instructor: Actor
  let course: ID<Course>
  private(set) var request = ID<CourseRequest>(rawValue: 0)
  private(set) var instructorFactor = ID<Factor>(rawValue: 0)

  var portal: Portal { office.portal }

  /// `change` is applied to the request before it is sent.
  init(
    path: String = ":memory:", guests: Int = 0, method: EnrolMethod = .expert,
    change: (inout CourseRequest) -> Void = { _ in }
  ) throws {
    let hand = hand
    office = try Office(
      path: path,
      clock: WallClock {
        Moment.milliseconds(of: hand.day.withLock { $0 }, minute: 600)
      })
    let portal = office.portal
    course = try portal.perform(
      RegisterCourse(
        Course(id: ID(rawValue: 0), code: "91400102", title: "مدیریت کلاس درس", minutes: 960))
    ).get().outcome
    let managing = try office.person(9001, first: "ناهید", last: "کریمی")
    let teaching = try office.person(9002, first: "حمید", last: "صادقی")
    try office.bank(teaching, teaching: [course])
    province = try office.signIn(.provincialExpert, at: office.province)
    manager = try office.signIn(.courseManager, person: managing.id)
    instructor = try office.signIn(.instructor, person: teaching.id)
    expert = try office.signIn(.expert)
    var draft = Self.draft(course: course, unit: office.district)
    draft.guestCapacity = guests
    draft.method = method
    if method == .learner { draft.quota = draft.seats }
    change(&draft)
    request = try perform(RequestCourse(draft), expert)
    _ = try perform(Advance<CourseRequestLife>(request, .approve), province)
    _ = try perform(AddFactor(.manager, of: request, .person(managing.id)), expert)
    instructorFactor = try perform(
      AddFactor(.instructor, of: request, .person(teaching.id)), manager)
  }

  /// Two classes of 30, from ten days before the opening to a hundred after it.
  static func draft(course: ID<Course>, unit: ID<Training.Unit>) -> CourseRequest {
    CourseRequest(
      id: ID(rawValue: 0), course: course, unit: unit, year: today.year,
      from: today.adding(days: -10), to: today.adding(days: 100), classCount: 2, method: .expert,
      mode: .inPerson, quota: 60, classCapacity: 30)
  }

  @discardableResult
  func perform<U: UseCase>(_ work: U, _ actor: Actor, reason: String = "") throws -> U.Outcome {
    try portal.perform(work, as: actor, reason: reason).get().outcome
  }

  func result<U: UseCase>(
    _ work: U, _ actor: Actor, reason: String = ""
  ) -> Result<Performed<U.Outcome>, Failure> {
    portal.perform(work, as: actor, reason: reason)
  }

  func on(_ days: Int) { hand.day.withLock { $0 = Self.today.adding(days: days) } }

  /// A class whose enrolment is over five days from the opening, and which starts on the tenth.
  func classDraft(_ name: String = "الف", capacity: Int = 30) -> TrainingClass {
    TrainingClass(
      id: ID(rawValue: 0), request: request, name: name, enrolFrom: Self.today,
      enrolTo: Self.today.adding(days: 5), from: Self.today.adding(days: 10),
      to: Self.today.adding(days: 20), capacity: capacity, place: "سالن")
  }

  func define(_ name: String = "الف", capacity: Int = 30) throws -> ID<TrainingClass> {
    try perform(DefineClass(classDraft(name, capacity: capacity)), manager)
  }

  /// A session so many days after the opening, from eight for so many minutes.
  func session(
    _ it: ID<TrainingClass>, day: Int, start: Int = 480, minutes: Int = 240, place: String = "",
    instructor: ID<Factor>? = nil
  ) throws -> Session {
    Session(
      id: ID(rawValue: 0), trainingClass: it, day: Self.today.adding(days: day),
      span: try #require(TimeSpan(start, start + minutes)), instructor: instructor, place: place)
  }

  func put(_ session: Session) throws -> Session {
    var session = session
    session.id = try perform(PutSession(session), manager)
    return session
  }

  /// So many people of the district, enrolled by the expert.
  func enrol(_ count: Int, in it: ID<TrainingClass>, from number: Int = 1) throws -> [ID<Enrolment>]
  {
    try (0..<count).map { index in
      let person = try office.person(number + index, last: "احمدی")
      return try perform(EnrolLearner(person.id, in: it), expert)
    }
  }

  /// A class with two sessions, on days 10 and 11, and so many learners.
  func running(
    _ count: Int
  ) throws -> (id: ID<TrainingClass>, sessions: [Session], learners: [ID<Enrolment>]) {
    let id = try define()
    let sessions = [
      try put(session(id, day: 10, instructor: instructorFactor)), try put(session(id, day: 11)),
    ]
    return (id, sessions, try enrol(count, in: id))
  }
}

/// What refused, whatever rule it was.
func refusals<T>(_ result: Result<T, Failure>) -> [Finding.Reason] {
  guard case .failure(.refused(let findings)) = result else { return [] }
  return findings.refusals.map(\.reason)
}
