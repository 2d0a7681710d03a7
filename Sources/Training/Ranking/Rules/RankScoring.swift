import Persian

/// The points of a person by criterion: one way for the explanation, the simulation and the board.
struct RankScoring {
  let edition: RankingEdition
  let rank: Rank
  let facts: RankingFacts
  let rules: Rules
  /// Evidence before it is void (S4-4d); nil where all of it counts.
  let window: JalaliDate?

  var lines: [CriterionLine] {
    let criteria = edition.criteria(forJob: facts.jobTitle)
    let replacedPlaces = Set(
      standIn == nil ? [] : criteria.filter { $0.measure == .certificate }.map(\.place))
    let shares = share(criteria)
    return criteria.map { criterion in
      if let given = facts.given[criterion.id] {
        return CriterionLine(criterion, points: given, isGiven: true)
      }
      if replacedPlaces.contains(criterion.place) {
        guard criterion.measure == .certificate, let standIn else {
          let item = CriterionLine.Item(title: criterion.indicator, exclusion: .replaced)
          return CriterionLine(criterion, items: [item])
        }
        return CriterionLine(
          criterion, amount: standIn.points ?? .zero, points: standIn.points ?? .zero,
          isComplete: standIn.points != nil)
      }
      if criterion.needsFormOne, facts.profile.formOne.map({ $0 > facts.day }) ?? true {
        return excluded(criterion, .formOneMissing)
      }
      return line(criterion, evidence: shares[criterion.id] ?? [])
    }
  }

  /// Special points of the bylaw, each with its document (S4-4b).
  var special: [SpecialPoints] {
    guard edition.set.kind == .teachers else { return [] }
    let both: [(SpecialPoints.Kind, Fraction, String)] = [
      (.veteran, rules.rankVeteranPoints, facts.profile.veteranDocument),
      (.elite, rules.rankElitePoints, facts.profile.eliteDocument),
    ]
    return both.filter { !$0.2.isEmpty }
      .map { SpecialPoints(kind: $0.0, points: $0.1, document: $0.2) }
  }

  /// What stands for row 3 in the lowest rank of staff; nil for everybody else (S3-10d, S3-10e).
  private var standIn: (points: Fraction?, Void)? {
    guard edition.set.kind == .staff, rank == .trainer else { return nil }
    switch facts.profile.entry {
    case .regular: return nil
    case .newcomer: return (facts.profile.certificatePoints, ())
    case .converted:
      let last = facts.lastYears(1).compactMap { facts.appraisal(of: $0) }.first
      return (last.map { $0 * rules.rankAppraisalShare }, ())
    }
  }

  /// Each piece under one criterion: the one it was handed in for, else the first of its kind.
  private func share(_ criteria: [ScoreCriterion]) -> [ID<ScoreCriterion>: [RankingEvidence]] {
    var shares: [ID<ScoreCriterion>: [RankingEvidence]] = [:]
    for piece in facts.counted {
      guard let own = row(of: piece, criteria) else { continue }
      shares[own.id, default: []].append(piece)
    }
    return shares
  }

  private func row(of piece: RankingEvidence, _ criteria: [ScoreCriterion]) -> ScoreCriterion? {
    let kind = kind(of: piece).rawValue
    let fits = criteria.filter { $0.measure == .evidence && $0.evidenceKinds.contains(kind) }
    return fits.first { $0.id == piece.criterion } ?? fits.first
  }

  /// Why a piece will earn nothing whatever is found of it later; nil where it may.
  func outlook(of piece: RankingEvidence) -> EvidenceOutlook? {
    guard let own = row(of: piece, edition.criteria(forJob: facts.jobTitle)) else { return .noRow }
    if let window, piece.form.day < window { return .earlier(than: window) }
    if piece.isReprint, !piece.form.isRevised { return .reprint }
    return own.pointsPerUnit == nil && !own.isBoardScored ? .noPoints(own.indicator) : nil
  }

