public import Interchange
import Persian
public import Store
import Training
public import UseCases

/// What a person has to keep in mind as one calendar: sessions, exams, deadlines.
public enum WorkCalendar {
  /// How many days back it begins: what was called off lately is still told to calendars.
  private static let past = 60
  /// The most sessions, and the most exams.
  private static let limit = 2_000

  /// The sessions and exams within the reach of the actor with these deadlines.
  public static func file(
    with deadlines: [DeadlineItem], _ records: borrowing Reading, _ context: Context
  ) throws -> CalendarFile {
    let isLearner = context.actor.role == .learner
    let seesClasses = isLearner || Permission.viewClasses.isHeld(by: context.actor.role)
    let lines =
      seesClasses
      ? try records.calendar(
        in: context.actor.courseReach, from: context.today.adding(days: -past), limit: limit)
      : []
    return CalendarFile(
      title: Phrases.Radar.workCalendar,
      events: lines.map(CalendarEvent.init) + (try events(deadlines, records, context)),
      moment: context.moment)
  }

  /// The deadlines alone.
  public static func file(
    of deadlines: [DeadlineItem], _ records: borrowing Reading, _ context: Context
  ) throws -> CalendarFile {
    CalendarFile(
      title: Phrases.Radar.title, events: try events(deadlines, records, context),
      moment: context.moment)
  }

  private static func events(
    _ deadlines: [DeadlineItem], _ records: borrowing Reading, _ context: Context
  ) throws -> [CalendarEvent] {
    RadarSheet.events(
      deadlines, on: context.today, revision: Int(try records.lastEntryNumber()))
  }
}

extension CalendarEvent {
  fileprivate init(_ line: CalendarLine) {
    let course = "\(line.courseTitle) – \(line.className)"
    let uid: String
    let summary: String
    var details: [String] = []
    switch line.matter {
    case .session(let id, let topic):
      uid = "session-\(id.rawValue)@faragir"
      summary = course
      if !topic.isEmpty { details.append("\(Phrases.Programme.topic): \(topic)") }
    case .exam(let id, let title):
      uid = "exam-\(id.rawValue)@faragir"
      summary = "\(title): \(course)"
    }
    if !line.instructorName.isEmpty {
      details.append("\(Phrases.Programme.instructor): \(line.instructorName)")
    }
    self.init(
      uid: uid, day: line.day, minutes: line.minutes,
      summary: (line.isCancelled ? "✗ " : "") + summary,
      details: details.joined(separator: "\n"), place: line.place, reminds: true,
      revision: line.revision, isCancelled: line.isCancelled)
  }
}
