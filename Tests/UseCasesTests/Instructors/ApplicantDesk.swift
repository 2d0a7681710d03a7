import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

/// An office with an applicant at the start screen, and what the expert does with the application.
struct ApplicantDesk {
  let it: CourseOffice
  static let pdf: [UInt8] = Array("%PDF-1.4 a degree".utf8)

  init(_ office: CourseOffice? = nil) throws { it = try office ?? CourseOffice() }

  var letter: InstructorApplication.LetterMark { Self.letter("۱۴۰۳/۲۵") }

  static func letter(_ number: String) -> InstructorApplication.LetterMark {
    InstructorApplication.LetterMark(number: number, day: Office.today)
  }

  func form(
    _ number: Int = 1, isEducator: Bool = true, unit: ID<Training.Unit>? = nil
  ) throws -> InstructorApplication.Form {
    InstructorApplication.Form(
      nationalCode: try Office.nationalCode(5_000 + number),
      personnelCode: isEducator ? try PersonnelCode(recorded: String(30_000_000 + number)) : nil,
      isEducator: isEducator, name: try PersonName(first: "سیمین", last: "رستمی"),
      fatherName: "بهرام", certificateNumber: "۱۲۳", birthDay: Office.today.adding(days: -14_000),
      workplace: isEducator ? "" : "دانشگاه", phone: isEducator ? "" : "02112345678",
      unit: unit ?? it.office.district, degree: "master", field: "علوم تربیتی",
      university: "تهران", graduated: 1390)
  }

  func package(
    _ form: InstructorApplication.Form, papers: [InstructorPaper] = [],
    files: [String: [UInt8]] = [:]
  ) -> ApplicationPackage {
    ApplicationPackage(form: form, papers: papers, files: files)
  }

  static func document(_ kind: String, _ bytes: [UInt8] = pdf) -> InstructorPaper {
    InstructorPaper(
      .document, kind: kind,
      file: Attachment(
        name: "\(kind).pdf", kind: .pdf, size: bytes.count,
        digest: BlobDigest(of: bytes).hexadecimal))
  }

  /// The files of those documents.
  static let files = [BlobDigest(of: pdf).hexadecimal: pdf]

  @discardableResult
  func register(_ package: ApplicationPackage) throws -> ApplicantReceipt {
    try it.portal.register(package, hasAcceptedTerms: true).get()
  }

  func application(_ number: Int = 1) throws -> InstructorApplication {
    let code = try Office.nationalCode(5_000 + number)
    return try #require(try it.portal.store.read { try $0.lastApplication(of: code) })
  }

  /// An application as far as a state, by the hands of the expert of its district.
  @discardableResult
  func applicant(
    _ number: Int = 1, _ state: InstructorLife.State = .inBank,
    unit: ID<Training.Unit>? = nil, courses: [ID<Course>] = []
  ) throws -> ID<InstructorApplication> {
    try register(package(form(number, unit: unit)))
    let id = try application(number).id
    let expert = try it.office.signIn(.expert, at: unit ?? it.office.district)
    let steps: [(InstructorLife.State, () throws -> Void)] = [
      (.registered, {}),
      (
        .documentsConfirmed,
        {
          try it.perform(Advance<InstructorLife>(id, .seeOriginals), expert)
          try it.perform(Advance<InstructorLife>(id, .confirmDocuments), expert)
        }
      ),
      (.inInquiry, { try it.perform(RecordSecurityLetter(.sendInquiry, of: id, letter), expert) }),
      (
        .securityConfirmed,
        { try it.perform(RecordSecurityLetter(.positiveReply, of: id, letter), expert) }
      ),
      (.inBank, { try it.perform(Advance<InstructorLife>(id, .confirm), expert) }),
    ]
    for (reached, step) in steps {
      try step()
      if reached == state { break }
    }
    if !courses.isEmpty {
      try it.perform(RecordTaughtCourses(courses, of: id, council: letter), expert)
    }
    return id
  }

  func factor(_ form: InstructorApplication.Form) -> AddFactor {
    AddFactor(
      .instructor, of: it.request, .outsider(form.nationalCode, name: form.name.inFull))
  }
}

func instructorReasons<T>(_ result: Result<T, Failure>) -> [InstructorReason] {
  refusals(result).compactMap { reason in
    if case .instructor(let reason) = reason { return reason }
    return nil
  }
}
