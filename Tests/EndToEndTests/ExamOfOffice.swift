import Persian
import Store
import TestKit
import Training
import UseCases

/// Records on disk with an exam that is going on by the clock of the machine, and a learner in it.
struct ExamOfOffice {
  let records: String
  let exam: ID<Exam>
  let enrolment: ID<Enrolment>
  static let username = "learner-of-exam"
  static let questions = 20

  /// The exam began an hour ago and goes on for three more.
  init(_ sample: SampleOffice, at path: String) throws {
    records = path
    let now = Self.now
    let office = try Office(path: path, clock: WallClock { now })
    let person = try office.person(1, last: "احمدی")
    try office.signIn(.learner, person: person.id, as: Self.username)
    let begun = now - 3_600_000
    let made = try office.portal.store.write(at: now) { records in
      let today = Moment.day(of: now)
      let course = Course(
        id: try records.newID(), code: "12345678", title: "روان‌شناسی تربیتی", minutes: 240)
      try records.insert(course)
      let request = CourseRequest(
        id: try records.newID(), course: course.id, unit: office.district, year: today.year,
        from: today.adding(days: -30), to: today.adding(days: 30), classCount: 1, method: .expert,
        mode: .inPerson, quota: 40, classCapacity: 40, state: .approved)
      try records.insert(request)
      let it = TrainingClass(
        id: try records.newID(), request: request.id, name: "الف",
        enrolFrom: today.adding(days: -25), enrolTo: today.adding(days: -22),
        from: today.adding(days: -20), to: today.adding(days: -10), capacity: 40, place: "سالن")
      try records.insert(it)
      let enrolment = Enrolment(
        id: try records.newID(), trainingClass: it.id, person: person.id, method: .expert,
        day: today.adding(days: -23))
      try records.insert(enrolment)
      let exam = Exam(
        id: try records.newID(), trainingClass: it.id, kind: .final, mode: .electronic,
        title: "آزمون پایانی", day: Moment.day(of: begun), minute: Moment.minute(of: begun),
        questionCount: Self.questions, duration: 240, state: .ready)
      try records.insert(exam)
      for place in 1...Self.questions {
        let question = Question(
          id: try records.newID(), course: course.id, unit: office.district,
          stem: "گزینهٔ درست سوال \(place) کدام است؟",
          options: ["یک", "دو", "سه"].enumerated().map { index, text in
            Question.Option(text, weight: index == 1 ? Question.Option.whole : 0)
          })
        var ids: [ID<Question.Option>] = []
        for _ in question.options { ids.append(try records.newID()) }
        try records.insert(question, options: ids)
        try records.insert(
          ExamQuestion(
            id: try records.newID(), exam: exam.id, question: question.id, place: place))
      }
      try records.journal(Cause(useCase: "test.exam"))
      return (exam: exam.id, enrolment: enrolment.id)
    }
    (exam, enrolment) = made
  }

  static var now: Int64 { Int64(SampleOffice.seconds) * 1000 }

  /// Opens the portal as the learner, as far as the exam.
  func open(_ sample: SampleOffice) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      ["--db", records, "--bidi", "explicit"],
      environment: Product.environment(home: sample.folder.path, terminal: "vt220"))
    try terminal.waitForScreen("بخش خود را برگزینید", within: .seconds(60))
    try terminal.type("\r")
    try terminal.waitForScreen("بخش بعدی")
    try terminal.type("\(Self.username)\r\(Office.password)\r\(try sample.code(terminal))\r")
    try terminal.waitForScreen("تابلو اعلانات")
    try terminal.type("\u{1B}[B\u{1B}[B\u{1B}[B\r")
    try terminal.waitForScreen("باز است")
    try terminal.type("\r")
    try terminal.waitForScreen("از ۲۰")
    return terminal
  }

  /// Answers that are in the records, and the score that stands with them.
  func kept() throws -> (answers: Int, score: Score?) {
    let store = try Store.open(at: records)
    return try store.read { records in
      let sitting = try records.sitting(of: exam, enrolment)
      let answers = try sitting.map { try records.answers(of: $0.id) } ?? [:]
      return (
        answers.values.count { !$0.response.isEmpty },
        try records.result(of: exam, enrolment)?.score
      )
    }
  }
}
