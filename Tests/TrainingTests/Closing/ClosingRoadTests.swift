import Persian
import Testing
import Training

@Suite("What a class still needs until its certificates")
struct ClosingRoadTests {
  private let today = Fixture.day("1403/04/20")

  private func facts(
    _ state: ClassLife.State, sessions: Int = 4, last: Int = -10, unmarked: Int = 0,
    exam: Int? = -5, certificates: Int = 0, _ change: (inout ClassLife.Facts) -> Void = { _ in }
  ) -> ClosingRoad.Facts {
    var life = ClassLife.Facts(
      trainingClass: Fixture.trainingClass(), request: Fixture.request(), requestState: .running,
      day: today, hasExam: exam != nil, isFileDelivered: true)
    change(&life)
    return ClosingRoad.Facts(
      state: state, life: life, sessions: sessions, lastSession: today.adding(days: last),
      unmarkedSessions: unmarked, lastExam: exam.map { today.adding(days: $0) },
      levels: CompulsoryLevels(hasSurvey: true, hasTests: true), certificates: certificates)
  }

  private func steps(_ facts: ClosingRoad.Facts) -> [ClosingRoad.Step] {
    ClosingRoad(facts).items.map(\.step)
  }

  @Test("S2-10.5b in whatever state a class is, everything left is listed in order")
  func inOrder() {
    #expect(
      steps(
        facts(.running, last: 0, unmarked: 2, exam: nil) {
          ($0.scoresMissing, $0.isFileDelivered) = (15, false)
        }) == [
          .attendance, .sessions, .exam, .scores, .grade, .file, .announce, .period, .comparison,
          .close, .print,
        ])
    #expect(
      steps(facts(.sessionsEnded) { $0.scoresMissing = 4 })
        == [.scores, .grade, .announce, .period, .comparison, .close, .print])
    #expect(steps(facts(.graded)) == [.announce, .period, .comparison, .close, .print])
    #expect(
      steps(
        facts(.objectionPeriod) {
          ($0.openObjections, $0.objectionsUntil) = (1, today)
        }) == [.objections, .period, .comparison, .close, .print])
    #expect(steps(facts(.closed, certificates: 3)) == [.print])
    #expect(steps(facts(.closed)) == [])
    #expect(steps(facts(.cancelled)) == [])
  }

  @Test("S2-10.5a a day is waited for until it is over, and not one day longer")
  func days() {
    #expect(steps(facts(.running, last: 0)).contains(.sessions))
    #expect(!steps(facts(.sessionsEnded, last: -1)).contains(.sessions))
    #expect(steps(facts(.sessionsEnded, exam: 1)).contains(.examDay))
    #expect(!steps(facts(.sessionsEnded, exam: 0)).contains(.examDay))
    for (days, waits) in [(0, true), (-1, false)] {
      let until = today.adding(days: days)
      #expect(
        steps(facts(.objectionPeriod) { $0.objectionsUntil = until }).contains(.period) == waits)
    }
  }

  @Test("S2-10.5b every step but a day has somebody to do it, before closing each role its own")
  func owners() {
    let waiting: Set<ClosingRoad.Step> = [.sessions, .examDay, .period]
    for step in ClosingRoad.Step.allCases {
      #expect((step.owner == nil) == waiting.contains(step))
    }
    let road = ClosingRoad(facts(.sessionsEnded) { $0.scoresMissing = 4 })
    #expect(road.next?.step.owner == .courseManager)
    #expect(road.items(before: .grade).map(\.step) == [.scores])
    #expect(road.items(before: .announceControl).map(\.step) == [.scores, .grade])
    #expect(
      road.items(before: .close).map(\.step) == [.scores, .grade, .announce, .period, .comparison])
    #expect(road.items(before: .cancel) == [])
  }

  @Test("S2-10.5b without an exam the class is told to define one, not that scores are missing")
  func withoutExam() throws {
    let life = facts(.sessionsEnded, exam: nil) { $0.scoresMissing = 15 }.life
    let choice = try #require(
      ClassLife.choice(
        of: .grade, in: .sessionsEnded, for: .courseManager, facts: life, under: Fixture.rules()))
    #expect(choice.findings.map(\.reason) == [.training(.examMissing)])
    #expect(choice.findings.map(\.remedy) == [.record(.exam)])
  }
}
