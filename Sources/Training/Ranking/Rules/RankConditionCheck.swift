import Persian

/// One condition of an edition looked at for one person: what it asks against what there is.
///
/// Every key is measured in one place; comparing and naming the way out is the same for all.
struct RankConditionCheck {
  let edition: RankingEdition
  let rank: Rank
  let facts: RankingFacts
  let scores: [CriterionLine]
  let special: [SpecialPoints]
  /// The works that count for each condition about papers, each for one of them (S3-10c).
  let papers: [RankCondition.Key: Int]
  /// The points of the whole table as they stood on a day.
  let total: (JalaliDate) -> PointTotal

  func lines(of condition: RankCondition) -> [ConditionLine] {
    switch condition.key {
    case .minimumEach: return minimaEach(condition)
    default: return [line(of: condition)]
    }
  }

  private func line(of it: RankCondition) -> ConditionLine {
    switch it.key {
    case .covered: return covered(it)
    case .nextRank: return nextRank(it)
    case .competencyCertificate:
      return flag(it, facts.hasCertificate, remedy: .certificate)
    case .degreeOrException: return degreeOrException(it)
    case .fullTime: return fullTime(it)
    case .serviceYears: return span(it, since: facts.serviceStart)
    case .teachingYears: return span(it, since: facts.teachingStart)
    case .yearsInRank: return yearsInRank(it)
    case .degree: return degree(it)
    case .totalPoints: return points(it, required: it.number, in: "")
    case .minimumTotal:
      return points(it, required: edition.minimum(of: rank)?.points, in: "")
    case .yearlyPoints: return yearly(it)
    case .appraisalAverage: return appraisalAverage(it)
    case .appraisalFloor: return appraisalFloor(it)
    case .appraisalWorked: return appraisalWorked(it)
    case .papersTaughtOrEducation, .papersFieldOfStudy, .papersTaughtAfterRank, .papersEducation:
      return count(it, papers[it.key] ?? 0) { .papers($0) }
    case .booksApproved: return count(it, approvedBooks) { .books($0) }
    case .newEvidence: return flag(it, hasNewEvidence, remedy: .evidence)
    case .lastAssessmentKept: return lastAssessment(it)
    case .noConviction: return convictions(it)
    case .generalCompetence: return generalCompetence(it)
    case .minimumEach: return flag(it, false, remedy: .defineMinimum)
    }
  }
}

/// Yes or no.
extension RankConditionCheck {
  private func flag(
    _ it: RankCondition, _ actual: Bool, remedy: RankRemedy?
  ) -> ConditionLine {
    ConditionLine(
      it, required: .flag(true), actual: .flag(actual), actual ? .met : .notMet, remedy: remedy)
  }

  private func covered(_ it: RankCondition) -> ConditionLine {
    let isRetiredInTime =
      facts.profile.retired.map { retired in
        edition.set.retiredAfter.map { retired > $0 } ?? false
      } ?? false
    // Whoever retired is looked at as on the last day of service.
    var last = facts
    if let retired = facts.profile.retired, retired < facts.day {
      guard isRetiredInTime else { return flag(it, false, remedy: nil) }
      last.day = retired
    }
    return flag(it, last.coveredSince != nil, remedy: .coveredPost)
  }

  private func nextRank(_ it: RankCondition) -> ConditionLine {
    let current = facts.current?.rank
    let isNext = current?.next == rank
    return ConditionLine(
      it, required: .rank(rank.previous), actual: .rank(current), isNext ? .met : .notMet,
      remedy: rank.previous.map { .rankBefore($0) })
  }

  private func fullTime(_ it: RankCondition) -> ConditionLine {
    let actual = facts.profile.isFullTime.map { ConditionValue.flag($0) } ?? .unknown
    return ConditionLine(
      it, required: .unknown, actual: actual,
      facts.profile.isFullTime == false ? .warning : .notRequired)
  }

