public import Persian

/// A day or some hours in somebody's calendar, as other programs take it in.
public struct CalendarEvent: Hashable, Sendable {
  /// The same whenever the same thing is exported again, so that calendars replace it.
  public var uid: String
  public var day: JalaliDate
  /// The minutes of the day by the clock of Iran, perhaps past midnight; nil is the whole day.
  public var minutes: Range<Int>?
  public var summary: String
  public var details: String
  /// Where it is; may be empty.
  public var place: String
  /// Whether a reminder is wanted the day before.
  public var reminds: Bool
  /// How often it was changed: a calendar takes in only a revision that is newer than its own.
  public var revision: Int
  /// Whether it was called off, so that calendars take it away.
  public var isCancelled: Bool

  public init(
    uid: String, day: JalaliDate, minutes: Range<Int>? = nil, summary: String,
    details: String = "", place: String = "", reminds: Bool = false, revision: Int = 0,
    isCancelled: Bool = false
  ) {
    self.uid = uid
    self.day = day
    self.minutes = minutes
    self.summary = summary
    self.details = details
    self.place = place
    self.reminds = reminds
    self.revision = revision
    self.isCancelled = isCancelled
  }
}

/// Days and hours as an iCalendar file (RFC 5545): UTF-8, lines of at most 75 octets.
public struct CalendarFile: Hashable, Sendable {
  public var title: String
  public var events: [CalendarEvent]
  /// When it is made, in milliseconds since 1970; every event carries it.
  public var moment: Int64
  /// Events of the file that this one takes the place of, called off here: their lines as they were.
  private var withdrawn: [WithdrawnEvent] = []

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
    Self.zone.forEach { writer.line($0) }
    for event in events { append(event, to: &writer) }
    for event in withdrawn { append(event, to: &writer) }
    writer.line("END:VCALENDAR")
    return writer.bytes
  }

  /// Writes the file whole or not at all.
  ///
  /// What an older file at the place has and this one has not is called off in it, so that the
  /// calendars that took it in take it away.
  public func write(to path: String) throws(FileProblem) {
    var file = self
    if let old = try? WholeFile.read(path, limit: Self.largestOld) { file.withdraw(old) }
    try WholeFile.write(file.bytes, to: path)
  }

  /// The most bytes of an older file that are looked at.
  private static let largestOld = 8 << 20

  /// Calls off what an older file of this program has and this one has not.
  public mutating func withdraw(_ old: [UInt8]) {
    let known = Set(events.map { Self.escaped($0.uid) })
    withdrawn = WithdrawnEvent.all(in: old).filter { !known.contains($0.uid) }
  }

  /// The clock of Iran: three hours and a half before UTC, without summer time since 1401.
  private static let zone = [
    "BEGIN:VTIMEZONE", "TZID:Asia/Tehran", "BEGIN:STANDARD", "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0330", "TZOFFSETTO:+0330", "TZNAME:+0330", "END:STANDARD", "END:VTIMEZONE",
  ]

  private func append(_ event: CalendarEvent, to writer: inout LineFolder) {
    writer.line("BEGIN:VEVENT")
    writer.line("UID:" + Self.escaped(event.uid))
    writer.line("DTSTAMP:" + Self.stamp(moment))
    writer.line("SEQUENCE:\(event.revision)")
    if let minutes = event.minutes {
      writer.line("DTSTART;TZID=Asia/Tehran:" + Self.time(event.day, minutes.lowerBound))
      writer.line("DTEND;TZID=Asia/Tehran:" + Self.time(event.day, minutes.upperBound))
    } else {
      writer.line("DTSTART;VALUE=DATE:" + Self.date(event.day))
      // The end is the first day that is not part of it.
      writer.line("DTEND;VALUE=DATE:" + Self.date(event.day.adding(days: 1)))
    }
    writer.line("SUMMARY:" + Self.escaped(event.summary))
    if !event.details.isEmpty { writer.line("DESCRIPTION:" + Self.escaped(event.details)) }
    if !event.place.isEmpty { writer.line("LOCATION:" + Self.escaped(event.place)) }
    writer.line("STATUS:" + (event.isCancelled ? "CANCELLED" : "CONFIRMED"))
    writer.line(
      "TRANSP:" + (event.minutes == nil || event.isCancelled ? "TRANSPARENT" : "OPAQUE"))
    if event.reminds, !event.isCancelled {
      writer.line("BEGIN:VALARM")
      writer.line("ACTION:DISPLAY")
      writer.line("TRIGGER:-P1D")
      writer.line("DESCRIPTION:" + Self.escaped(event.summary))
      writer.line("END:VALARM")
    }
    writer.line("END:VEVENT")
  }

  private func append(_ event: WithdrawnEvent, to writer: inout LineFolder) {
    writer.line("BEGIN:VEVENT")
    writer.line("UID:" + event.uid)
    writer.line("DTSTAMP:" + Self.stamp(moment))
    writer.line("SEQUENCE:\(event.revision)")
    event.lines.forEach { writer.line($0) }
    writer.line("STATUS:CANCELLED")
    writer.line("TRANSP:TRANSPARENT")
    writer.line("END:VEVENT")
  }

  /// `yyyymmddThhmmss` of a minute after the beginning of a day.
  private static func time(_ day: JalaliDate, _ minute: Int) -> String {
    let inDay = minute % 1440
    return
      "\(date(day.adding(days: minute / 1440)))T\(Digits.padded(inDay / 60, to: 2))\(Digits.padded(inDay % 60, to: 2))00"
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

/// An event of an older file that is no more.
private struct WithdrawnEvent: Hashable, Sendable {
  /// As it is written.
  let uid: String
  /// Greater than it was, unless it had been called off already.
  let revision: Int
  /// When and what it was, as content lines.
  let lines: [String]

  /// Every event of a file of this program; none of what is no such file.
  static func all(in bytes: [UInt8]) -> [WithdrawnEvent] {
    var events: [WithdrawnEvent] = []
    var event: [(name: String, line: String)]?
    for line in unfolded(bytes) {
      switch line {
      case "BEGIN:VEVENT": event = []
      case "END:VEVENT":
        if let lines = event, let found = WithdrawnEvent(lines) { events.append(found) }
        event = nil
      default:
        let name = line.prefix { $0 != ":" && $0 != ";" }
        event?.append((String(name), line))
      }
    }
    return events
  }

  private init?(_ lines: [(name: String, line: String)]) {
    func value(_ name: String) -> String? {
      lines.first { $0.name == name }.map { String($0.line.dropFirst(name.utf8.count + 1)) }
    }
    guard let uid = value("UID"), uid.hasSuffix("@faragir") else { return nil }
    self.uid = uid
    let revision = value("SEQUENCE").flatMap { Int($0) } ?? 0
    self.revision = revision + (value("STATUS") == "CANCELLED" ? 0 : 1)
    let kept = ["DTSTART", "DTEND", "SUMMARY"]
    self.lines = kept.compactMap { name in lines.first { $0.name == name }?.line }
    guard self.lines.count == kept.count else { return nil }
  }

  private static func unfolded(_ bytes: [UInt8]) -> [String] {
    var lines: [[UInt8]] = []
    for line in bytes.split(separator: 0x0A) {
      let line = line.last == 0x0D ? line.dropLast() : line
      if line.first == 0x20, !lines.isEmpty {
        lines[lines.count - 1] += line.dropFirst()
      } else {
        lines.append(Array(line))
      }
    }
    return lines.compactMap { String(validating: $0, as: UTF8.self) }
  }
}
