import Persian
import Store
import Training

/// Course files, financial documents and courses held elsewhere, in their states.
struct DemoFinance {
  /// What the shipped file of names holds for files and certificates.
  struct Names: Decodable, Sendable {
    var recipient, bill, report, location, difference: String
    var institutes: [String]
  }

  let names: Names
  let stage: DemoStage
  let cast: DemoCast
  let stands: [DemoPlay.Stand]

  func perform() throws {
    var done: Set<ID<CourseRequest>> = []
    for stand in stands where stand.progress == .ended {
      guard let last = stand.sessions.last,
        let line = try stage.portal.store.read({ records in
          try records.trainingClass(
            stand.id, in: .units(.everything), on: stage.today)?.trainingClass.request
        }), done.insert(line).inserted
      else { continue }
      stage.now(min(stage.today.days(to: last.day) + 3, 0), 9 * 60)
      try keepFile(of: line, stand, isFirst: done.count == 1)
    }
    try registerEquivalents()
  }

  /// The first file is with the expert and controlled; the others are late.
  private func keepFile(
    of request: ID<CourseRequest>, _ stand: DemoPlay.Stand, isFirst: Bool
  ) throws {
    let today = stage.portal.today
    let lines = try stage.portal.read(as: stand.manager) { records, context in
      try records.payLines(of: request, on: context.today, under: context.rules)
    }.get()
    for (index, line) in lines.enumerated() where isFirst || index == 0 {
      var pay = line.pay
      pay.job = Rial(86_000_000 + index * 1_500_000)
      pay.incumbent = Rial(34_000_000)
      pay.management = Rial(index == 0 ? 12_000_000 : 0)
      pay.hasSlip = true
      try stage.perform(PutFactorPay(before: line.pay, after: pay), as: stand.manager)
    }
    let bill = Invoice(
      id: ID(rawValue: 0), request: request, number: "118", day: today, title: names.bill,
      amount: Rial(14_500_000))
    _ = try stage.perform(PutInvoice(bill), as: stand.manager)
    if let first = stand.sessions.first {
      try stage.perform(
        PutDailyReport(
          DailyReport(
            id: ID(rawValue: 0), request: request, day: first.day, text: names.report,
            cost: Rial(3_200_000))), as: stand.manager)
    }
    let document = FinancialDocument(request: request)
    var due = document
    due.due = stage.today.adding(days: isFirst ? 20 : -2)
    due.recipient = names.recipient
    try stage.perform(CarryDocument(.edit, before: document, after: due), as: stand.manager)
    for (index, code) in FolderItem.Code.allCases.enumerated() where isFirst || index % 3 == 0 {
      try stage.perform(
        PutFolderItem(
          FolderItem(id: ID(rawValue: 0), request: request, code: code), standing: .present,
          note: ""), as: stand.manager)
    }
    if isFirst { try handOver(request, stand) }
  }

  /// The file goes to the expert, who finds a difference, knows its reason, and controls it.
  private func handOver(_ request: ID<CourseRequest>, _ stand: DemoPlay.Stand) throws {
    let file = CourseFile(request: request)
    var kept = file
    (kept.keeping, kept.location) = (.withExpert, names.location)
    try stage.perform(CarryFile(.edit, before: file, after: kept), as: stand.manager)
    _ = try stage.perform(Advance<CourseFileLife>(request, .deliver), as: stand.manager)
    let comparisons = try stage.portal.store.read { try $0.paperComparisons(of: request) }
    for comparison in comparisons {
      var counts = comparison.records
      counts.absences += 1
      _ = try stage.perform(
        CountPaper(comparison, counts: counts, note: names.difference), as: stand.expert)
    }
    _ = try stage.perform(Advance<CourseFileLife>(request, .control), as: stand.expert)
  }

  // MARK: Courses held elsewhere

  private func registerEquivalents() throws {
    let courses = try stage.portal.store.read { try $0.courses(limit: 12) }
    let states: [EquivalentLife.State] = [.registered, .confirmed, .rejected, .sent, .recorded]
    for (index, state) in states.enumerated() {
      guard cast.learners.indices.contains(index), courses.indices.contains(index) else { return }
      let learner = cast.learners[index]
      guard learner.person != nil,
        let expert = cast.experts.first(where: { $0.unit == learner.unit })
      else { continue }
      stage.now(-20 + index, 10 * 60)
      try carry(to: state, index, learner, expert, courses[index])
    }
  }

  private func carry(
    to state: EquivalentLife.State, _ index: Int, _ learner: Actor, _ expert: Actor,
    _ course: Course
  ) throws {
    let today = stage.portal.today
    let form = EquivalentCourse.Form(
      title: course.title, minutes: course.minutes,
      institute: names.institutes[index % names.institutes.count], year: today.year,
      from: today.adding(days: -60), to: today.adding(days: -50),
      certificate: LetterMark(number: "\(500 + index)", day: today.adding(days: -40)))
    let bytes = Array("%PDF-1.4\n% \(index)\n".utf8)
    let scan = Attachment(
      name: "certificate.pdf", kind: .pdf, size: bytes.count,
      digest: BlobDigest(of: bytes).hexadecimal)
    let id = try stage.perform(
      RegisterEquivalent(form, scan: AttachedFile(scan, bytes: bytes)), as: learner)
    guard state != .registered,
      let line = try stage.portal.store.read({
        try $0.equivalent(id, in: .units(.everything))
      })
    else { return }
    if state == .rejected {
      _ = try stage.perform(
        Advance<EquivalentLife>(id, .reject), as: expert, reason: names.difference)
      return
    }
    try stage.perform(
      ReviewEquivalent(
        line.equivalent, isOriginalSeen: true, answers: [true, true, true, true],
        courseCode: course.code), as: expert)
    _ = try stage.perform(Advance<EquivalentLife>(id, .confirm), as: expert)
    guard state != .confirmed else { return }
    _ = try stage.perform(SendEquivalents([id], number: "\(70 + index)", day: today), as: expert)
    guard state == .recorded else { return }
    try stage.perform(ApproveEquivalents([id]), as: cast.province)
  }
}