  private func lastAssessment(_ it: RankCondition) -> ConditionLine {
    // The first evaluation comes three years after the rank.
    guard let current = facts.current, current.from.adding(years: 3) <= facts.day else {
      return ConditionLine(it, required: .flag(true), actual: .unknown, .notRequired)
    }
    // An evaluation that the records hold for these three years needs nobody's word.
    if let evaluated = current.evaluated, evaluated <= facts.day,
      evaluated.adding(years: 3) > facts.day
    {
      return flag(it, true, remedy: nil)
    }
    guard let kept = facts.profile.keptLastEvaluation else {
      return ConditionLine(
        it, required: .flag(true), actual: .unknown, .notMet, remedy: .evaluation)
    }
    return flag(it, kept, remedy: .evaluation)
  }

  private func convictions(_ it: RankCondition) -> ConditionLine {
    let found = facts.convictions.filter { $0.isObstacle && $0.day <= facts.day }
    return ConditionLine(
      it, required: .flag(true), actual: .flag(found.isEmpty), found.isEmpty ? .met : .notMet,
      detail: found.isEmpty ? .plain : .days(found.map(\.day)))
  }

  private func generalCompetence(_ it: RankCondition) -> ConditionLine {
    guard let answer = facts.isGenerallyCompetent else {
      return ConditionLine(
        it, required: .flag(true), actual: .unknown, .pending, remedy: .boardOpinion)
    }
    return flag(it, answer, remedy: nil)
  }

  /// Handed in since the current rank, and not rejected (S4-11 الف).
  private var hasNewEvidence: Bool {
    facts.counted.contains { piece in facts.current.map { piece.form.day >= $0.from } ?? true }
  }
}

/// Lengths of time, by date: as many months since a day.
extension RankConditionCheck {
  private func span(_ it: RankCondition, since start: JalaliDate?) -> ConditionLine {
    guard let years = it.number else {
      return ConditionLine(
        it, required: .unknown, actual: actual(since: start), .undefined, remedy: .defineMinimum)
    }
    let asked = years.share(of: 12)
    let shortened = it.allowsConcession ? min(asked, facts.concessionMonths) : 0
    let needed = asked - shortened
    let detail: ConditionLine.Detail = shortened > 0 ? .concession(shortened) : .plain
    let reached = (start ?? facts.day).adding(months: needed)
    let isReached = reached <= facts.day && (start != nil || needed == 0)
    let required = ConditionValue.span(years: needed / 12, months: needed % 12)
    if it.comparison == .below {
      return ConditionLine(
        it, required: required, actual: actual(since: start), isReached ? .notMet : .met,
        detail: detail)
    }
    return ConditionLine(
      it, required: required, actual: actual(since: start), isReached ? .met : .notMet,
      detail: detail, remedy: start == nil ? nil : .wait(until: reached))
  }

  private func actual(since start: JalaliDate?) -> ConditionValue {
    guard let start, start <= facts.day else { return .span(years: 0, months: 0) }
    let years = start.wholeYears(to: facts.day)
    var months = 0
    while months < 11, start.adding(months: years * 12 + months + 1) <= facts.day { months += 1 }
    return .span(years: years, months: months)
  }

  private func yearsInRank(_ it: RankCondition) -> ConditionLine {
    guard let before = rank.previous else {
      return ConditionLine(it, required: .unknown, actual: .unknown, .notRequired)
    }
    var line = span(it, since: facts.start(of: before))
    if line.verdict == .notMet, facts.current?.rank != before {
      line.remedy = .rankBefore(before)
    }
    return line
  }
}

/// Degrees.
extension RankConditionCheck {
  private func degree(_ it: RankCondition) -> ConditionLine {
    let actual = facts.degree?.degree ?? ""
    guard let needed = DegreeRecord.order(of: it.value) else {
      return ConditionLine(
        it, required: .unknown, actual: .degree(actual), .undefined, remedy: .defineMinimum)
    }
    let isEnough = (DegreeRecord.order(of: actual) ?? -1) >= needed
    return ConditionLine(
      it, required: .degree(it.value), actual: .degree(actual), isEnough ? .met : .notMet,
      remedy: .degree(it.value))
  }

