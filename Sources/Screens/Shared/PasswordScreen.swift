import TerminalKit
import Training
import UseCases

/// Changes one's own password; forced after a given one (SM-0, S0-10).
struct PasswordScreen: Screen {
  typealias Environment = Portal
  enum Reply: Sendable { case changed(Result<Void, Failure>), entered(Actor?) }

  struct Draft: Sendable {
    var old = ""
    var new = ""
    var again = ""
  }

  static let name = "password"
  let title = Phrases.changePassword
  var wantsText: Bool { form.wantsText }
  let shownKeys = [Navigation.save]
  private let isForced: Bool
  let system: String?
  private var form: Form<Draft>

  /// `role` is that of an account whose given password must be changed before anything else.
  init(forcedOf role: Role? = nil) {
    isForced = role != nil
    system = role?.section?.system
    form = Form(
      Draft(),
      fields: [
        .password(Phrases.oldPassword, \.old).required().wide(24),
        .password(Phrases.newPassword, \.new).required().wide(24),
        .password(Phrases.newPasswordAgain, \.again).required().wide(24),
      ], phrases: .portal)
  }

  mutating func update(_ event: Event<NoCommands, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .reply(.changed(.success)):
      guard isForced else { return .all([.close, .notice(Phrases.passwordChanged, .good)]) }
      return .run { .entered($0.actor) }
    case .reply(.changed(.failure(let failure))):
      form.refuse()
      return .open(WhyScreen(failure))
    case .reply(.entered(let actor)):
      return actor.map {
        .all([.restart(HomeScreen($0)), .notice(Phrases.passwordChanged, .good)])
      }
        ?? .unwind
    default: break
    }
    guard let input = event.input else { return .none }
    switch form.handle(input) {
    case .submitted: return submit()
    case .cancelled: return isForced ? .open(LogOutScreen()) : .close
    case .ignored, .handled, .lookup: return .none
    }
  }

  private mutating func submit() -> Effect<Portal, Reply> {
    let draft = form.draft
    guard draft.new == draft.again else {
      form.complain(Phrases.passwordsDiffer, at: 2)
      return .none
    }
    return .run { .changed($0.changePassword(from: draft.old, to: draft.new)) }
  }

  func view(in frame: inout Frame) {
    let width = max(0, frame.size.columns - 4)
    if isForced {
      frame.write(Phrases.mustChange, at: Point(row: 1, column: 2), width: width, tone: .warning)
    }
    form.view(
      in: &frame, at: Rect(row: 3, column: 2, rows: max(0, frame.size.rows - 3), columns: width))
  }
}
