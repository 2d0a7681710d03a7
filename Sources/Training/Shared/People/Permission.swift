/// What a use case or a screen asks of an actor, beside the actions of a lifecycle.
///
/// Lifecycle actions carry their roles in their own tables; nothing is decided twice.
public enum Permission: String, CaseIterable, Hashable, Sendable, Codable {
  case viewNotices, changeOwnPassword, viewOwnData, viewOwnCourses
  case viewPeople, editPeople, importPeople, editEmployment
  case viewUnits, editUnits
  case viewAccounts, editAccounts
  case viewCatalogue, editCatalogue
  case viewRequests, viewClasses, viewEnrolments
  case registerManager, registerFactors
  case editClass, editProgramme
  case importIntroduction, importPastCourses
  case viewPreparation, editPreparation
  case viewExams, editQuestions, sitExam
  case markSecondStage, editOutsiders, viewControlReports
  case verifyCertificates
  case viewNeeds, editNeeds, registerWish, viewForms, editHolidays
  case viewAttendance, markAttendance, printAttendance
  case viewCompetency, editAssessments, askAppointment
  case manageClass
  case viewEffectiveness, selectCourses, editQuestionnaire, recordResults
  case viewHistory, undo
  case editCodeLists, editRules
  case assignTasks, finishTasks
  case editAnnouncements, handOver
  case viewApplicants, reissueTracking, viewSchoolStaff
  case viewCourseFile, editCourseFile, comparePapers, viewEquivalents
  case viewRankingFacts, editRankingFacts, enterRanks, viewRankingRules, editRankingRules
  case viewOversight, editAgencies, editApprovedCourses, proposeCourses, editOversightInstructors
  case editRounds, recordSources, editQuality, assignAssessors
  case formBoards, keepBoard, complainOfBoards, viewRankings, viewOwnRanking, viewMeetings
  case checkRecords, backUp, restore, exchange
  case exportWarehouse

  /// The roles that hold it; the account's scope then limits the records.
  public var roles: Set<Role> {
    let experts: Set<Role> = [.expert, .provincialExpert, .ministryExpert]
    let office = experts.union([.administrator])
    let course: Set<Role> = [.courseManager, .instructor]
    switch self {
    case .viewNotices, .changeOwnPassword: return Set(Role.withAccounts)
    case .viewOwnData, .viewOwnCourses: return [.learner]
    case .viewPeople: return office.union([.principal])
    case .editPeople, .importPeople, .editEmployment: return [.expert, .administrator]
    case .viewUnits, .viewAccounts: return office
    case .editUnits: return [.administrator]
    case .editAccounts: return [.expert, .administrator]
    case .viewCatalogue: return office.union(course).union([.learner])
    case .editCatalogue: return [.ministryExpert, .administrator]
    case .viewRequests: return experts.union([.courseManager])
    case .viewClasses, .viewEnrolments, .viewAttendance: return experts.union(course)
    case .registerManager: return [.expert]
    case .registerFactors, .editClass, .editProgramme, .manageClass: return [.courseManager]
    case .importIntroduction: return [.expert]
    case .viewNeeds, .viewForms: return experts
    case .editNeeds: return [.expert]
    case .editHolidays: return [.administrator]
    case .registerWish: return [.learner]
    case .importPastCourses: return [.expert, .administrator]
    case .viewPreparation: return experts.union(course)
    case .editPreparation, .markSecondStage: return [.expert, .courseManager]
    case .viewExams: return experts.union(course)
    case .editQuestions: return course
    case .sitExam: return [.learner]
    case .editOutsiders: return [.expert]
    case .viewControlReports, .verifyCertificates: return experts
    case .markAttendance: return course
    case .printAttendance: return course.union([.expert])
    case .viewCompetency: return office
    case .editAssessments: return [.provincialExpert, .ministryExpert, .administrator]
    case .askAppointment: return [.learner]
    case .viewEffectiveness: return experts.union([.courseManager])
    case .selectCourses, .recordResults: return [.expert]
    case .editQuestionnaire: return [.expert, .courseManager]
    case .viewHistory, .undo: return office.union(course).union([.oversight, .liaison])
    case .editCodeLists, .editRules: return [.administrator]
    case .editAnnouncements: return office
    case .handOver: return [.administrator]
    case .assignTasks: return office.union(course)
    case .finishTasks: return Set(Role.withAccounts)
    case .viewApplicants: return experts
    case .reissueTracking: return [.expert]
    case .viewSchoolStaff: return [.principal]
    case .viewCourseFile: return experts.union([.courseManager])
    case .editCourseFile: return [.expert, .courseManager]
    case .comparePapers: return [.expert]
    case .viewEquivalents: return experts.union([.learner])
    case .viewRankingFacts: return office.union([.learner, .personnelOffice])
    case .editRankingFacts: return [.personnelOffice, .expert, .administrator]
    case .enterRanks: return [.personnelOffice]
    case .viewRankingRules: return office.union([.learner, .personnelOffice, .boardSecretary])
    case .editRankingRules: return [.ministryExpert, .administrator]
    case .viewOversight: return [.oversight, .liaison, .agencyManager]
    case .editAgencies, .editApprovedCourses: return [.oversight]
    case .proposeCourses: return [.liaison]
    case .editOversightInstructors: return [.oversight, .liaison]
    case .editRounds: return [.ministryExpert, .administrator]
    case .recordSources, .assignAssessors, .keepBoard: return [.boardSecretary]
    case .editQuality: return [.qualityCentre]
    case .formBoards: return [.ministryExpert, .administrator]
    case .complainOfBoards: return [.learner, .boardSecretary]
    case .viewRankings:
      return [.assessor, .qualityCentre, .boardSecretary, .boardMember, .personnelOffice]
    case .viewOwnRanking: return [.learner]
    case .viewMeetings: return [.boardSecretary, .boardMember]
    case .checkRecords, .backUp, .restore: return [.administrator]
    case .exchange: return [.expert, .administrator]
    case .exportWarehouse: return [.ministryExpert, .provincialExpert, .administrator]
    }
  }

  public func isHeld(by role: Role) -> Bool { roles.contains(role) }
}
