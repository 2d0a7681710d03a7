public import Persian

/// SM-3: an application from the public form to the bank of instructors.
public enum InstructorLife: Lifecycle {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case registered, needsCorrection, rejected, documentsConfirmed, inInquiry, securityConfirmed
    case inBank, inactive

    /// Whether nobody works on it any more, so that the person may apply again.
    public var isOver: Bool { self == .rejected || self == .inactive }
  }

  public enum Action: String, CaseIterable, Hashable, Sendable, Codable {
    case register, edit, seeOriginals, confirmDocuments, sendBack, reject, sendInquiry
    case positiveReply, negativeReply, confirm, recordCourses, suspend
  }

  public struct Facts: Hashable, Sendable {
    /// As it is, or as it would become.
    public var application: InstructorApplication
    public var papers: [InstructorPaper]
    public var day: JalaliDate
    public var hasAcceptedTerms: Bool
    /// The name of whoever has a live application under the same national code already.
    public var taken: String?
    /// What the council decided, where courses are recorded; nil before it is typed.
    public var council: InstructorApplication.LetterMark?
    /// The letter that is being recorded; nil before it is typed.
    public var letter: InstructorApplication.LetterMark?
    /// Courses that run now with this instructor.
    public var runningCourses: [String]

    public init(
      application: InstructorApplication, papers: [InstructorPaper], day: JalaliDate,
      hasAcceptedTerms: Bool = true, taken: String? = nil,
      council: InstructorApplication.LetterMark? = nil,
      letter: InstructorApplication.LetterMark? = nil, runningCourses: [String] = []
    ) {
      self.application = application
      self.papers = papers
      self.day = day
      self.hasAcceptedTerms = hasAcceptedTerms
      self.taken = taken
      self.council = council
      self.letter = letter
      self.runningCourses = runningCourses
    }
  }

  public static let name = "SM-3"

  public static let table: [Transition<Self>] = [
    Transition([], .register, by: [.visitor], to: .registered, prints: [.applicantReceipt]) { _ in
      [TermsAccepted(), RequiredData(), OneApplication()]
    },
    Transition([.registered, .needsCorrection], .edit, by: [.visitor], to: .registered) { _ in
      [RequiredData()]
    },
    Transition([.registered], .seeOriginals, by: [.expert], to: nil, .undoable) { _ in
      [OriginalsUnseen()]
    },
    Transition([.registered], .confirmDocuments, by: [.expert], to: .documentsConfirmed, .undoable)
    { _ in [OriginalsSeen(), OutsiderPapers()] },
    Transition(
      [.registered], .sendBack, by: [.expert], to: .needsCorrection, [.undoable, .needsReason]),
    Transition(
      [.registered], .reject, by: [.expert], to: .rejected, [.undoable, .needsReason, .dangerous]),
    Transition(
      [.documentsConfirmed], .sendInquiry, by: [.expert], to: .inInquiry, .undoable,
      prints: [.securityInquiry]
    ) { _ in [InquiryLetter()] },
    Transition([.inInquiry], .positiveReply, by: [.expert], to: .securityConfirmed, .undoable) {
      _ in [ReplyLetter()]
    },
    Transition(
      [.inInquiry], .negativeReply, by: [.expert], to: .rejected, [.undoable, .dangerous]
    ) { _ in [ReplyLetter()] },
    Transition([.securityConfirmed], .confirm, by: [.expert], to: .inBank, .undoable) { _ in
      [ReplyRecorded()]
    },
    Transition(
      [.inBank], .recordCourses, by: [.expert, .provincialExpert], to: nil, .undoable
    ) { _ in [CouncilDecision()] },
    Transition(
      [.inBank], .suspend, by: [.expert, .provincialExpert], to: .inactive,
      [.undoable, .needsReason, .dangerous]
    ) { _ in [NoRunningCourse()] },
  ]
}
