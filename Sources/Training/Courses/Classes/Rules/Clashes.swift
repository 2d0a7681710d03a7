import Persian

/// No place has two sessions at a time; electronic places never clash (S2-2.4b).
public struct PlaceFree: Policy {
  public static let clause = Clause.placeClash
  public init() {}

  public func findings(in programme: Programme) -> [Finding] {
    programme.ordered.flatMap { session -> [Finding] in
      let own = Programme.Booking(
        course: "", day: session.day, span: session.span, place: programme.place(of: session))
      return programme.bookings.filter { own.sharesPlace(with: $0) }.map {
        refusal(
          .programme(.placeTaken($0.place, course: $0.course, $0.day, $0.span)),
          remedy: .chooseAnother(.place))
      }
    }
  }
}

/// No instructor teaches in two places at a time (S2-2.4c).
public struct InstructorFree: Policy {
  public static let clause = Clause.instructorClash
  public init() {}

  public func findings(in programme: Programme) -> [Finding] {
    programme.ordered.flatMap { session -> [Finding] in
      guard let instructor = programme.instructors.first(where: { $0.id == session.instructor })
      else { return [] }
      let own = Programme.Booking(
        course: "", day: session.day, span: session.span, instructor: instructor)
      return programme.bookings.filter { own.sharesInstructor(with: $0) }.map {
        refusal(
          .programme(.instructorTaken(instructor.fullName, course: $0.course, $0.day, $0.span)),
          remedy: .chooseAnother(.instructor))
      }
    }
  }
}

/// When two bookings cannot both be: the one rule behind programmes of classes and executive plans.
extension Programme.Booking {
  private func meets(_ other: Self) -> Bool { day == other.day && span.overlaps(other.span) }

  /// The same physical place at the same time; electronic places never clash (S2-2.4b).
  func sharesPlace(with other: Self) -> Bool {
    let key = SearchKey.joined(place)
    return !key.isEmpty && meets(other) && SearchKey.joined(other.place) == key
  }

  /// The same instructor at the same time, by record or by name where there is none (S2-2.4c).
  func sharesInstructor(with other: Self) -> Bool {
    guard let instructor, let theirs = other.instructor, meets(other) else { return false }
    if instructor.isSamePerson(as: theirs) { return true }
    let isUnknown = instructor.person == nil && theirs.person == nil
    return isUnknown
      && SearchKey.joined(instructor.fullName) == SearchKey.joined(theirs.fullName)
  }
}
