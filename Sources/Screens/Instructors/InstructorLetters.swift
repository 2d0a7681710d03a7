import Persian
public import Store
public import Training
public import UseCases

/// «رسید ثبت متقاضی مدرسی» (P4): score and tracking code, shown this once.
public struct ReceiptLetter: LetterDescription {
  public static let shape = LetterShape(
    "applicant-receipt",
    ["name": .cell, "code": .cell, "score": .cell, "tracking": .cell, "date": .cell])

  public let title = Phrases.Applicants.receipt
  public var reader: Actor? { .visitor }
  private let receipt: ApplicantReceipt

  public init(_ receipt: ApplicantReceipt) { self.receipt = receipt }

  public func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [LetterValues] {
    [
      [
        "name": .text(receipt.name.inFull), "code": .cell(.code(receipt.nationalCode.digits)),
        "score": .text(Phrases.Applicants.score(receipt.score)),
        "tracking": .cell(.code(receipt.code.groups)), "date": .cell(.date(receipt.day)),
      ]
    ]
  }
}

/// «نامه استعلام حراست» (P5): the applicant as the security office looks one up.
public struct SecurityInquiry: LetterDescription {
  public static let shape = LetterShape.letter(
    "security-inquiry",
    [
      "name": .cell, "father": .cell, "code": .cell, "certificate": .cell, "birth": .cell,
      "status": .cell, "workplace": .cell, "phone": .cell, "degree": .cell,
      "papers": .rows(["title", "file"]),
    ])

  public let title = Phrases.Applicants.inquiry
  public let reference: LetterReference
  private let application: ID<InstructorApplication>

  /// - Parameters:
  ///   - application: Whom the letter is about.
  ///   - mark: Number and date under which the inquiry is recorded.
  public init(
    _ application: ID<InstructorApplication>, _ mark: InstructorApplication.LetterMark
  ) {
    self.application = application
    reference = LetterReference(
      number: Digits.persian(mark.number), date: mark.day?.text() ?? "")
  }

  public func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [LetterValues] {
    guard let situation = try InstructorLife.situation(of: application, records, context) else {
      throw Failure.forbidden
    }
    let it = situation.facts.application
    guard it.inquiry.isRecorded else {
      throw Failure.refused([
        Finding(
          .documentsConfirmed, .refusal, .instructor(.inquiryLetterMissing),
          remedy: .record(.inquiryLetter))
      ])
    }
    let form = it.form
    let papers = situation.facts.papers.filter { $0.role == .document }
    let titles = try records.items(of: "instructor-document")
    let degree = try records.items(of: "degree").first { $0.code == form.degree }?.title
    return [
      [
        "office": try records.offices(above: form.unit),
        "name": .text(form.name.inFull), "father": .text(form.fatherName),
        "code": .cell(.code(form.nationalCode.digits)),
        "certificate": .cell(.code(form.certificateNumber)),
        "birth": .cell(form.birthDay.map { .date($0) } ?? .empty),
        "status": .text(
          form.isEducator ? Phrases.Applicants.isEducator : Phrases.Applicants.isOutsider),
        "workplace": .text(form.workplace), "phone": .cell(.code(form.phone)),
        "degree": .text("\(degree ?? form.degree) \(form.field)"),
        "papers": .rows(
          papers.map { paper in
            [
              "title": .text(titles.first { $0.code == paper.kind }?.title ?? paper.kind),
              "file": .text(paper.file?.name ?? ""),
            ]
          }),
      ]
    ]
  }
}
