import Interchange
import Persian
public import TerminalKit
public import UseCases

/// Reads a list from a file: dry run with every bad row, then one transaction, then the rejects.
public struct ImportScreen<Description: ImportDescription>: Screen {
  public typealias Environment = Portal
  public enum Command: String, CommandSet {
    case commit
    case saveRejected = "save-rejected"
    case template
    public var help: String {
      switch self {
      case .commit: Phrases.Import.commit
      case .saveRejected: Phrases.Import.saveRejected
      case .template: Phrases.Import.template
      }
    }
  }

  public enum Reply: Sendable {
    case read(Result<ListImport<Description>, ImportTrouble>)
    case committed(ListImport<Description>, Result<Void, Failure>)
  }

  /// A problem already put into words.
  public struct ImportTrouble: Error, Sendable {
    let sentence: String
    init(_ error: any Error) { sentence = ImportProblem.sentence(error) }
    init(sentence: String) { self.sentence = sentence }
  }

  private enum Stage: Sendable { case asking, reading, judged, committing, done }

  public static var name: String { "import" }
  public var title: String { description.title }
  public var wantsText: Bool { stage == .asking || table.wantsText }
  private let description: Description
  private var path = TextInput("", limit: 1000, direction: .ltr)
  private var stage = Stage.asking
  private var list: ListImport<Description>?
  private var table: Table<ListImport<Description>.Line>
  private var trouble: String?
  /// What stands in the way of every row, such as the time of the class; said once, above the rows.
  private var common: [String] = []
  /// The doubtful rows have been pointed out, and are taken when it is asked for again.
  private var hasWarned = false
  /// How far a long list is, while it is read, judged or taken.
  private var panel = ProgressPanel("")

  public init(_ description: Description) {
    self.description = description
    table = Table(
      [
        Column(Phrases.Import.row, width: 6, text: { $0.number.said }),
        Column(
          Phrases.Import.verdict, width: 16, tone: { $0.answer.isDoubtful ? .warning : .body },
          text: { $0.answer.isDoubtful ? Phrases.Import.doubtful : $0.answer.verdict.name }),
        Column(Phrases.Import.subject, width: 22, text: { $0.answer.subject }),
        Column(Phrases.Import.reason, text: { $0.answer.remarks.joined(separator: " ") }),
      ], rows: [], identity: { Int64($0.number) })
  }

