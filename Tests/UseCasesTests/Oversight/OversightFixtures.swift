import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

enum AgencyYearFixture: LifeFixture {
  typealias Life = AgencyYearLife

  static func record(in it: CourseOffice) throws -> ID<AgencyYear> {
    try OversightOffice(in: it.office).year()
  }

  static func work(
    _ action: AgencyYearLife.Action, on record: ID<AgencyYear>, in it: CourseOffice
  ) throws -> (any UseCase)? {
    guard action == .edit,
      let year = try it.portal.store.read({
        try $0.agencyYear(record, in: .agencies(.everything))
      })?.year
    else { return nil }
    return EditAgencyYear(year, year.form, calendar: AttachedFile(year.calendar))
  }
}

enum AgencyQuarterFixture: LifeFixture {
  typealias Life = AgencyQuarterLife

  static func record(in it: CourseOffice) throws -> ID<AgencyQuarter> {
    let office = try OversightOffice(in: it.office)
    return try office.quarters(of: office.year())[3].id
  }

  static func work(
    _ action: AgencyQuarterLife.Action, on record: ID<AgencyQuarter>, in it: CourseOffice
  ) throws -> (any UseCase)? {
    guard
      let line = try it.portal.store.read({
        try $0.agencyQuarter(record, in: .agencies(.everything))
      })
    else { return nil }
    return switch action {
    case .update: UpdateQuarter(line.quarter, QuarterFigures())
    case .ask: AskExtension(record)
    case .decline: DeclineExtension(record)
    default: ExtendQuarter(record, until: CourseOffice.today.adding(days: 400))
    }
  }
}

enum PermitFixture: LifeFixture {
  typealias Life = PermitLife

  static func record(in it: CourseOffice) throws -> ID<Permit> {
    try OversightOffice(in: it.office).permit()
  }

  static func work(
    _ action: PermitLife.Action, on record: ID<Permit>, in it: CourseOffice
  ) throws -> (any UseCase)? {
    guard action == .edit,
      let permit = try it.portal.store.read({
        try $0.permit(record, in: .agencies(.everything))
      })?.permit
    else { return nil }
    return EditPermit(permit, permit.form)
  }
}

enum CompletedFixture: LifeFixture {
  typealias Life = CompletedCourseLife

  static func record(in it: CourseOffice) throws -> ID<CompletedCourse> {
    let office = try OversightOffice(in: it.office)
    return try office.perform(
      RecordCompletedCourse(try office.completed(of: office.permit(.approved))), office.liaison)
  }

  static func work(
    _ action: CompletedCourseLife.Action, on record: ID<CompletedCourse>, in it: CourseOffice
  ) throws -> (any UseCase)? {
    guard action == .edit,
      let course = try it.portal.store.read({
        try $0.completedCourse(record, in: .agencies(.everything))
      })?.course
    else { return nil }
    return EditCompletedCourse(course, course.form)
  }
}

/// The switch of workbooks stands under the id of its agency.
enum UploadFixture: LifeFixture {
  typealias Life = UploadLife

  static func record(in it: CourseOffice) throws -> ID<Training.Unit> {
    try OversightOffice(in: it.office).agency
  }
}
