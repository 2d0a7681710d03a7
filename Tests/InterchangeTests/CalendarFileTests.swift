import Foundation
import Interchange
import Persian
import Testing

@Suite("Days as an iCalendar file")
struct CalendarFileTests {
  /// A component as a strict reader of RFC 5545 sees it: lines unfolded, names and parameters apart.
  private struct Property: Equatable {
    var name: String
    var parameters: [String: String]
    var value: String
  }

  /// Every content line, the file's rules checked on the way.
  private func properties(_ bytes: [UInt8]) throws -> [Property] {
    let text = try #require(String(validating: bytes, as: UTF8.self))
    #expect(text.hasSuffix("\r\n"))
    #expect(!text.replacingOccurrences(of: "\r\n", with: "").contains { $0 == "\n" || $0 == "\r" })
    var lines: [String] = []
    for raw in text.components(separatedBy: "\r\n").dropLast() {
      #expect(raw.utf8.count <= 75, "\(raw.utf8.count) octets")
      #expect(!raw.isEmpty)
      if raw.hasPrefix(" ") {
        lines[lines.count - 1] += raw.dropFirst()
      } else {
        lines.append(raw)
      }
    }
    return try lines.map { line in
      let colon = try #require(line.firstIndex(of: ":"))
      let head = line[..<colon].split(separator: ";").map(String.init)
      var parameters: [String: String] = [:]
      for part in head.dropFirst() {
        let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
        parameters[pair[0]] = pair[1]
      }
      return Property(
        name: head[0], parameters: parameters, value: String(line[line.index(after: colon)...]))
    }
  }

  /// A value of type TEXT without its escapes; nil where one is wrong.
  private func unescaped(_ value: String) -> String? {
    var result = ""
    var iterator = value.makeIterator()
    while let character = iterator.next() {
      guard character == "\\" else {
        if character == "," || character == ";" { return nil }
        result.append(character)
        continue
      }
      switch iterator.next() {
      case "n", "N": result.append("\n")
      case "\\": result.append("\\")
      case ";": result.append(";")
      case ",": result.append(",")
      default: return nil
      }
    }
    return result
  }

  private static let title = "مهلت‌ها؛ شهرستان سروستان"
  private static let hostile =
    "الف, ب; ج\\ د\nهـ " + String(repeating: "روان‌شناسی تربیتی، ", count: 20) + "\u{7}\r𐎠"

  private func sample() throws -> CalendarFile {
    CalendarFile(
      title: Self.title,
      events: [
        CalendarEvent(
          uid: "introduction-4294967301@faragir",
          day: try JalaliDate(parsing: "1403/12/30", today: JalaliDate(dayNumber: 2_460_582)),
          summary: Self.hostile, details: "سطر یک\nسطر دو", reminds: true),
        CalendarEvent(
          uid: "task-1@faragir",
          day: try JalaliDate(parsing: "1404/01/01", today: JalaliDate(dayNumber: 2_460_582)),
          summary: "کوتاه"),
      ],
      // 2024-09-28 06:30:05 UTC.
      moment: 1_727_505_005_999)
  }

  @Test("S0-16 every line is at most 75 octets, ends in CRLF, and no character is cut")
  func lines() throws {
    let found = try properties(try sample().bytes)
    #expect(found.first == Property(name: "BEGIN", parameters: [:], value: "VCALENDAR"))
    #expect(found.last == Property(name: "END", parameters: [:], value: "VCALENDAR"))
    #expect(found.count { $0.name == "BEGIN" } == found.count { $0.name == "END" })
    #expect(found.contains { $0.name == "VERSION" && $0.value == "2.0" })
    let name = try #require(found.first { $0.name == "X-WR-CALNAME" })
    #expect(unescaped(name.value) == Self.title)
  }

