import Persian

/// The period of control has its days in order and does not begin in the past (S2-10.3a).
///
/// Days that nobody has chosen yet are not looked at.
public struct ControlPeriodFits: Policy {
  public static let clause = Clause.controlPeriod
  public init() {}

  public func findings(in facts: ClassLife.Facts) -> [Finding] {
    guard let from = facts.objectionsFrom, let to = facts.objectionsUntil else { return [] }
    if to < from {
      return [
        refusal(
          .closing(.periodReversed(from: from, to: to)), remedy: .correct(.objectionPeriod))
      ]
    }
    return from >= facts.day
      ? []
      : [
        refusal(
          .closing(.periodPast(from: from, today: facts.day)), remedy: .correct(.objectionPeriod))
      ]
  }
}

/// Learners object to what is their own (SM-9b).
public struct OwnObjection: Policy {
  public static let clause = Clause.objectionLife
  public init() {}

  public func findings(in facts: ObjectionLife.Facts) -> [Finding] {
    facts.isOwn ? [] : [refusal(.closing(.notOwnObjection))]
  }
}

/// Objections are taken from the first to the last day of the period (S2-10.4a).
public struct InsidePeriod: Policy {
  public static let clause = Clause.objectionTime
  public init() {}

  public func findings(in facts: ObjectionLife.Facts) -> [Finding] {
    guard let period = facts.period else {
      return [refusal(.closing(.periodNotAnnounced), remedy: .ask(.expert))]
    }
    if facts.day < period.from {
      return [
        refusal(.closing(.periodNotBegun(from: period.from)), remedy: .wait(until: period.from))
      ]
    }
    // A class that was closed before and opened again keeps its period, and takes nothing new.
    guard facts.day <= period.to, facts.classState == .objectionPeriod else {
      return [refusal(.closing(.periodEnded(on: period.to)), remedy: .ask(.expert))]
    }
    return []
  }
}

/// An objection says what it is about, once (SM-9b).
public struct ObjectionComplete: Policy {
  public static let clause = Clause.objectionLife
  public init() {}

  public func findings(in facts: ObjectionLife.Facts) -> [Finding] {
    let it = facts.objection
    var findings: [Finding] = []
    if it.text.allSatisfy(\.isWhitespace) {
      findings.append(refusal(.closing(.objectionTextMissing), remedy: .record(.reason)))
    }
    if it.kind == .absence, it.session == nil {
      findings.append(refusal(.closing(.sessionMissing), remedy: .record(.session)))
    }
    if facts.hasWaiting { findings.append(refusal(.closing(.objectionWaiting))) }
    return findings
  }
}

/// Nothing is corrected in a closed class (S2-10.5c).
public struct ObjectionInOpenClass: Policy {
  public static let clause = Clause.closingResult
  public init() {}

  public func findings(in facts: ObjectionLife.Facts) -> [Finding] {
    facts.classState.isFinal
      ? [refusal(.enrolment(.classClosed), remedy: .ask(.provincialExpert))] : []
  }
}

/// An objection is accepted with the corrected value (S2-10.4b).
///
/// Before anybody was asked for it, it is not missed.
public struct CorrectionRecorded: Policy {
  public static let clause = Clause.objectionAnswer
  public init() {}

  public func findings(in facts: ObjectionLife.Facts) -> [Finding] {
    let it = facts.objection
    guard it.state != .registered, it.before == it.after || it.after.isEmpty else { return [] }
    return [refusal(.closing(.correctionMissing), remedy: .correct(.scores))]
  }
}
