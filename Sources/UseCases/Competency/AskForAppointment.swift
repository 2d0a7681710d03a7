import Persian
public import Store
public import Training

/// «به‌روزرسانی ابلاغ»: the learner asks the own office to record a new appointment (S1-5a).
///
/// The task is done by recording one (`UpdateEmployment`), or answered with the reason why not.
public struct AskForAppointment: UseCase {
  public static let name = "appointment.ask"
  public var id: ID<WorkTask>?
  /// The one line that the expert's list shows.
  public var title: String
  /// What the learner says of the appointment: school, subject, number.
  public var note: String

  public init(title: String, note: String) {
    self.title = title
    self.note = note
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.askAppointment)
    guard context.actor.person != nil else { throw Failure.forbidden }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<WorkTask> {
    guard let id, let own = context.actor.person, let person = try records.person(own) else {
      throw Failure.forbidden
    }
    let title = Normalizer.line(title)
    guard !title.isEmpty else { throw Failure.complaint(field: "title", .empty) }
    if let open = try records.openAppointmentTasks(of: own).first {
      throw Failure.refused([
        Finding(
          .appointmentUpdate, .refusal, .competency(.appointmentAsked(on: open.made)),
          remedy: .ask(.expert))
      ])
    }
    try records.insert(
      WorkTask(
        id: id, kind: .appointment, title: title, note: Normalizer.line(note),
        link: RecordLink(.person, own), role: .expert, unit: person.unit, made: context.today,
        author: context.actor.account))
    return id
  }
}

extension Querying where Self: ~Copyable {
  /// The open requests of a person for a new appointment.
  func openAppointmentTasks(of person: ID<Person>) throws -> [WorkTask] {
    try openTasks(about: RecordLink(.person, person)).filter { $0.kind == .appointment }
  }
}

extension Writing {
  /// Closes what a person asked for, once an appointment has been recorded.
  func closeAppointmentTasks(of person: ID<Person>, _ context: Context) throws {
    for task in try openAppointmentTasks(of: person) {
      var after = task
      after.done = context.today
      try Failure.check(try update(task, to: after), on: task.title)
    }
  }
}
