/// SM-0: an account from its first password to its end.
///
/// A password may also be changed while the account is active; the table of the requirements names
/// only the first change. Locking after failures is a delay (`Rules.loginDelay`), not a state.
public enum AccountLife: Lifecycle {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    /// The given password must be changed at the first login.
    case initial
    case active, inactive
  }

  public enum Action: String, CaseIterable, Hashable, Sendable, Codable {
    case create, changePassword, login, failLogin, reset, deactivate
  }

  /// An account and what is being done to it.
  ///
  /// Screens that only list actions leave the answers nobody has typed yet at their defaults.
  public struct Facts: Hashable, Sendable {
    /// What comparing the typed passwords and code gave; hashes stay where they are.
    public struct Answers: Hashable, Sendable {
      public var credentialsMatch: Bool
      public var securityCodeMatches: Bool
      public var equalsOld: Bool
      public var equalsInitial: Bool
      /// One of the passwords that stand in a published guide.
      public var isPublished: Bool
      /// The length of the new password in characters; nil before one is typed.
      public var newLength: Int?
      public var failures: Int
      public var secondsSinceFailure: Int

      public init(
        credentialsMatch: Bool = true, securityCodeMatches: Bool = true, equalsOld: Bool = false,
        equalsInitial: Bool = false, isPublished: Bool = false, newLength: Int? = nil,
        failures: Int = 0,
        secondsSinceFailure: Int = 0
      ) {
        self.credentialsMatch = credentialsMatch
        self.securityCodeMatches = securityCodeMatches
        self.equalsOld = equalsOld
        self.equalsInitial = equalsInitial
        self.isPublished = isPublished
        self.newLength = newLength
        self.failures = failures
        self.secondsSinceFailure = secondsSinceFailure
      }
    }

    public var isOwn: Bool
    /// Whether the account's unit lies in the actor's scope.
    public var isInScope: Bool
    public var personExists: Bool
    public var usernameIsFree: Bool
    public var answers: Answers

    public init(
      isOwn: Bool = false, isInScope: Bool = true, personExists: Bool = true,
      usernameIsFree: Bool = true, answers: Answers = Answers()
    ) {
      self.isOwn = isOwn
      self.isInScope = isInScope
      self.personExists = personExists
      self.usernameIsFree = usernameIsFree
      self.answers = answers
    }
  }

  /// Passwords that a guide gives to everybody, in Latin digits: refused as new ones (S5-La).
  public static let published: Set<String> = ["123456"]

  public static let name = "SM-0"

  public static let table: [Transition<Self>] = [
    Transition(
      [], .create, by: [.administrator, .expert, .oversight], to: .initial,
      guards: { _ in [InOffice(), NewAccount()] }),
    Transition(
      [.initial, .active], .changePassword, by: Set(Role.withAccounts), to: .active,
      guards: { [OwnAccount(), NewPassword(rules: $0)] }),
    Transition(
      [.active, .initial], .login, by: Set(Role.withAccounts), to: nil, .automatic,
      guards: { [LoginDelay(rules: $0), Credentials()] }),
    Transition(
      [.initial, .active, .inactive], .failLogin, by: Set(Role.withAccounts), to: nil, .automatic),
    Transition(
      [.initial, .active, .inactive], .reset, by: [.expert, .administrator, .oversight],
      to: .initial,
      .dangerous, guards: { _ in [InOffice()] }),
    Transition(
      [.initial, .active, .inactive], .deactivate, by: [.administrator, .oversight],
      to: .inactive,
      [.dangerous, .undoable, .needsReason]),
  ]
}
