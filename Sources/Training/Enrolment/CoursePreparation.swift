public import Persian

/// What a course needs beside its classes: a second registration, a pre-test (S2-4.8, S2-5.4).
public struct CoursePreparation: Hashable, Sendable, Codable {
  public var id: ID<CoursePreparation>
  public var request: ID<CourseRequest>
  /// Learners register in a content-delivery system too.
  public var needsContentSystem: Bool
  /// Learners fill in an electronic form outside the portal first.
  public var hasExternalForm: Bool
  /// The address of that system or form.
  public var secondStageAddress: String
  /// The pre-test is held in the portal, so its questions must be there before the start.
  public var hasPretest: Bool
  /// Learners need a mission order, or an introduction letter, of their office.
  public var needsMissionOrder: Bool
  public var needsIntroduction: Bool

  public init(
    id: ID<CoursePreparation>, request: ID<CourseRequest>, needsContentSystem: Bool = false,
    hasExternalForm: Bool = false, secondStageAddress: String = "", hasPretest: Bool = false,
    needsMissionOrder: Bool = false, needsIntroduction: Bool = false
  ) {
    self.id = id
    self.request = request
    self.needsContentSystem = needsContentSystem
    self.hasExternalForm = hasExternalForm
    self.secondStageAddress = secondStageAddress
    self.hasPretest = hasPretest
    self.needsMissionOrder = needsMissionOrder
    self.needsIntroduction = needsIntroduction
  }

  /// The registrations beside the portal's own.
  public var stages: [SecondStage] {
    (hasExternalForm ? [.externalForm] : []) + (needsContentSystem ? [.contentSystem] : [])
  }
}

/// A registration outside the portal; the raw value is stored (S2-5.4a).
public enum SecondStage: String, CaseIterable, Hashable, Sendable, Codable {
  case externalForm, contentSystem
}

/// The checklists of a course; the raw value is stored.
public enum PreparationArea: String, CaseIterable, Hashable, Sendable, Codable {
  case content, facility, classroom, catering

  /// The code list of its items.
  public var list: String {
    switch self {
    case .content: "content-item"
    case .facility: "facility-item"
    case .classroom: "classroom-item"
    case .catering: "catering"
    }
  }

  /// The item of the content list that virtual courses wait for (S2-4.1b).
  public static let contentApproval = "approval"
}

/// One line of a checklist of a course: how far it is, who sees to it (S2-4.1 … S2-4.3).
public struct PreparationItem: Hashable, Sendable, Codable {
  /// The raw value is stored.
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case needed, provided, approved
  }

  public var id: ID<PreparationItem>
  public var request: ID<CourseRequest>
  public var area: PreparationArea
  /// A code of the area's list.
  public var code: String
  public var state: State
  public var responsible: String
  public var note: String
  /// Of a meal: how many, when, from whom, on which invoice.
  public var count: Int
  public var day: JalaliDate?
  public var supplier: String
  public var invoice: String

  public init(
    id: ID<PreparationItem>, request: ID<CourseRequest>, area: PreparationArea, code: String,
    state: State, responsible: String = "", note: String = "", count: Int = 0,
    day: JalaliDate? = nil, supplier: String = "", invoice: String = ""
  ) {
    self.id = id
    self.request = request
    self.area = area
    self.code = code
    self.state = state
    self.responsible = responsible
    self.note = note
    self.count = count
    self.day = day
    self.supplier = supplier
    self.invoice = invoice
  }
}

/// What the rules of the pre-test look at.
public struct PretestFacts: Hashable, Sendable {
  public var day: JalaliDate
  /// The first day of any class; nil before one is defined.
  public var start: JalaliDate?

  public init(day: JalaliDate, start: JalaliDate?) {
    self.day = day
    self.start = start
  }
}

/// The questions of a pre-test are registered before the course starts (S2-4.8b).
public struct PretestInTime: Policy {
  public static let clause = Clause.pretestInTime
  public init() {}

  public func findings(in facts: PretestFacts) -> [Finding] {
    guard let start = facts.start, facts.day >= start else { return [] }
    return [refusal(.request(.pretestAfterStart(start)), remedy: .ask(.expert))]
  }
}

/// The content of a virtual course is approved before it is announced (S2-4.1b).
public struct ContentApproved: Policy {
  public static let clause = Clause.contentApproved
  public init() {}

  public func findings(in facts: CourseRequestLife.Facts) -> [Finding] {
    facts.request.mode == .inPerson || facts.isContentApproved
      ? [] : [refusal(.request(.contentNotApproved), remedy: .record(.content))]
  }
}

/// A course is announced through one channel at least (S2-4.9b).
public struct CourseNotice: Hashable, Sendable, Codable {
  public var id: ID<CourseNotice>
  public var request: ID<CourseRequest>
  public var day: JalaliDate
  /// Codes of the list `announcement-channel`.
  public var channels: [String]
  /// As it was announced, paragraphs one a line.
  public var text: String

  /// The channel inside the portal.
  public static let board = "board"

  public init(
    id: ID<CourseNotice>, request: ID<CourseRequest>, day: JalaliDate, channels: [String],
    text: String
  ) {
    self.id = id
    self.request = request
    self.day = day
    self.channels = channels
    self.text = text
  }
}

/// Somebody who could not be enrolled in the portal and is registered by other means (S2-5.8b).
public struct OutsideApplicant: Hashable, Sendable, Codable {
  public var id: ID<OutsideApplicant>
  /// The office that looks after the person.
  public var unit: ID<Unit>
  public var course: ID<Course>
  public var name: String
  public var nationalCode: NationalCode?
  /// Digits as typed; empty where there is none.
  public var personnelCode: String
  public var school: String
  public var subject: String
  /// Why the portal could not take the person.
  public var reason: String
  /// The letter by which it was agreed with the province.
  public var letter: String

  public init(
    id: ID<OutsideApplicant>, unit: ID<Unit>, course: ID<Course>, name: String,
    nationalCode: NationalCode?, personnelCode: String, school: String, subject: String,
    reason: String, letter: String
  ) {
    self.id = id
    self.unit = unit
    self.course = course
    self.name = name
    self.nationalCode = nationalCode
    self.personnelCode = personnelCode
    self.school = school
    self.subject = subject
    self.reason = reason
    self.letter = letter
  }
}
