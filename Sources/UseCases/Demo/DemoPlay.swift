import Persian
import Store
import Training

/// What the offices of the sample do: requests, classes, lists and marks, each on its day.
struct DemoPlay {
  /// How far a class has come, by the days of its start and of its enrolment from today.
  enum Progress {
    case ended, running, today, gathered, enrolling, planned

    /// Days from today to the first session.
    var start: Int {
      switch self {
      case .ended: -40
      case .running: -8
      case .today: -6
      case .gathered: 14
      case .enrolling: 25
      case .planned: 45
      }
    }

    /// Days from today to the first and the last day of enrolment.
    var enrolment: (from: Int, to: Int) {
      switch self {
      case .enrolling: (-5, 20)
      case .planned: (20, 40)
      case .gathered: (-18, -4)
      case .ended, .running, .today: (start - 20, start - 4)
      }
    }
  }

  /// A course of the play: which of the file, in which district, and its two classes.
  struct Scene {
    var course: Int
    var district = 0
    var classes: (Progress, Progress)
    var method: EnrolMethod = .expert
    var guests = 0
  }

  static let scenes: [Scene] = [
    Scene(course: 1, classes: (.today, .running), guests: 2),
    Scene(course: 4, classes: (.ended, .ended)),
    Scene(course: 2, classes: (.running, .running)),
    Scene(course: 6, classes: (.ended, .ended)),
    Scene(course: 8, classes: (.running, .running)),
    Scene(course: 0, classes: (.gathered, .gathered)),
    Scene(course: 5, classes: (.gathered, .enrolling)),
    Scene(course: 7, classes: (.enrolling, .enrolling), method: .learner),
    Scene(course: 3, district: 1, classes: (.enrolling, .planned)),
    Scene(course: 9, district: 1, classes: (.planned, .planned)),
  ]

  /// A class of the play once it is defined.
  struct Stand {
    var id: ID<TrainingClass>
    var scene: Int
    var progress: Progress
    var size: Int
    var sessions: [Session] = []
    var expert: Actor
    var manager: Actor
  }

  let names: DemoDistrict.Names
  let stage: DemoStage
  let cast: DemoCast
  var chance: SplitMix64
  private var courses: [ID<Course>] = []
  private(set) var stands: [Stand] = []
  private var taken = [0, 0]

  init(
    names: DemoDistrict.Names, stage: DemoStage, cast: DemoCast, chance: SplitMix64
  ) {
    self.names = names
    self.stage = stage
    self.cast = cast
    self.chance = chance
  }

  /// `hash` is that of the sample's password.
  mutating func perform(hash: String) throws {
    try fillCatalogue()
    var instructors = DemoInstructors(
      names: names, stage: stage, cast: cast, courses: courses, hash: hash)
    try instructors.fillBank()
    for index in Self.scenes.indices { try prepare(index) }
    try leaveUndecided()
    try enrol()
    try instructors.leaveOpen()
    try mark()
    try manageClasses()
    try holdExams(hash: hash)
    try measureCourses()
  }

  private mutating func fillCatalogue() throws {
    stage.now(-118, 9 * 60)
    for name in names.courses {
      let course = Course(
        id: ID(rawValue: 0), code: name.code, title: name.title, minutes: name.hours * 60,
        kind: name.kind)
      courses.append(try stage.perform(RegisterCourse(course), as: cast.administrator))
    }
  }

