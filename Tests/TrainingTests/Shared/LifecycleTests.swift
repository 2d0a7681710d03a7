import Persian
import Testing
import Training

@Suite struct LifecycleTests {
  @Test("S0-17 closing, removing, cancelling and resetting ask for confirmation")
  func dangerous() {
    func actions<Life: Lifecycle>(_ life: Life.Type, _ trait: LineTraits) -> Set<String> {
      Set(Life.table.filter { $0.traits.contains(trait) }.map(\.action.rawValue))
    }
    #expect(actions(AccountLife.self, .dangerous) == ["reset", "deactivate"])
    #expect(actions(CourseRequestLife.self, .dangerous) == ["reject", "finish", "cancel"])
    #expect(actions(EnrolmentLife.self, .dangerous) == ["withdraw", "remove"])
    #expect(actions(ClassLife.self, .dangerous) == ["close", "reopen", "cancel"])
    #expect(actions(ClassLife.self, .needsReason) == ["reopen", "cancel"])
    #expect(actions(CourseRequestLife.self, .needsReason) == ["sendBack", "reject", "cancel"])
    #expect(!actions(ClassLife.self, .undoable).contains("close"))
    #expect(actions(EnrolmentLife.self, .undoable).contains("markAbsence"))
  }

  @Test(
    "SM-9 dates alone move a class from defined to the end of its sessions",
    arguments: [
      ("1403/01/31", ClassLife.State.defined), ("1403/02/01", .enrolling),
      ("1403/02/08", .enrolling), ("1403/02/09", .enrolmentEnded), ("1403/02/10", .running),
      ("1403/02/18", .running), ("1403/02/19", .sessionsEnded), ("1404/01/01", .sessionsEnded),
    ])
  func classDates(_ text: String, _ state: ClassLife.State) {
    let dates = Fixture.trainingClass().dates(lastSession: Fixture.day("1403/02/18"))
    #expect(ClassLife.state(.defined, dates, on: Fixture.day(text)) == state)
  }

  @Test("SM-9 dates move no class that people have moved on, and none backwards")
  func storedStatesStay() {
    let dates = Fixture.trainingClass().dates(lastSession: nil)
    for state in [ClassLife.State.graded, .objectionPeriod, .closed, .cancelled] {
      #expect(ClassLife.state(state, dates, on: Fixture.day("1404/01/01")) == state)
      #expect(ClassLife.state(state, dates, on: Fixture.day("1402/01/01")) == state)
    }
    #expect(ClassLife.state(.defined, dates, on: Fixture.day("1403/02/20")) == .running)
    #expect(ClassLife.state(.defined, dates, on: Fixture.day("1403/02/21")) == .sessionsEnded)
  }

  @Test("S2-5.1a enrolment is over on the day of the start even where the two days are one")
  func enrolmentEndsBeforeStart() {
    var it = Fixture.trainingClass()
    it.enrolTo = it.from
    let dates = it.dates(lastSession: nil)
    #expect(ClassLife.state(.defined, dates, on: it.from.adding(days: -1)) == .enrolling)
    #expect(ClassLife.state(.defined, dates, on: it.from) == .running)
  }

  @Test("SM-2 the first session starts an approved or announced course, never a waiting one")
  func requestDates() {
    let dates = CourseRequestLife.Dates(firstSession: Fixture.day("1403/02/10"))
    let (before, on) = (Fixture.day("1403/02/09"), Fixture.day("1403/02/10"))
    #expect(CourseRequestLife.state(.approved, dates, on: before) == .approved)
    #expect(CourseRequestLife.state(.approved, dates, on: on) == .running)
    #expect(CourseRequestLife.state(.announced, dates, on: on) == .running)
    #expect(CourseRequestLife.state(.awaitingProvince, dates, on: on) == .awaitingProvince)
    let none = CourseRequestLife.Dates(firstSession: nil)
    #expect(CourseRequestLife.state(.approved, none, on: on) == .approved)
  }

  @Test("S0-9 actions of other roles are not shown, closed ones are shown with their reasons")
  func choices() throws {
    let rules = try Fixture.rules()
    let facts = CourseRequestLife.Facts(
      request: Fixture.request(), course: Fixture.course(), day: Fixture.day("1403/02/01"),
      liveEnrolments: 3)
    func actions(_ role: Role) -> [CourseRequestLife.Action] {
      CourseRequestLife.choices(in: .approved, for: role, facts: facts, under: rules)
        .map(\.action)
    }
    #expect(actions(.expert) == [.announce, .cancel])
    #expect(actions(.provincialExpert) == [.amend, .cancel])
    #expect(actions(.learner).isEmpty)
    let cancel = try #require(
      CourseRequestLife.choice(
        of: .cancel, in: .approved, for: .expert, facts: facts, under: rules))
    #expect(!cancel.isOpen)
    #expect(cancel.findings.map(\.reason) == [.request(.liveEnrolments(3))])
    #expect(
      cancel.step
        == LifeStep(life: "SM-2", action: "cancel", from: "approved", to: "cancelled"))
    #expect(
      CourseRequestLife.choice(
        of: .approve, in: .approved, for: .provincialExpert, facts: facts, under: rules) == nil)
  }

  @Test("Every state of a table but the first is reached by a line or a date")
  func reachable() {
    func unreached<Life: Lifecycle>(_ life: Life.Type) -> Set<Life.State> {
      Set(Life.State.allCases).subtracting(Life.table.compactMap(\.to))
        .subtracting(Life.clocks.map(\.to))
    }
    #expect(unreached(AccountLife.self).isEmpty)
    #expect(unreached(CourseRequestLife.self).isEmpty)
    #expect(unreached(EnrolmentLife.self).isEmpty)
    #expect(unreached(ClassLife.self).isEmpty)
  }
}
