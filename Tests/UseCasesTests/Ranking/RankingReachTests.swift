import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

/// Who sees and decides a case: every role, at every office, as a stranger and as the applicant.
@Suite("Nobody sees or decides a ranking case outside the powers of the board")
struct RankingReachTests {
  /// Somebody at an office, and what they may see of the applicant's case before and after it was
  /// notified.
  private struct Viewer {
    var actor: Actor
    var name: String
    var sees: Bool
    var seesNotified: Bool
  }

  /// Every role at every office, with a person of its own; members of boards with their membership.
  private func viewers(_ desk: RankingDesk, asApplicant: Bool) throws -> [Viewer] {
    let office = desk.it.office
    let code = try Office.nationalCode(700)
    let known = try desk.it.portal.store.read { try $0.person(code) }
    let stranger = try known?.id ?? office.person(700, last: "غریبه").id
    let places: [(String, ID<Training.Unit>)] = [
      ("district", office.district), ("other district", office.otherDistrict),
      ("province", office.province), ("ministry", desk.ministry),
    ]
    let above: Set<String> = ["district", "province", "ministry"]
    var viewers: [Viewer] = []
    for role in Role.withAccounts {
      for (place, unit) in places {
        let actor = try office.signIn(
          role, at: unit, person: asApplicant ? desk.applicant.id : stranger)
        let isOwn = asApplicant && role == .learner
        let sees =
          switch role {
          case .boardSecretary: place == "district"
          case .qualityCentre: above.contains(place)
          default: false
          }
        let isOffice = role == .personnelOffice && above.contains(place)
        viewers.append(
          Viewer(
            actor: actor, name: "\(role) at \(place)", sees: asApplicant ? isOwn : sees,
            seesNotified: asApplicant ? isOwn : sees || isOffice))
      }
    }
    guard !asApplicant else { return viewers }
    for level in BoardLevel.allCases {
      for index in 0...1 {
        viewers.append(
          Viewer(
            actor: try desk.actor(level, index), name: "member \(index) of \(level)",
            sees: level == .district,
            // The central board looks at every rank that was given (S4-10c).
            seesNotified: level != .province))
      }
    }
    viewers.append(
      Viewer(actor: desk.assessor, name: "assessor", sees: true, seesNotified: true))
    return viewers
  }

  private func check(
    _ desk: RankingDesk, _ id: ID<RankingCase>, _ viewer: Viewer, sees: Bool, _ stage: String
  ) throws {
    let today = desk.it.portal.today
    let place: Comment = "\(viewer.name), \(stage)"
    let reach = viewer.actor.rankingReach(on: today)
    let (found, listed) = try desk.it.portal.store.read { records in
      (
        try records.rankingCase(id, in: reach) != nil,
        try records.rankingCases(in: reach).contains { $0.rankingCase.id == id }
      )
    }
    #expect(found == sees && listed == sees, place)
    guard !sees else { return }
    // A guessed id does not help: every action is as if the case were not there.
    let before = try desk.load(id)
    for action in RankingLife.Action.allCases where !RankingLife.withFields.contains(action) {
      #expect(
        desk.isForbidden(desk.it.result(Advance<RankingLife>(id, action), viewer.actor)),
        "\(place) \(action)")
    }
    let letter = RankingDesk.letter
    #expect(desk.isForbidden(desk.it.result(NotifyRank(id, letter: letter), viewer.actor)), place)
    #expect(
      desk.isForbidden(desk.it.result(IssueRankDecree(id, letter: letter), viewer.actor)), place)
    #expect(
      desk.isForbidden(desk.it.result(SuspendRankingCase(id, letter: letter), viewer.actor)),
      place)
    #expect(
      desk.isForbidden(desk.it.result(FileAppeal(id, .rank, text: "شرح"), viewer.actor)), place)
    #expect(
      desk.isForbidden(
        desk.it.result(
          ReportOnCase(id, text: "گزارش", strengths: "", weaknesses: ""), viewer.actor)), place)
    #expect(
      desk.isForbidden(desk.it.result(AssignAssessor(desk.assessorID, to: id), viewer.actor)),
      place)
    #expect(try desk.load(id) == before, place)
  }

  @Test(
    "S4-10a S0-9 every role at every level of office: only those with the power over a case see it, and nobody else moves it by its id"
  )
  func strangers() throws {
    let desk = try RankingDesk()
    let id = try desk.referred()
    for viewer in try viewers(desk, asApplicant: false) {
      try check(desk, id, viewer, sees: viewer.sees, "referred")
    }
    try desk.meet(on: [(id, nil)])
    try desk.it.perform(NotifyRank(id, letter: RankingDesk.letter), desk.secretary)
    for viewer in try viewers(desk, asApplicant: false) {
      try check(desk, id, viewer, sees: viewer.seesNotified, "notified")
    }
  }

  @Test(
    "S4-10a one's own case is barred in every office that one holds, and is there as the applicant's"
  )
  func own() throws {
    let desk = try RankingDesk()
    let id = try desk.referred()
    for viewer in try viewers(desk, asApplicant: true) {
      try check(desk, id, viewer, sees: viewer.sees, "own, referred")
    }
    try desk.meet(on: [(id, nil)])
    try desk.it.perform(NotifyRank(id, letter: RankingDesk.letter), desk.secretary)
    for viewer in try viewers(desk, asApplicant: true) {
      try check(desk, id, viewer, sees: viewer.seesNotified, "own, notified")
    }
  }

  @Test(
    "S4-12c one's own rank is not one's own to stop or to retrain for, in the personnel office either"
  )
  func ownRank() throws {
    let desk = try RankingDesk()
    let rank = try desk.hold(.trainer, since: -10)
    let own = try desk.it.office.signIn(.personnelOffice, person: desk.applicant.id)
    #expect(
      desk.isForbidden(
        desk.it.result(Advance<PersonRankLife>(rank, .stop), own, reason: "بازگشت به پست اداری")))
    #expect(
      desk.isForbidden(
        desk.it.result(
          RecordRetraining(rank, university: "فرهنگیان", from: RankingDesk.today), own)))
    _ = try desk.it.perform(
      Advance<PersonRankLife>(rank, .stop), desk.personnel, reason: "بازگشت به پست اداری")
  }
}
