import Persian
import Training

/// The filter row of the reports as conditions on rows `q` of permits and of completed courses.
extension ReportFilter {
  private func agencyCondition(_ conditions: inout [(String, [any Storable])]) {
    guard !agencies.isEmpty else { return }
    let marks = agencies.map { _ in "?" }.joined(separator: ", ")
    conditions.append(("q.agency IN (\(marks))", agencies.map { $0 as any Storable }))
  }

  private func dayConditions(_ column: String) -> [(String, [any Storable])] {
    var conditions: [(String, [any Storable])] = []
    if let first = days.from { conditions.append(("\(column) >= ?", [first])) }
    if let last = days.to { conditions.append(("\(column) <= ?", [last])) }
    return conditions
  }

  private var common: [(String, [any Storable])] {
    var conditions: [(String, [any Storable])] = []
    if let group { conditions.append(("q.course_group = ?", [group])) }
    if let mode { conditions.append(("q.mode = ?", [mode])) }
    if let organiser { conditions.append(("q.organiser = ?", [organiser])) }
    if let instructor {
      // Courses without one are a group too, under the id that no record has.
      conditions.append(
        instructor.rawValue == 0
          ? ("q.instructor IS NULL", []) : ("q.instructor = ?", [instructor]))
    }
    agencyCondition(&conditions)
    return conditions
  }

  /// On permits; `summing` also by the column of the year, which an index of sums begins with.
  func permitConditions(summing: Bool = false) -> [(String, [any Storable])] {
    var conditions = dayConditions("q.requested_day") + common
    conditions.append(permitState.map { ("q.state = ?", [$0]) } ?? ("q.state <> 'removed'", []))
    if summing, let year { conditions.append(("q.year = ?", [year])) }
    return conditions
  }

  /// On completed courses; `summing` also by the column of the year.
  func courseConditions(summing: Bool = false) -> [(String, [any Storable])] {
    var conditions = dayConditions("q.end_day") + common
    conditions.append(courseState.map { ("q.state = ?", [$0]) } ?? ("q.state <> 'removed'", []))
    if summing, let year { conditions.append(("q.year = ?", [year])) }
    switch trait {
    case .evaluated: conditions.append(("q.evaluated = 1", []))
    case .instructorCertified: conditions.append(("q.instructor_certified = 1", []))
    case .inCalendar: conditions.append(("q.in_calendar = 1", []))
    case nil: break
    }
    return conditions
  }
}

extension [(String, [any Storable])] {
  var sql: String { map(\.0).joined(separator: " AND ") }
  var arguments: [any Storable] { flatMap(\.1) }
}
