import Persian
import Store
public import Training

extension Portal {
  /// The login of a section: checks the security code, the delay after failures and the password.
  ///
  /// A person may hold several roles in one section; every account whose password is right is
  /// answered, and the screen asks which one is meant (S0-2). Nobody is signed in yet.
  ///
  /// The user name is taken in any digits; `securityCodeMatches` says whether the code of the box
  /// was retyped rightly (S0-11).
  public func logIn(
    section: PortalSection, username: String, password: String, securityCodeMatches: Bool = true
  ) -> Result<[Actor], Failure> {
    let username = Self.loginName(username)
    do {
      let attempt = try attempt(section.roles, username)
      // Compared before the answer is known to matter, so that time tells nothing about names.
      let right = attempt.candidates.filter { $0.verifies(password) }
      if attempt.candidates.isEmpty { _ = PasswordHash.verify(password, against: nil) }
      let answers = AccountLife.Facts.Answers(
        credentialsMatch: !right.isEmpty, securityCodeMatches: securityCodeMatches,
        failures: attempt.failures, secondsSinceFailure: attempt.secondsSince)
      let findings = try findings(AccountLife.Facts(isOwn: true, answers: answers))
      guard findings.allow else {
        if securityCodeMatches { try count(success: false, section.roles, username) }
        return .failure(.refused(findings))
      }
      if attempt.failures > 0 { try count(success: true, section.roles, username) }
      return .success(
        try store.read { records in
          try right.compactMap { try records.actor(of: $0.account) }
        })
    } catch {
      return .failure(Failure(error))
    }
  }

  /// Changes the password of whoever is signed in.
  public func changePassword(from old: String, to new: String) -> Result<Void, Failure> {
    guard let actor else { return .failure(.forbidden) }
    do {
      let oldHash = try store.read { try $0.passwordHash(of: actor.account) }
      let account = try store.read { try $0.account(actor.account) }
      let answers = AccountLife.Facts.Answers(
        credentialsMatch: PasswordHash(text: oldHash).matches(old), equalsOld: old == new,
        equalsInitial: new == account?.username,
        isPublished: AccountLife.published.contains(Digits.latin(new)), newLength: new.count)
      let facts = AccountLife.Facts(isOwn: true, answers: answers)
      let rules = try rules()
      let choice = AccountLife.choice(
        of: .changePassword, in: account?.state, for: actor.role, facts: facts, under: rules)
      guard let choice else { return .failure(.forbidden) }
      guard choice.isOpen else { return .failure(.refused(choice.findings)) }
      let work = ChangePassword(
        account: actor.account, oldHash: oldHash, newHash: try PasswordHash(password: new).text)
      let done = perform(work)
      if case .success = done, let fresh = try store.read({ try $0.actor(actor.account) }) {
        signIn(fresh)
      }
      return done.map { _ in }
    } catch {
      return .failure(Failure(error))
    }
  }

  /// User names are codes more often than not: any digits, no blanks.
  static func loginName(_ typed: String) -> String {
    Digits.latin(typed).filter { !$0.isWhitespace }
  }
}

/// An attempt to log in as the records see it before the password is compared.
private struct Attempt: Sendable {
  struct Candidate: Sendable {
    let account: Account
    let hash: String

    func verifies(_ password: String) -> Bool { PasswordHash(text: hash).matches(password) }
  }

  var candidates: [Candidate]
  /// Failures in a row, and the seconds since the last.
  var failures = 0
  var secondsSince = 0
}

extension Portal {
  private func attempt(_ roles: [Role], _ username: String) throws -> Attempt {
    let now = clock.now()
    return try store.read { records in
      var attempt = Attempt(candidates: [])
      for account in try records.accounts(named: username, roles: roles)
      where account.state != .inactive {
        attempt.candidates.append(
          Attempt.Candidate(account: account, hash: try records.passwordHash(of: account.id)))
      }
      if let role = roles.first,
        let found = try records.failures(role: role, username: username)
      {
        attempt.failures = found.count
        attempt.secondsSince = Int((now - found.last) / 1000)
      }
      return attempt
    }
  }

  /// What the login line of SM-0 finds.
  private func findings(_ facts: AccountLife.Facts) throws -> [Finding] {
    let choice = AccountLife.choice(
      of: .login, in: .active, for: .learner, facts: facts, under: try rules())
    return choice?.findings ?? []
  }

  /// Failures are counted under the section's first role: a guesser does not know which role it is.
  private func count(success: Bool, _ roles: [Role], _ username: String) throws {
    guard let role = roles.first else { return }
    try store.write(at: clock.now(), patience: Self.patience) { records in
      if success {
        try records.forgetFailures(role: role, username: username)
      } else {
        try records.countFailure(role: role, username: username)
      }
    }
  }
}

/// Counts whether the password of a locked screen was right, as it is counted at the login.
struct NoteUnlocking: Errand {
  static let name = "login.unlock"
  var isRight: Bool

  func run(_ records: borrowing Writing, _ context: Context) throws -> Nothing {
    guard let account = try records.account(context.actor.account),
      let role = account.role.section?.roles.first
    else { throw Failure.forbidden }
    records.act(at: context.moment)
    if isRight {
      try records.forgetFailures(role: role, username: account.username)
    } else {
      try records.countFailure(role: role, username: account.username)
    }
    return Nothing()
  }
}

extension Portal {
  /// Whether a password opens the locked screen of whoever is signed in; guesses are slowed as at the
  /// login, and counted with those.
  public func unlock(password: String) -> Result<Void, Failure> {
    guard let actor else { return .failure(.forbidden) }
    do {
      guard let account = try store.read({ try $0.account(actor.account) }),
        let section = account.role.section
      else { return .failure(.forbidden) }
      let attempt = try attempt(section.roles, account.username)
      let isRight = attempt.candidates.contains {
        $0.account.id == account.id && $0.verifies(password)
      }
      let answers = AccountLife.Facts.Answers(
        credentialsMatch: isRight, securityCodeMatches: true, failures: attempt.failures,
        secondsSinceFailure: attempt.secondsSince)
      let findings = try findings(AccountLife.Facts(isOwn: true, answers: answers))
      if !findings.allow || attempt.failures > 0 {
        let noted = run(NoteUnlocking(isRight: findings.allow))
        // What cannot be counted is not tried for nothing.
        if case .failure(let failure) = noted { return .failure(failure) }
      }
      return findings.allow ? .success(()) : .failure(.refused(findings))
    } catch {
      return .failure(Failure(error))
    }
  }
}