  /// Request, approval, factors, classes and programme of one course.
  private mutating func prepare(_ index: Int) throws {
    let scene = Self.scenes[index]
    let expert = cast.experts[scene.district]
    let manager = scene.district == 1 ? cast.managers[2] : cast.managers[index % 2]
    let id = try request(scene.course, by: expert, scene)
    stage.now(-95, 9 * 60)
    _ = try stage.perform(Advance<CourseRequestLife>(id, .approve), as: cast.province)
    stage.now(-92, 10 * 60)
    if let person = manager.person {
      _ = try stage.perform(AddFactor(.manager, of: id, .person(person)), as: expert)
    }
    stage.now(-90, 10 * 60)
    let teacher = cast.instructors[scene.district == 1 ? index - 3 : index % 5]
    var instructor: ID<Factor>?
    if let person = teacher.person {
      instructor = try stage.perform(
        AddFactor(.instructor, of: id, .person(person)), as: manager)
    }
    for (number, progress) in [scene.classes.0, scene.classes.1].enumerated() {
      try define(number, progress, of: id, index, expert, manager, instructor)
    }
    if index == 7 {
      let enrolment = DemoEnrolment(names: names, stage: stage, cast: cast)
      try enrolment.prepare(id, by: manager)
      try enrolment.bring(courses[scene.course], to: expert)
    }
    guard index == 5 else { return }
    stage.now(-30, 9 * 60)
    _ = try stage.perform(
      AnnounceCourse(
        id, channels: [CourseNotice.board], text: names.courses[scene.course].title),
      as: expert)
  }

  private func request(
    _ course: Int, by expert: Actor, _ scene: Scene
  ) throws -> ID<CourseRequest> {
    stage.now(-100, 9 * 60)
    let from = stage.today.adding(days: -80)
    return try stage.perform(
      RequestCourse(
        CourseRequest(
          id: ID(rawValue: 0), course: courses[course], unit: expert.unit, year: from.year,
          from: from, to: stage.today.adding(days: 120), classCount: 2, method: scene.method,
          mode: .inPerson, quota: 60, classCapacity: 30, guestCapacity: scene.guests)),
      as: expert)
  }

  private mutating func define(
    _ number: Int, _ progress: Progress, of request: ID<CourseRequest>, _ scene: Int,
    _ expert: Actor, _ manager: Actor, _ instructor: ID<Factor>?
  ) throws {
    stage.now(-85, 11 * 60)
    let days = sessionDays(progress, minutes: names.courses[Self.scenes[scene].course].hours * 60)
    guard let first = days.first, let last = days.last else { return }
    let place = names.places[scene % names.places.count]
    let it = TrainingClass(
      id: ID(rawValue: 0), request: request,
      name: number == 0 ? names.classes[0] : names.classes[1],
      enrolFrom: stage.today.adding(days: progress.enrolment.from),
      enrolTo: stage.today.adding(days: progress.enrolment.to), from: first.day, to: last.day,
      capacity: 30, place: place)
    let id = try stage.perform(DefineClass(it), as: manager)
    var stand = Stand(
      id: id, scene: scene, progress: progress,
      size: progress == .today ? 30 : 15 + Int(chance.next() % 7), expert: expert,
      manager: manager)
    // The two classes of a course have the morning and the afternoon of one place.
    let hour = number == 0 ? 8 : 14
    for (index, day) in days.enumerated() {
      guard let span = TimeSpan(hour * 60, hour * 60 + day.minutes) else { continue }
      var session = Session(
        id: ID(rawValue: 0), trainingClass: id, day: day.day, span: span, instructor: instructor,
        topic: names.topics[index % names.topics.count])
      session.id = try stage.perform(PutSession(session), as: manager)
      stand.sessions.append(session)
    }
    stands.append(stand)
  }

  /// Every other day but Fridays, four hours each; the class of today meets today whatever day it is.
  private func sessionDays(
    _ progress: Progress, minutes: Int
  ) -> [(day: JalaliDate, minutes: Int)] {
    var days: [(day: JalaliDate, minutes: Int)] = []
    var offset = progress.start
    var left = minutes
    while left > 0 {
      var day = stage.today.adding(days: offset)
      if day.weekday == .friday, day != stage.today { day = day.adding(days: 1) }
      days.append((day, min(left, 240)))
      left -= 240
      offset += 2
    }
    return days
  }

