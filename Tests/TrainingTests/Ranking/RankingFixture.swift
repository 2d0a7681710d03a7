import Persian
import Training

/// Somebody on their way through the ranks, under the shipped editions.
enum RankingFixture {
  static let day = Fixture.day("1403/07/01")

  static func edition(_ name: String = "staff") throws -> RankingEdition {
    var number: Int64 = 1_000
    return try RankingEditionFile(decoding: Fixture.bytes("Ranking/\(name).json"))
      .edition { () throws(Never) -> Int64 in
        number += 1
        return number
      }
  }

  /// The edition with a point for every point of the certificate, and nothing else.
  static func scored(_ name: String = "staff") throws -> RankingEdition {
    var edition = try edition(name)
    for index in edition.criteria.indices {
      edition.criteria[index].pointsPerUnit =
        edition.criteria[index].measure == .certificate ? Fraction(1) : .zero
      // The form's indicator waits for an assessor, which is not what these tests are about.
      edition.criteria[index].isActive = edition.criteria[index].measure != .assessor
    }
    return edition
  }

  static func decree(
    _ from: String, _ to: String? = nil, title: String = "آموزگار", post: String = "teaching",
    job: String = "teacher", number: Int = 1
  ) -> Decree {
    Decree(
      id: Fixture.id(number), person: Fixture.id(1), number: "\(number)", day: Fixture.day(from),
      jobTitle: title, jobField: job, postKind: post, from: Fixture.day(from),
      to: to.map { Fixture.day($0) })
  }

  /// In service since a day, in a rank since another, with a certificate of so many points.
  static func facts(
    since: String, _ rank: Rank? = nil, from: String? = nil, points: Int = 0
  ) throws -> RankingFacts {
    let person = try Fixture.person()
    var profile = RankingProfile(id: Fixture.id(1), person: person.id)
    profile.certificate = LetterMark(number: "ص-۱", day: day)
    profile.certificatePoints = Fraction(points)
    profile.isFullTime = true
    profile.keptLastEvaluation = true
    var facts = RankingFacts(
      day: day, person: person, employment: Employment(decrees: [decree(since)]),
      profile: profile,
      degrees: [
        DegreeRecord(
          id: Fixture.id(1), person: person.id, degree: "bachelor", field: "ریاضی",
          day: Fixture.day("1380/01/01"))
      ], coveredTitles: ["آموزگار", "دبیر"], managerTitles: ["مدیرآموزگار"],
      deputyTitles: ["معاون دبیر"],
      fieldsOfJob: ["teacher": ["ریاضی"]])
    if let rank, let from { facts.ranks = [HeldRank(rank, from: Fixture.day(from))] }
    return facts
  }

  static func appraise(_ facts: inout RankingFacts, _ values: [String], points: Int? = nil) {
    for (index, text) in values.enumerated() {
      facts.years.append(
        RankingYear(
          id: Fixture.id(index + 1), person: facts.person.id, year: 1402 - index,
          appraisal: Fraction(text), points: points.map { Fraction($0) }, source: "فرم"))
    }
  }

  static func paper(
    _ number: Int, _ topics: Set<WorkTopic>, on text: String = "1402/01/01"
  ) -> RankingEvidence {
    evidence(number, .paper, on: text) { $0.form.topics = topics }
  }

  static func evidence(
    _ number: Int, _ kind: EvidenceKind, on text: String = "1402/01/01",
    state: EvidenceLife.State = .confirmed, _ change: (inout RankingEvidence) -> Void = { _ in }
  ) -> RankingEvidence {
    var piece = RankingEvidence(
      id: Fixture.id(number), rankingCase: Fixture.id(1), person: Fixture.id(1),
      form: .init(kind: kind, title: "مدرک \(number)", day: Fixture.day(text)),
      file: Attachment(name: "a.pdf", kind: .pdf, size: 1, digest: "1"), state: state)
    change(&piece)
    return piece
  }

  /// Everything of rank 4 for staff, as §9 has it.
  static func associate() throws -> RankingFacts {
    var facts = try facts(since: "1388/07/01", .assistant, from: "1398/07/01", points: 70)
    facts.degrees.append(
      DegreeRecord(
        id: Fixture.id(2), person: facts.person.id, degree: "master", field: "ریاضی",
        day: Fixture.day("1390/01/01")))
    facts.evidence = [
      paper(1, [.taught]), paper(2, [.education]), paper(3, [.studied]),
    ]
    appraise(&facts, ["95", "90", "90", "90", "85"], points: 65)
    return facts
  }
}
