public import Interchange
import Store
public import TerminalKit
public import UseCases

/// Asks where a file goes and writes it beside the keys, with how far it is and a way to stop it.
public struct ExportScreen: Screen {
  public typealias Environment = Portal
  public enum Reply: Sendable {
    case looked(Result<FileReach.Target, Trouble>)
    case written(Result<String, Trouble>)
  }
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
    /// Whether a file may stand there is being asked of the disk.
    case looking
    case confirming(Dialog, String)
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
  /// The place was typed elsewhere: there is nothing to go back to.
  private let isTyped: Bool
  private let said: @Sendable (String) -> String
  private let write: Writer

  /// `file` is the name that is proposed, with its ending.
  public init(_ title: String, file: String, write: @escaping Writer) {
    self.title = title
    path = FileWriting.prompt(file)
    isTyped = false
    said = SheetPhrases.saved
    self.write = write
  }

  /// Writes to a place that was typed already; `said` tells that it is done.
  init(
    _ title: String, at place: String,
    said: @escaping @Sendable (String) -> String = SheetPhrases.saved, write: @escaping Writer
  ) {
    self.title = title
    path = FootPrompt(SheetPhrases.path, TextInput(place, limit: 1_000, direction: .ltr))
    isTyped = true
    self.said = said
    self.write = write
    stage = .looking
  }

  public func start() -> Effect<Portal, Reply> { isTyped ? look : .none }

  /// Whether the person may write there, and whether a file is there already.
  private var look: Effect<Portal, Reply> {
    let place = SheetFormat.expanded(path.text)
    guard !place.isEmpty else { return isTyped ? .close : .none }
    return .run { portal in
      .looked(
        Result { () throws(FileProblem) in try portal.files.target(place) }
          .mapError { Trouble($0) })
    }
  }

  private mutating func failed(_ trouble: Trouble) -> Effect<Portal, Reply> {
    guard !isTyped else { return .all([.close, .notice(trouble.sentence, .bad)]) }
    stage = .asking
    return .notice(trouble.sentence, .bad)
  }

  public mutating func update(_ event: Event<NoCommands, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .reply(.looked(.success(let target))):
      guard target.isThere else { return begin(target.path) }
      stage = .confirming(
        Dialog(
          question: SheetPhrases.isThere(target.path),
          choices: [WidgetPhrases.portal.cancel, SheetPhrases.replace]), target.path)
      return .none
    case .reply(.written(.success(let path))):
      return .all([.close, .notice(said(path), .good)])
    case .reply(.looked(.failure(let trouble))), .reply(.written(.failure(let trouble))):
      return failed(trouble)
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
    case .looking: return .none
    case .confirming(var dialog, let place):
      let outcome = dialog.handle(input)
      stage = .confirming(dialog, place)
      switch outcome {
      case .chosen(1): return begin(place)
      case .chosen, .cancelled:
        if isTyped { return .close }
        stage = .asking
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
    case .navigate(.accept), .navigate(.save): return look
    default: path.handle(input)
    }
    return .none
  }

  private mutating func begin(_ place: String) -> Effect<Portal, Reply> {
    stage = .writing(ProgressPanel(title))
    return .background { [write] portal, progress in
      .written(
        Result {
          try write(portal, place, progress)
          return place
        }.mapError { Trouble($0) })
    }
  }

  public func view(in frame: inout Frame) {
    switch stage {
    case .asking: path.box(in: &frame, title: title, hint: SheetPhrases.pathHint)
    case .looking: break
    case .confirming(let dialog, _): dialog.view(in: &frame, phrases: .portal)
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

  /// Tells nothing of what is done, and stops where this one was asked to.
  var unseen: Progress {
    Progress { _ in self.isCancelled }
  }

  /// The same for the pages of a paper.
  func watchPages(_ done: Int, _ total: Int) throws(FileProblem) {
    report(done, of: total)
    guard !isCancelled else { throw .cancelled }
  }
}
