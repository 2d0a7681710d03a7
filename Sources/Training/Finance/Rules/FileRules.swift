import Persian

/// All nine parts of folder A are there or not needed; what is missing is told (S2-9.1a).
public struct FolderAWhole: Policy {
  public static let clause = Clause.folderA
  public init() {}

  public func findings(in facts: CourseFileLife.Facts) -> [Finding] {
    let missing = facts.items.missing(of: .a)
    return missing.isEmpty ? [] : [warning(.file(.folderIncomplete(missing)))]
  }
}

/// The file goes to the expert within a month of the last session; later it is flagged (S2-10.2a).
public struct DeliveryInTime: Policy {
  public static let clause = Clause.fileDelivery
  let rules: Rules
  public init(rules: Rules) { self.rules = rules }

  public func findings(in facts: CourseFileLife.Facts) -> [Finding] {
    guard let end = facts.end else { return [] }
    let due = CourseFile.due(end: end, under: rules)
    return facts.day > due ? [warning(.file(.deliveryLate(due: due)))] : []
  }
}

/// The final control finds paper and records of every class equal (S2-9.5b).
public struct PapersCompared: Policy {
  public static let clause = Clause.paperComparison
  public init() {}

  public func findings(in facts: CourseFileLife.Facts) -> [Finding] {
    facts.comparisons.flatMap(\.findings)
  }
}

/// A file goes to the archive when all its classes are closed (SM-8).
public struct ClassesOfFileClosed: Policy {
  public static let clause = Clause.finalControl
  public init() {}

  public func findings(in facts: CourseFileLife.Facts) -> [Finding] {
    facts.openClasses == 0
      ? []
      : [refusal(.file(.classesOpen(facts.openClasses)), remedy: .correct(.trainingClass))]
  }
}

/// Folder B is destroyed three years after the end of the course at the earliest, and with the
/// confirmation of the planning working group (S2-9.2b).
public struct FolderRetention: Policy {
  public static let clause = Clause.folderDestruction
  let rules: Rules
  public init(rules: Rules) { self.rules = rules }

  public func findings(in facts: CourseFileLife.Facts) -> [Finding] {
    var findings: [Finding] = []
    let years = rules.folderRetentionYears
    if let end = facts.end, facts.day < end.adding(years: years) {
      let first = end.adding(years: years)
      findings.append(
        refusal(.file(.retention(until: first, years: years)), remedy: .wait(until: first)))
    }
    if let letter = facts.confirmation, !letter.isRecorded {
      findings.append(
        refusal(
          .file(.groupConfirmationMissing(years: years)), remedy: .record(.groupConfirmation)))
    }
    return findings
  }
}
