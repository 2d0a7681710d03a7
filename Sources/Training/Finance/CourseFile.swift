public import Persian

/// The written file of a course: folders A and B, from the manager over the expert to the archive
/// (S2-9.1, S2-9.2).
///
/// A course has one, under the id of its request.
public struct CourseFile: Hashable, Sendable, Codable {
  /// Where folder B is kept (S2-9.2a); the raw value is stored.
  public enum Keeping: String, CaseIterable, Hashable, Sendable, Codable {
    case atPlace, withExpert
  }

  public var request: ID<CourseRequest>
  /// The day on which the manager handed it to the expert; nil while it is with the manager.
  public var delivered: JalaliDate?
  public var keeping: Keeping?
  /// The shelf, room or box of folder B.
  public var location: String
  /// The planning working group's letter about destroying folder B, and the day it was destroyed.
  public var confirmation: LetterMark
  public var destroyed: JalaliDate?
  /// The stored state; screens show `CourseFileLife.state(since:_:on:)`.
  public var state: CourseFileLife.State
  public var reason: String

  public init(
    request: ID<CourseRequest>, delivered: JalaliDate? = nil, keeping: Keeping? = nil,
    location: String = "", confirmation: LetterMark = LetterMark(), destroyed: JalaliDate? = nil,
    state: CourseFileLife.State = .compiling, reason: String = ""
  ) {
    self.request = request
    self.delivered = delivered
    self.keeping = keeping
    self.location = location
    self.confirmation = confirmation
    self.destroyed = destroyed
    self.state = state
    self.reason = reason
  }

  /// The last day for handing it over, so many months after the last session (S2-10.2a).
  public static func due(end: JalaliDate, under rules: Rules) -> JalaliDate {
    end.adding(months: rules.fileDeliveryMonths)
  }
}

/// A part of a course's papers as it stands: put into the folder, printed, attached, or not needed.
public struct FolderItem: Hashable, Sendable, Codable {
  /// The raw value is stored.
  public enum Folder: String, CaseIterable, Hashable, Sendable, Codable {
    case a, b, financial
  }

  /// The parts in the order of the regulation; the raw value is stored.
  public enum Code: String, CaseIterable, Hashable, Sendable, Codable {
    case permit, formOne, learners, formTwo, attendance, formThree, scores, formFour, surveySummary
    case slips, examPapers, surveyForms, payments, memorandum
    case dailyReport, financialForms, appointments, decrees, invoices

    public var folder: Folder {
      switch self {
      case .permit, .formOne, .learners, .formTwo, .attendance, .formThree, .scores, .formFour,
        .surveySummary:
        .a
      case .slips, .examPapers, .surveyForms, .payments, .memorandum: .b
      case .dailyReport, .financialForms, .appointments, .decrees, .invoices: .financial
      }
    }
  }

  /// The raw value is stored.
  public enum Standing: String, CaseIterable, Hashable, Sendable, Codable {
    case missing, present, printed, attached, notNeeded

    public var isMissing: Bool { self == .missing }
  }

  public var id: ID<FolderItem>
  public var request: ID<CourseRequest>
  public var code: Code
  public var standing: Standing
  public var note: String
  /// A scan of it, where one was attached.
  public var file: Attachment?

  public init(
    id: ID<FolderItem>, request: ID<CourseRequest>, code: Code, standing: Standing = .missing,
    note: String = "", file: Attachment? = nil
  ) {
    self.id = id
    self.request = request
    self.code = code
    self.standing = standing
    self.note = note
    self.file = file
  }

  /// The parts of a folder, those that nobody has written about as missing.
  public static func list(
    _ folder: Folder, of request: ID<CourseRequest>, among items: [FolderItem]
  ) -> [FolderItem] {
    Code.allCases.filter { $0.folder == folder }.map { code in
      items.first { $0.code == code }
        ?? FolderItem(id: ID(rawValue: 0), request: request, code: code)
    }
  }
}

extension Sequence where Element == FolderItem {
  /// The parts of a folder that are missing here.
  func missing(of folder: FolderItem.Folder) -> [FolderItem.Code] {
    FolderItem.Code.allCases.filter { code in
      code.folder == folder && !contains { $0.code == code && !$0.standing.isMissing }
    }
  }
}
