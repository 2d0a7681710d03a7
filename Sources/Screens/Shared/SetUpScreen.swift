public import TerminalKit
public import Training
public import UseCases

/// The first run: names the office and makes its administrator.
public struct SetUpScreen: Screen {
  public typealias Environment = Portal
  public enum Reply: Sendable { case done(Result<Actor, Failure>) }

  struct Draft: Sendable {
    var provinceName = ""
    var provinceCode = ""
    var districtName = ""
    var districtCode = ""
    var username = "admin"
    var password = ""
    var again = ""
  }

  public static let name = "set-up"
  public let title = Phrases.setUpTitle
  public var wantsText: Bool { form.wantsText }
  public var hasUnsavedWork: Bool { form.isChanged }
  public var shownKeys: [Navigation] { [.save] }
  private let editions: [RuleValue]
  private let codeLists: [CodeList]
  private var form: Form<Draft>

  /// - Parameters:
  ///   - editions: The numbers of the regulations that the office starts with.
  ///   - codeLists: The lists it starts with.
  public init(editions: [RuleValue], codeLists: [CodeList]) {
    self.editions = editions
    self.codeLists = codeLists
    form = Form(
      Draft(),
      fields: [
        .text(Phrases.provinceName, \.provinceName).required(),
        .officeCode(Phrases.provinceCode, \.provinceCode).required().wide(8),
        .text(Phrases.districtName, \.districtName).required(),
        .officeCode(Phrases.districtCode, \.districtCode).required().wide(8),
        .text(Phrases.adminName, \.username, direction: .ltr).required().wide(24),
        .password(Phrases.setUpPassword, \.password).required().wide(24),
        .password(Phrases.newPasswordAgain, \.again).required().wide(24),
      ], phrases: .portal)
  }

  public mutating func update(_ event: Event<NoCommands, Reply>) -> Effect<Portal, Reply> {
    switch event {
    // The start screen stays below, for whoever logs in next.
    case .reply(.done(.success(let actor))): return .replace(StartScreen(entering: actor))
    case .reply(.done(.failure(let failure))):
      form.refuse()
      return .open(WhyScreen(failure))
    default: break
    }
    guard let input = event.input else { return .none }
    switch form.handle(input) {
    case .submitted: return submit()
    case .cancelled: return .quit
    case .ignored, .handled, .lookup: return .none
    }
  }

  private mutating func submit() -> Effect<Portal, Reply> {
    let draft = form.draft
    guard draft.password == draft.again else {
      form.complain(Phrases.passwordsDiffer, at: 6)
      return .none
    }
    let offices = [
      SetUp.Office(kind: .ministry, code: "1", name: Phrases.ministry),
      SetUp.Office(kind: .province, code: draft.provinceCode, name: draft.provinceName),
      SetUp.Office(kind: .district, code: draft.districtCode, name: draft.districtName),
    ]
    return .run { [editions, codeLists] portal in
      .done(
        portal.setUp(
          offices: offices, username: draft.username, password: draft.password,
          editions: editions, codeLists: codeLists))
    }
  }

  public func view(in frame: inout Frame) {
    form.view(in: &frame, at: frame.bounds.inset(by: 1))
  }
}
