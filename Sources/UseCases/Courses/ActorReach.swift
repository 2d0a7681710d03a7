public import Store
import Training

extension Actor {
  /// Which course requests the account sees.
  public var courseReach: CourseReach {
    switch role {
    case .expert, .provincialExpert, .ministryExpert, .administrator: .units(scope)
    case .courseManager: person.map { .factor($0, .manager) } ?? .nothing
    case .instructor: person.map { .factor($0, .instructor) } ?? .nothing
    case .learner: person.map { .learner($0) } ?? .nothing
    case .principal, .assessor, .qualityCentre, .boardSecretary, .boardMember, .personnelOffice,
      .oversight, .liaison, .agencyManager, .visitor:
      .nothing
    }
  }
}

extension Context {
  /// The request, which is not there when the actor does not reach it.
  func request(
    _ id: ID<CourseRequest>, _ records: borrowing some Querying & ~Copyable
  ) throws -> RequestLine {
    guard let line = try records.request(id, in: actor.courseReach) else {
      throw Failure.forbidden
    }
    return line
  }

  /// The class, which is not there when the actor does not reach its request.
  func trainingClass(
    _ id: ID<TrainingClass>, _ records: borrowing some Querying & ~Copyable
  ) throws -> ClassLine {
    guard let line = try records.trainingClass(id, in: actor.courseReach, on: today) else {
      throw Failure.forbidden
    }
    return line
  }
}
