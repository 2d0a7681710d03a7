import Persian
import Store
import Synchronization
import TestKit
import Testing
import Training
import UseCases

@Suite("Managing a class")
struct ClassworkTests {
  private func ticks(
    _ it: CourseOffice, _ id: ID<TrainingClass>
  ) throws -> [ID<Enrolment>: FirstSessionTicks] {
    try it.portal.store.read { try $0.firstSession(of: id) }
  }

  private func failure<T>(_ result: Result<T, Failure>) -> Failure? {
    guard case .failure(let failure) = result else { return nil }
    return failure
  }

  private func name(_ first: String = "سارا", _ last: String = "نوری") throws -> PersonName {
    try PersonName(first: first, last: last)
  }

  @Test("S2-7.7a S2-7.7c signatures and what the host provides are ticked for each learner")
  func firstSession() throws {
    let it = try CourseOffice()
    let (id, sessions, learners) = try it.running(3)
    it.on(10)
    let all = learners.map { TickFirstSession.Tick($0, .signature, to: true) }
    #expect(try it.perform(TickFirstSession(all, in: id), it.manager) == 3)
    let some = [
      TickFirstSession.Tick(learners[0], .lodging, to: true),
      TickFirstSession.Tick(learners[0], .lunch, to: true),
      TickFirstSession.Tick(learners[1], .lunch, to: true),
      TickFirstSession.Tick(learners[1], .dinner, to: false),
    ]
    // What is so already is no change.
    #expect(try it.perform(TickFirstSession(some, in: id), it.manager) == 3)
    #expect(
      try ticks(it, id) == [
        learners[0]: FirstSessionTicks([.signature, .lodging, .lunch]),
        learners[1]: FirstSessionTicks([.signature, .lunch]),
        learners[2]: FirstSessionTicks([.signature]),
      ])
    let off = TickFirstSession([.init(learners[2], .signature, to: false)], in: id)
    let entry = try it.result(off, it.manager).get().entry
    let line = try it.portal.store.read {
      try $0.trainingClass(id, in: .units(.everything), on: it.today)
    }
    let start = try it.portal.store.read { try $0.start(of: try #require(line)) }
    #expect(start.signed == 2 && start.learners == 3)
    it.portal.signIn(it.manager)
    _ = try it.portal.undo(entry).get()
    #expect(try ticks(it, id)[learners[2]]?[.signature] == true)
    #expect(sessions.count == 2)
  }

  @Test("S2-7.7a nothing is taken down before the day of the first session, nor by others")
  func firstSessionGuards() throws {
    let it = try CourseOffice()
    let (id, sessions, learners) = try it.running(1)
    let tick = TickFirstSession([.init(learners[0], .signature, to: true)], in: id)
    it.on(9)
    #expect(
      refusals(it.result(tick, it.manager)) == [.attendance(.beforeSession(sessions[0].day))])
    #expect(try ticks(it, id).isEmpty)
    it.on(10)
    for other in [it.instructor, it.expert, it.province] {
      #expect(failure(it.result(tick, other)) == .forbidden)
    }
    let stranger = try it.office.signIn(
      .courseManager, person: try it.office.person(700, last: "بیگانه").id)
    #expect(failure(it.result(tick, stranger)) == .forbidden)
    let empty = try it.define("ب")
    #expect(
      refusals(it.result(TickFirstSession([], in: empty), it.manager)) == [.training(.noSession)])
    // A learner of another class is not there.
    let elsewhere = TickFirstSession([.init(ID(rawValue: 99), .lunch, to: true)], in: id)
    #expect(failure(it.result(elsewhere, it.manager)) == .forbidden)
    #expect(try ticks(it, id).isEmpty)
    _ = try it.result(tick, it.manager).get()
  }

  @Test(
    "S2-7.7b a report to the expert is a task on the expert's own desk, with the class behind it")
  func report() throws {
    let it = try CourseOffice()
    let (id, _, _) = try it.running(2)
    let task = WorkTask(
      kind: .shortage, title: "کمبود فراگیر", link: RecordLink(.trainingClass, id), role: .expert,
      unit: it.office.district, due: CourseOffice.today, made: CourseOffice.today,
      author: it.manager.account)
    _ = try it.perform(AssignTask(task), it.manager)
    it.portal.signIn(it.expert)
    let own = try it.portal.read { records, context in
      try records.tasks(in: context.actor.taskReach, ownOnly: true)
    }.get()
    #expect(own.map(\.task.kind) == [.shortage])
    #expect(own.first?.task.link == RecordLink(.trainingClass, id))
  }

  @Test("S2-7.6a form 2 takes who is not registered, each once, and nobody of the list")
  func attendants() throws {
    let it = try CourseOffice()
    let (id, _, _) = try it.running(1)
    let code = try Office.nationalCode(500)
    let sara = Attendant(trainingClass: id, name: try name(), nationalCode: code)
    let first = try it.perform(RegisterAttendant(sara), it.manager)
    #expect(
      refusals(it.result(RegisterAttendant(sara), it.manager))
        == [.training(.attendantTwice("سارا نوری"))])
    let learner = Attendant(
      trainingClass: id, name: try name("مریم", "احمدی"), nationalCode: try Office.nationalCode(1))
    #expect(
      refusals(it.result(RegisterAttendant(learner), it.manager))
        == [.training(.attendantEnrolled("مریم احمدی"))])
    // Without a national code only the name is known.
    let nameless = Attendant(trainingClass: id, name: try name("زهرا", "کاظمی"))
    let second = try it.perform(RegisterAttendant(nameless), it.manager)
    for other in [it.instructor, it.expert] {
      #expect(failure(it.result(RegisterAttendant(nameless), other)) == .forbidden)
    }
    var changed = nameless
    changed.id = second
    var better = changed
    better.workplace = "دبیرستان سعدی"
    _ = try it.perform(EditAttendant(changed, to: better), it.manager)
    #expect(failure(it.result(EditAttendant(changed, to: sara), it.manager)) != nil)
    let all = try it.portal.store.read { try $0.attendants(of: id) }
    #expect(all.map(\.id) == [second, first])
    #expect(all[0].workplace == "دبیرستان سعدی")
  }

  @Test("S2-7.6a form 3 keeps in which sessions they were, from the day of each session on")
  func attendance() throws {
    let it = try CourseOffice()
    let (id, sessions, _) = try it.running(1)
    let who = try it.perform(
      RegisterAttendant(Attendant(trainingClass: id, name: try name())), it.manager)
    it.on(10)
    let first = MarkAttendants([.init(who, sessions[0].id, present: true)], in: id)
    let second = MarkAttendants([.init(who, sessions[1].id, present: true)], in: id)
    #expect(try it.perform(first, it.manager) == 1)
    #expect(try it.perform(first, it.manager) == 0)
    #expect(
      refusals(it.result(second, it.manager)) == [.attendance(.beforeSession(sessions[1].day))])
    it.on(11)
    #expect(try it.perform(second, it.manager) == 1)
    #expect(try it.portal.store.read { try $0.attendance(of: id).count } == 2)
    // A session with somebody in it stays in the programme.
    #expect(
      refusals(it.result(RemoveSession(sessions[1].id), it.manager)) == [.programme(.marked(1))])
    _ = try it.perform(
      MarkAttendants([.init(who, sessions[1].id, present: false)], in: id), it.manager)
    _ = try it.perform(RemoveSession(sessions[1].id), it.manager)
    let entry = try it.result(RemoveAttendant(who), it.manager).get().entry
    #expect(try it.portal.store.read { try $0.attendance(of: id).isEmpty })
    it.portal.signIn(it.manager)
    _ = try it.portal.undo(entry).get()
    #expect(
      try it.portal.store.read { try $0.attendance(of: id) }
        == [AttendantCell(who, sessions[0].id)])
  }

  @Test("S2-7.6b whoever is not registered has no enrolment, and so never a certificate")
  func noCommitment() throws {
    let it = try CourseOffice()
    let (id, sessions, learners) = try it.running(1)
    let who = try it.perform(
      RegisterAttendant(Attendant(trainingClass: id, name: try name())), it.manager)
    it.on(11)
    for session in sessions {
      _ = try it.perform(
        MarkAttendants([.init(who, session.id, present: true)], in: id), it.manager)
    }
    let all = try it.portal.store.read { try $0.enrolments(of: id, includingLeft: true) }
    #expect(all.map(\.enrolment.id) == learners)
    let line = try it.portal.store.read {
      try $0.trainingClass(id, in: .units(.everything), on: it.today)
    }
    #expect(line?.enrolled == 1)
    // Nobody of that name became a person of the office either.
    let isPerson = try it.portal.store.read {
      try $0.exists("SELECT 1 FROM person WHERE last_name = 'نوری'")
    }
    #expect(!isPerson)
  }

  @Test(
    "S2-7.3c a target takes as many as it has places; one more moves nobody, nor the same class")
  func moving() throws {
    let it = try CourseOffice()
    let one = try it.define("الف", capacity: 3)
    let learners = try it.enrol(3, in: one)
    let two = try it.define("ب", capacity: 2)
    it.on(6)
    #expect(
      refusals(it.result(MoveLearners(learners, from: one, to: two), it.manager))
        == [.enrolment(.targetFull(free: 0))])
    #expect(
      refusals(it.result(MoveLearners([learners[0]], from: one, to: one), it.manager))
        .contains(.enrolment(.sameClass)))
    #expect(try it.portal.store.read { try $0.enrolments(of: one).count } == 3)
    let fitting = MoveLearners(Array(learners.prefix(2)), from: one, to: two)
    #expect(try it.perform(fitting, it.manager) == 2)
    #expect(try it.portal.store.read { try $0.enrolments(of: two).count } == 2)
  }

  @Test("S2-7.1b instructors are reminded of the first session up to its day")
  func reminder() throws {
    let it = try CourseOffice()
    let (id, sessions, _) = try it.running(1)
    func items(_ actor: Actor) throws -> [DeadlineItem] {
      it.portal.signIn(actor)
      return try it.portal.read { try DeadlineRadar.items(ownOnly: true, $0, $1) }.get()
        .filter { $0.matter == .classStart }
    }
    #expect(try items(it.instructor).map(\.deadline.due) == [sessions[0].day])
    #expect(try items(it.instructor).first?.link == RecordLink(.trainingClass, id))
    #expect(try items(it.manager).isEmpty)
    it.on(10)
    #expect(try items(it.instructor).count == 1)
    it.on(11)
    #expect(try items(it.instructor).isEmpty)
  }
}

extension CourseOffice {
  var today: JalaliDate { hand.day.withLock { $0 } }
}
