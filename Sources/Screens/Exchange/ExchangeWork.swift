import Interchange
import Store
import TerminalKit
import UseCases

/// Takes a bundle from a stick or speaks with the server, beside the keys, with how far it is and a
/// way to stop it.
struct ExchangeWork: Screen {
  typealias Environment = Portal
  enum Kind: Sendable {
    case push, pull, receive

    var title: String {
      switch self {
      case .push: ExchangePhrases.push
      case .pull: ExchangePhrases.pull
      case .receive: ExchangePhrases.receive
      }
    }
  }

  enum Reply: Sendable { case done(Result<String, ExportScreen.Trouble>) }

  static let name = "exchange-work"
  var title: String { kind.title }
  var isOverlay: Bool { true }
  var wantsText: Bool { path != nil }
  private let kind: Kind
  /// Where the bundle is, while it is being asked for.
  private var path: FootPrompt?
  private var panel: ProgressPanel

  init(_ kind: Kind) {
    self.kind = kind
    panel = ProgressPanel(kind.title)
    path = kind == .receive ? FileWriting.prompt("faragir.exchange") : nil
  }

  func start() -> Effect<Portal, Reply> { path == nil ? work("") : .none }

  private func work(_ path: String) -> Effect<Portal, Reply> {
    .background { [kind] portal, progress in
      .done(
        Result {
          let desk = try portal.exchangeDesk()
          let watch: ExchangeDesk.Watch = { done, total in
            if total > 0 { progress.report(done, of: total) }
            return !progress.isCancelled
          }
          switch kind {
          case .push: return ExchangePhrases.taken(try desk.push(watch))
          case .pull: return ExchangePhrases.pulled(try desk.pull(watch))
          case .receive:
            let place = try portal.files.source(path)
            return ExchangePhrases.received(try desk.receive(from: place, watch))
          }
        }.mapError { ExportScreen.Trouble($0) })
    }
  }

  mutating func update(_ event: Event<NoCommands, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .reply(.done(.success(let sentence))):
      return .replace(WhyScreen(title: title, [.init(sentence, tone: .good)]))
    case .reply(.done(.failure(let trouble))):
      return .replace(WhyScreen(title: title, [.init(trouble.sentence, tone: .bad)]))
    case .progress(let snapshot):
      panel.report(snapshot)
      return .none
    default: break
    }
    guard let input = event.input else { return .none }
    guard var prompt = path else { return panel.handle(input) ? .cancelWork : .none }
    switch input {
    case .navigate(.back): return .close
    case .navigate(.accept), .navigate(.save):
      let place = SheetFormat.expanded(prompt.text)
      guard !place.isEmpty else { return .none }
      path = nil
      return work(place)
    default:
      prompt.handle(input)
      path = prompt
      return .none
    }
  }

  func view(in frame: inout Frame) {
    guard let path else { return panel.view(in: &frame, phrases: .portal) }
    path.box(in: &frame, title: title, hint: ExchangePhrases.receiveHint)
  }
}

extension Portal {
  /// The desk of this office on records opened anew: exchange is long work, and the keys go on.
  func exchangeDesk() throws -> ExchangeDesk {
    guard writer == nil else { throw ExchangeProblem.inSession }
    return ExchangeDesk(store: try Store.open(at: store.path), clock: clock)
  }
}
