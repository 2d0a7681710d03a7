import Persian
import Store
import Training
import UseCases

extension RankRegisterForm {
  /// Performs what the kind of the register asks for.
  func save(_ draft: Draft, _ portal: Portal) -> Result<Void, Failure> {
    let none = ID<Person>(rawValue: 0).rawValue
    let title = Normalizer.line(draft.title)
    switch kind {
    case .assessors: return saveAssessor(draft, portal)
    case .tools:
      let old: AssessmentTool? = if case .tool(let it)? = before { it } else { nil }
      let tool = AssessmentTool(
        id: old?.id ?? ID(rawValue: none), title: title, kind: draft.detail ?? "",
        isValid: draft.first ?? false, isReliable: draft.second ?? false, day: draft.day)
      return portal.perform(PutAssessmentTool(tool, before: old)).map { _ in }
    case .institutions:
      let old: QualifiedInstitution? = if case .institution(let it)? = before { it } else { nil }
      let institution = QualifiedInstitution(
        id: old?.id ?? ID(rawValue: none), name: title, kind: draft.detail ?? "",
        qualified: draft.first == true ? draft.day : nil)
      return portal.perform(PutInstitution(institution, before: old)).map { _ in }
    case .required:
      let old: RequiredSource? = if case .required(let it)? = before { it } else { nil }
      let source = RequiredSource(
        id: old?.id ?? ID(rawValue: none), kind: draft.kind ?? .teachers,
        rank: draft.rank ?? .trainer, source: draft.detail ?? "",
        isRequired: draft.first ?? false)
      return portal.perform(PutRequiredSource(source, before: old)).map { _ in }
    case .allowances:
      guard let day = draft.day else { return .failure(.complaint(field: "day", .empty)) }
      let old: RankAllowance? = if case .allowance(let it)? = before { it } else { nil }
      let allowance = RankAllowance(
        id: old?.id ?? ID(rawValue: none), rank: draft.rank ?? .trainer,
        percent: draft.percent * 100, monthly: Rial(draft.monthly), from: day, source: title)
      return portal.perform(PutRankAllowance(allowance, before: old)).map { _ in }
    }
  }

  private func saveAssessor(_ draft: Draft, _ portal: Portal) -> Result<Void, Failure> {
    guard let day = draft.day else { return .failure(.complaint(field: "day", .empty)) }
    let old: Assessor? = if case .assessor(let it)? = before { it.assessor } else { nil }
    return portal.read { records, _ in try records.person(named: draft.title) }
      .flatMap { person in
        guard let person else {
          return .failure(
            .refused([Finding(.rankingAssessor, .refusal, .portal(.personUnknown))]))
        }
        let assessor = Assessor(
          id: old?.id ?? ID(rawValue: 0), person: person.id, isApproved: draft.first ?? false,
          day: day)
        return portal.perform(PutAssessor(assessor, before: old)).map { _ in }
      }
  }
}
