import Persian
import Testing
import Training

@Suite struct AttendanceRegisterTests {
  private func register(learners: Int = 30, sessions: Int = 4) -> AttendanceRegister {
    AttendanceRegister(
      sessions: (1...sessions).reversed().map {
        Fixture.session($0, on: "1403/02/1\($0)", 480, 720)
      },
      learners: (1...learners).map { Fixture.id($0) })
  }

  @Test(
    "S2-7.9b exactly one tenth is allowed, one minute more is not",
    arguments: [(16, 96), (20, 120), (8, 48), (1, 6)])
  func oneTenth(hours: Int, limit: Int) throws {
    let rules = try Fixture.rules()
    let exact = AbsenceMargin(absent: limit, course: hours * 60, rules: rules)
    #expect(!exact.isOver)
    #expect(exact.allowed == limit)
    #expect(exact.remaining == 0)
    #expect(exact.standing == .near)
    let over = AbsenceMargin(absent: limit + 1, course: hours * 60, rules: rules)
    #expect(over.isOver)
    #expect(over.standing == .over)
    #expect(over.remaining == 0)
  }

  @Test("S2-7.9b a course of odd minutes is compared without rounding")
  func oddMinutes() throws {
    let rules = try Fixture.rules()
    #expect(!AbsenceMargin(absent: 9, course: 95, rules: rules).isOver)
    #expect(AbsenceMargin(absent: 10, course: 95, rules: rules).isOver)
    #expect(AbsenceMargin(absent: 9, course: 95, rules: rules).remaining == 0)
  }

  @Test("S2-7.9b the warning begins at 80 % of the limit, and minutes are left until it")
  func warning() throws {
    let rules = try Fixture.rules()
    let before = AbsenceMargin(absent: 95, course: 20 * 60, rules: rules)
    #expect(before.standing == .safe)
    #expect(before.remaining == 25)
    let at = AbsenceMargin(absent: 96, course: 20 * 60, rules: rules)
    #expect(at.standing == .near)
    #expect(at.remaining == 24)
    #expect(AbsenceMargin(absent: 0, course: 0, rules: rules).standing == .safe)
  }

  @Test("S2-7.9b for every course and absence the comparison is total × 10 > minutes")
  func everyMinute() throws {
    let rules = try Fixture.rules()
    for course in stride(from: 1, through: 3_000, by: 7) {
      for absent in max(course / 10 - 2, 0)...(course / 10 + 2) {
        let margin = AbsenceMargin(absent: absent, course: course, rules: rules)
        #expect(margin.isOver == (absent * 10 > course))
        #expect(margin.isOver == (absent > margin.allowed))
        #expect((margin.standing == .safe) == (absent == 0 || absent * 100 < course * 8))
      }
    }
  }

  @Test("S2-7.5a sessions stand in the order of time, whatever order they came in")
  func order() {
    #expect(register().sessions.map(\.id.rawValue) == [1, 2, 3, 4])
  }

  @Test("S2-7.9a totals per learner and per session, with the progress")
  func totals() throws {
    var register = register()
    let session = Fixture.span(480, 720)
    register[Fixture.id(1), Fixture.id(1)] = .absent
    register[Fixture.id(1), Fixture.id(2)] = try .late(arriving: 495, in: session)
    register[Fixture.id(1), Fixture.id(3)] = .excused
    register[Fixture.id(2), Fixture.id(1)] = .present
    let learner = try #require(register.total(of: ID<Enrolment>(rawValue: 1)))
    #expect(learner.absent == 255)
    #expect(learner.excused == 240)
    #expect(learner.marked == 3)
    let column = try #require(register.total(of: ID<Session>(rawValue: 1)))
    #expect(column[.absent] == 1)
    #expect(column[.present] == 1)
    #expect(column[.late] == 0)
    #expect(column.marked == 2)
    #expect(column.unmarked == 28)
    #expect(!column.isComplete)
    #expect(register.total(of: Fixture.id(99) as ID<Enrolment>) == nil)
    let margin = register.margin(row: 0, courseMinutes: 960, rules: try Fixture.rules())
    #expect(margin.isOver)
  }

  @Test("All-present fills only cells without a mark")
  func allPresent() {
    var register = register()
    register[Fixture.id(3), Fixture.id(1)] = .absent
    let changes = register.presentForUnmarked(in: Fixture.id(1))
    #expect(changes.count == 29)
    register.apply(changes, to: Fixture.id(1))
    #expect(register[Fixture.id(3), Fixture.id(1)] == .absent)
    #expect(register.total(column: 0).isComplete)
    #expect(register.presentForUnmarked(in: Fixture.id(1)).isEmpty)
    #expect(register.total(column: 1).marked == 0)
  }

  @Test("Same-as-before copies whole-session marks into empty cells, never yesterday's minutes")
  func sameAsBefore() throws {
    var register = register(learners: 4)
    let span = Fixture.span(480, 720)
    register[Fixture.id(1), Fixture.id(1)] = .absent
    register[Fixture.id(2), Fixture.id(1)] = try .late(arriving: 500, in: span)
    register[Fixture.id(3), Fixture.id(1)] = .excused
    register[Fixture.id(3), Fixture.id(2)] = .present
    #expect(
      register.sameAsBefore(in: Fixture.id(2)) == [
        AttendanceRegister.Change(Fixture.id(1), .absent)
      ])
    #expect(register.sameAsBefore(in: Fixture.id(1)).isEmpty)
  }

  @Test("Random marks: totals of rows and of columns agree with a plain count")
  func randomTotals() throws {
    var random = SplitMix64(seed: 96_045)
    for _ in 0..<50 {
      var register = register(learners: 12, sessions: 6)
      var marks: [[AttendanceMark?]] = []
      for row in 0..<12 {
        marks.append([])
        for column in 0..<6 {
          let span = register.sessions[column].span
          let minute = Int.random(in: 481...719, using: &random)
          let mark: AttendanceMark? =
            switch Int.random(in: 0...5, using: &random) {
            case 0: .present
            case 1: .absent
            case 2: .excused
            case 3: try .late(arriving: minute, in: span)
            case 4: try .leftEarly(at: minute, in: span)
            default: nil
            }
          marks[row].append(mark)
          register[Fixture.id(row + 1), register.sessions[column].id] = mark
        }
      }
      for row in 0..<12 {
        let plain = marks[row].reduce(0) {
          $0 + ($1?.absentMinutes(in: Fixture.span(480, 720)) ?? 0)
        }
        #expect(register.total(row: row).absent == plain)
        #expect(register.total(row: row).marked == marks[row].filter { $0 != nil }.count)
      }
      for column in 0..<6 {
        for status in AttendanceMark.Status.allCases {
          let plain = marks.filter { $0[column]?.status == status }.count
          #expect(register.total(column: column)[status] == plain)
        }
      }
    }
  }
}
