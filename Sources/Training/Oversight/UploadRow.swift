public import Persian

/// One row of a workbook of completed courses, its codes still numbers: nothing in it is trusted
/// (S5-5).
public struct UploadRow: Hashable, Sendable, Codable {
  /// The row number in the file, 1-based.
  public var number: Int
  public var start: JalaliDate
  public var end: JalaliDate
  public var group: Int
  public var title: String
  public var hours: Int
  public var mode: Int
  public var organiser: Int
  public var organiserName: String
  /// First name, then last name; empty where the permit says who it is.
  public var instructor: String
  public var degree: String
  public var field: String
  public var isInCalendar: Bool
  public var isEvaluated: Bool
  public var isInstructorCertified: Bool
  public var managers: Int
  public var staff: Int

  public init(
    number: Int, start: JalaliDate, end: JalaliDate, group: Int, title: String, hours: Int,
    mode: Int, organiser: Int, organiserName: String = "", instructor: String = "",
    degree: String = "", field: String = "", isInCalendar: Bool, isEvaluated: Bool,
    isInstructorCertified: Bool, managers: Int, staff: Int
  ) {
    self.number = number
    self.start = start
    self.end = end
    self.group = group
    self.title = title
    self.hours = hours
    self.mode = mode
    self.organiser = organiser
    self.organiserName = organiserName
    self.instructor = instructor
    self.degree = degree
    self.field = field
    self.isInCalendar = isInCalendar
    self.isEvaluated = isEvaluated
    self.isInstructorCertified = isInstructorCertified
    self.managers = managers
    self.staff = staff
  }
}
