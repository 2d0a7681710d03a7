import Glibc
import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Attendance")
struct AttendanceTests {
  func grid(_ it: CourseOffice, _ id: ID<TrainingClass>, _ actor: Actor) throws -> GridData {
    it.portal.signIn(actor)
    return try it.portal.read { records, context in try GridData(id, records, context) }.get()
  }

  func mark(
    _ learner: ID<Enrolment>, _ old: AttendanceMark?, _ new: AttendanceMark?, _ session: Session,
    _ mode: MarkAttendance.Mode = .exact
  ) -> MarkAttendance {
    MarkAttendance([.init(learner, from: old, to: new)], in: session.id, mode: mode)
  }

  @Test(
    "S2-7.9a a session is marked from its day on, not before", arguments: [(9, false), (10, true)])
  func time(day: Int, isOpen: Bool) throws {
    let it = try CourseOffice()
    let (_, sessions, learners) = try it.running(1)
    it.on(day)
    let result = it.result(mark(learners[0], nil, .absent, sessions[0]), it.manager)
    #expect((failure(result) == nil) == isOpen)
    if !isOpen {
      #expect(refusals(result) == [.attendance(.beforeSession(sessions[0].day))])
    }
  }

  @Test("S2-7.9d instructors mark the sessions they teach; nobody else marks but the manager")
  func permission() throws {
    let it = try CourseOffice()
    let (_, sessions, learners) = try it.running(1)
    it.on(11)
    try it.perform(mark(learners[0], nil, .present, sessions[0]), it.instructor)
    let other = mark(learners[0], nil, .present, sessions[1])
    #expect(failure(it.result(other, it.instructor)) == .forbidden)
    #expect(failure(it.result(other, it.expert)) == .forbidden)
    let stranger = try it.office.signIn(.courseManager, person: try it.office.person(70).id)
    #expect(failure(it.result(other, stranger)) == .forbidden)
    try it.perform(other, it.manager)
  }

  @Test("S2-7.9b one tenth of the course is near the limit, one minute more is over it")
  func margin() throws {
    let it = try CourseOffice()
    let (id, sessions, learners) = try it.running(2)
    it.on(10)
    // The course has 960 minutes: 96 are allowed.
    for (learner, minutes) in zip(learners, [96, 97]) {
      let late = try AttendanceMark.late(arriving: 480 + minutes, in: sessions[0].span)
      try it.perform(mark(learner, nil, late, sessions[0]), it.manager)
    }
    let grid = try grid(it, id, it.manager)
    let standings = learners.compactMap { learner in
      grid.register.learners.firstIndex(of: learner).map { grid.margin(row: $0).standing }
    }
    #expect(standings == [.near, .over])
    #expect(grid.line.unmarkedSessions == 0)
  }

