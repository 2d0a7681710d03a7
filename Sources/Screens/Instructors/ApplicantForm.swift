import Interchange
import Persian
import Store
import TerminalKit
import Training
import UseCases

/// The application itself: new, or one that its owner has opened (S2-3.2).
struct ApplicantForm: FormDescription {
  /// A row of the form and the file that goes with it.
  struct Row: Sendable {
    var kind: String?
    var title = ""
    var amount = 0
    var path = ""
    /// The file that is there already, as long as the path is left as it is.
    var kept: Attachment?
  }

  struct Draft: Sendable {
    var nationalCode = ""
    var personnelCode = ""
    var isEducator: Bool? = true
    var first = ""
    var last = ""
    var father = ""
    var certificate = ""
    var birthDay: JalaliDate?
    var unit: ID<Unit>?
    var workplace = ""
    var phone = ""
    var degree: String?
    var field = ""
    var university = ""
    var graduated = 0
    var evidence = Array(repeating: Row(), count: ApplicantForm.evidenceRows)
    /// One for each item of the list of documents.
    var documents: [Row] = []
  }

  struct Lists: Sendable {
    var today: JalaliDate
    var rules: Rules
    var districts: [Unit]
    var degrees, kinds, documents: [CodeList.Item]
  }

  static let evidenceRows = 5
  static let name = "applicant"
  let submission: String? = Phrases.Submission.send
  let title: String
  let opened: OpenedApplication?
  var reader: Actor? { .visitor }

  init(_ opened: OpenedApplication?) {
    self.opened = opened
    title = opened?.application.form.name.inFull ?? Phrases.Applicants.button
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists) {
    let lists = Lists(
      today: context.today, rules: context.rules,
      districts: try records.units(in: context.actor.scope).filter {
        $0.kind == .district && $0.isActive
      },
      degrees: try records.items(of: "degree"),
      kinds: try records.items(of: "instructor-evidence"),
      documents: try records.items(of: "instructor-document"))
    var draft = Draft(documents: lists.documents.map { Row(kind: $0.code, amount: 1) })
    if let opened { draft.take(opened) }
    return (draft, lists)
  }

  func fields(_ lists: Lists) -> [Field<Draft>] {
    identity(lists) + education(lists) + evidence(lists) + documents(lists)
  }

  private func identity(_ lists: Lists) -> [Field<Draft>] {
    let code: Field<Draft> =
      opened == nil
      ? .text(Phrases.People.nationalCode, \.nationalCode, limit: 20, direction: .ltr).required()
        .wide(14)
      : .fixed(Phrases.People.nationalCode) { Digits.persian($0.nationalCode) }
    return [
      code,
      .text(Phrases.People.firstName, \.first, limit: PersonName.longest).required().wide(30),
      .text(Phrases.People.lastName, \.last, limit: PersonName.longest).required().wide(30),
      .text(Phrases.People.fatherName, \.father, limit: PersonName.longest).required().wide(30),
      .text(Phrases.Applicants.certificateNumber, \.certificate, limit: 20, direction: .ltr)
        .required().wide(14),
      .day(Phrases.People.birthDay, \.birthDay, today: lists.today).required(),
      .pick(
        Phrases.Applicants.educator, \.isEducator,
        among: [(true, Phrases.Applicants.isEducator), (false, Phrases.Applicants.isOutsider)]
      ).required(),
      .text(Phrases.People.personnelCode, \.personnelCode, limit: 20, direction: .ltr).wide(14)
        .closed { $0.isEducator == false ? Phrases.Applicants.isOutsider : nil },
      .pick(
        Phrases.Applicants.district, \.unit, among: lists.districts.map { ($0.id, $0.name) }
      ).required(),
      .text(Phrases.Applicants.workplace, \.workplace, limit: 100)
        .hinted(Phrases.Applicants.workHint),
      .text(Phrases.Applicants.phone, \.phone, limit: 20, direction: .ltr).wide(16)
        .hinted(Phrases.Applicants.workHint),
    ]
  }

  private func education(_ lists: Lists) -> [Field<Draft>] {
    [
      .pick(
        Phrases.Applicants.degree, \.degree, among: lists.degrees.map { ($0.code, $0.title) }
      ).required(),
      .text(Phrases.Applicants.field, \.field, limit: 100).required(),
      .text(Phrases.Applicants.university, \.university, limit: 100).required(),
      .number(Phrases.Applicants.graduated, \.graduated, in: 0...lists.today.year),
    ]
  }

  private func evidence(_ lists: Lists) -> [Field<Draft>] {
    let kinds = lists.kinds.map { ($0.code, $0.title) }
    return (0..<Self.evidenceRows).flatMap { index -> [Field<Draft>] in
      [
        .pick(Phrases.Applicants.evidenceKind, \.evidence[index].kind, among: kinds)
          .under(Phrases.Applicants.evidence(index + 1)),
        .text(Phrases.Applicants.evidenceTitle, \.evidence[index].title, limit: 100),
        .number(Phrases.Applicants.amount, \.evidence[index].amount, in: 0...10_000),
        .text(Phrases.Applicants.file, \.evidence[index].path, limit: 1_000, direction: .ltr)
          .hinted(Phrases.Applicants.fileHint),
      ]
    }
  }

