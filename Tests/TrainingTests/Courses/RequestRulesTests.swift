import Testing
import Training

@Suite struct RequestRulesTests {
  private func findings(
    _ action: CourseRequestLife.Action = .request, in state: CourseRequestLife.State? = nil,
    by role: Role = .expert, _ change: (inout CourseRequestLife.Facts) -> Void = { _ in }
  ) throws -> [Finding] {
    var facts = CourseRequestLife.Facts(
      request: Fixture.request(), course: Fixture.course(), day: Fixture.day("1403/01/20"),
      classes: 1)
    // A request without its Form 1 is warned about (S2-1.5g).
    facts.request.form = ID(rawValue: 1)
    change(&facts)
    let choice = CourseRequestLife.choice(
      of: action, in: state, for: role, facts: facts, under: try Fixture.rules())
    return try #require(choice).findings
  }

  private func reasons(
    _ change: (inout CourseRequestLife.Facts) -> Void
  ) throws -> [Finding.Reason] { try findings(.request, change).refusals.map(\.reason) }

  @Test("S2-1.5 a proper request is refused nothing")
  func proper() throws {
    #expect(try findings() == [])
  }

  @Test("S2-1.5a a course without execution permit cannot be requested")
  func permit() throws {
    #expect(try reasons { $0.course.hasPermit = false } == [.request(.noPermit)])
    #expect(try reasons { $0.course.isActive = false } == [.request(.noPermit)])
  }

  @Test("S2-1.1b a course of exactly the ceiling is fine, one minute more is flagged")
  func ceiling() throws {
    #expect(try findings { $0.course.minutes = 250 * 60 } == [])
    let flagged = try findings { $0.course.minutes = 250 * 60 + 1 }
    #expect(flagged.map(\.severity) == [.warning])
    #expect(
      flagged.map(\.reason) == [
        .request(.courseOverCeiling(minutes: 15_001, ceiling: 15_000))
      ])
  }

  @Test("S2-1.5b with the expert's method the quota is needed and fits the classes")
  func expertQuota() throws {
    #expect(try reasons { $0.request.quota = 60 } == [])
    #expect(try reasons { $0.request.quota = 61 } == [.request(.quotaOverSeats(61, seats: 60))])
    #expect(try reasons { $0.request.quota = 0 } == [.request(.quotaMissing)])
  }

  @Test("S2-1.5c with the learners' method the quota is the number of seats")
  func learnerQuota() throws {
    let refused = try findings {
      $0.request.method = .learner
      $0.request.quota = 59
    }
    #expect(refused.map(\.reason) == [.request(.quotaNotSeats(59, seats: 60))])
    #expect(refused.map(\.clause.id) == ["S2-1.5c"])
    #expect(try findings { $0.request.method = .learner } == [])
  }

  @Test("S2-1.5d a class holds no more than its delivery mode allows")
  func capacity() throws {
    #expect(
      try reasons {
        $0.request.classCapacity = 35
        $0.request.quota = 70
      } == [])
    let refused = try findings {
      $0.request.classCapacity = 36
      $0.request.quota = 70
    }
    #expect(
      refused.map(\.reason) == [
        .request(.capacityOverMaximum(36, maximum: 35, mode: .inPerson))
      ])
    #expect(refused.map(\.remedy) == [.lower(.classCapacity, to: .count(35))])
    #expect(
      try reasons {
        $0.request.mode = .offline
        $0.request.classCapacity = 5_000
      } == [])
  }

  @Test("S2-1.5f the interval does not end before it begins; one day is enough")
  func interval() throws {
    #expect(try reasons { $0.request.to = $0.request.from } == [])
    let day = Fixture.day("1403/01/14")
    #expect(
      try reasons { $0.request.to = day } == [
        .request(.intervalReversed(from: Fixture.day("1403/01/15"), to: day))
      ])
  }

  @Test("Everything wrong is said at once")
  func collected() throws {
    let all = try reasons {
      $0.course.hasPermit = false
      $0.request.classCount = 0
      $0.request.classCapacity = 0
      $0.request.guestCapacity = -1
      $0.request.quota = 0
    }
    #expect(
      all == [
        .request(.noPermit), .request(.classCountMissing), .request(.capacityMissing),
        .request(.guestCapacityNegative), .request(.quotaMissing),
      ])
  }

  @Test("S2-1.5e execution ends by default with the year, leap or not")
  func defaultEnd() {
    #expect(CourseRequest.defaultEnd(of: 1403) == Fixture.day("1403/12/30"))
    #expect(CourseRequest.defaultEnd(of: 1404) == Fixture.day("1404/12/29"))
    #expect(CourseRequest.defaultEnd(of: 5000) == nil)
  }

  @Test("S2-1.6b an amended capacity is not below those enrolled")
  func amended() throws {
    func reasons(fullest: Int, guests: Int) throws -> [Finding.Reason] {
      try findings(.amend, in: .approved, by: .provincialExpert) {
        $0.fullestClass = fullest
        $0.mostGuests = guests
      }.map(\.reason)
    }
    #expect(try reasons(fullest: 30, guests: 0) == [])
    #expect(
      try reasons(fullest: 31, guests: 1) == [
        .request(.belowEnrolled(capacity: 30, enrolled: 31)),
        .request(.belowEnrolled(capacity: 0, enrolled: 1)),
      ])
  }

  @Test(
    "S2-3.1a a course with an instructor outside the bank, or without a class, is not announced")
  func announced() throws {
    #expect(try findings(.announce, in: .approved) == [])
    #expect(
      try findings(.announce, in: .approved) {
        $0.instructorsOutsideBank = ["رضا پاکدل"]
        $0.classes = 0
      }.map(\.reason) == [.request(.instructorsOutsideBank(["رضا پاکدل"])), .request(.noClass)])
  }

  @Test("SM-2 a course ends when its last class is closed")
  func finished() throws {
    #expect(try findings(.finish, in: .running) == [])
    #expect(
      try findings(.finish, in: .running) { $0.openClasses = 1 }.map(\.reason)
        == [.request(.classesOpen(1))])
  }
}
