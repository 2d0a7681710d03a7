import Persian
import Testing
import Training

@Suite struct ClassRulesTests {
  private func findings(_ change: (inout ClassLife.Facts) -> Void) throws -> [Finding] {
    var facts = ClassLife.Facts(
      trainingClass: Fixture.trainingClass(), request: Fixture.request(), requestState: .approved,
      day: Fixture.day("1403/01/20"))
    change(&facts)
    return try #require(
      ClassLife.choice(
        of: .define, in: nil, for: .courseManager, facts: facts, under: Fixture.rules())
    ).findings
  }

  private func reasons(_ change: (inout ClassLife.Facts) -> Void) throws -> [Finding.Reason] {
    try findings(change).refusals.map(\.reason)
  }

  @Test("S2-4.6 a proper class is refused nothing")
  func proper() throws { #expect(try findings { _ in } == []) }

  @Test("S2-1.6a no class before the province has approved")
  func approval() throws {
    for state in [CourseRequestLife.State.awaitingProvince, .returned, .rejected, .cancelled] {
      #expect(try reasons { $0.requestState = state } == [.request(.notApproved(state))])
    }
    #expect(try reasons { $0.requestState = .running } == [])
  }

  @Test("S2-4.6 a class has a name of its own")
  func name() throws {
    #expect(try reasons { $0.trainingClass.name = " " } == [.training(.nameMissing)])
    #expect(
      try reasons { $0.siblings = [.init(name: "کلاس ۱", capacity: 20, enrolled: 0)] }
        == [.training(.nameTaken("کلاس ۱"))])
  }

  @Test("S2-4.6 enrolment ends by the start of the class at the latest")
  func dates() throws {
    let start = Fixture.day("1403/02/10")
    #expect(try reasons { $0.trainingClass.enrolTo = start } == [])
    #expect(
      try reasons { $0.trainingClass.enrolTo = start.adding(days: 1) }
        == [.training(.enrolmentAfterStart(enrolTo: start.adding(days: 1), start: start))])
    #expect(
      try reasons { $0.trainingClass.to = start.adding(days: -1) }
        == [.training(.classReversed(from: start, to: start.adding(days: -1)))])
    #expect(
      try reasons { $0.trainingClass.enrolFrom = Fixture.day("1403/02/09") }
        == [
          .training(
            .enrolmentReversed(from: Fixture.day("1403/02/09"), to: Fixture.day("1403/02/08")))
        ])
  }

  @Test("S2-4.6d the class lies in the execution interval, both ends included")
  func interval() throws {
    let (from, to) = (Fixture.day("1403/01/15"), Fixture.day("1403/12/30"))
    #expect(try reasons { $0.trainingClass.to = to } == [])
    #expect(
      try reasons { $0.trainingClass.to = to.adding(days: 1) }
        == [.training(.outsideInterval(from: from, to: to))])
    #expect(
      try reasons {
        $0.trainingClass.enrolFrom = from.adding(days: -5)
        $0.trainingClass.enrolTo = from.adding(days: -1)
        $0.trainingClass.from = from.adding(days: -1)
      } == [.training(.outsideInterval(from: from, to: to))])
  }

  @Test("S2-2.2a capacity is between one and the maximum of the mode; below the minimum warns")
  func capacity() throws {
    #expect(try reasons { $0.trainingClass.capacity = 35 } == [])
    #expect(
      try reasons { $0.trainingClass.capacity = 36 }
        == [.training(.capacityOverMaximum(36, maximum: 35, mode: .inPerson))])
    #expect(try reasons { $0.trainingClass.capacity = 0 } == [.training(.capacityMissing)])
    #expect(try findings { $0.trainingClass.capacity = 15 } == [])
    #expect(
      try findings { $0.trainingClass.capacity = 14 }.map(\.reason)
        == [.training(.belowMinimum(14, minimum: 15))])
    #expect(try reasons { $0.trainingClass.capacity = 14 } == [])
  }

  @Test("S2-4.6b no more classes than approved")
  func count() throws {
    func siblings(_ count: Int) -> [ClassLife.Facts.Sibling] {
      (0..<count).map { .init(name: "ک\($0)", capacity: 10, enrolled: 10) }
    }
    #expect(try reasons { $0.siblings = siblings(1) } == [])
    #expect(
      try reasons { $0.siblings = siblings(2) } == [.training(.tooManyClasses(3, allowed: 2))])
  }

  @Test("S2-4.6c the places of all classes stay within the quota")
  func quota() throws {
    #expect(
      try reasons { $0.siblings = [.init(name: "الف", capacity: 30, enrolled: 30)] } == [])
    let refused = try findings { $0.siblings = [.init(name: "الف", capacity: 31, enrolled: 31)] }
    #expect(refused.map(\.reason) == [.training(.seatsOverQuota(61, quota: 60))])
    #expect(refused.map(\.remedy) == [.lower(.classCapacity, to: .count(29))])
  }

  @Test("S2-4.6a classes that learners fill are opened in order: a warning, no refusal")
  func inOrder() throws {
    let notFull = ClassLife.Facts.Sibling(name: "الف", capacity: 30, enrolled: 29)
    let warned = try findings {
      $0.request.method = .learner
      $0.siblings = [notFull]
    }
    #expect(warned.map(\.reason) == [.training(.previousNotFull(name: "الف", free: 1))])
    #expect(warned.allow)
    #expect(try findings { $0.siblings = [notFull] } == [])
  }

  @Test("S2-10.5a a class is closed the day after the period of objections, not on its last day")
  func closing() throws {
    let last = Fixture.day("1403/04/10")
    func reasons(_ day: JalaliDate, _ change: (inout ClassLife.Facts) -> Void = { _ in }) throws
      -> [Finding.Reason]
    {
      var facts = ClassLife.Facts(
        trainingClass: Fixture.trainingClass(), request: Fixture.request(), requestState: .running,
        day: day, isFileDelivered: true, objectionsUntil: last)
      change(&facts)
      return try #require(
        ClassLife.choice(
          of: .close, in: .objectionPeriod, for: .expert, facts: facts, under: Fixture.rules())
      ).findings.map(\.reason)
    }
    #expect(try reasons(last.adding(days: 1)) == [])
    #expect(try reasons(last) == [.training(.periodRunning(until: last))])
    #expect(
      try reasons(last.adding(days: 1)) { $0.objectionsUntil = nil } == [.training(.noPeriod)])
    #expect(
      try reasons(last.adding(days: 1)) {
        $0.scoresMissing = 1
        $0.openObjections = 2
        $0.differingScores = 3
      } == [
        .training(.scoresMissing(1)), .training(.objectionsOpen(2)), .training(.scoresDiffer(3)),
      ])
  }
}
