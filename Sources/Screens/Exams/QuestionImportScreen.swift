import Interchange
public import TerminalKit
import Training
public import UseCases

/// «خواندن سوال از پرونده»: GIFT, Aiken or a table, judged line by line before anything is taken.
public struct QuestionImportScreen: Screen {
  public typealias Environment = Portal

  public enum Command: String, CommandSet {
    case commit
    public var help: String { Phrases.Import.commit }
  }

  public enum Reply: Sendable {
    /// The file as it was read, or why it could not be, in words.
    case read(QuestionIntake?, trouble: String)
    case committed(Result<Int, Failure>)
  }

  public static let name = "question-import"
  public let title = Phrases.Bank.importFile
  public var wantsText: Bool { judged == nil || table.wantsText }
  private let course: ID<Course>
  private let unit: ID<Training.Unit>
  private var path = TextInput("", limit: 1000, direction: .ltr)
  private var judged: QuestionIntake?
  private var trouble: String?
  private var table = Table<QuestionIntake.Line>(
    [
      Column(Phrases.Bank.line, width: 6, text: { $0.number.said }),
      Column(Phrases.Import.verdict, width: 14, text: { $0.verdict.name }),
      Column(Phrases.Import.reason, text: { $0.text }),
    ], rows: [], identity: { Int64($0.number) })

  init(_ course: ID<Course>, of unit: ID<Training.Unit>) {
    self.course = course
    self.unit = unit
  }

  public mutating func update(_ event: Event<Command, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .reply(.read(let found, let trouble)):
      take(found, trouble)
      return .none
    case .reply(.committed(.success(let count))):
      return .all([.close, .notice(Phrases.Bank.taken(count), .good)])
    case .reply(.committed(.failure(let failure))): return .open(WhyScreen(failure))
    case .command:
      if let reason = reasonClosed(.commit) { return .notice(reason, .warning) }
      return commit
    case .stale, .progress: return .none
    default: break
    }
    guard let input = event.input else { return .none }
    return judged == nil ? ask(input) : browse(input)
  }

  private mutating func take(_ found: QuestionIntake?, _ trouble: String) {
    judged = found
    self.trouble = found == nil ? trouble : nil
    table.replace(found?.lines ?? [])
  }

  private mutating func ask(_ input: WidgetInput) -> Effect<Portal, Reply> {
    switch input {
    case .navigate(.back): return .close
    case .navigate(.accept), .navigate(.save):
      let name = SheetFormat.expanded(path.text.trimmed)
      guard !name.isEmpty else { return .none }
      return .background { portal, _ in Self.judge(name, portal) }
    default:
      _ = path.handle(input)
      return .none
    }
  }

  private mutating func browse(_ input: WidgetInput) -> Effect<Portal, Reply> {
    switch table.handle(input) {
    case .opened:
      guard let line = table.current else { return .none }
      return .open(
        WhyScreen([.init(Phrases.Bank.lineTitle(line.number), lines: [line.text], tone: .body)]))
    case .ignored where input == .navigate(.back): return .close
    case .ignored, .handled: return .none
    }
  }

  private static func judge(_ path: String, _ portal: Portal) -> Reply {
    do {
      return .read(try QuestionIntake(reading: try portal.files.source(path), portal), trouble: "")
    } catch {
      return .read(nil, trouble: ImportProblem.sentence(error))
    }
  }

  private var commit: Effect<Portal, Reply> {
    guard let judged else { return .none }
    return .background { [course, unit] portal, _ in
      .committed(judged.commit(into: course, of: unit, portal))
    }
  }

  public func reasonClosed(_ command: Command) -> String? {
    judged == nil ? Phrases.Import.nothingToTake : judged?.reasonClosed
  }

  public func view(in frame: inout Frame) {
    let width = max(0, frame.size.columns - 4)
    frame.write(Phrases.Bank.path, at: Point(row: 0, column: 2), width: width)
    path.view(
      in: &frame, at: Rect(row: 1, column: 2, rows: 1, columns: width),
      isFocused: judged == nil)
    let line: (String, Tone) =
      if let trouble {
        (trouble, .complaint)
      } else if let judged {
        judged.refused > 0
          ? (Phrases.Bank.nothingTaken(judged.refused), .complaint)
          : (Phrases.Bank.found(judged.questions.count), .heading)
      } else {
        (Phrases.Bank.importHint, .dimmed)
      }
    frame.write(line.0, at: Point(row: 2, column: 2), width: width, tone: line.1)
    guard judged != nil else { return }
    table.view(
      in: &frame,
      at: Rect(row: 4, column: 0, rows: frame.size.rows - 4, columns: frame.size.columns),
      phrases: .portal)
  }
}
