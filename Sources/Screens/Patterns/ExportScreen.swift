import FoundationEssentials
import Interchange
import Store
public import TerminalKit
public import UseCases

/// Asks where a file goes and writes it beside the keys, with how far it is and a way to stop it.
public struct ExportScreen: Screen {
  public typealias Environment = Portal
  public enum Reply: Sendable { case written(Result<String, Trouble>) }
  /// Writes the file whole or not at all; tells the progress, and throws where it is to stop.
  public typealias Writer = @Sendable (Portal, _ path: String, Progress) throws -> Void

  /// What went wrong, already in words.
  public struct Trouble: Error, Sendable {
    let sentence: String

    init(_ error: any Error) {
      sentence =
        (error as? FileProblem).map(SheetPhrases.said) ?? (error as? ExchangeProblem)?.sentence
        ?? ImportProblem.sentence(error)
    }
  }

  private enum Stage: Sendable {
    case asking
    case confirming(Dialog)
    case writing(ProgressPanel)
  }

  public static let name = "export"
  public let title: String
  public var isOverlay: Bool { true }
  public var wantsText: Bool {
    if case .asking = stage { true } else { false }
  }
  private var stage = Stage.asking
  private var path: FootPrompt
  private let write: Writer

  /// `file` is the name that is proposed, with its ending.
  public init(_ title: String, file: String, write: @escaping Writer) {
    self.title = title
    path = FileWriting.prompt(file)
    self.write = write
  }

  private var place: String { SheetFormat.expanded(path.text) }

  public mutating func update(_ event: Event<NoCommands, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .reply(.written(.success(let path))):
      return .all([.close, .notice(SheetPhrases.saved(path), .good)])
    case .reply(.written(.failure(let trouble))):
      stage = .asking
      return .notice(trouble.sentence, .bad)
    case .progress(let snapshot):
      if case .writing(var panel) = stage {
        panel.report(snapshot)
        stage = .writing(panel)
      }
      return .none
    default: break
    }
    guard let input = event.input else { return .none }
    switch stage {
    case .asking: return ask(input)
    case .confirming(var dialog):
      let outcome = dialog.handle(input)
      stage = .confirming(dialog)
      switch outcome {
      case .chosen(1): return begin()
      case .chosen, .cancelled: stage = .asking
      case .none: break
      }
      return .none
    case .writing(var panel):
      let stops = panel.handle(input)
      stage = .writing(panel)
      return stops ? .cancelWork : .none
    }
  }

  private mutating func ask(_ input: WidgetInput) -> Effect<Portal, Reply> {
    switch input {
    case .navigate(.back): return .close
    case .navigate(.accept), .navigate(.save):
      guard !place.isEmpty else { return .none }
      guard FileManager.default.fileExists(atPath: place) else { return begin() }
      stage = .confirming(
        Dialog(
          question: SheetPhrases.isThere(place),
          choices: [WidgetPhrases.portal.cancel, SheetPhrases.replace]))
    default: path.handle(input)
    }
    return .none
  }

  private mutating func begin() -> Effect<Portal, Reply> {
    stage = .writing(ProgressPanel(title))
    return .background { [write, place] portal, progress in
      .written(
        Result {
          try write(portal, place, progress)
          return place
        }.mapError { Trouble($0) })
    }
  }

  public func view(in frame: inout Frame) {
    switch stage {
    case .asking:
      let area = frame.centred(rows: 4, columns: min(72, frame.size.columns))
      frame.fill(area)
      frame.box(area, title: title)
      frame.draw(in: area.inset(by: 1, columns: 1)) { part in
        path.view(in: &part, row: 0)
        part.write(
          SheetPhrases.pathHint, at: Point(row: 1, column: 1), width: part.size.columns - 2,
          tone: .dimmed)
      }
    case .confirming(let dialog): dialog.view(in: &frame, phrases: .portal)
    case .writing(let panel): panel.view(in: &frame, phrases: .portal)
    }
  }
}

extension Progress {
  /// Takes how far long work is; throws where it was asked to stop.
  var watch: ImportWatch {
    { done, total in
      self.report(done, of: total)
      guard !self.isCancelled else { throw StoreError.cancelled }
    }
  }

  /// The same for the pages of a paper.
  func watchPages(_ done: Int, _ total: Int) throws(FileProblem) {
    report(done, of: total)
    guard !isCancelled else { throw .cancelled }
  }
}
