public import Persian

/// SM-17: a piece of evidence, from the upload to its points.
public enum EvidenceLife: Lifecycle {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case uploaded, removed, confirmed, rejected, scored
  }

  public enum Action: String, CaseIterable, Hashable, Sendable, Codable {
    case upload, edit, remove, review, confirm, reject, score
  }

  public struct Facts: Sendable {
    /// As it is, or as it would become.
    public var evidence: RankingEvidence
    public var day: JalaliDate
    /// The state of its case on the day.
    public var caseState: RankingLife.State
    public var isOwn: Bool
    public var hasFile: Bool
    /// The row of the point table that it falls under; nil where there is none.
    public var criterion: ScoreCriterion?

    public init(
      evidence: RankingEvidence, day: JalaliDate, caseState: RankingLife.State,
      isOwn: Bool = false, hasFile: Bool = true, criterion: ScoreCriterion? = nil
    ) {
      self.evidence = evidence
      self.day = day
      self.caseState = caseState
      self.isOwn = isOwn
      self.hasFile = hasFile
      self.criterion = criterion
    }
  }

  public static let name = "SM-17"

  /// While the applicant prepares the case, while it is verified, and while it is judged.
  private static let prepared: Set<RankingLife.State> = [.draft]
  private static let gathered: Set<RankingLife.State> = [.registered, .collecting]
  private static let judged: Set<RankingLife.State> = [.verified, .assessed, .referred]

  public static let table: [Transition<Self>] = [
    Transition([], .upload, by: [.learner], to: .uploaded, .undoable) { _ in
      [OwnEvidence(), CaseInStep(prepared), EvidenceFile(), EvidenceData()]
    },
    Transition([.uploaded], .edit, by: [.learner], to: nil, .undoable) { _ in
      [OwnEvidence(), CaseInStep(prepared), EvidenceFile(), EvidenceData()]
    },
    Transition([.uploaded, .rejected], .remove, by: [.learner], to: .removed, .undoable) { _ in
      [OwnEvidence(), CaseInStep(prepared)]
    },
    Transition([.uploaded], .review, by: [.assessor, .qualityCentre], to: nil, .undoable) { _ in
      [CaseInStep(gathered), RevisionThere()]
    },
    Transition([.uploaded], .confirm, by: [.qualityCentre], to: .confirmed, .undoable) { _ in
      [CaseInStep(gathered), BookDecided(), ResearchAuthenticated()]
    },
    Transition(
      [.uploaded], .reject, by: [.qualityCentre], to: .rejected, [.undoable, .needsReason]
    ) { _ in [CaseInStep(gathered)] },
    Transition(
      [.confirmed, .scored], .score, by: [.assessor, .boardMember], to: .scored, .undoable
    ) { _ in [CaseInStep(judged), MarkUnderCeiling()] },
  ]
}

/// Applicants hand in their own papers (S0-9).
public struct OwnEvidence: Policy {
  public static let clause = Clause.permission
  public init() {}

  public func findings(in facts: EvidenceLife.Facts) -> [Finding] {
    facts.isOwn ? [] : [refusal(.rankRule(.notOwn))]
  }
}

/// Evidence is handed in, verified and marked each at its step of the case (SM-13).
public struct CaseInStep: Policy {
  public static let clause = Clause.evidenceLife
  let states: Set<RankingLife.State>
  public init(_ states: Set<RankingLife.State>) { self.states = states }

  public func findings(in facts: EvidenceLife.Facts) -> [Finding] {
    states.contains(facts.caseState)
      ? [] : [refusal(.rankRule(.caseElsewhere(facts.caseState)))]
  }
}

/// A file comes with it (SM-17).
public struct EvidenceFile: Policy {
  public static let clause = Clause.evidenceLife
  public init() {}

  public func findings(in facts: EvidenceLife.Facts) -> [Finding] {
    facts.hasFile ? [] : [refusal(.rankRule(.fileMissing), remedy: .record(.scan))]
  }
}

/// Type, title and day are filled in; a revision belongs to a later printing (SM-17, S3-3c).
public struct EvidenceData: Policy {
  public static let clause = Clause.evidenceLife
  public init() {}

  public func findings(in facts: EvidenceLife.Facts) -> [Finding] {
    let form = facts.evidence.form
    var findings: [Finding] = []
    if form.title.isEmpty { findings.append(refusal(.rankRule(.evidenceTitleMissing))) }
    if form.day > facts.day { findings.append(refusal(.rankRule(.inFuture(form.day)))) }
    if form.isRevised, !facts.evidence.isReprint {
      findings.append(refusal(.rankRule(.revisionUnfit)))
    }
    return findings
  }
}

/// Only a later printing is confirmed as revised (S3-3c).
public struct RevisionThere: Policy {
  public static let clause = Clause.reprintShare
  public init() {}

  public func findings(in facts: EvidenceLife.Facts) -> [Finding] {
    let it = facts.evidence
    return it.review.isRevisionConfirmed && !(it.isReprint && it.form.isRevised)
      ? [refusal(.rankRule(.revisionUnfit))] : []
  }
}

/// The educational group has said what a book is and whether it belongs to the field (S3-3b).
public struct BookDecided: Policy {
  public static let clause = Clause.bookReview
  public init() {}

  public func findings(in facts: EvidenceLife.Facts) -> [Finding] {
    let it = facts.evidence
    guard it.form.kind.isBook else { return [] }
    return it.review.bookKind != .unknown && it.review.isRelated != nil
      ? [] : [refusal(.rankRule(.bookUndecided), remedy: .record(.review))]
  }
}

/// Research of teachers was authenticated by the research organisation (S4-4g).
public struct ResearchAuthenticated: Policy {
  public static let clause = Clause.researchCheck
  public init() {}

  public func findings(in facts: EvidenceLife.Facts) -> [Finding] {
    let needs = facts.evidence.form.kind.isResearch || facts.criterion?.needsResearchCheck == true
    return !needs || facts.evidence.review.authenticated != nil
      ? [] : [refusal(.rankRule(.researchNotAuthenticated), remedy: .record(.review))]
  }
}

/// The points of a piece stay under the ceiling of its row (S3-7b, SM-17).
public struct MarkUnderCeiling: Policy {
  public static let clause = Clause.boardMark
  public init() {}

  public func findings(in facts: EvidenceLife.Facts) -> [Finding] {
    guard let mark = facts.evidence.mark else { return [refusal(.rankRule(.markMissing))] }
    guard let criterion = facts.criterion else { return [refusal(.rankRule(.noCriterion))] }
    guard let ceiling = criterion.maximum, mark.points > ceiling else { return [] }
    return [refusal(.rankRule(.overCeiling(points: mark.points, ceiling: ceiling)))]
  }
}
