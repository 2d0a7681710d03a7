import Interchange
import Persian
import Screens
import Store
import Training
import UseCases

/// `faragir import`: a list from a file, judged row by row, then taken in one transaction.
enum ImportCommand: Subcommand {
  static var syntax: Syntax {
    Syntax(
      "import", summary: CommandLinePhrases.Summary.importList,
      notes: CommandLinePhrases.Notes.importList,
      operands: [
        .init(
          "KIND",
          choices: ["people", "introduction", "catalogue", "scores", "questions", "completed"]),
        .init("FILE"),
      ],
      options: CommandActor.options() + RecordsFile.options + [
        .init("--class", value: "NUMBER", help: CommandLinePhrases.Option.trainingClass),
        .init("--course", value: "CODE", help: CommandLinePhrases.Option.course),
        .init("--dry-run", help: CommandLinePhrases.Option.dryRun),
        .init("--rejected", value: "FILE", help: CommandLinePhrases.Option.rejected),
        .init("--json", help: CommandLinePhrases.Option.json),
        SharedFiles.option,
      ])
  }

  static func run(_ arguments: Arguments) throws -> ExitCode {
    let portal = SharedFiles(arguments).portal(
      try RecordsFile(arguments).openExisting(), .system)
    portal.signIn(try CommandActor.find(arguments, in: portal))
    if arguments.operands[0] == "people" {
      return try take(PeopleImport(), arguments, portal)
    }
    if arguments.operands[0] == "completed" {
      return try take(CompletedUpload(), arguments, portal)
    }
    if arguments.operands[0] == "catalogue" {
      return try take(CatalogueImport(), arguments, portal)
    }
    if arguments.operands[0] == "questions" { return try takeQuestions(arguments, portal) }
    let id = try ClassChoice.find(arguments, in: portal).id
    if arguments.operands[0] == "scores" {
      return try take(ScoreImport(into: try ExamChoice.find(of: id, in: portal)), arguments, portal)
    }
    return try take(IntroductionImport(into: id), arguments, portal)
  }

  private static func take<Description: ImportDescription>(
    _ description: Description, _ arguments: Arguments, _ portal: Portal
  ) throws -> ExitCode {
    let path = arguments.operands[1]
    let isTrial = arguments.has("--dry-run")
    var list = try ListImport(reading: path, as: description, portal)
    if !isTrial, list.obstacle == nil { try list.commit(portal).get() }
    var saved: String?
    if let rejected = list.rejected, !isTrial || arguments.value("--rejected") != nil {
      let target = arguments.value("--rejected") ?? RejectedFile.path(beside: path)
      try WorkbookWriter.write([rejected], to: target)
      saved = target
    }
    if let obstacle = list.obstacle { ErrorOutput.write(obstacle.sentence + "\n") }
    try report(list, arguments, isDone: !isTrial && list.obstacle == nil, saved: saved)
    return list.count(.refused) == 0 ? .done : .refused
  }

  /// Questions come in together or not at all, as on the screen.
  private static func takeQuestions(
    _ arguments: Arguments, _ portal: Portal
  ) throws -> ExitCode {
    let bank = try BankChoice.find(arguments, in: portal)
    let file = try QuestionIntake(reading: arguments.operands[1], portal)
    let isTrial = arguments.has("--dry-run")
    let isTaken = file.reasonClosed == nil && !isTrial
    let count =
      isTaken
      ? try file.commit(into: bank.course.id, of: bank.unit, portal).get() : file.questions.count
    let bad = file.lines.filter { $0.verdict == .refused }
    var output = Output()
    if arguments.has("--json") {
      try output.write(
        json: Report(
          taken: file.reasonClosed == nil ? count : 0,
          known: file.questions.isEmpty ? 0 : file.questions.count - count,
          refused: bad.map { Report.Row(row: $0.number, subject: "", reasons: [$0.text]) },
          isDryRun: isTrial, rejectedFile: nil))
    } else {
      for line in file.lines where line.verdict != .taken {
        ErrorOutput.write(
          CommandLinePhrases.Records.questionLine(line.number, line.text) + "\n")
      }
      if let reason = file.reasonClosed {
        ErrorOutput.write(reason + "\n")
      } else {
        try output.write(
          CommandLinePhrases.Records.questions(count, isDone: isTaken) + "\n")
      }
    }
    try output.flush()
    return file.reasonClosed == nil ? .done : .refused
  }

