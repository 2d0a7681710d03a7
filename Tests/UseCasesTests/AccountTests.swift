import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Accounts (SM-0)")
struct AccountTests {
  @Test("S0-1 a new file is set up once, and never again")
  func setUpOnce() throws {
    let office = try Office()
    #expect(office.portal.actor?.role == .administrator)
    #expect(office.portal.setUp(try Office.setUp()) == .failure(.forbidden))
  }

  @Test("SM-0 the right user, password and code log in; S0-2 the section chooses the role")
  func logIn() throws {
    let office = try Office()
    let found = try office.portal.logIn(
      section: .experts, username: "admin", password: Office.password
    ).get()
    #expect(found.map(\.role) == [.administrator])
    #expect(refusals(office, section: .learners, password: Office.password) == [.wrongCredentials])
  }

  @Test("SM-0 a wrong password and an unknown user get the same answer")
  func wrongPassword() throws {
    let office = try Office()
    #expect(refusals(office, password: "نادرست") == [.wrongCredentials])
    let unknown = office.portal.logIn(
      section: .experts, username: "nobody", password: Office.password)
    #expect(reasons(unknown) == [.wrongCredentials])
  }

  @Test("S0-11 a wrong security code is refused and is not counted as a guess")
  func wrongSecurityCode() throws {
    let office = try Office()
    for _ in 0..<20 {
      let answer = office.portal.logIn(
        section: .experts, username: "admin", password: Office.password,
        securityCodeMatches: false)
      #expect(reasons(answer) == [.wrongSecurityCode])
    }
    #expect(refusals(office, password: Office.password).isEmpty)
  }

  @Test("SM-0 guessing is slowed down: after the free attempts even the right password waits")
  func lockout() throws {
    let office = try Office()
    var waited = false
    for _ in 0..<12 {
      for reason in refusals(office, password: "نادرست") {
        if case .waiting(let seconds) = reason {
          waited = true
          #expect(seconds > 0)
        }
      }
    }
    #expect(waited)
    let right = refusals(office, password: Office.password)
    #expect(right.contains { if case .waiting = $0 { true } else { false } })
  }

  @Test("S0-10 a given password opens nothing but its own change")
  func mustChange() throws {
    let office = try Office()
    let created = try office.portal.perform(
      CreateAccount(
        person: nil, role: .expert, unit: office.district, username: "0012345679",
        passwordHash: Office.hash.text)
    ).get()
    let actor = try #require(
      try office.portal.store.read { try $0.actor(created.outcome) })
    #expect(actor.mustChangePassword)
    office.portal.signIn(actor)
    let blocked = office.portal.perform(
      RegisterPerson(try draft(office, code: "0012345679")))
    #expect(failure(blocked) == .forbidden)

    #expect(passwordReasons(office, to: Office.password) == [.passwordUnchanged])
    #expect(
      passwordReasons(office, to: "کوتاه") == [.passwordShort(length: 5, required: 8)])
    _ = try office.portal.changePassword(from: Office.password, to: "Sabalan-4811").get()
    #expect(office.portal.actor?.mustChangePassword == false)
    let done = office.portal.perform(RegisterPerson(try draft(office, code: "0012345679")))
    #expect(failure(done) == nil)
  }

  @Test("SM-0 an expert resets accounts of the own office; others are not even there")
  func reset() throws {
    let office = try Office()
    let learner = try office.person(1, unit: office.district)
    let account = try office.signIn(.learner, person: learner.id).account
    try office.signIn(.expert, at: office.otherDistrict)
    let work = ResetPassword(account: account, passwordHash: Office.hash.text)
    #expect(failure(office.portal.perform(work)) == .forbidden)
    try office.signIn(.expert, at: office.district)
    #expect(failure(office.portal.perform(work)) == nil)
    let state = try office.portal.store.read { try $0.account(account)?.state }
    #expect(state == .initial)
    try office.signIn(.learner, person: learner.id, as: "second")
    #expect(failure(office.portal.perform(work)) == .forbidden)
  }

  @Test("SM-0 only an administrator ends an account, with a reason, and can undo nothing by it")
  func deactivate() throws {
    let office = try Office()
    let account = try office.signIn(.expert).account
    let work = DeactivateAccount(account: account)
    #expect(failure(office.portal.perform(work, reason: "بازنشسته شد")) == .forbidden)
    try office.signIn(.administrator, at: office.province)
    #expect(reasons(office.portal.perform(work)) == [.reasonMissing])
    #expect(failure(office.portal.perform(work, reason: "بازنشسته شد")) == nil)
  }

  private func refusals(
    _ office: Office, section: PortalSection = .experts, password: String
  ) -> [PortalReason] {
    reasons(office.portal.logIn(section: section, username: "admin", password: password))
  }

  private func passwordReasons(_ office: Office, to new: String) -> [PortalReason] {
    reasons(office.portal.changePassword(from: Office.password, to: new))
  }

  private func draft(_ office: Office, code: String) throws -> PersonDraft {
    PersonDraft(
      nationalCode: try NationalCode(validating: code), personnelCode: nil,
      name: try PersonName(first: "زهرا", last: "کریمی"), unit: office.district)
  }
}

/// The failure of a result; nil when it succeeded.
func failure<T>(_ result: Result<T, Failure>) -> Failure? {
  guard case .failure(let failure) = result else { return nil }
  return failure
}

/// The reasons of the portal that refused; empty when nothing did.
func reasons<T>(_ result: Result<T, Failure>) -> [PortalReason] {
  guard case .failure(.refused(let findings)) = result else { return [] }
  return findings.compactMap { if case .portal(let reason) = $0.reason { reason } else { nil } }
}
