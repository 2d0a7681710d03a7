import Testing
import Training

@Suite struct RangeCommandTests {
  private static let words = RangeCommand.Vocabulary(
    verbs: [
      "ح": .present, "حاضر": .present, "غ": .absent, "غایب": .absent, "ت": .late(nil),
      "تأخیر": .late(nil), "ز": .left(nil), "م": .excused, "پاک": .clear,
    ], all: ["همه"], through: ["تا"], and: ["و"])

  private func parts(_ text: String, rows: Int = 30) throws(Complaint) -> [RangeCommand.Part] {
    try RangeCommand(parsing: text, rows: rows, words: Self.words).parts
  }

  private func problem(_ text: String, rows: Int = 30) -> RangeCommand.Problem? {
    do throws(Complaint) {
      _ = try parts(text, rows: rows)
      return nil
    } catch {
      guard case .range(let problem) = error else { return nil }
      return problem
    }
  }

  @Test(
    "Rows 1–5 and 9 absent, in any digits, commas and dashes",
    arguments: [
      "۱-۵،۹ غ", "1-5,9 غ", "١-٥، ٩ غایب", "9 1-5غ", "۱–۵ و ۹ غ", "۱ تا ۵ ۹ غ", "5-1;9 غ",
      "۱ـ۵،۹ غايب", "\u{200F}۱-۵،۹\u{200C} غ", "۱-۵٫۹ غ",
    ])
  func ranges(_ text: String) throws {
    #expect(try parts(text) == [.init(rows: [1, 2, 3, 4, 5, 9], verb: .absent)])
  }

  @Test("Several statuses in one command, each for its own rows")
  func severalParts() throws {
    #expect(
      try parts("3,7 ح 5 غ") == [
        .init(rows: [3, 7], verb: .present), .init(rows: [5], verb: .absent),
      ])
    #expect(try parts("همه ح", rows: 3) == [.init(rows: [1, 2, 3], verb: .present)])
    #expect(try parts("* پاک", rows: 2) == [.init(rows: [1, 2], verb: .clear)])
  }

  @Test("Late takes minutes or a time, and a number that another status follows is a row")
  func moments() throws {
    #expect(try parts("۳ ت ۱۵") == [.init(rows: [3], verb: .late(.minutes(15)))])
    #expect(try parts("3 تاخیر 8:15") == [.init(rows: [3], verb: .late(.clock(495)))])
    #expect(try parts("3 ت") == [.init(rows: [3], verb: .late(nil))])
    #expect(
      try parts("3 ت 15 غ") == [
        .init(rows: [3], verb: .late(nil)), .init(rows: [15], verb: .absent),
      ])
    #expect(
      try parts("3 ت 15، 16 غ") == [
        .init(rows: [3], verb: .late(.minutes(15))), .init(rows: [16], verb: .absent),
      ])
    #expect(try parts("4 ز ۱۱:۴۵") == [.init(rows: [4], verb: .left(.clock(705)))])
  }

  @Test("What is wrong is named")
  func problems() {
    #expect(problem("1-5,9") == .noStatus)
    #expect(problem("غ") == .noRows)
    #expect(problem(",,") == .noRows)
    #expect(problem("-5 غ") == .noRows)
    #expect(problem("1- غ") == .openRange(1))
    #expect(problem("31 غ") == .noSuchRow(31, last: 30))
    #expect(problem("0 غ") == .noSuchRow(0, last: 30))
    #expect(problem("28-31 غ") == .noSuchRow(31, last: 30))
    #expect(problem("1-5 غ 3 ح") == .rowTwice(3))
    #expect(problem("3 سلام") == .unknownWord("سلام"))
    #expect(problem("3 # غ") == .unknownCharacter("#"))
    #expect(problem("1234567 غ") == .numberTooLarge)
    #expect(problem("3 ت 8:75") == .time)
    #expect(problem("8:15 غ") == .time)
    #expect(problem("3 ت 8:") == .time)
    #expect(problem("1 غ", rows: 0) == .noSuchRow(1, last: 0))
    #expect(throws: Complaint.empty) { try parts("   ") }
  }

  private func register() -> AttendanceRegister {
    AttendanceRegister(
      sessions: [Fixture.session(1)], learners: (1...9).map { Fixture.id($0) })
  }

  private func changes(
    _ text: String, now: Int? = nil, in register: AttendanceRegister
  ) throws(Complaint) -> [AttendanceRegister.Change] {
    try register.changes(
      for: RangeCommand(parsing: text, rows: 9, words: Self.words), in: Fixture.id(1), now: now)
  }

  @Test("A command changes the named rows only, and none that already stands so")
  func apply() throws {
    var register = register()
    register[Fixture.id(2), Fixture.id(1)] = .absent
    let changes = try changes("۱-۳ غ، ۵ ت ۱۵", in: register)
    #expect(changes.map(\.enrolment.rawValue) == [1, 3, 5])
    #expect(changes.map { $0.mark?.text } == ["a", "a", "l:480-495"])
    #expect(try self.changes("2 پاک", in: register).map(\.mark) == [nil])
  }

  @Test("A bare late stamps the clock, and is refused when the clock stands outside the session")
  func clock() throws {
    #expect(try changes("1 ت", now: 500, in: register()).map { $0.mark?.text } == ["l:480-500"])
    #expect(try changes("1 ز ۱۰", in: register()).map { $0.mark?.text } == ["e:590-600"])
    #expect(throws: Complaint.range(.noMinute)) { try changes("1 ت", in: register()) }
    #expect(throws: Complaint.range(.outsideSession(600, session: Fixture.span(480, 600)))) {
      try changes("1 ت", now: 600, in: register())
    }
    #expect(throws: Complaint.range(.outsideSession(680, session: Fixture.span(480, 600)))) {
      try changes("1 ت 200", in: register())
    }
  }

  @Test("Fuzz: any text is read or refused, and what is read stays inside the rows")
  func fuzz() {
    var random = SplitMix64(seed: 19)
    let scalars = Array(
      "0123456789۰۱۲۳۴۵۶۷۸۹٠١٢-–ـ،,;:*+ و تا غ ح ت ز م همه پاک x#\u{200C}\u{200F}\u{202E}\0\n\u{301}ي"
        .unicodeScalars)
    var readable = 0
    for _ in 0..<30_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...16, using: &random) {
        text.append(scalars.randomElement(using: &random)!)
      }
      do throws(Complaint) {
        let found = try parts(String(text), rows: 12)
        readable += 1
        let rows = found.flatMap(\.rows)
        #expect(rows.allSatisfy { (1...12).contains($0) })
        #expect(Set(rows).count == rows.count)
        #expect(!found.isEmpty && found.allSatisfy { !$0.rows.isEmpty })
        _ = try? register().changes(for: RangeCommand(parts: found), in: Fixture.id(1), now: 500)
      } catch {
        #expect(error != .notNumber)
      }
    }
    #expect(readable > 100)
  }

  @Test("A very long command is read in linear time")
  func longCommand() throws {
    let text = Array(repeating: "1-30,", count: 20_000).joined() + " غ"
    #expect(try parts(text) == [.init(rows: Array(1...30), verb: .absent)])
  }
}