  /// A domestic conference with enough speakers from abroad counts as an international one (S3-6b).
  private func kind(of piece: RankingEvidence) -> EvidenceKind {
    let form = piece.form
    guard form.kind == .domesticSpeech,
      form.foreignSpeakers >= rules.rankForeignSpeakers,
      form.foreignCountries >= rules.rankForeignCountries
    else { return form.kind }
    return .internationalSpeech
  }

  private func line(
    _ criterion: ScoreCriterion, evidence: [RankingEvidence]
  ) -> CriterionLine {
    switch criterion.measure {
    case .evidence: return evidenceLine(criterion, evidence)
    case .trainingBlocks: return trainingLine(criterion)
    case .serviceYears: return years(criterion, since: facts.teachingOrService(edition.set.kind))
    case .managerYears: return years(criterion, since: facts.start(ofPosts: facts.managerTitles))
    case .deputyYears: return years(criterion, since: facts.start(ofPosts: facts.deputyTitles))
    case .certificate: return counted(criterion, facts.profile.certificatePoints ?? .zero)
    case .appraisal:
      let found = facts.lastYears(5).compactMap { facts.appraisal(of: $0) }
      return counted(criterion, Fraction.mean(found) ?? .zero)
    case .generalResult: return result(criterion, .general)
    case .specialisedResult: return result(criterion, .specialised)
    case .professionalResult: return result(criterion, .professional)
    case .committedGraduate: return committed(criterion)
    case .matchingDegree: return degree(criterion)
    case .assessor: return CriterionLine(criterion, isComplete: false)
    }
  }

  /// So many units at the points of the table; unknown where the table has none.
  private func counted(
    _ criterion: ScoreCriterion, _ amount: Fraction, items: [CriterionLine.Item] = []
  ) -> CriterionLine {
    let each = criterion.pointsPerUnit
    return CriterionLine(
      criterion, amount: amount, points: each.map { $0 * amount } ?? .zero,
      isComplete: each != nil || amount == .zero, items: items)
  }

  private func excluded(
    _ criterion: ScoreCriterion, _ exclusion: CriterionLine.Exclusion, title: String? = nil
  ) -> CriterionLine {
    CriterionLine(
      criterion,
      items: [.init(title: title ?? criterion.indicator, exclusion: exclusion)])
  }

  private func years(_ criterion: ScoreCriterion, since start: JalaliDate?) -> CriterionLine {
    guard let start else { return counted(criterion, .zero) }
    let from = window.map { max($0, start) } ?? start
    return counted(criterion, Fraction(max(0, from.wholeYears(to: facts.day))))
  }

  private func result(
    _ criterion: ScoreCriterion, _ dimension: AssessmentDimension
  ) -> CriterionLine {
    counted(criterion, Fraction(facts.results[dimension]?.hundredths ?? 0, 100).reduced)
  }

  private func committed(_ criterion: ScoreCriterion) -> CriterionLine {
    let profile = facts.profile
    guard profile.commitment != .none, let graduated = profile.graduated else {
      return excluded(criterion, .notCommitted)
    }
    if profile.commitment == .technicalCollege, graduated.year >= rules.rankCollegeSeparation {
      return excluded(criterion, .afterSeparation(rules.rankCollegeSeparation))
    }
    if let employed = facts.firstDayOfEmployment, graduated > employed {
      return excluded(criterion, .continuedEducation)
    }
    return counted(criterion, Fraction(1))
  }

  private func degree(_ criterion: ScoreCriterion) -> CriterionLine {
    guard let degree = facts.degree else { return excluded(criterion, .degreeMissing) }
    let job = facts.employment.decree(on: facts.day)?.jobField ?? ""
    guard let fields = facts.fieldsOfJob[job], !fields.isEmpty else {
      var line = excluded(criterion, .fieldsUndefined)
      line.isComplete = false
      return line
    }
    guard fields.contains(where: { SearchKey.joined($0) == SearchKey.joined(degree.field) })
    else { return excluded(criterion, .degreeMismatch(field: degree.field)) }
    return counted(criterion, Fraction(1), items: [.init(title: degree.field, day: degree.day)])
  }
}

