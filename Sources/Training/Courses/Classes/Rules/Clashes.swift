import Persian

/// No place has two sessions at a time; electronic places never clash (S2-2.4b).
public struct PlaceFree: Policy {
  public static let clause = Clause.placeClash
  public init() {}

  public func findings(in programme: Programme) -> [Finding] {
    programme.ordered.flatMap { session -> [Finding] in
      let place = programme.place(of: session)
      guard !place.isEmpty else { return [] }
      return programme.bookings.filter {
        $0.day == session.day && $0.span.overlaps(session.span)
          && SearchKey.joined($0.place) == place
      }.map {
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
      return programme.bookings.filter { booking in
        booking.day == session.day && booking.span.overlaps(session.span)
          && booking.instructor.map(instructor.isSamePerson) ?? false
      }.map {
        refusal(
          .programme(.instructorTaken(instructor.fullName, course: $0.course, $0.day, $0.span)),
          remedy: .chooseAnother(.instructor))
      }
    }
  }
}
