import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Objections to scores and absences")
struct ObjectionTests {
  @Test(
    "S2-10.4a an objection is taken on the first and the last day of the period, not before and not after",
    arguments: [(29, false), (30, true), (36, true), (37, false)])
  func onlyInPeriod(_ day: Int, _ isTaken: Bool) throws {
    let it = try CourseOffice()
    let learner = try it.inControl(1).learners[0]
    let actor = try it.learner(of: learner)
    it.on(day)
    let result = it.result(RegisterObjection(learner, .score, text: "برگه بازبینی شود"), actor)
    if isTaken {
      let id = try result.get().outcome
      #expect(try it.objection(id).state == .registered)
      #expect(try it.objection(id).registered == it.portal.today)
    } else {
      #expect(
        refusals(result) == [
          day < 30
            ? .closing(.periodNotBegun(from: CourseOffice.control.from))
            : .closing(.periodEnded(on: CourseOffice.control.to))
        ])
      #expect(
        try it.portal.store.read { try $0.objections(in: .units(.everything)) }.isEmpty)
    }
  }

  @Test(
    "S2-10.4a before the period is announced nobody objects, and nobody objects for another")
  func onlyOwn() throws {
    let it = try CourseOffice()
    let room = try it.running(2)
    let first = try it.learner(of: room.learners[0])
    #expect(
      refusals(it.result(RegisterObjection(room.learners[0], .score, text: "نمره"), first))
        == [.closing(.periodNotAnnounced)])
    let second = try it.learner(of: room.learners[1])
    let other = it.result(RegisterObjection(room.learners[0], .score, text: "نمره"), second)
    guard case .failure(.forbidden) = other else {
      Issue.record("somebody objected for another: \(other)")
      return
    }
  }

  @Test(
    "SM-9b an objection says what it is about, once, and to an absence in which session")
  func complete() throws {
    let it = try CourseOffice()
    let room = try it.inControl(1)
    let (learner, actor) = (room.learners[0], try it.learner(of: room.learners[0]))
    #expect(
      refusals(it.result(RegisterObjection(learner, .absence, text: " "), actor))
        == [.closing(.objectionTextMissing), .closing(.sessionMissing)])
    try it.perform(RegisterObjection(learner, .score, text: "نمره"), actor)
    #expect(
      refusals(it.result(RegisterObjection(learner, .score, text: "دوباره"), actor))
        == [.closing(.objectionWaiting)])
    // Another session is another matter.
    for session in room.sessions {
      try it.perform(
        RegisterObjection(learner, .absence, session: session.id, text: "بودم"), actor)
    }
  }

  @Test(
    "S2-10.4b an accepted absence is corrected at once, with both values and who did it in the history"
  )
  func accept() throws {
    let it = try CourseOffice()
    let room = try it.inControl(1)
    let learner = room.learners[0]
    try it.mark(learner, .absent, in: room.sessions[0])
    let actor = try it.learner(of: learner)
    let id = try it.perform(
      RegisterObjection(learner, .absence, session: room.sessions[0].id, text: "بودم"), actor)
    let same = it.result(AcceptObjection(id, .mark(.absent)), it.expert, reason: "همان")
    #expect(refusals(same) == [.closing(.correctionMissing)])
    #expect(try it.portal.store.read { try $0.absentMinutes(of: learner) } == 240)

    it.on(33)
    try it.perform(AcceptObjection(id, .mark(.present)), it.expert, reason: "امضا دیده شد")
    #expect(try it.portal.store.read { try $0.absentMinutes(of: learner) } == 0)
    let answered = try it.objection(id)
    #expect(answered.state == .accepted)
    #expect(answered.before == AttendanceMark.absent.text)
    #expect(answered.after == AttendanceMark.present.text)
    #expect(answered.answered == CourseOffice.today.adding(days: 33))
    #expect(answered.answer == "امضا دیده شد")
    let row = try #require(
      try it.portal.store.read { try $0.markRow(room.sessions[0].id, learner) })
    let last = try #require(try it.portal.store.read { try $0.history(of: "mark", row) }.last)
    #expect(last.entry.actor == it.expert.account.rawValue)
    // What is answered is not answered again.
    #expect(it.result(AcceptObjection(id, .mark(.excused)), it.expert).isRefused)
  }

  @Test(
    "S2-10.4b a rejection needs a reason, which the learner reads, and changes nothing else")
  func reject() throws {
    let it = try CourseOffice()
    let room = try it.inControl(1)
    try it.mark(room.learners[0], .absent, in: room.sessions[0])
    let actor = try it.learner(of: room.learners[0])
    let id = try it.perform(
      RegisterObjection(room.learners[0], .absence, session: room.sessions[0].id, text: "بودم"),
      actor)
    #expect(
      refusals(it.result(Advance<ObjectionLife>(id, .reject), it.expert))
        == [.portal(.reasonMissing)])
    try it.perform(Advance<ObjectionLife>(id, .reject), it.expert, reason: "در فهرست امضا نیست")
    #expect(try it.objection(id).state == .rejected)
    #expect(try it.objection(id).answer == "در فهرست امضا نیست")
    #expect(try it.portal.store.read { try $0.absentMinutes(of: room.learners[0]) } == 240)
  }

  @Test("S2-10.5b a class with an objection that waits is not closed")
  func waiting() throws {
    let it = try CourseOffice()
    let room = try it.inControl(1)
    let actor = try it.learner(of: room.learners[0])
    try it.perform(RegisterObjection(room.learners[0], .score, text: "نمره"), actor)
    it.on(37)
    #expect(
      refusals(it.result(CloseClass(room.id), it.expert)).contains(.training(.objectionsOpen(1))))
    #expect(try it.state(of: room.id) == .objectionPeriod)
  }

  @Test(
    "S2-10.3a the period stands among the deadlines of the learners of the class until its last day"
  )
  func onTheBoard() throws {
    let it = try CourseOffice()
    let room = try it.inControl(1)
    _ = try it.learner(of: room.learners[0])
    for (day, isThere) in [(30, true), (36, true), (37, false)] {
      it.on(day)
      let items = try it.portal.read { try DeadlineRadar.items(ownOnly: true, $0, $1) }.get()
      #expect(items.contains { $0.matter == .scoreControl } == isThere, "day \(day)")
    }
  }

  @Test(
    "S2-10.2a the file of a course is due a month after the last session, and overdue the day after"
  )
  func courseFile() throws {
    let it = try CourseOffice()
    _ = try it.running(1)
    let due = CourseOffice.today.adding(days: 11).adding(months: 1)
    it.portal.signIn(it.manager)
    for (day, left) in [(12, nil), (45, nil)] as [(Int, Int?)] {
      it.on(day)
      let item = try it.portal.read { try DeadlineRadar.items(ownOnly: true, $0, $1) }.get()
        .first { $0.matter == .courseFile }
      let found = try #require(item)
      #expect(found.deadline.due == due)
      #expect(
        found.deadline.daysLeft(on: it.portal.today) == (left ?? it.portal.today.days(to: due)))
    }
    it.on(11)
    let early = try it.portal.read { try DeadlineRadar.items(ownOnly: true, $0, $1) }.get()
    #expect(!early.contains { $0.matter == .courseFile })
  }
}

extension Result {
  /// Whether it is a refusal of any kind.
  var isRefused: Bool {
    if case .failure = self { true } else { false }
  }
}
