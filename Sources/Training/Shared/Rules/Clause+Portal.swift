/// Clauses of accounts and of what every system shares (S0).
extension Clause {
  public static let permission = Clause("S0-9", .portal)
  public static let passwordChange = Clause("S0-10", .oversight, paragraph: 27)
  public static let securityCode = Clause("S0-11", .competency, paragraph: 11)
  public static let nationalCode = Clause("S0-12", .portal)
  public static let personnelCode = Clause("S0-13", .portal)
  public static let dangerousAction = Clause("S0-17", .portal)
  public static let login = Clause("SM-0", .competency, paragraph: 14)

  static let portal = [
    permission, passwordChange, securityCode, nationalCode, personnelCode, dangerousAction, login,
  ]
}
