import Testing
import Training

@Suite struct PermissionTests {
  /// Who holds what, written out: a column for each role in the order of `Role.withAccounts`.
  private static let matrix = """
    viewNotices         LEPMCINOA
    changeOwnPassword   LEPMCINOA
    viewOwnData         L........
    viewOwnCourses      L........
    viewPeople          .EPM..N.A
    editPeople          .E......A
    importPeople        .E......A
    editEmployment      .E......A
    viewUnits           .EPM....A
    editUnits           ........A
    viewAccounts        .EPM....A
    editAccounts        .E......A
    viewCatalogue       LEPMCI..A
    editCatalogue       ...M....A
    viewRequests        .EPMC....
    viewClasses         .EPMCI...
    viewEnrolments      .EPMCI...
    registerManager     .E.......
    registerFactors     ....C....
    editClass           ....C....
    editProgramme       ....C....
    importIntroduction  .E.......
    importPastCourses   .E......A
    viewPreparation     .EPMCI...
    editPreparation     .E..C....
    viewExams           .EPMCI...
    editQuestions       ....CI...
    sitExam             L........
    markSecondStage     .E..C....
    editOutsiders       .E.......
    viewControlReports  .EPM.....
    viewNeeds           .EPM.....
    editNeeds           .E.......
    registerWish        L........
    viewForms           .EPM.....
    editHolidays        ........A
    viewAttendance      .EPMCI...
    markAttendance      ....CI...
    printAttendance     .E..CI...
    viewCompetency      .EPM....A
    editAssessments     ..PM....A
    askAppointment      L........
    manageClass         ....C....
    viewHistory         .EPMCI..A
    undo                .EPMCI..A
    editCodeLists       ........A
    editRules           ........A
    assignTasks         .EPMCI..A
    finishTasks         LEPMCINOA
    editAnnouncements   .EPM....A
    handOver            ........A
    viewApplicants      .EPM.....
    reissueTracking     .E.......
    viewSchoolStaff     ......N..
    checkRecords        ........A
    backUp              ........A
    restore             ........A
    exchange            .E......A
    """

  @Test("S0-9 the permission matrix is the one written here")
  func matrix() {
    let letters = Array("LEPMCINOA")
    let actual = Permission.allCases.map { permission in
      let row = zip(letters, Role.withAccounts).map { letter, role in
        permission.isHeld(by: role) ? letter : "."
      }
      let name = permission.rawValue
      return name + String(repeating: " ", count: 20 - name.count) + String(row)
    }
    #expect(actual.joined(separator: "\n") == Self.matrix)
  }

  @Test("S0-2 every role logs in through one section, and each section knows its roles")
  func sections() throws {
    for role in Role.withAccounts {
      #expect(try #require(role.section).roles.contains(role))
    }
    #expect(Role.visitor.section == nil)
    #expect(PortalSection.learners.roles == [.learner])
    #expect(
      PortalSection.experts.roles == [
        .expert, .provincialExpert, .ministryExpert, .administrator,
      ])
    #expect(PortalSection.courseManagers.roles == [.courseManager, .instructor])
  }

  @Test("S2-7.9 only course managers and instructors mark attendance, in menu and table alike")
  func markers() {
    #expect(Permission.markAttendance.roles == EnrolmentLife.roles(for: .markAbsence))
  }
}
