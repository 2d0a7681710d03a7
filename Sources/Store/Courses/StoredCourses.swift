import Training

// How the domain's types of courses stand in a cell.

extension CourseRequestLife.State: Storable {}
extension ClassLife.State: Storable {}
extension EnrolmentLife.State: Storable {}
extension EnrolMethod: Storable {}
extension DeliveryMode: Storable {}
extension Factor.Duty: Storable {}
extension Enrolment.Method: Storable {}

extension TimeSpan {
  /// The span of two cells, which a check of the schema keeps in order.
  init(storedStart start: Int, end: Int) throws {
    guard let span = TimeSpan(start, end) else {
      throw StoreError.damaged("a session from minute \(start) to \(end)")
    }
    self = span
  }
}

extension [CourseCondition] {
  /// One condition a line: kind, blank, code.
  init(stored text: String) throws {
    self = try text.split(separator: "\n").map { line in
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let kind = CourseCondition.Kind(rawValue: String(parts[0])) else {
        throw StoreError.damaged("a course condition: \(line)")
      }
      return CourseCondition(kind, String(parts[1]))
    }
  }

  var stored: String { map { "\($0.kind.rawValue) \($0.value)" }.joined(separator: "\n") }
}