  @Test("S0-16 texts come back as they were, controls left out")
  func texts() throws {
    let found = try properties(try sample().bytes)
    let summaries = found.filter { $0.name == "SUMMARY" }.map { unescaped($0.value) }
    let kept = Self.hostile.unicodeScalars.filter { $0 != "\u{7}" && $0 != "\r" }
    #expect(summaries == [String(String.UnicodeScalarView(kept)), "کوتاه"])
    #expect(
      found.filter { $0.name == "DESCRIPTION" }.map { unescaped($0.value) }.first
        == "سطر یک\nسطر دو")
  }

  @Test("S0-16 S0-5 a deadline is one whole day, the leap day of Esfand among them")
  func days() throws {
    let found = try properties(try sample().bytes)
    // The first is that of the zone.
    let starts = found.filter { $0.name == "DTSTART" }.dropFirst()
    #expect(starts.map(\.value) == ["20250320", "20250321"])
    #expect(starts.allSatisfy { $0.parameters == ["VALUE": "DATE"] })
    #expect(found.filter { $0.name == "DTEND" }.map(\.value) == ["20250321", "20250322"])
    #expect(
      found.filter { $0.name == "DTSTAMP" }.map(\.value)
        == ["20240928T063005Z", "20240928T063005Z"])
    #expect(
      found.filter { $0.name == "UID" }.map(\.value)
        == ["introduction-4294967301@faragir", "task-1@faragir"])
    #expect(found.filter { $0.name == "TRIGGER" }.map(\.value) == ["-P1D"])
  }

  private func event(
    _ uid: String, revision: Int = 1, isCancelled: Bool = false, minutes: Range<Int>? = 480..<600
  ) throws -> CalendarEvent {
    CalendarEvent(
      uid: uid, day: try JalaliDate(parsing: "1403/12/30", today: JalaliDate(dayNumber: 2_460_582)),
      minutes: minutes, summary: "مدیریت کلاس – الف", place: "سالن؛ طبقهٔ ۲", reminds: true,
      revision: revision, isCancelled: isCancelled)
  }

  /// The properties of each event, by name.
  private func events(_ bytes: [UInt8]) throws -> [[String: Property]] {
    var events: [[String: Property]] = []
    var depth: [String] = []
    for it in try properties(bytes) {
      switch it.name {
      case "BEGIN":
        depth.append(it.value)
        if it.value == "VEVENT" { events.append([:]) }
      case "END": #expect(depth.popLast() == it.value)
      default: if depth.last == "VEVENT" { events[events.count - 1][it.name] = it }
      }
    }
    #expect(depth.isEmpty)
    return events
  }

  @Test("S0-16 hours stand in the time of Iran, half an hour past three before UTC the year round")
  func zone() throws {
    let file = CalendarFile(
      title: Self.title,
      events: [try event("session-1@faragir"), try event("exam-2@faragir", minutes: 1400..<1500)],
      moment: 0)
    let found = try properties(file.bytes)
    func value(_ name: String) -> [String] { found.filter { $0.name == name }.map(\.value) }
    #expect(value("TZID") == ["Asia/Tehran"])
    #expect(value("TZOFFSETFROM") == ["+0330"] && value("TZOFFSETTO") == ["+0330"])
    #expect(!found.contains { $0.value == "DAYLIGHT" })
    let events = try events(file.bytes)
    #expect(
      events[0]["DTSTART"]
        == Property(
          name: "DTSTART", parameters: ["TZID": "Asia/Tehran"], value: "20250320T080000"))
    #expect(events[0]["DTEND"]?.value == "20250320T100000")
    // What ends after midnight ends on the next day.
    #expect(events[1]["DTSTART"]?.value == "20250320T232000")
    #expect(events[1]["DTEND"]?.value == "20250321T010000")
    #expect(events[0]["LOCATION"].flatMap { unescaped($0.value) } == "سالن؛ طبقهٔ ۲")
    #expect(events[0]["SEQUENCE"]?.value == "1" && events[0]["STATUS"]?.value == "CONFIRMED")
  }

  @Test("S0-16 what was called off says so, without a reminder")
  func cancelled() throws {
    let file = CalendarFile(
      title: Self.title, events: [try event("session-1@faragir", revision: 4, isCancelled: true)],
      moment: 0)
    let it = try #require(try events(file.bytes).first)
    #expect(it["STATUS"]?.value == "CANCELLED" && it["SEQUENCE"]?.value == "4")
    #expect(try !properties(file.bytes).contains { $0.value == "VALARM" })
  }

  @Test(
    "S0-16 written over an older file, what is no more is called off there under a newer number")
  func overOlder() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("faragir-\(UUID().uuidString).ics").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    func write(_ events: [CalendarEvent]) throws -> [String: [String: Property]] {
      try CalendarFile(title: Self.title, events: events, moment: 0).write(to: path)
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      return try Dictionary(
        uniqueKeysWithValues: self.events(bytes).map { ($0["UID"]?.value ?? "", $0) })
    }
    _ = try write([try event("session-1@faragir", revision: 3), try event("task-2@faragir")])
    var found = try write([try event("session-1@faragir", revision: 3)])
    #expect(found["session-1@faragir"]?["STATUS"]?.value == "CONFIRMED")
    #expect(found["task-2@faragir"]?["STATUS"]?.value == "CANCELLED")
    #expect(found["task-2@faragir"]?["SEQUENCE"]?.value == "2")
    #expect(found["task-2@faragir"]?["DTSTART"]?.value == "20250320T080000")
    // It stays called off, and is not counted on; what comes back is as it is now.
    found = try write([try event("session-1@faragir", revision: 3)])
    #expect(found["task-2@faragir"]?["SEQUENCE"]?.value == "2")
    // A file of another program is not carried over.
    try Data("BEGIN:VEVENT\r\nUID:a@b\r\nEND:VEVENT\r\n".utf8).write(
      to: URL(fileURLWithPath: path))
    #expect(try write([try event("session-1@faragir")]).count == 1)
  }

  @Test("S0-16 a reader that is not ours unfolds the same file")
  func python() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("faragir-\(UUID().uuidString).ics")
    defer { try? FileManager.default.removeItem(at: file) }
    try sample().write(to: file.path)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      """
      import re, sys
      raw = open(sys.argv[1], 'rb').read().decode('utf-8')
      lines = re.sub('\\r\\n[ \\t]', '', raw).split('\\r\\n')
      print(sum(line == 'BEGIN:VEVENT' for line in lines), max(len(l.encode()) for l in raw.split('\\r\\n')))
      """, file.path,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let answer = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let numbers = answer.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    #expect(numbers.first == 2)
    #expect((60...75).contains(numbers.last ?? 0))
  }
}
