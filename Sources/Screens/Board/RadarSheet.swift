public import Interchange
public import Persian
import Store
public import Training
public import UseCases

/// The deadline radar as a list and as a calendar, for screens and the command line (S0-16).
public enum RadarSheet {
  /// The items within the reach of the actor, the earliest due first.
  public static func sheet(_ items: [DeadlineItem], on today: JalaliDate) -> Sheet {
    typealias Words = Phrases.Radar
    return Sheet(
      title: Words.title,
      columns: [
        Sheet.Column(Words.due, width: 12), Sheet.Column(Words.daysLeft, width: 8),
        Sheet.Column(Words.standing, width: 16), Sheet.Column(Words.matter),
        Sheet.Column(Words.subject), Sheet.Column(Words.owner), Sheet.Column(Words.unit),
        Sheet.Column(Words.clause, width: 10),
      ],
      rows: items.map { item in
        let left = item.deadline.daysLeft(on: today)
        return Sheet.Row([
          .date(item.deadline.due), .number(left), .text(Words.left(left)),
          .text(item.matter.name), .text(item.saidSubject), .text(item.saidOwner),
          .text(item.unitName), .text(item.deadline.clause.short),
        ])
      })
  }

  /// The items as whole days of a calendar, with a reminder the day before those that are to come.
  ///
  /// What moves a clock may stand in any record, so their revision is that of the whole records.
  public static func events(
    _ items: [DeadlineItem], on today: JalaliDate, revision: Int
  ) -> [CalendarEvent] {
    var known: [String: Int] = [:]
    return items.map { item in
      let left = item.deadline.daysLeft(on: today)
      let lines = [
        "\(Phrases.Radar.owner): \(item.saidOwner)", "\(Phrases.Radar.unit): \(item.unitName)",
        "\(Phrases.Radar.due): \(item.deadline.due.said)", item.deadline.clause.origin,
      ]
      // One record may have the same clock twice, such as the forms about two instructors.
      let name = "\(item.matter.rawValue)-\(item.link.record.rawValue)"
      known[name, default: 0] += 1
      let count = known[name, default: 1]
      return CalendarEvent(
        uid: (count == 1 ? name : "\(name)-\(count)") + "@faragir", day: item.deadline.due,
        summary: (left < 0 ? "✗ " : "") + "\(item.matter.name): \(item.saidSubject)",
        details: lines.joined(separator: "\n"), reminds: left >= 0, revision: revision)
    }
  }
}

extension DeadlineItem {
  /// «مدیریت کلاس درس — الف».
  var saidSubject: String { part.isEmpty ? subject : "\(subject) — \(part)" }

  /// Whose duty it is: a person, or an office by its role.
  var saidOwner: String { personName.isEmpty ? deadline.owner.name : personName }
}