/// In-service training.
extension RankScoring {
  /// Blocks of training in the stay, specialised and general in their shares (S3-4a).
  private func trainingLine(_ criterion: ScoreCriterion) -> CriterionLine {
    let stay = facts.current?.from
    var items: [CriterionLine.Item] = []
    var (specialised, general) = (0, 0)
    for course in facts.training {
      var exclusion: CriterionLine.Exclusion?
      if let end = course.end {
        if end > facts.day { continue }
        if let stay, end < stay { exclusion = .outsideStay(from: stay) }
      } else {
        exclusion = .undated
      }
      if exclusion == nil {
        switch course.kind {
        case TrainingHours.specialised?: specialised += course.minutes
        case TrainingHours.general?: general += course.minutes
        default: exclusion = .courseKindUnknown
        }
      }
      items.append(.init(title: course.title, day: course.end, exclusion: exclusion))
    }
    return counted(criterion, Fraction(blocks(specialised, general)), items: items)
  }

  func blocks(_ specialised: Int, _ general: Int) -> Int {
    let block = rules.rankTrainingBlock
    let share = rules.rankTrainingShare
    let (special, common) = (share.share(of: block), block - share.share(of: block))
    guard special > 0, common > 0 else { return (specialised + general) / block }
    if edition.set.hasStrictBlocks { return min(specialised / special, general / common) }
    return (specialised + min(general, specialised * common / special)) / block
  }
}

/// Papers, books and everything else that is handed in.
extension RankScoring {
  private func evidenceLine(
    _ criterion: ScoreCriterion, _ pieces: [RankingEvidence]
  ) -> CriterionLine {
    var (amount, points, isComplete) = (Fraction.zero, Fraction.zero, true)
    var items: [CriterionLine.Item] = []
    for piece in pieces {
      var item = CriterionLine.Item(title: piece.form.title, day: piece.form.day)
      if let exclusion = exclusion(of: piece, criterion) {
        item.exclusion = exclusion
        if exclusion == .notScored { isComplete = false }
      } else if criterion.isBoardScored, let mark = piece.mark {
        amount = amount + Fraction(1)
        item.points = mark.points
      } else {
        let share = piece.isReprint ? rules.rankReprintShare : Fraction(1)
        amount = amount + share
        if let each = piece.mark?.points ?? criterion.pointsPerUnit {
          item.points = each * share
        } else {
          isComplete = false
        }
      }
      points = points + item.points
      items.append(item)
    }
    return CriterionLine(
      criterion, amount: amount, points: points, isComplete: isComplete, items: items)
  }

  private func exclusion(
    of piece: RankingEvidence, _ criterion: ScoreCriterion
  ) -> CriterionLine.Exclusion? {
    let (form, review) = (piece.form, piece.review)
    if let window, form.day < window { return .outsideStay(from: window) }
    if form.kind.isBook, review.bookKind == .unknown { return .bookKindMissing }
    if form.kind.isBook, review.isRelated != true { return .notRelated }
    if piece.isReprint, !(form.isRevised && review.isRevisionConfirmed) { return .reprint }
    if criterion.needsResearchCheck || form.kind.isResearch, review.authenticated == nil {
      return .notAuthenticated
    }
    if criterion.isBoardScored, piece.mark == nil { return .notScored }
    return nil
  }
}

extension RankingEvidence {
  /// Whether it is a second or later printing of a book (S3-3c).
  public var isReprint: Bool { form.kind.isBook && form.printing > 1 }
}

extension RankingFacts {
  /// The first day in employment.
  var firstDayOfEmployment: JalaliDate? {
    [employment.decrees.map(\.from).min(), profile.employed].compactMap { $0 }.min()
  }

  /// Staff count all their service, teachers what they taught.
  func teachingOrService(_ kind: RankingKind) -> JalaliDate? {
    kind == .staff ? serviceStart : teachingStart
  }
}
