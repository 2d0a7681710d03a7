import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «پروندهٔ رتبه‌بندی اشخاص»: whom an office looks after, searched by name or code.
struct RankingPeopleList: PagedListDescription {
  static let name = "rank-people"
  let title = Phrases.RankFacts.people

  let columns: [Column<PersonLine>] = [
    Column(Phrases.People.lastName, text: { $0.person.name.last }),
    Column(Phrases.People.firstName, text: { $0.person.name.first }),
    Column(
      Phrases.People.personnelCode, width: 10, direction: .ltr,
      text: { $0.person.personnelCode?.shown ?? "" }),
    Column(
      Phrases.People.nationalCode, width: 11, direction: .ltr,
      text: { $0.person.nationalCode?.shown ?? "" }),
    Column(
      Phrases.People.place, text: { $0.schoolName.isEmpty ? $0.unitName : $0.schoolName }),
  ]

  func identity(of row: PersonLine) -> Int64 { row.person.id.rawValue }

  func page(
    _ request: TableRequest<PersonLine>, of query: TableQuery, _ records: borrowing Reading,
    _ context: Context
  ) throws -> [PersonLine] {
    try context.require(.viewRankingFacts)
    // Teachers have their own file, which is no list of an office.
    guard case .units(let scope) = context.actor.personReach else { throw Failure.forbidden }
    guard query.filter.isEmpty else {
      switch request {
      case .first, .from, .last:
        return try records.people(in: scope, matching: query.filter, limit: request.count)
      case .after, .before: return []
      }
    }
    return try records.people(in: scope, page: request.page(\.place), limit: request.count)
  }

  func open(_ row: PersonLine) -> Step { .open(RecordScreen(RankingFile(row.person))) }
}

/// What is known of a person for ranking, what it leads to, and what offices may write down.
struct RankingFile: RecordDescription {
  static let name = "rank-file"
  /// Nil for one's own.
  let person: Person?
  let title: String

  init(_ person: Person?) {
    self.person = person
    title = person.map { Phrases.RankFacts.file($0) } ?? Phrases.RankFacts.own
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    try context.require(.viewRankingFacts)
    guard let id = person?.id ?? context.actor.person,
      let line = try records.personLine(id, in: context.actor.personReach)
    else { throw Failure.forbidden }
    let person = line.person
    let facts = try records.rankingFacts(of: person, .teachers, on: context.today)
    let staff = try records.rankingFacts(of: person, .staff, on: context.today)
    let sets = try records.rankRuleSets()
    var links: [RecordPage.Item] = [
      .init(Phrases.RankRules.whyAny, step: .open(FormScreen(ExplainForm(person)))),
      .init(Phrases.RankRules.earliest, step: .open(ListScreen(EarliestList(person)))),
      .init(Phrases.RankRules.whatIf, step: .open(FormScreen(WhatIfForm(person)))),
    ]
    if let set = sets.first(where: { $0.kind == .staff && $0.from <= context.today }) {
      links.append(
        .init(
          Phrases.RankRules.placement, step: .open(ListScreen(PlacementList(person, set.id)))))
    }
    links += [
      .init(Phrases.RankFacts.years, step: .open(ListScreen(RankingYearsList(person)))),
      .init(Phrases.RankFacts.degrees, step: .open(ListScreen(DegreesList(person)))),
      .init(Phrases.RankFacts.convictions, step: .open(ListScreen(ConvictionsList(person)))),
      .init(Phrases.RankFacts.entered, step: .open(ListScreen(EnteredRanksList(person)))),
      .init(Phrases.RankFacts.concessions, step: .open(ListScreen(ConcessionsList(person)))),
    ]
    var actions: [RecordPage.Item] = []
    if Permission.editRankingFacts.isHeld(by: context.actor.role), id != context.actor.person {
      actions = [.init(Phrases.RankFacts.edit, step: .open(FormScreen(ProfileForm(person))))]
      if Permission.editEmployment.isHeld(by: context.actor.role) {
        actions.append(
          .init(
            Phrases.People.employment, step: .open(ListScreen(EmploymentList(person: person)))))
      }
    }
    return RecordPage(
      facts: Self.facts(
        facts, staff, outcomes: try records.items(of: "assessment-outcome")), links: links,
      actions: actions,
      history: facts.profile.id.rawValue == 0
        ? [] : try records.past(of: "ranking_profile", facts.profile.id.rawValue))
  }

  private static func facts(
    _ it: RankingFacts, _ staff: RankingFacts, outcomes: [CodeList.Item]
  ) -> [RecordPage.Fact] {
    let covered = it.coveredSince
    var lines: [RecordPage.Fact] = [
      .init(
        Phrases.RankFacts.coverage,
        covered.map { Phrases.RankFacts.coveredSince($0) } ?? Phrases.RankFacts.notCovered,
        tone: covered == nil ? .warning : .good)
    ]
    if let ended = it.coverageEnded {
      lines.append(
        .init(Phrases.RankFacts.allowance, Phrases.RankFacts.stopped(ended), tone: .warning))
    }
    for (name, held) in [
      (RankingKind.teachers, it.current), (.staff, staff.current),
    ] {
      guard let held else { continue }
      lines.append(
        .init(
          "\(Phrases.RankRules.rank) – \(name.name)",
          Phrases.RankFacts.since(held.rank.name, held.from), tone: .strong))
    }
    let since = { (day: JalaliDate?) in
      day.map { Phrases.RankFacts.length($0, it.day) } ?? "–"
    }
    lines += [
      .init(Phrases.RankFacts.job, it.jobTitle.isEmpty ? "–" : it.jobTitle),
      .init(Phrases.RankFacts.service, since(it.serviceStart)),
      .init(Phrases.RankFacts.teaching, since(it.teachingStart)),
      .init(
        Phrases.RankFacts.degree,
        it.degree.map { "\(DegreeRecord.name(of: $0.degree)) – \($0.field)" } ?? "–"),
      .init(
        Phrases.RankFacts.certificate,
        certificate(it, outcomes), tone: it.hasCertificate ? .body : .warning),
      .init(Phrases.RankFacts.training, Phrases.RankFacts.hours(it)),
      .init(Phrases.RankFacts.results, Phrases.RankFacts.scores(it.results)),
      .init(Phrases.RankFacts.evidence, it.counted.count.said),
    ]
    return lines
  }

  /// The certificate from elsewhere, or the assessment here that stands for it.
  private static func certificate(_ it: RankingFacts, _ outcomes: [CodeList.Item]) -> String {
    if it.profile.hasCertificate { return Phrases.RankFacts.issued(it.profile) }
    guard let attained = it.attained, it.hasCertificate else {
      return Phrases.RankFacts.notRecorded
    }
    let outcome = outcomes.first { $0.code == attained.outcome }?.title ?? attained.outcome
    return Phrases.RankFacts.attained(attained, outcome)
  }
}
