import Store
import Training

extension Querying where Self: ~Copyable {
  /// What the rules of factors look at: an instructor as the bank has them, seen from the course.
  func facts(
    about factor: Factor, in line: RequestLine, others: [Factor]
  ) throws -> FactorFacts {
    guard factor.duty == .instructor else {
      return FactorFacts(factor: factor, others: others, isInBank: false)
    }
    var known: Person?
    if let id = factor.person { known = try person(id) }
    let entry = try banked(factor.nationalCode ?? known?.nationalCode, known?.personnelCode)
    guard let entry else { return FactorFacts(factor: factor, others: others, isInBank: false) }
    let request = line.request
    return FactorFacts(
      factor: factor, others: others, isInBank: true,
      standing: InstructorStanding(
        course: line.course.title, isQualified: try mayTeach(entry.id, request.course),
        place: try place(of: entry.form.unit, from: request.unit),
        isPermitted: try hasPermit(entry.id, for: request.id, in: .permitted)))
  }
}
