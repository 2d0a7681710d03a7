/// G-ENR 2: a place is free in the class (S2-5.2b).
public struct FreeCapacity: EnrolmentCondition {
  public static let clause = Clause.freeCapacity
  public init() {}

  public func findings(in facts: EnrolmentLife.Facts) -> [Finding] {
    let capacity = facts.place.trainingClass.capacity
    return facts.place.enrolled < capacity
      ? []
      : [refusal(.enrolment(.full(capacity: capacity)), remedy: .chooseAnother(.trainingClass))]
  }

  func measure(in facts: EnrolmentLife.Facts) -> EnrolmentMeasure {
    .places(taken: facts.place.enrolled, capacity: facts.place.trainingClass.capacity)
  }
}

/// Guests are accepted and a guest's place is free (S2-5.6a, S2-5.6b).
public struct GuestSeats: EnrolmentCondition {
  public static let clause = Clause.guestCapacity
  public init() {}

  public func findings(in facts: EnrolmentLife.Facts) -> [Finding] {
    let capacity = facts.place.request.guestCapacity
    if capacity < 1 {
      return [
        Finding(
          .guestsAccepted, .refusal, .enrolment(.guestsNotAccepted),
          remedy: .ask(.provincialExpert))
      ]
    }
    return facts.place.guests < capacity
      ? []
      : [
        refusal(.enrolment(.guestsFull(capacity: capacity)), remedy: .chooseAnother(.trainingClass))
      ]
  }

  func measure(in facts: EnrolmentLife.Facts) -> EnrolmentMeasure {
    .guestPlaces(taken: facts.place.guests, capacity: facts.place.request.guestCapacity)
  }
}

/// A guest is a learner of another district (S2-5.6c).
public struct GuestOfElsewhere: EnrolmentCondition {
  public static let clause = Clause.guestOfElsewhere
  public init() {}

  public func findings(in facts: EnrolmentLife.Facts) -> [Finding] {
    facts.learner.person.unit != facts.place.request.unit
      ? [] : [refusal(.enrolment(.ownDistrict), remedy: .ask(.expert))]
  }

  func measure(in facts: EnrolmentLife.Facts) -> EnrolmentMeasure { .guestOfElsewhere }
}
