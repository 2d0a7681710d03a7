import FoundationEssentials
import Persian
public import Store
public import Training

/// The form of an application with its rows, as the applicant hands it in.
///
/// The bytes of the files go with it once and are kept as attachments; the journal keeps their names
/// and digests.
public struct ApplicationPackage: Sendable, Codable {
  public var form: InstructorApplication.Form
  public var papers: [InstructorPaper]
  /// By digest; empty where the entry is performed again.
  public var files: [String: [UInt8]] = [:]

  /// Rows and files beyond this are refused.
  public static let mostPapers = 24
  /// The longest text of a field, in characters.
  public static let longest = 200

  private enum CodingKeys: String, CodingKey { case form, papers, files }

  public init(
    form: InstructorApplication.Form, papers: [InstructorPaper], files: [String: [UInt8]] = [:]
  ) {
    self.form = form
    self.papers = papers
    self.files = files
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    form = try container.decode(InstructorApplication.Form.self, forKey: .form)
    papers = try container.decode([InstructorPaper].self, forKey: .papers)
    guard decoder.carriesFiles else { return }
    files = try container.decode([String: Data].self, forKey: .files).mapValues { Array($0) }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(form, forKey: .form)
    try container.encode(papers, forKey: .papers)
    guard encoder.carriesFiles else { return }
    try container.encode(files.mapValues { Data($0) }, forKey: .files)
  }

  /// Throws what is wrong with the texts, the rows and the files.
  func check(_ context: Context) throws {
    let texts =
      [
        ("father", form.fatherName), ("certificate", form.certificateNumber),
        ("workplace", form.workplace), ("phone", form.phone), ("field", form.field),
        ("university", form.university),
      ] + papers.map { ("paper", $0.title) } + papers.map { ("file", $0.file?.name ?? "") }
    for (field, text) in texts { try PublicText.check(text, field, longest: Self.longest) }
    guard papers.count <= Self.mostPapers else {
      throw Failure.refused([
        Finding(
          .applicantData, .refusal, .instructor(.filesMany(limit: Self.mostPapers)))
      ])
    }
    try attached.compactMap { $0.finding(.applicantData, context) }.orRefuse()
  }

  private var attached: [AttachedFile] {
    papers.compactMap(\.file).map { AttachedFile($0, bytes: files[$0.digest]) }
  }

  /// Keeps the files; one that nobody brought must be there already.
  func keep(_ records: borrowing Writing, _ context: Context) throws {
    for file in attached { try file.keep(records, context) }
  }

  func score(_ context: Context) -> Int {
    InstructorScore(degree: form.degree, papers: papers, under: context.rules).total
  }
}

/// Texts that strangers type into public forms.
enum PublicText {
  /// Throws for a text that is too long or holds characters that steer terminals or directions.
  static func check(_ text: String, _ field: String, longest: Int) throws(Failure) {
    guard text.count <= longest else {
      throw .complaint(field: field, .tooLong(maximum: longest))
    }
    for scalar in text.unicodeScalars
    where scalar.properties.generalCategory == .control
      || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    {
      throw .complaint(field: field, .name(String(scalar)))
    }
  }
}

/// Hands in an application, without an account («ثبت اطلاعات», S2-3.2).
public struct RegisterApplicant: UseCase {
  public static let name = "instructor.register"
  public static let isUndoable = false
  public var id: ID<InstructorApplication>?
  public var package: ApplicationPackage
  public var hasAcceptedTerms: Bool
  public var tracking: TrackingMark
  private var papers: [Int64] = []

  public init(
    _ package: ApplicationPackage, hasAcceptedTerms: Bool, tracking: TrackingMark
  ) {
    self.package = package
    self.hasAcceptedTerms = hasAcceptedTerms
    self.tracking = tracking
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    guard id == nil else { return }
    id = try records.newID()
    for _ in package.papers { papers.append(try records.newID(InstructorPaper.self).rawValue) }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try InstructorLife.require(.register, context)
  }

  /// - Returns: The score in hundredths of a point.
  public func run(_ records: borrowing Writing, _ context: Context) throws -> Int {
    guard let id else { throw StoreError.notFound }
    try package.check(context)
    guard try records.unit(package.form.unit)?.kind == .district else {
      throw Failure.complaint(field: "unit", .unknownChoice(""))
    }
    let it = InstructorApplication(
      id: id, form: package.form, score: package.score(context), submitted: context.today)
    let taken = try records.liveApplication(of: package.form.nationalCode)
    let facts = InstructorLife.Facts(
      application: it, papers: package.papers, day: context.today,
      hasAcceptedTerms: hasAcceptedTerms, taken: taken?.form.name.inFull)
    _ = try InstructorLife.open(.register, in: nil, facts, context)
    try package.keep(records, context)
    try records.insert(it, tracking: tracking)
    try records.replacePapers(of: id, with: package.papers, ids: papers)
    return it.score
  }
}

/// Changes an application that its owner has opened with national and tracking code (S2-3.2e).
public struct EditApplicant: UseCase {
  public static let name = "instructor.edit"
  public static let isUndoable = false
  /// As the form showed it.
  public var before: InstructorApplication
  public var package: ApplicationPackage
  /// The hash that the typed tracking code was compared with; the code itself goes nowhere.
  public var proof: TrackingMark
  private var papers: [Int64] = []

  public init(
    before: InstructorApplication, _ package: ApplicationPackage, proof: TrackingMark
  ) {
    self.before = before
    self.package = package
    self.proof = proof
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    guard papers.isEmpty else { return }
    for _ in package.papers { papers.append(try records.newID(InstructorPaper.self).rawValue) }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try InstructorLife.require(.edit, context)
    guard try records.tracking(of: before.id) == proof else { throw Failure.forbidden }
  }

  /// - Returns: The score in hundredths of a point.
  public func run(_ records: borrowing Writing, _ context: Context) throws -> Int {
    try package.check(context)
    guard let now = try records.application(before.id, in: context.actor.scope) else {
      throw Failure.forbidden
    }
    var after = before
    after.form = package.form
    // Who it is stays; another national code is another application.
    after.form.nationalCode = before.form.nationalCode
    after.score = package.score(context)
    // What was seen is not what is handed in now.
    after.originalsSeen = nil
    guard try records.unit(after.form.unit)?.kind == .district else {
      throw Failure.complaint(field: "unit", .unknownChoice(""))
    }
    let facts = InstructorLife.Facts(
      application: after, papers: package.papers, day: context.today)
    let choice = try InstructorLife.open(.edit, in: now.application.state, facts, context)
    if let state = choice.to { after.state = state }
    try package.keep(records, context)
    try Failure.check(
      try records.update(before, to: after), on: before.form.name.inFull)
    try records.replacePapers(of: before.id, with: package.papers, ids: papers)
    return after.score
  }
}