  private func documents(_ lists: Lists) -> [Field<Draft>] {
    lists.documents.enumerated().map { index, item in
      let field: Field<Draft> = .text(
        item.title, \.documents[index].path, limit: 1_000, direction: .ltr
      ).hinted(Phrases.Applicants.fileHint)
      return index == 0 ? field.under(Phrases.Applicants.documents) : field
    }
  }

  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    guard !draft.nationalCode.isEmpty else { return [] }
    do throws(Training.Complaint) {
      _ = try NationalCode(validating: draft.nationalCode)
      return []
    } catch {
      return [FormRemark(error.sentence, tone: .bad)]
    }
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    portal.read(as: .visitor) { [intake = portal.intake] _, context in
      try draft.package(context.rules, intake.map(IntakeFolder.init))
    }.flatMap { package in
      guard let opened else {
        return portal.register(package, hasAcceptedTerms: true).map {
          .open(LetterScreen(ReceiptLetter($0)))
        }
      }
      return portal.edit(opened, package).map { score in
        .notice(Phrases.Applicants.edited(score), .good)
      }
    }
  }
}

extension ApplicantForm.Draft {
  fileprivate mutating func take(_ opened: OpenedApplication) {
    let form = opened.application.form
    nationalCode = form.nationalCode.digits
    personnelCode = form.personnelCode?.digits ?? ""
    isEducator = form.isEducator
    (first, last, father) = (form.name.first, form.name.last, form.fatherName)
    (certificate, birthDay, unit) = (form.certificateNumber, form.birthDay, form.unit)
    (workplace, phone) = (form.workplace, form.phone)
    (degree, field, university) = (form.degree, form.field, form.university)
    graduated = form.graduated
    let rows = opened.papers.filter { $0.role == .evidence }
    for (index, paper) in rows.prefix(evidence.count).enumerated() {
      evidence[index] = ApplicantForm.Row(paper)
    }
    for paper in opened.papers where paper.role == .document {
      if let index = documents.firstIndex(where: { $0.kind == paper.kind }) {
        documents[index] = ApplicantForm.Row(paper)
      }
    }
  }

  /// The form with its rows and the bytes of the files named in it.
  ///
  /// - Throws: `Failure.complaint` for codes and names, `.refused` for files.
  fileprivate func package(
    _ rules: Rules, _ intake: IntakeFolder?
  ) throws -> ApplicationPackage {
    guard let unit else { throw Failure.complaint(field: "unit", .empty) }
    let isEducator = isEducator ?? true
    let form = InstructorApplication.Form(
      nationalCode: try checked("code") { () throws(Training.Complaint) in
        try NationalCode(validating: nationalCode)
      },
      personnelCode: isEducator && !personnelCode.isEmpty
        ? try checked("personnel") { () throws(Training.Complaint) in
          try PersonnelCode(validating: personnelCode, length: rules.personnelCodeLength)
        } : nil,
      isEducator: isEducator,
      name: try checked("name") { () throws(Training.Complaint) in
        try PersonName(first: first, last: last)
      },
      fatherName: Normalizer.line(father), certificateNumber: Normalizer.line(certificate),
      birthDay: birthDay, workplace: Normalizer.line(workplace), phone: Normalizer.line(phone),
      unit: unit, degree: degree ?? "", field: Normalizer.line(field),
      university: Normalizer.line(university), graduated: graduated)
    var package = ApplicationPackage(form: form, papers: [])
    for (role, rows) in [(InstructorPaper.Role.evidence, evidence), (.document, documents)] {
      for row in rows {
        guard let kind = row.kind, role == .evidence || !row.path.isEmpty else { continue }
        let attached = try row.file(rules, intake)
        if let attached, let bytes = attached.bytes { package.files[attached.file.digest] = bytes }
        package.papers.append(
          InstructorPaper(
            role, kind: kind, title: Normalizer.line(row.title),
            amount: role == .document ? 1 : row.amount, file: attached?.file))
      }
    }
    return package
  }

  private func checked<Value>(
    _ field: String, _ check: () throws(Training.Complaint) -> Value
  ) throws -> Value {
    do throws(Training.Complaint) {
      return try check()
    } catch {
      throw Failure.complaint(field: field, error)
    }
  }
}

extension ApplicantForm.Row {
  fileprivate init(_ paper: InstructorPaper) {
    self.init(
      kind: paper.kind, title: paper.title, amount: paper.amount,
      path: paper.file.map(AttachedFile.mark) ?? "", kept: paper.file)
  }

  /// The file of the row; without bytes where it is kept, nil where there is none.
  fileprivate func file(_ rules: Rules, _ intake: IntakeFolder?) throws -> AttachedFile? {
    try AttachedFile.named(
      path, keeping: kept, .applicantData, under: rules, from: .intake(intake))
  }
}
