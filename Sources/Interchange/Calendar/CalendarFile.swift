public import Persian

/// A day in somebody's calendar, as other programs take it in.
public struct CalendarEvent: Hashable, Sendable {
  /// The same whenever the same thing is exported again, so that calendars replace it.
  public var uid: String
  public var day: JalaliDate
  public var summary: String
  public var details: String
  /// Whether a reminder is wanted the day before.
  public var reminds: Bool

  public init(
    uid: String, day: JalaliDate, summary: String, details: String = "", reminds: Bool = false
  ) {
    self.uid = uid
    self.day = day
    self.summary = summary
    self.details = details
    self.reminds = reminds
  }
}

/// Days as an iCalendar file (RFC 5545): whole days, UTF-8, lines of at most 75 octets.
public struct CalendarFile: Hashable, Sendable {
  public var title: String
  public var events: [CalendarEvent]
  /// When it is made, in milliseconds since 1970; every event carries it.
  public var moment: Int64

  public init(title: String, events: [CalendarEvent], moment: Int64) {
    self.title = title
    self.events = events
    self.moment = moment
  }

  /// The bytes of the file.
  public var bytes: [UInt8] {
    var writer = LineFolder()
    writer.line("BEGIN:VCALENDAR")
    writer.line("VERSION:2.0")
    writer.line("PRODID:-//Faragir//Deadlines//FA")
    writer.line("CALSCALE:GREGORIAN")
    writer.line("METHOD:PUBLISH")
    writer.line("X-WR-CALNAME:" + Self.escaped(title))
    for event in events { append(event, to: &writer) }
    writer.line("END:VCALENDAR")
    return writer.bytes
  }

  /// Writes the file whole or not at all.
  public func write(to path: String) throws(FileProblem) {
    try WholeFile.write(bytes, to: path)
  }

  private func append(_ event: CalendarEvent, to writer: inout LineFolder) {
    writer.line("BEGIN:VEVENT")
    writer.line("UID:" + Self.escaped(event.uid))
    writer.line("DTSTAMP:" + Self.stamp(moment))
    writer.line("DTSTART;VALUE=DATE:" + Self.date(event.day))
    // The end is the first day that is not part of it.
    writer.line("DTEND;VALUE=DATE:" + Self.date(event.day.adding(days: 1)))
    writer.line("SUMMARY:" + Self.escaped(event.summary))
    if !event.details.isEmpty { writer.line("DESCRIPTION:" + Self.escaped(event.details)) }
    writer.line("TRANSP:TRANSPARENT")
    if event.reminds {
      writer.line("BEGIN:VALARM")
      writer.line("ACTION:DISPLAY")
      writer.line("TRIGGER:-P1D")
      writer.line("DESCRIPTION:" + Self.escaped(event.summary))
      writer.line("END:VALARM")
    }
    writer.line("END:VEVENT")
  }

  private static func date(_ day: JalaliDate) -> String {
    GregorianDate(day).description.filter { $0 != "-" }
  }

  /// `yyyymmddThhmmssZ`, in UTC.
  private static func stamp(_ moment: Int64) -> String {
    let seconds = moment >= 0 ? moment / 1000 : (moment - 999) / 1000
    let inDay = ((seconds % 86_400) + 86_400) % 86_400
    let day = JalaliDate(dayNumber: Int((seconds - inDay) / 86_400) + 2_440_588)
    let (hour, minute, second) = (inDay / 3600, inDay / 60 % 60, inDay % 60)
    let time = [hour, minute, second].map { Digits.padded(Int($0), to: 2) }.joined()
    return "\(date(day))T\(time)Z"
  }

  /// A value of type TEXT: backslash, semicolon, comma and line break are escaped, other control
  /// characters are left out.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        result.unicodeScalars.append("\\")
        result.unicodeScalars.append(scalar)
      case "\n": result += "\\n"
      default:
        if scalar.value >= 0x20, scalar.value != 0x7F { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}

/// Cuts content lines after at most 75 octets, never inside a character.
private struct LineFolder {
  private(set) var bytes: [UInt8] = []

  mutating func line(_ text: String) {
    var room = 75
    for scalar in text.unicodeScalars {
      let width = UTF8.width(scalar)
      if width > room {
        bytes += [0x0D, 0x0A, 0x20]
        // The blank that begins a continued line counts.
        room = 74
      }
      bytes += UTF8.encode(scalar).map(Array.init) ?? []
      room -= width
    }
    bytes += [0x0D, 0x0A]
  }
}