  /// A lower degree is enough with five years of teaching (S3-11b).
  private func degreeOrException(_ it: RankCondition) -> ConditionLine {
    let plain = degree(it)
    guard plain.verdict == .notMet, let order = DegreeRecord.order(of: facts.degree?.degree ?? ""),
      order >= 0, let teaching = facts.teachingStart
    else { return plain }
    let reached = teaching.adding(years: 5)
    var line = plain
    line.verdict = reached <= facts.day ? .met : .notMet
    line.remedy = reached <= facts.day ? nil : .wait(until: reached)
    return line
  }
}

/// Points.
extension RankConditionCheck {
  private func points(
    _ it: RankCondition, required: Fraction?, in competency: String
  ) -> ConditionLine {
    let total = PointTotal(scores, special, facts.coefficients, in: competency)
    guard let required else {
      return ConditionLine(
        it, competency: competency, required: .unknown, actual: .points(total.points), .undefined,
        detail: .minimumUndefined, remedy: .defineMinimum)
    }
    let isEnough = total.points >= required
    let verdict: ConditionLine.Verdict =
      isEnough ? .met : total.isComplete ? .notMet : .undefined
    return ConditionLine(
      it, competency: competency, required: .points(required), actual: .points(total.points),
      verdict, detail: total.isComplete ? .plain : .atLeast,
      remedy: total.isComplete
        ? .points(required - total.points, competency: competency) : .definePoints)
  }

  /// Each competency reaches its own minimum; the total too, where one is defined (S4-4f).
  private func minimaEach(_ it: RankCondition) -> [ConditionLine] {
    let each = Self.competencies.map { competency in
      points(it, required: edition.minimum(of: rank, in: competency)?.points, in: competency)
    }
    guard let total = edition.minimum(of: rank)?.points else { return each }
    return each + [points(it, required: total, in: "")]
  }

  /// The codes of the list `criterion`.
  static let competencies = ["general", "specialised", "professional", "experience"]

  /// The points of every year of the stay; each has to be measured (§8, number 49).
  private func yearly(_ it: RankCondition) -> ConditionLine {
    guard let required = it.number else {
      return ConditionLine(
        it, required: .unknown, actual: .unknown, .undefined, remedy: .defineMinimum)
    }
    let stay = rank.previous.flatMap { facts.start(of: $0) }?.wholeYears(to: facts.day) ?? 0
    let last = facts.yearlyPoints(of: facts.day.year) != nil ? facts.day.year : facts.day.year - 1
    let years = Array((last - max(1, stay) + 1)...last)
    return lowest(it, required, years) { year in
      // What an office measured goes before what the records come to at the end of the year; where some
      // points are not known, those that are may be enough.
      if let measured = facts.yearlyPoints(of: year) { return measured }
      let found = total(Self.end(of: year, notAfter: facts.day))
      return found.isComplete || found.points >= required ? found.points : nil
    }
  }

  private static func end(of year: Int, notAfter day: JalaliDate) -> JalaliDate {
    let next = try? JalaliDate(year: year + 1, month: 1, day: 1)
    return min(next?.adding(days: -1) ?? day, day)
  }
}

/// Appraisals.
extension RankConditionCheck {
  private static let span = 5

  private func appraisalAverage(_ it: RankCondition) -> ConditionLine {
    mean(it, of: facts.lastYears(Self.span))
  }

  /// Whoever has served less than five years: the years worked (S3-10f).
  private func appraisalWorked(_ it: RankCondition) -> ConditionLine {
    guard let start = facts.serviceStart, start.adding(years: Self.span) > facts.day else {
      return ConditionLine(
        it, required: it.number.map { .points($0) } ?? .unknown, actual: .unknown, .notRequired)
    }
    let worked = facts.years.filter { $0.appraisal != nil && $0.year <= facts.day.year }
      .map(\.year)
    return mean(it, of: worked.isEmpty ? [facts.day.year - 1] : worked)
  }

