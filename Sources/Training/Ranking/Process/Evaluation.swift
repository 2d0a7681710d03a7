public import Persian

/// What a source says about a person (S4-6c).
public struct CaseSource: Hashable, Sendable, Codable {
  public var id: ID<CaseSource>
  public var rankingCase: ID<RankingCase>
  /// A code of the list `ranking-source`.
  public var source: String
  public var text: String
  /// In hundredths of a point; nil where the source gives none.
  public var score: Int?
  public var day: JalaliDate
  /// The instrument it was gathered with; nil for none.
  public var tool: ID<AssessmentTool>?
  /// Whether the centre found it authentic; nil before it has looked (S4-6d).
  public var isVerified: Bool?

  public init(
    id: ID<CaseSource>, rankingCase: ID<RankingCase>, source: String, text: String,
    score: Int? = nil, day: JalaliDate, tool: ID<AssessmentTool>? = nil, isVerified: Bool? = nil
  ) {
    self.id = id
    self.rankingCase = rankingCase
    self.source = source
    self.text = text
    self.score = score
    self.day = day
    self.tool = tool
    self.isVerified = isVerified
  }
}

/// Whether a rank needs a source (S4-6c): a table that offices edit.
public struct RequiredSource: Hashable, Sendable, Codable {
  public var id: ID<RequiredSource>
  public var kind: RankingKind
  public var rank: Rank
  /// A code of the list `ranking-source`.
  public var source: String
  public var isRequired: Bool

  public init(
    id: ID<RequiredSource>, kind: RankingKind, rank: Rank, source: String, isRequired: Bool
  ) {
    self.id = id
    self.kind = kind
    self.rank = rank
    self.source = source
    self.isRequired = isRequired
  }
}

/// An instrument of evaluation with what the centre found of it (S4-6d).
public struct AssessmentTool: Hashable, Sendable, Codable {
  public var id: ID<AssessmentTool>
  public var title: String
  /// What it is: a questionnaire, an exam, an observation; in words.
  public var kind: String
  public var isValid: Bool
  public var isReliable: Bool
  /// The day of the centre's word; nil before.
  public var day: JalaliDate?

  public init(
    id: ID<AssessmentTool>, title: String, kind: String, isValid: Bool = false,
    isReliable: Bool = false, day: JalaliDate? = nil
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.isValid = isValid
    self.isReliable = isReliable
    self.day = day
  }
}

/// A professional assessor, trained or approved by the centre (S4-6e).
public struct Assessor: Hashable, Sendable, Codable {
  public var id: ID<Assessor>
  public var person: ID<Person>
  public var isApproved: Bool
  /// The day of the training or approval.
  public var day: JalaliDate

  public init(id: ID<Assessor>, person: ID<Person>, isApproved: Bool, day: JalaliDate) {
    self.id = id
    self.person = person
    self.isApproved = isApproved
    self.day = day
  }
}

/// That an assessor looks at a case, and what the assessor found.
public struct AssessorReport: Hashable, Sendable, Codable {
  public var id: ID<AssessorReport>
  public var rankingCase: ID<RankingCase>
  public var assessor: ID<Assessor>
  public var given: JalaliDate
  public var text: String
  /// What is good, and what can be better: the matter of the improvement report (S4-6g).
  public var strengths: String
  public var weaknesses: String
  /// The day of the report; nil before.
  public var day: JalaliDate?

  public init(
    id: ID<AssessorReport>, rankingCase: ID<RankingCase>, assessor: ID<Assessor>,
    given: JalaliDate, text: String = "", strengths: String = "", weaknesses: String = "",
    day: JalaliDate? = nil
  ) {
    self.id = id
    self.rankingCase = rankingCase
    self.assessor = assessor
    self.given = given
    self.text = text
    self.strengths = strengths
    self.weaknesses = weaknesses
    self.day = day
  }
}

/// A scientific institute that the centre has qualified (S4-6i).
public struct QualifiedInstitution: Hashable, Sendable, Codable {
  public var id: ID<QualifiedInstitution>
  public var name: String
  /// A code of the list `ranking-institution`.
  public var kind: String
  /// The day of the qualification; nil while it is not qualified.
  public var qualified: JalaliDate?

  public init(
    id: ID<QualifiedInstitution>, name: String, kind: String, qualified: JalaliDate? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.qualified = qualified
  }
}

/// A decree about a rank, with what it pays (S4-7d, S4-8d).
public struct RankDecree: Hashable, Sendable, Codable {
  public var id: ID<RankDecree>
  public var rankingCase: ID<RankingCase>
  public var letter: LetterMark
  public var rank: Rank
  public var effective: JalaliDate
  /// In hundredths of a percent; nil where nobody has entered the share.
  public var percent: Int?
  /// Whether it takes the place of an earlier one after an appeal.
  public var isAmended: Bool

  public init(
    id: ID<RankDecree>, rankingCase: ID<RankingCase>, letter: LetterMark, rank: Rank,
    effective: JalaliDate, percent: Int? = nil, isAmended: Bool = false
  ) {
    self.id = id
    self.rankingCase = rankingCase
    self.letter = letter
    self.rank = rank
    self.effective = effective
    self.percent = percent
    self.isAmended = isAmended
  }
}

/// What a rank pays, since a day, with its source (S4-7d, S4-14a): entered by offices.
public struct RankAllowance: Hashable, Sendable, Codable {
  public var id: ID<RankAllowance>
  public var rank: Rank
  /// In hundredths of a percent.
  public var percent: Int
  /// An average month, for estimates.
  public var monthly: Rial
  public var from: JalaliDate
  public var source: String

  public init(
    id: ID<RankAllowance>, rank: Rank, percent: Int, monthly: Rial, from: JalaliDate,
    source: String
  ) {
    self.id = id
    self.rank = rank
    self.percent = percent
    self.monthly = monthly
    self.from = from
    self.source = source
  }
}

/// What somebody involved was told of a decision (S4-7c).
public struct RankNotice: Hashable, Sendable, Codable {
  /// The raw value is stored.
  public enum Recipient: String, CaseIterable, Hashable, Sendable, Codable {
    case teacher, school, personnelOffice
  }

  public var id: ID<RankNotice>
  public var rankingCase: ID<RankingCase>
  public var recipient: Recipient
  public var letter: LetterMark

  public init(
    id: ID<RankNotice>, rankingCase: ID<RankingCase>, recipient: Recipient, letter: LetterMark
  ) {
    self.id = id
    self.rankingCase = rankingCase
    self.recipient = recipient
    self.letter = letter
  }
}