  public mutating func update(_ event: Event<Command, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .reply(let reply): return take(reply)
    case .command(let command):
      if let reason = reasonClosed(command) { return .notice(reason, .warning) }
      switch command {
      case .commit: return commit()
      case .saveRejected: return saveRejected()
      case .template: return .open(templateSaver)
      }
    case .progress(let snapshot):
      panel.report(snapshot)
      return .none
    case .stale: return .none
    default: break
    }
    guard let input = event.input else { return .none }
    switch stage {
    case .asking: return ask(input)
    case .reading, .committing: return panel.handle(input) ? .cancelWork : .none
    case .judged, .done: return browse(input)
    }
  }

  private var templateSaver: ExportScreen {
    ExportScreen(
      Phrases.Import.template, file: SheetFormat.fileName(description.title, ending: "xlsx")
    ) { [description] portal, path, _ in
      try WorkbookWriter.write(try description.template(portal), to: path)
    }
  }

  private mutating func ask(_ input: WidgetInput) -> Effect<Portal, Reply> {
    switch input {
    case .navigate(.back): return .close
    case .navigate(.accept), .navigate(.save):
      let name = SheetFormat.expanded(path.text)
      guard !name.isEmpty else { return .none }
      stage = .reading
      panel = ProgressPanel(Phrases.Import.reading)
      trouble = nil
      return .background { [description] portal, progress in
        .read(
          Result {
            try ListImport(
              reading: try portal.files.source(name), as: description, portal,
              watch: progress.watch)
          }.mapError { ImportTrouble($0) })
      }
    default:
      _ = path.handle(input)
      return .none
    }
  }

  private mutating func browse(_ input: WidgetInput) -> Effect<Portal, Reply> {
    switch table.handle(input) {
    case .opened:
      guard let line = table.current, !line.answer.remarks.isEmpty else { return .none }
      let title = Phrases.Import.line(line.number, line.answer.subject)
      return .open(
        WhyScreen([
          .init(title, lines: line.answer.remarks, tone: line.answer.verdict.remarkTone)
        ]))
    case .ignored:
      if input == .navigate(.save) {
        return reasonClosed(.commit).map { .notice($0, .warning) } ?? commit()
      }
      return input == .navigate(.back) ? .close : .none
    case .handled: return .none
    }
  }

  private mutating func take(_ reply: Reply) -> Effect<Portal, Reply> {
    switch reply {
    case .read(.success(let found)):
      list = found
      show(found.lines)
      hasWarned = false
      stage = .judged
    case .read(.failure(let problem)):
      trouble = problem.sentence
      stage = .asking
    case .committed(let found, .success):
      list = found
      show(found.lines)
      stage = .done
      return .notice(summary, .good)
    case .committed(_, .failure(let failure)):
      stage = .judged
      return .open(WhyScreen(failure))
    }
    return .none
  }

  private mutating func show(_ lines: [ListImport<Description>.Line]) {
    common =
      lines.count < 2
      ? []
      : (lines[0].answer.remarks).filter { remark in
        lines.allSatisfy { $0.answer.remarks.contains(remark) }
      }
    table.replace(
      lines.map { line in
        var line = line
        line.answer.remarks.removeAll(where: common.contains)
        return line
      })
  }

  private mutating func commit() -> Effect<Portal, Reply> {
    guard let list else { return .none }
    let doubtful = list.lines.count { $0.answer.isDoubtful }
    guard doubtful == 0 || hasWarned else {
      hasWarned = true
      return .notice(Phrases.Import.warned(doubtful), .warning)
    }
    stage = .committing
    panel = ProgressPanel(Phrases.Import.writing)
    return .background { portal, progress in
      var list = list
      let result = list.commit(portal, watch: progress.watch)
      return .committed(list, result)
    }
  }

  private func saveRejected() -> Effect<Portal, Reply> {
    guard let rejected = list?.rejected else { return .none }
    let place = RejectedFile.path(beside: SheetFormat.expanded(path.text))
    return .open(
      ExportScreen(Phrases.Import.saveRejected, at: place, said: Phrases.Import.saved) {
        _, path, _ in
        try WorkbookWriter.write([rejected], to: path)
      })
  }

  public func reasonClosed(_ command: Command) -> String? {
    switch (command, stage) {
    case (.template, _): nil
    case (.commit, .done): Phrases.Import.alreadyDone
    case (.commit, _) where list?.obstacle != nil: list?.obstacle?.sentence
    case (.commit, _):
      list.map { $0.count(.taken) > 0 } == true ? nil : Phrases.Import.nothingToTake
    case (.saveRejected, _):
      list.map { $0.count(.refused) > 0 } == true ? nil : Phrases.Import.nothingRejected
    }
  }

  private var summary: String {
    guard let list else { return "" }
    return Phrases.Import.summary(
      taken: list.count(.taken), known: list.count(.known), refused: list.count(.refused),
      isDone: stage == .done)
  }

  public func view(in frame: inout Frame) {
    let width = max(0, frame.size.columns - 4)
    let label = Description.needsWorkbook ? Phrases.Import.workbookPath : Phrases.Import.path
    frame.write(label, at: Point(row: 0, column: 2), width: width)
    path.view(
      in: &frame, at: Rect(row: 1, column: 2, rows: 1, columns: width),
      isFocused: stage == .asking)
    let line: (String, Tone) =
      switch stage {
      case .asking: trouble.map { ($0, .complaint) } ?? (Phrases.Import.pathHint, .dimmed)
      case .reading: (Phrases.Import.reading, .dimmed)
      case .committing: (Phrases.Import.writing, .dimmed)
      case .judged, .done: (summary, .heading)
      }
    frame.write(line.0, at: Point(row: 2, column: 2), width: width, tone: line.1)
    if stage == .reading || stage == .committing { panel.view(in: &frame, phrases: .portal) }
    guard stage == .judged || stage == .done else { return }
    let above = Scroller(
      common.map { .init(Phrases.Import.ofEveryRow($0), tone: .bad) })
    let height = common.isEmpty ? 0 : min(above.height(width: max(1, width)), frame.size.rows / 3)
    above.view(in: &frame, at: Rect(row: 4, column: 2, rows: height, columns: width))
    let top = 4 + (height == 0 ? 0 : height + 1)
    table.view(
      in: &frame,
      at: Rect(row: top, column: 0, rows: frame.size.rows - top, columns: frame.size.columns),
      phrases: .portal)
  }
}

/// Where the rejected rows of a list go: beside it, under a name that says so.
public enum RejectedFile {
  public static func path(beside path: String) -> String {
    let slash = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    let dot = path[slash...].lastIndex(of: ".") ?? path.endIndex
    return path[..<dot] + "-rejected.xlsx"
  }
}

extension String {
  var trimmed: String { Normalizer.line(self) }
}
