import Testing

@Suite("Deadlines and the catalogue from the command line", .serialized)
struct BoardCommandTests {
  private let office: SampleOffice

  init() throws { office = try SampleOffice() }

  private func faragir(_ words: [String], as user: String) throws -> Run {
    try Run.faragir(
      words + ["--db", office.records, "--user", user, "--password-fd", "0"],
      input: "Kooh-e-Sahand-1404\n", in: office.folder)
  }

  @Test("S0-16 S0-9 deadlines come out as a calendar and a table, each user's own reach")
  func deadlines() throws {
    let calendar = try faragir(["export", "deadlines", "--as", "ics"], as: "expert1")
    #expect(calendar.status == 0)
    #expect(calendar.text.hasPrefix("BEGIN:VCALENDAR\r\n"))
    #expect(calendar.text.contains("SUMMARY:"))
    // Lines are folded, so the title is looked for in the table.
    let table = try faragir(["export", "deadlines", "--as", "csv"], as: "expert1")
    #expect(table.text.contains("آمار برگزاری سه‌ماهه گذشته"))
    #expect(table.text.contains("✗ ۳ روز گذشته"))
    let other = try faragir(["export", "deadlines", "--as", "csv"], as: "expert2")
    #expect(other.status == 0 && !other.text.contains("آمار برگزاری"))
    #expect(try faragir(["export", "attendance", "--as", "ics"], as: office.manager).status == 2)
  }

  @Test("S0-16 a manager's sessions come out as a calendar, written over the older one")
  func calendar() throws {
    let path = try office.folder.file("office.ics")
    let words = ["export", "calendar", "--output", path]
    #expect(try faragir(words, as: office.manager).status == 0)
    let first = String(decoding: try Descriptor.readAll(path), as: UTF8.self)
    #expect(first.contains("DTSTART;TZID=Asia/Tehran:") && first.contains("UID:session-"))
    #expect(!first.contains("UID:task-9@faragir"))
    let old =
      "BEGIN:VEVENT\r\nUID:task-9@faragir\r\nDTSTART;VALUE=DATE:20250320\r\n"
      + "DTEND;VALUE=DATE:20250321\r\nSUMMARY:x\r\nEND:VEVENT\r\n"
    try office.folder.write([UInt8](old.utf8), to: path)
    #expect(try faragir(words, as: office.manager).status == 0)
    let second = String(decoding: try Descriptor.readAll(path), as: UTF8.self)
    #expect(second.contains("UID:task-9@faragir") && second.contains("STATUS:CANCELLED"))
    #expect(try faragir(words + ["--as", "csv"], as: office.manager).status == 2)
  }

  @Test("S0-9 every command refuses what is not the user's, with the sentence and code 1")
  func refused() throws {
    let courses = try office.folder.file(
      "courses.csv", "کد دوره,عنوان دوره,ساعت\n91409999,دورهٔ تازه,8\n")
    let people = try office.folder.file(
      "people.csv", "کد ملی,نام,نام خانوادگی\n0012345679,علی,رضایی\n")
    for (words, user) in [
      (["import", "catalogue", courses], "expert1"),
      (["import", "catalogue", courses], "learner1"),
      (["import", "people", people], office.manager), (["import", "people", people], "learner1"),
    ] {
      let run = try faragir(words, as: user)
      #expect(run.status == 1, "\(words) as \(user)")
      #expect(
        run.errors.contains("شما به این بخش دسترسی ندارید."), "\(words) as \(user): \(run.errors)")
    }
    let noClass = try faragir(["export", "attendance", "--class", "1"], as: "expert1")
    #expect(noClass.status == 1)
    #expect(noClass.errors.contains("کلاسی با شماره یا نام «1» در محدودهٔ شما نیست."))
    let taken = try faragir(["import", "catalogue", courses, "--json"], as: "admin")
    #expect(taken.status == 0 && taken.text.contains(#""taken":1"#))
    let again = try faragir(["import", "catalogue", courses, "--json"], as: "admin")
    #expect(again.text.contains(#""known":1"#))
  }
}
