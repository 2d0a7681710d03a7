import Persian
import Store
import TerminalKit
import Training
import UseCases

/// What the personnel office knows of a person beside decrees: certificate, entry, special points.
struct ProfileForm: FormDescription {
  struct Draft: Sendable {
    var before: RankingProfile?
    var profile: RankingProfile
    var entry: RankingProfile.Entry?
    var commitment: RankingProfile.Commitment?
    var isCadre: Bool?
  }

  static let name = "rank-profile"
  let person: Person
  let title = Phrases.RankFacts.edit

  init(_ person: Person) { self.person = person }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    try context.require(.editRankingFacts)
    let before = try records.rankingProfile(of: person.id)
    let profile = before ?? RankingProfile(id: ID(rawValue: 0), person: person.id)
    return (
      Draft(
        before: before, profile: profile, entry: profile.entry, commitment: profile.commitment,
        isCadre: profile.isCadre), context.today
    )
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    let answers = [(true, Phrases.yes), (false, Phrases.no)]
    return [
      .text(Phrases.RankFacts.certificateNumber, \.profile.certificate.number, limit: 30).wide(20),
      .day(Phrases.RankFacts.certificateDay, \.profile.certificate.day, today: today),
      .text(Phrases.RankFacts.certificateSource, \.profile.certificateSource, limit: 80)
        .hinted(Phrases.RankFacts.certificateHint),
      .points(Phrases.RankFacts.certificatePoints, \.profile.certificatePoints),
      .pick(
        Phrases.RankFacts.entry, \.entry,
        among: RankingProfile.Entry.allCases.map { ($0, $0.name) }),
      .day(Phrases.RankFacts.employed, \.profile.employed, today: today)
        .hinted(Phrases.RankFacts.employedHint),
      .number(Phrases.RankFacts.earlierTeaching, \.profile.earlierTeaching, in: 0...600),
      .day(Phrases.RankFacts.retired, \.profile.retired, today: today),
      .pick(Phrases.RankFacts.cadre, \.isCadre, among: answers),
      .pick(Phrases.RankFacts.fullTime, \.profile.isFullTime, among: answers),
      .day(Phrases.RankFacts.formOne, \.profile.formOne, today: today)
        .hinted(Phrases.RankFacts.formOneHint),
      .pick(
        Phrases.RankFacts.commitment, \.commitment,
        among: RankingProfile.Commitment.allCases.map { ($0, $0.name) }),
      .day(Phrases.RankFacts.graduated, \.profile.graduated, today: today),
      .text(Phrases.RankFacts.veteran, \.profile.veteranDocument, limit: 80),
      .text(Phrases.RankFacts.elite, \.profile.eliteDocument, limit: 80),
      .pick(Phrases.RankFacts.kept, \.profile.keptLastEvaluation, among: answers),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    var it = draft.profile
    it.entry = draft.entry ?? .regular
    it.commitment = draft.commitment ?? .none
    it.isCadre = draft.isCadre ?? false
    it.certificate.number = Normalizer.line(it.certificate.number)
    it.certificateSource = Normalizer.line(it.certificateSource)
    it.veteranDocument = Normalizer.line(it.veteranDocument)
    it.eliteDocument = Normalizer.line(it.eliteDocument)
    return portal.perform(RecordFact(draft.before, it)).map { _ in .notice(Phrases.saved, .good) }
  }
}