  @Test("S2-7.9c an absence outside the session is refused")
  func outside() throws {
    let it = try CourseOffice()
    let (_, sessions, learners) = try it.running(1)
    it.on(10)
    let wide = try #require(TimeSpan(400, 800))
    let away = try AttendanceMark(absences: [try #require(TimeSpan(410, 500))], in: wide)
    #expect(refusals(it.result(mark(learners[0], nil, away, sessions[0]), it.manager)).count == 1)
  }

  @Test("A cell marked by two people at once is a conflict with the learner and both values (S0-6)")
  func conflict() throws {
    let path = "/tmp/faragir-attendance-\(getpid())-\(UInt32.random(in: 0...UInt32.max)).db"
    defer { for suffix in ["", "-wal", "-shm", ".queue"] { unlink(path + suffix) } }
    let it = try CourseOffice(path: path)
    let (_, sessions, learners) = try it.running(2)
    it.on(10)
    let other = Portal(store: try Store.open(at: path), clock: it.portal.clock)
    other.signIn(it.instructor)
    _ = try other.perform(mark(learners[0], nil, .absent, sessions[0])).get()
    let late = it.result(mark(learners[0], nil, .present, sessions[0]), it.manager)
    #expect(
      failure(late)
        == .conflict([.init(subject: "مریم احمدی", field: "mark", mine: "p", theirs: "a")]))
    // The same wish is no conflict, and another cell is not disturbed.
    let same = it.result(mark(learners[0], nil, .absent, sessions[0]), it.manager)
    let nothing = try same.get().outcome
    #expect(nothing.changed.isEmpty && nothing.skipped.isEmpty)
    #expect(failure(it.result(mark(learners[1], nil, .present, sessions[0]), it.manager)) == nil)
    #expect(
      failure(it.result(mark(learners[0], .absent, .present, sessions[0]), it.manager)) == nil)
    let stale = other.perform(mark(learners[0], .absent, nil, sessions[0]))
    #expect(
      failure(stale)
        == .conflict([.init(subject: "مریم احمدی", field: "mark", mine: "", theirs: "p")]))
  }

  @Test("All present fills only empty cells; overwriting is asked for")
  func fill() throws {
    let it = try CourseOffice()
    let (id, sessions, learners) = try it.running(3)
    it.on(10)
    let seen = try grid(it, id, it.manager)
    try it.perform(mark(learners[1], nil, .absent, sessions[0]), it.instructor)
    let all = MarkAttendance(
      seen.register.presentForUnmarked(in: sessions[0].id), in: sessions[0].id,
      seen: seen.register)
    let outcome = try it.perform(all, it.manager)
    #expect(Set(outcome.changed) == [learners[0], learners[2]])
    #expect(outcome.skipped == [learners[1]])
    try it.perform(
      MarkAttendance(
        [.init(learners[1], from: nil, to: .excused)], in: sessions[0].id, mode: .overwrite),
      it.manager)
    let now = try grid(it, id, it.manager)
    #expect(learners.map { now.register[$0, sessions[0].id] } == [.present, .excused, .present])
    it.on(11)
    let same = MarkAttendance(
      now.register.sameAsBefore(in: sessions[1].id), in: sessions[1].id, seen: now.register)
    #expect(try it.perform(same, it.manager).changed.count == 3)
  }

  @Test("S0-7 a cell tells who marked what when, clearing and undo included")
  func history() throws {
    let it = try CourseOffice()
    let (id, sessions, learners) = try it.running(1)
    it.on(10)
    try it.perform(mark(learners[0], nil, .absent, sessions[0]), it.instructor)
    try it.perform(mark(learners[0], .absent, nil, sessions[0]), it.manager)
    let entry = try it.portal.perform(
      mark(learners[0], nil, .present, sessions[0]), as: it.manager
    ).get().entry
    it.portal.signIn(it.manager)
    _ = try it.portal.undo(entry).get()
    let steps = try it.portal.read { records, context in
      try records.markHistory(sessions[0].id, learners[0], context)
    }.get()
    #expect(steps.map(\.mark) == [.absent, nil, .present, nil])
    #expect(steps.map(\.name) == ["حمید صادقی", "ناهید کریمی", "ناهید کریمی", "ناهید کریمی"])
    #expect(steps.map(\.isUndo) == [false, false, false, true])
    #expect(try grid(it, id, it.manager).register[learners[0], sessions[0].id] == nil)
  }

  @Test("S0-7 a first mark that is taken back stays in the history of its cell, and comes again")
  func firstMarkUndone() throws {
    let it = try CourseOffice()
    let (_, sessions, learners) = try it.running(1)
    it.on(10)
    let entry = try it.portal.perform(
      mark(learners[0], nil, .absent, sessions[0]), as: it.manager
    ).get().entry
    it.portal.signIn(it.manager)
    let undo = try it.portal.undo(entry).get()
    #expect(try it.portal.store.read { try $0.marks(in: sessions[0].id) } == 0)
    let redo = try it.portal.undo(undo).get()
    #expect(try it.portal.store.read { try $0.marks(in: sessions[0].id) } == 1)
    _ = try it.portal.undo(redo).get()
    try it.perform(mark(learners[0], nil, .present, sessions[0]), it.manager)
    let steps = try it.portal.read { records, context in
      try records.markHistory(sessions[0].id, learners[0], context)
    }.get()
    #expect(steps.map(\.mark) == [.absent, nil, .absent, nil, .present])
  }

  @Test("Undo walks back over one's own marks of the class, redo forward, and a new mark ends redo")
  func undo() throws {
    let it = try CourseOffice()
    let (id, sessions, learners) = try it.running(3)
    it.on(10)
    for learner in learners { try it.perform(mark(learner, nil, .absent, sessions[0]), it.manager) }
    it.portal.signIn(it.manager)
    func last(_ redo: Bool) throws -> Int64? {
      try it.portal.read { records, context in
        redo ? try records.lastUndo(in: id, context) : try records.lastMark(in: id, context)
      }.get()
    }
    func marks() throws -> Int { try it.portal.store.read { try $0.marks(of: id).count } }
    #expect(try last(true) == nil)
    for left in [2, 1] {
      _ = try it.portal.undo(try #require(try last(false))).get()
      #expect(try marks() == left)
    }
    for there in [2, 3] {
      _ = try it.portal.undo(try #require(try last(true))).get()
      #expect(try marks() == there)
    }
    #expect(try last(true) == nil)
    _ = try it.portal.undo(try #require(try last(false))).get()
    try it.perform(mark(learners[2], nil, .present, sessions[0]), it.manager)
    #expect(try last(true) == nil, "a new mark ends the redo")
    it.portal.signIn(it.instructor)
    #expect(try last(false) == nil, "others' marks are not mine to take back by key")
  }

  @Test("Undo of a cell that has moved on is refused with both values")
  func movedOn() throws {
    let it = try CourseOffice()
    let (_, sessions, learners) = try it.running(1)
    it.on(10)
    let entry = try it.portal.perform(
      mark(learners[0], nil, .absent, sessions[0]), as: it.manager
    ).get().entry
    try it.perform(mark(learners[0], .absent, .present, sessions[0]), it.instructor)
    it.portal.signIn(it.manager)
    guard case .conflict(let conflicts)? = failure(it.portal.undo(entry)) else {
      Issue.record("taken back")
      return
    }
    #expect(conflicts.contains { $0.subject == "مریم احمدی" && $0.theirs == "p" })
    it.on(9)
    #expect(failure(it.portal.undo(entry)) != nil)
    it.portal.signIn(it.expert)
    #expect(failure(it.portal.undo(entry)) == .forbidden)
  }

  @Test("A grid takes over the cells others moved, and only loads anew when its shape changed")
  func live() throws {
    let it = try CourseOffice()
    let (id, sessions, learners) = try it.running(2)
    it.on(10)
    var grid = try grid(it, id, it.manager)
    try it.perform(mark(learners[0], nil, .absent, sessions[0]), it.instructor)
    try it.perform(mark(learners[1], nil, .present, sessions[0]), it.instructor)
    let entry = try it.portal.perform(
      mark(learners[1], .present, nil, sessions[0]), as: it.instructor
    ).get().entry
    func changes() throws -> MarkChanges? {
      let after = grid.through
      return try it.portal.store.read { try $0.markChanges(after: after) }
    }
    let moved = try changes()
    let isTaken = grid.apply(moved)
    #expect(isTaken)
    #expect(grid.through == entry)
    #expect(grid.register[learners[0], sessions[0].id] == .absent)
    #expect(grid.register[learners[1], sessions[0].id] == nil)
    it.portal.signIn(it.instructor)
    _ = try it.portal.undo(entry).get()
    let back = try changes()
    let isBack = grid.apply(back)
    #expect(isBack)
    #expect(grid.register[learners[1], sessions[0].id] == .present)
    try it.perform(RemoveSession(sessions[1].id), it.manager)
    let shape = try changes()
    let isStillRight = grid.apply(shape)
    #expect(!isStillRight)
  }

  @Test(
    "S2-7.5a the attendance list has a column for each session, and moved hours are reckoned anew")
  func list() throws {
    let it = try CourseOffice()
    let (id, sessions, learners) = try it.running(2)
    it.on(10)
    try it.perform(mark(learners[0], nil, .absent, sessions[0]), it.manager)
    #expect(
      refusals(it.result(RemoveSession(sessions[0].id), it.manager)) == [.programme(.marked(1))])
    var shorter = sessions[0]
    shorter.span = try #require(TimeSpan(480, 540))
    try it.perform(PutSession(before: sessions[0], after: shorter), it.manager)
    #expect(try it.portal.store.read { try $0.absentMinutes(of: learners[0]) } == 60)
    let grid = try grid(it, id, it.instructor)
    #expect(grid.attendanceList.register.sessions.count == 2)
    #expect(grid.classList.entries.count == 2)
  }
}