  /// Two requests that the province has not said yes to.
  private func leaveUndecided() throws {
    _ = try request(10, by: cast.experts[0], Scene(course: 10, classes: (.planned, .planned)))
    let returned = try request(
      11, by: cast.experts[1], Scene(course: 11, district: 1, classes: (.planned, .planned)))
    stage.now(-94, 9 * 60)
    _ = try stage.perform(
      Advance<CourseRequestLife>(returned, .sendBack), as: cast.province,
      reason: names.reason)
  }
}

extension DemoPlay {
  /// The lists of learners, on the third day of each enrolment that has begun.
  private mutating func enrol() throws {
    let open = stands.filter { $0.progress != .planned }
      .sorted {
        ($0.progress.enrolment.from, $0.id.rawValue) < ($1.progress.enrolment.from, $1.id.rawValue)
      }
    for stand in open {
      stage.now(stand.progress.enrolment.from + 2, 12 * 60)
      let scene = Self.scenes[stand.scene]
      guard scene.method == .expert else {
        for learner in cast.learners { try enrolOwn(learner, stand.id) }
        continue
      }
      let teachers = cast.teachers[scene.district]
      // The class of today waits for its share; others follow those before them in the list.
      let first = taken[scene.district]
      let people = (0..<stand.size).map { teachers[(first + $0) % teachers.count] }
      taken[scene.district] = first + stand.size
      let rows = people.enumerated().map { index, person in
        IntroductionRow(
          number: index + 2, personnelCode: person.personnelCode?.digits ?? "",
          name: person.name.inFull)
      }
      _ = try stage.perform(IntroduceLearners(rows, into: stand.id), as: stand.expert)
      if scene.guests > 0, let guest = cast.teachers[1].last {
        // Refused in the second class of the course: nobody takes a course twice.
        _ = try? stage.perform(
          EnrolLearner(guest.id, in: stand.id, as: .introduceGuest), as: stand.manager)
      }
    }
  }

  /// Learners enrol in the first of two classes; in the second they are refused.
  private func enrolOwn(_ learner: Actor, _ id: ID<TrainingClass>) throws {
    guard let person = learner.person else { return }
    _ = try? stage.perform(EnrolLearner(person, in: id, as: .enrol), as: learner)
  }

  /// The marks of every session before today, on the evening of each; one list is left unfinished.
  private mutating func mark() throws {
    let sessions = stands.flatMap { stand in
      stand.sessions.filter { $0.day < stage.today }.map { (stand: stand, session: $0) }
    }.sorted { ($0.session.day, $0.session.id.rawValue) < ($1.session.day, $1.session.id.rawValue) }
    let unfinished = sessions.last { $0.stand.progress == .running }?.session.id
    for (stand, session) in sessions {
      stage.now(on: session.day, session.span.end + 5)
      let learners = try stage.portal.store.read { try $0.enrolments(of: stand.id) }
      let shown = session.id == unfinished ? learners.dropLast(3) : learners[...]
      let cells = shown.enumerated().map { index, line in
        MarkAttendance.Cell(line.enrolment.id, from: nil, to: mark(index, stand, session))
      }
      guard !cells.isEmpty else { continue }
      _ = try stage.perform(MarkAttendance(cells, in: session.id), as: stand.manager)
    }
  }

  /// Most are there; one learner of the class of today is over the limit, another near it.
  private mutating func mark(
    _ index: Int, _ stand: Stand, _ session: Session
  ) -> AttendanceMark {
    let isFirst = session.id == stand.sessions.first?.id
    if stand.progress == .today, isFirst, index == 6 { return .absent }
    if stand.progress == .today, isFirst, index == 11 {
      return late(125, session)
    }
    if chance.happens(90) { return .present }
    if chance.happens(35) { return .absent }
    if chance.happens(20) { return .excused }
    return late(5 * (1 + Int(chance.next() % 7)), session)
  }

  private func late(_ minutes: Int, _ session: Session) -> AttendanceMark {
    // Never outside the session: it lasts two hours at least.
    (try? AttendanceMark.late(arriving: session.span.start + minutes, in: session.span))
      ?? .absent
  }
}
