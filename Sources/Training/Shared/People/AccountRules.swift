/// An account is made for someone known, under a name that the role does not have yet (SM-0).
public struct NewAccount: Policy {
  public static let clause = Clause.login
  public init() {}

  public func findings(in facts: AccountLife.Facts) -> [Finding] {
    var findings: [Finding] = []
    if !facts.personExists {
      findings.append(refusal(.portal(.personUnknown), remedy: .record(.person)))
    }
    if !facts.usernameIsFree {
      findings.append(refusal(.portal(.usernameTaken), remedy: .chooseAnother(.account)))
    }
    return findings
  }
}

/// Experts look after the accounts of their own office and below, nobody else's (SM-0, S0-9).
public struct InOffice: Policy {
  public static let clause = Clause.permission
  public init() {}

  public func findings(in facts: AccountLife.Facts) -> [Finding] {
    facts.isInScope ? [] : [refusal(.portal(.outsideOffice), remedy: .ask(.expert))]
  }
}

/// Only the owner changes a password.
public struct OwnAccount: Policy {
  public static let clause = Clause.passwordChange
  public init() {}

  public func findings(in facts: AccountLife.Facts) -> [Finding] {
    facts.isOwn ? [] : [refusal(.portal(.notOwnAccount))]
  }
}

/// A new password needs the old one, differs from it and from the given one, and is long enough.
public struct NewPassword: Policy {
  public static let clause = Clause.passwordChange
  let rules: Rules
  public init(rules: Rules) { self.rules = rules }

  public func findings(in facts: AccountLife.Facts) -> [Finding] {
    let answers = facts.answers
    var findings: [Finding] = []
    if !answers.credentialsMatch { findings.append(refusal(.portal(.wrongCredentials))) }
    if answers.equalsOld { findings.append(refusal(.portal(.passwordUnchanged))) }
    if answers.equalsInitial { findings.append(refusal(.portal(.passwordIsInitial))) }
    if answers.isPublished {
      findings.append(Finding(.publishedPassword, .refusal, .portal(.passwordIsPublished)))
    }
    if let length = answers.newLength, length < rules.passwordLength {
      findings.append(
        refusal(
          .portal(.passwordShort(length: length, required: rules.passwordLength)),
          remedy: .raise(.password, to: .count(rules.passwordLength))))
    }
    return findings
  }
}

/// Repeated failures slow the next attempt down, so that guessing takes years.
public struct LoginDelay: Policy {
  public static let clause = Clause.login
  let rules: Rules
  public init(rules: Rules) { self.rules = rules }

  public func findings(in facts: AccountLife.Facts) -> [Finding] {
    let answers = facts.answers
    let left = rules.loginDelay(afterFailures: answers.failures) - answers.secondsSinceFailure
    return left > 0 ? [refusal(.portal(.waiting(seconds: left)))] : []
  }
}

/// User, password and security code are right (SM-0, S0-11).
public struct Credentials: Policy {
  public static let clause = Clause.login
  public init() {}

  public func findings(in facts: AccountLife.Facts) -> [Finding] {
    var findings: [Finding] = []
    if !facts.answers.securityCodeMatches {
      findings.append(Finding(.securityCode, .refusal, .portal(.wrongSecurityCode)))
    }
    if !facts.answers.credentialsMatch {
      findings.append(refusal(.portal(.wrongCredentials), remedy: .ask(.expert)))
    }
    return findings
  }
}
