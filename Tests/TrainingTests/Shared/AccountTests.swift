import Testing
import Training

@Suite struct AccountTests {
  private func reasons(
    _ action: AccountLife.Action, in state: AccountLife.State?, by role: Role,
    _ facts: AccountLife.Facts
  ) throws -> [PortalReason] {
    let choice = try #require(
      AccountLife.choice(
        of: action, in: state, for: role, facts: facts, under: Fixture.rules()))
    return choice.findings.map { finding in
      guard case .portal(let reason) = finding.reason else {
        Issue.record("\(finding.reason)")
        return .reasonMissing
      }
      return reason
    }
  }

  @Test("SM-0 an account needs a known person and a free user name")
  func creation() throws {
    #expect(try reasons(.create, in: nil, by: .expert, AccountLife.Facts()) == [])
    #expect(
      try reasons(
        .create, in: nil, by: .expert,
        AccountLife.Facts(isInScope: false, personExists: false, usernameIsFree: false))
        == [.outsideOffice, .personUnknown, .usernameTaken])
  }

  @Test("S0-10 a new password differs from the old and the given one and is long enough")
  func newPassword() throws {
    func reasons(_ answers: AccountLife.Facts.Answers, own: Bool = true) throws -> [PortalReason] {
      try self.reasons(
        .changePassword, in: .initial, by: .learner,
        AccountLife.Facts(isOwn: own, answers: answers))
    }
    #expect(try reasons(.init(newLength: 8)) == [])
    #expect(
      try reasons(.init(newLength: 7)) == [.passwordShort(length: 7, required: 8)])
    #expect(try reasons(.init(equalsOld: true, newLength: 9)) == [.passwordUnchanged])
    #expect(try reasons(.init(equalsInitial: true, newLength: 9)) == [.passwordIsInitial])
    #expect(try reasons(.init(credentialsMatch: false, newLength: 9)) == [.wrongCredentials])
    #expect(try reasons(.init(newLength: 9), own: false) == [.notOwnAccount])
  }

  @Test("SM-0 a password is reset by the expert of the learner's own office only")
  func reset() throws {
    #expect(try reasons(.reset, in: .active, by: .expert, AccountLife.Facts()) == [])
    #expect(
      try reasons(.reset, in: .active, by: .expert, AccountLife.Facts(isInScope: false))
        == [.outsideOffice])
    #expect(
      AccountLife.choice(
        of: .reset, in: .active, for: .courseManager, facts: AccountLife.Facts(),
        under: try Fixture.rules()) == nil)
  }

  @Test("S0-11 login needs the code in the box, the password, and the wait to be over")
  func login() throws {
    func reasons(_ answers: AccountLife.Facts.Answers) throws -> [PortalReason] {
      try self.reasons(.login, in: .active, by: .learner, AccountLife.Facts(answers: answers))
    }
    #expect(try reasons(.init()) == [])
    #expect(
      try reasons(.init(credentialsMatch: false, securityCodeMatches: false))
        == [.wrongSecurityCode, .wrongCredentials])
    #expect(try reasons(.init(failures: 5, secondsSinceFailure: 14)) == [.waiting(seconds: 1)])
    #expect(try reasons(.init(failures: 5, secondsSinceFailure: 15)) == [])
  }

  @Test("SM-0 an inactive account offers no login")
  func inactive() throws {
    #expect(
      AccountLife.choice(
        of: .login, in: .inactive, for: .learner, facts: AccountLife.Facts(),
        under: try Fixture.rules()) == nil)
  }
}