  private func mean(_ it: RankCondition, of years: [Int]) -> ConditionLine {
    guard let required = it.number else {
      return ConditionLine(
        it, required: .unknown, actual: .unknown, .undefined, remedy: .defineMinimum)
    }
    let missing = years.filter { facts.appraisal(of: $0) == nil }
    let found = years.compactMap { facts.appraisal(of: $0) }
    let actual = Fraction.mean(found)
    guard missing.isEmpty, let actual else {
      return ConditionLine(
        it, required: .points(required), actual: actual.map { .points($0) } ?? .unknown, .notMet,
        detail: .missingYears(missing), remedy: .recordYears(missing))
    }
    return ConditionLine(
      it, required: .points(required), actual: .points(actual),
      actual >= required ? .met : .notMet, remedy: nextAppraisal(required, after: years))
  }

  /// What the next appraisal would have to be, when the oldest year has gone; nil when more than
  /// the full hundred.
  private func nextAppraisal(_ required: Fraction, after years: [Int]) -> RankRemedy? {
    guard let last = years.max() else { return nil }
    let kept = years.filter { $0 > (years.min() ?? 0) }.compactMap { facts.appraisal(of: $0) }
    let needed = kept.reduce(required * Fraction(years.count)) { $0 - $1 }
    guard needed <= Fraction(100) else { return nil }
    return .appraisal(year: last + 1, atLeast: max(needed, .zero))
  }

  private func appraisalFloor(_ it: RankCondition) -> ConditionLine {
    guard let required = it.number else {
      return ConditionLine(
        it, required: .unknown, actual: .unknown, .undefined, remedy: .defineMinimum)
    }
    return lowest(it, required, facts.lastYears(Self.span)) { facts.appraisal(of: $0) }
  }

  /// No year is below what is asked for.
  private func lowest(
    _ it: RankCondition, _ required: Fraction, _ years: [Int], _ value: (Int) -> Fraction?
  ) -> ConditionLine {
    let missing = years.filter { value($0) == nil }
    let least = years.compactMap { year in value(year).map { (year, $0) } }.min { $0.1 < $1.1 }
    guard missing.isEmpty, let least else {
      return ConditionLine(
        it, required: .points(required), actual: least.map { .points($0.1) } ?? .unknown, .notMet,
        detail: .missingYears(missing), remedy: .recordYears(missing))
    }
    return ConditionLine(
      it, required: .points(required), actual: .points(least.1),
      least.1 >= required ? .met : .notMet, detail: .lowestYear(least.0),
      remedy: least.1 >= required ? nil : .wait(until: Self.forgotten(least.0)))
  }

  /// The first day on which a year is no longer one of the five that lead to it.
  private static func forgotten(_ year: Int) -> JalaliDate {
    let from = year + span + 1
    return (try? JalaliDate(year: from, month: 1, day: 1)) ?? JalaliDate(dayNumber: 0)
  }
}

/// Papers and books.
extension RankConditionCheck {
  private func count(
    _ it: RankCondition, _ actual: Int, remedy: (Int) -> RankRemedy
  ) -> ConditionLine {
    guard let required = it.number.map({ $0.share(of: 1) }) else {
      return ConditionLine(
        it, required: .unknown, actual: .count(actual), .undefined, remedy: .defineMinimum)
    }
    return ConditionLine(
      it, required: .count(required), actual: .count(actual),
      actual >= required ? .met : .notMet, remedy: remedy(max(0, required - actual)))
  }

  /// Authored, on the subjects taught, and approved by the working group (S3-10b2).
  private var approvedBooks: Int {
    facts.counted.filter { piece in
      piece.form.kind.isBook && piece.review.bookKind == .authored
        && piece.form.topics.contains(.taught)
        && (piece.review.approved.map { $0 <= facts.day } ?? false)
    }.count
  }
}
