import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Reports of competency development")
struct CompetencyReportTests {
  private func names(
    _ office: CompetencyOffice, _ choice: ParticipationFilter.Choice, as actor: Actor? = nil
  ) throws -> Set<String> {
    let reach = (actor ?? office.it.expert).personReach
    let filter = ParticipationFilter(choice, period: office.period.id, on: CourseOffice.today)
    return Set(
      try office.portal.store.read { try $0.participation(in: reach, filter) }
        .map(\.person.name.inFull))
  }

  @Test(
    "S1-1g obliged persons without a request, and those without an appointment, are listed; others are not"
  )
  func obliged() throws {
    let office = try CompetencyOffice()
    let waiting = try office.it.office.person(601, first: "نیما", last: "یوشیج")
    try office.appoint(waiting.id)
    _ = try office.it.office.person(602, first: "فروغ", last: "فرخزاد")
    let clerk = try office.it.office.person(603, first: "سهراب", last: "سپهری")
    try office.decree("administrative", for: clerk.id)
    try office.register()
    let known = try names(office, .withoutRequest)
    #expect(known.isSuperset(of: ["نیما یوشیج", "فروغ فرخزاد"]))
    #expect(known.isDisjoint(with: ["پروین اعتصامی", "سهراب سپهری"]))
    let unappointed = try names(office, .withoutAppointment)
    #expect(unappointed.contains("فروغ فرخزاد"))
    #expect(unappointed.isDisjoint(with: ["نیما یوشیج", "پروین اعتصامی", "سهراب سپهری"]))
    let neighbour = try office.it.office.signIn(.expert, at: office.it.office.otherDistrict)
    #expect(try names(office, .everybody, as: neighbour).isEmpty)
    #expect(try names(office, .everybody).contains("سهراب سپهری"))
  }

  @Test("S1-1g the list of obliged persons and the rule of the request agree about everybody")
  func sameRule() throws {
    let office = try CompetencyOffice()
    let posts = ["", "teaching", "administrative", "service"]
    var number = 700
    for kind in Person.Kind.allCases {
      for post in posts {
        number += 1
        var person = try office.it.office.person(number, first: "شخص", last: "آزمون")
        person.kind = kind
        try office.portal.store.write(at: office.portal.clock.now()) { records in
          try records.update(person)
          try records.journal(Cause(useCase: "test.kind"))
        }
        if !post.isEmpty { try office.decree(post, for: person.id) }
      }
    }
    let filter = ParticipationFilter(.everybody, period: office.period.id, on: CourseOffice.today)
    try office.portal.store.read { records in
      let lines = try records.participation(in: .units(.everything), filter)
      let listed = Dictionary(uniqueKeysWithValues: lines.map { ($0.person.id, $0.isCompulsory) })
      for line in try records.people(in: .everything, limit: 1_000) {
        let rule = Participation(
          line.person, try records.employment(of: line.person.id), on: CourseOffice.today)
        switch rule {
        case .notEmployee: #expect(listed[line.person.id] == nil)
        case .exempt: #expect(listed[line.person.id] == false)
        case .compulsory: #expect(listed[line.person.id] == true)
        }
      }
    }
  }

  @Test("S1-7a S1-1d results are summed by office and dimension, requests by school and state")
  func sums() throws {
    let office = try CompetencyOffice()
    let request = try office.register()
    try office.refer(request)
    try office.assess(request)
    let (results, counts) = try office.portal.store.read { records in
      let filter = CompetencyFilter(period: office.period.id)
      return (
        try records.dimensionResults(in: office.it.province.personReach, filter),
        try records.competencyCounts(in: office.it.province.personReach, filter)
      )
    }
    #expect(results.map(\.dimension) == [.general, .specialised, .professional])
    #expect(results.map(\.mean.hundredths) == [8_000, 8_750, 9_125])
    #expect(counts.map(\.count) == [1])
    #expect(counts.first?.state == .assessed)
  }

  @Test(
    "S0-4 requests are found by name, by code and by the beginning of the tracking number, page by page"
  )
  func search() throws {
    let office = try CompetencyOffice()
    let request = try office.register()
    for text in ["اعتصامی پروین", "پروين", String(request.tracking.prefix(5)), "10000501"] {
      #expect(try office.lines(CompetencyFilter(text: text)).count == 1, "\(text)")
    }
    #expect(try office.lines(CompetencyFilter(text: "حافظ")).isEmpty)
    #expect(try office.lines(CompetencyFilter(states: [.decided])).isEmpty)
    let page = try office.portal.store.read {
      try $0.competencyRequests(in: .units(.everything), page: .after(request), limit: 5)
    }
    #expect(page.isEmpty)
  }
}
