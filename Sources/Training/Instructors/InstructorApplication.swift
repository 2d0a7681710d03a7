public import Persian

/// A file that came with a form: its bytes lie with the attachments of the records.
public struct Attachment: Hashable, Sendable, Codable {
  /// What a file may be: told by its first bytes, whatever its name says.
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    case pdf, jpeg, png
    /// A workbook that was read in; never told by bytes, which every packed file shares.
    case workbook

    /// Nil for a file of any other kind.
    public init?(of bytes: some Collection<UInt8>) {
      let known: [(Kind, [UInt8])] = [
        (.pdf, [0x25, 0x50, 0x44, 0x46, 0x2D]), (.jpeg, [0xFF, 0xD8, 0xFF]),
        (.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
      ]
      guard let kind = known.first(where: { bytes.starts(with: $0.1) })?.0 else { return nil }
      self = kind
    }
  }

  /// The file's own name, without folders.
  public var name: String
  public var kind: Kind
  /// In bytes.
  public var size: Int
  /// SHA-256 of the bytes, 64 hexadecimal digits.
  public var digest: String

  public init(name: String, kind: Kind, size: Int, digest: String) {
    self.name = name
    self.kind = kind
    self.size = size
    self.digest = digest
  }
}

/// A row of an application: something that counts, or a copy of a document.
public struct InstructorPaper: Hashable, Sendable, Codable {
  public enum Role: String, CaseIterable, Hashable, Sendable, Codable {
    /// Teaching, books, papers, certificates: counted by the table of points (S2-3.2c).
    case evidence
    /// A copy of an identity card or a degree.
    case document
  }

  public var role: Role
  /// A code of the list `instructor-evidence` or `instructor-document`.
  public var kind: String
  public var title: String
  /// How many years, titles or hours; 1 for a document.
  public var amount: Int
  public var file: Attachment?

  public init(
    _ role: Role, kind: String, title: String = "", amount: Int = 1, file: Attachment? = nil
  ) {
    self.role = role
    self.kind = kind
    self.title = title
    self.amount = amount
    self.file = file
  }

  /// The copies without which the security office does not look at an outsider (S2-3.4c).
  public static let birthCertificate = "birth-certificate"
  public static let nationalCard = "national-card"
}

/// Who wants to teach in short courses, and what has become of it (S2-3.2).
public struct InstructorApplication: Hashable, Sendable, Codable {
  /// What the applicant fills in.
  public struct Form: Hashable, Sendable, Codable {
    public var nationalCode: NationalCode
    /// Nil for somebody who does not belong to education.
    public var personnelCode: PersonnelCode?
    public var isEducator: Bool
    public var name: PersonName
    public var fatherName: String
    public var certificateNumber: String
    public var birthDay: JalaliDate?
    public var workplace: String
    public var phone: String
    /// The district of service, by which an instructor is local or not.
    public var unit: ID<Unit>
    /// A code of the list `degree`.
    public var degree: String
    public var field: String
    public var university: String
    /// The Jalali year of the degree; 0 when not given.
    public var graduated: Int

    public init(
      nationalCode: NationalCode, personnelCode: PersonnelCode? = nil, isEducator: Bool,
      name: PersonName, fatherName: String, certificateNumber: String, birthDay: JalaliDate?,
      workplace: String = "", phone: String = "", unit: ID<Unit>, degree: String, field: String,
      university: String, graduated: Int
    ) {
      self.nationalCode = nationalCode
      self.personnelCode = personnelCode
      self.isEducator = isEducator
      self.name = name
      self.fatherName = fatherName
      self.certificateNumber = certificateNumber
      self.birthDay = birthDay
      self.workplace = workplace
      self.phone = phone
      self.unit = unit
      self.degree = degree
      self.field = field
      self.university = university
      self.graduated = graduated
    }
  }

  public typealias LetterMark = Training.LetterMark

  public var id: ID<InstructorApplication>
  public var form: Form
  /// In hundredths of a point.
  public var score: Int
  public var submitted: JalaliDate
  /// The day on which the expert saw the originals (S2-3.3a).
  public var originalsSeen: JalaliDate?
  /// The inquiry to the security office, and its reply.
  public var inquiry: LetterMark
  public var reply: LetterMark
  public var state: InstructorLife.State
  public var reason: String

  public init(
    id: ID<InstructorApplication>, form: Form, score: Int, submitted: JalaliDate,
    originalsSeen: JalaliDate? = nil, inquiry: LetterMark = LetterMark(),
    reply: LetterMark = LetterMark(), state: InstructorLife.State = .registered,
    reason: String = ""
  ) {
    self.id = id
    self.form = form
    self.score = score
    self.submitted = submitted
    self.originalsSeen = originalsSeen
    self.inquiry = inquiry
    self.reply = reply
    self.state = state
    self.reason = reason
  }
}

/// A course that the council lets an instructor teach (S2-3.7).
public struct InstructorCourse: Hashable, Sendable, Codable {
  public var id: ID<InstructorCourse>
  public var application: ID<InstructorApplication>
  public var course: ID<Course>
  public var council: InstructorApplication.LetterMark

  public init(
    id: ID<InstructorCourse>, application: ID<InstructorApplication>, course: ID<Course>,
    council: InstructorApplication.LetterMark
  ) {
    self.id = id
    self.application = application
    self.course = course
    self.council = council
  }
}
