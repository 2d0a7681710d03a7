import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

enum ApplicantFixture: LifeFixture {
  typealias Life = InstructorLife

  static func record(in it: CourseOffice) throws -> ID<InstructorApplication> {
    let desk = try ApplicantDesk(it)
    try desk.register(desk.package(desk.form()))
    return try desk.application().id
  }

  static func work(
    _ action: InstructorLife.Action, on record: ID<InstructorApplication>, in it: CourseOffice
  ) throws -> (any UseCase)? {
    let letter = ApplicantDesk.letter("۱")
    switch action {
    case .sendInquiry, .positiveReply, .negativeReply:
      return RecordSecurityLetter(action, of: record, letter)
    case .recordCourses: return RecordTaughtCourses([it.course], of: record, council: letter)
    case .edit:
      let desk = try ApplicantDesk(it)
      let tracking = try it.portal.store.read { try $0.tracking(of: record) }
      return EditApplicant(
        before: try desk.application(), desk.package(try desk.form()), proof: tracking)
    default: return nil
    }
  }
}

enum NonLocalFixture: LifeFixture {
  typealias Life = NonLocalLife

  static func record(in it: CourseOffice) throws -> ID<NonLocalPermit> {
    let desk = try ApplicantDesk(it)
    let id = try desk.applicant(unit: it.office.otherDistrict)
    return try it.perform(RequestNonLocal(id, in: it.request, letter: desk.letter), it.expert)
  }

  static func work(
    _ action: NonLocalLife.Action, on record: ID<NonLocalPermit>, in it: CourseOffice
  ) throws -> (any UseCase)? {
    let desk = try ApplicantDesk(it)
    return RequestNonLocal(try desk.application().id, in: it.request, letter: desk.letter)
  }
}

enum SchoolStaffFixture: LifeFixture {
  typealias Life = SchoolStaffLife

  static func record(in it: CourseOffice) throws -> ID<SchoolStaff> {
    let desk = try StaffDesk(it)
    return try desk.completed().staff.id
  }

  static func work(
    _ action: SchoolStaffLife.Action, on record: ID<SchoolStaff>, in it: CourseOffice
  ) throws -> (any UseCase)? {
    guard action != .register else { return nil }
    let staff = try #require(try it.portal.store.read { try $0.staff(record) }).staff
    return CompleteStaffWork(before: staff, try #require(staff.work))
  }
}
