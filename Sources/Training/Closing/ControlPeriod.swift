public import Persian

/// The days on which the learners of a class check their scores and absences (S2-10.3a).
public struct ControlPeriod: Hashable, Sendable, Codable {
  public var id: ID<ControlPeriod>
  public var trainingClass: ID<TrainingClass>
  public var from: JalaliDate
  /// The last day on which an objection is taken.
  public var to: JalaliDate
  public var announced: JalaliDate

  public init(
    id: ID<ControlPeriod> = ID(rawValue: 0), trainingClass: ID<TrainingClass>, from: JalaliDate,
    to: JalaliDate, announced: JalaliDate
  ) {
    self.id = id
    self.trainingClass = trainingClass
    self.from = from
    self.to = to
    self.announced = announced
  }

  /// Whether objections are taken on a day; both ends are in it.
  public func includes(_ day: JalaliDate) -> Bool { from <= day && day <= to }
}
