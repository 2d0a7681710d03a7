/// What is wrong with something typed into a field or found in a file, before any rule is asked.
///
/// Phrases turns it into a sentence; a system with problems of its own nests an enum here.
public enum Complaint: Error, Hashable, Sendable, Codable {
  case empty
  case tooLong(maximum: Int)
  case notNumber
  case outOfRange(ClosedRange<Int>)
  case date
  case time
  /// An end that is not after its beginning.
  case endNotAfterStart
  /// A character that no name contains.
  case name(String)
  case mobile
  case nationalCode(NationalCode.Problem)
  case personnelCode(PersonnelCode.Problem)
  /// A command for several rows of the attendance grid.
  case range(RangeCommand.Problem)
  /// A text with none of the values that the field knows.
  case unknownChoice(String)
  /// A password that was typed otherwise the second time.
  case passwordsDiffer
}