  private struct Report: Encodable {
    struct Row: Encodable {
      var row: Int
      var subject: String
      var reasons: [String]
    }

    var taken: Int
    var known: Int
    var refused: [Row]
    var isDryRun: Bool
    var rejectedFile: String?
  }

  private static func report<Description: ImportDescription>(
    _ list: ListImport<Description>, _ arguments: Arguments, isDone: Bool, saved: String?
  ) throws {
    let bad = list.lines.filter { $0.answer.verdict == .refused }
    var output = Output()
    if arguments.has("--json") {
      try output.write(
        json: Report(
          taken: list.count(.taken), known: list.count(.known),
          refused: bad.map {
            Report.Row(row: $0.number, subject: $0.answer.subject, reasons: $0.answer.remarks)
          }, isDryRun: !isDone, rejectedFile: saved))
    } else {
      for line in bad {
        ErrorOutput.write(
          CommandLinePhrases.Records.rejectedRow(
            line.number, line.answer.subject, line.answer.remarks) + "\n")
      }
      try output.write(
        CommandLinePhrases.Records.importSummary(
          taken: list.count(.taken), known: list.count(.known), refused: bad.count,
          isDone: isDone) + "\n")
      if let saved {
        try output.write(CommandLinePhrases.Records.rejectedSaved(saved) + "\n")
      }
    }
    try output.flush()
  }
}

/// The class that `--class` names, within the reach of the actor.
enum ClassChoice {
  static func find(_ arguments: Arguments, in portal: Portal) throws -> TrainingClass {
    let lines = try portal.read { records, context in
      try records.classes(in: context.actor.courseReach, on: context.today)
    }.get()
    guard let wanted = arguments.value("--class") else { throw choose(among: lines) }
    let number = Int64(Digits.latin(wanted))
    let words = SearchKey.words(wanted)
    // By its number, or by words of its name and its course.
    let found = lines.filter { line in
      guard number == nil else { return line.trainingClass.id.rawValue == number }
      let key = SearchKey.joined("\(line.trainingClass.name) \(line.courseTitle)")
      return !words.isEmpty && words.allSatisfy { key.contains($0) }
    }
    guard let line = found.first else {
      throw Refusal(CommandLinePhrases.Records.noClass(wanted))
    }
    guard found.count == 1 else { throw choose(among: found) }
    return line.trainingClass
  }

  private static func choose(among lines: [ClassLine]) -> Refusal {
    Refusal(
      all: CommandLinePhrases.Records.chooseClass(
        lines.map { line in
          let it = line.trainingClass
          return (String(it.id.rawValue), CommandLinePhrases.pair(line.courseTitle, it.name))
        }))
  }
}

/// The exam of a class whose scores come from elsewhere: the last that counts.
enum ExamChoice {
  static func find(of trainingClass: ID<TrainingClass>, in portal: Portal) throws -> ID<Exam> {
    let exams = try portal.store.read { try $0.exams(of: trainingClass) }
      .filter { $0.kind.counts && $0.mode != .electronic }
    // Where the other system held one, its file is meant rather than that of a paper exam.
    guard let exam = exams.last(where: { $0.mode == .elsewhere }) ?? exams.last else {
      throw Refusal(all: [CommandLinePhrases.Records.noExam])
    }
    return exam.id
  }
}

/// The bank of questions that `--course` names, within the reach of the actor.
enum BankChoice {
  static func find(_ arguments: Arguments, in portal: Portal) throws -> BankLine {
    let banks = try portal.read { records, context in
      try context.require(.viewExams)
      return try records.banks(in: context.actor.courseReach)
    }.get()
    let code = arguments.value("--course").map { Digits.latin($0) }
    let found = banks.filter { code == nil || $0.course.code == code }
    if let only = found.first, code != nil { return only }
    throw Refusal(
      all: CommandLinePhrases.Records.chooseCourse(
        banks.map { ($0.course.code, CommandLinePhrases.pair($0.course.title, $0.unitName)) }))
  }
}
