/// In which part somebody acts; the raw value is stored.
public enum Role: String, CaseIterable, Hashable, Sendable, Codable {
  /// LRN.
  case learner
  /// EXP, the district's training expert.
  case expert
  /// PRV, the provincial office.
  case provincialExpert
  /// MIN, ministry headquarters.
  case ministryExpert
  /// MGR, manager of courses.
  case courseManager
  /// INS.
  case instructor
  /// NGP, principal of a non-governmental school.
  case principal
  /// OVS, the provincial oversight of government employees' training.
  case oversight
  /// ASR, a professional assessor of ranking cases.
  case assessor
  /// CTR, the centre that watches over the quality of education.
  case qualityCentre
  /// The secretariat of a board; its office says of which.
  case boardSecretary
  /// BD1, BD2, BD3: a member of a board; the composition of the board says in which part.
  case boardMember
  /// HR, the office that issues decrees.
  case personnelOffice
  /// LIA, the training liaison of one agency under oversight.
  case liaison
  /// AGM, the manager of an agency, who only reads.
  case agencyManager
  /// ADM.
  case administrator
  /// APP and NGA: somebody at the public forms of the start screen, without an account.
  case visitor

  /// The roles that log in.
  public static let withAccounts = allCases.filter { $0 != .visitor }

  /// The roles that belong to one agency under oversight each.
  public static let ofAgencies: [Role] = [.liaison, .agencyManager]

  /// Where on the start screen the role logs in; nil for visitors.
  public var section: PortalSection? {
    switch self {
    case .learner: .learners
    case .expert, .provincialExpert, .ministryExpert, .administrator: .experts
    case .courseManager, .instructor: .courseManagers
    case .principal: .principals
    case .assessor, .qualityCentre, .boardSecretary, .boardMember, .personnelOffice: .ranking
    case .oversight, .liaison, .agencyManager: .oversight
    case .visitor: nil
    }
  }
}

/// The sections of the start screen, in its order (S0-1).
public enum PortalSection: String, CaseIterable, Hashable, Sendable, Codable {
  case learners, experts, courseManagers, principals, ranking, oversight

  /// The roles that a login here may mean; the account decides (S0-2).
  ///
  /// Teachers come in by «سامانه رتبه‌بندی» as well as by their own section.
  public var roles: [Role] {
    Role.allCases.filter { $0.section == self } + (self == .ranking ? [.learner] : [])
  }
}
