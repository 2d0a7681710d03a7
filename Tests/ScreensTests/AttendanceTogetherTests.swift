import Screens
import Store
import Synchronization
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

@Suite("Several people in one class at once")
struct AttendanceTogetherTests {
  @Test("A colleague's mark appears in the other grid without a key, cell by cell")
  func appears() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/records.faragir"
    let it = try AttendanceClass(learners: 4, path: path)
    var mine = it.grid()
    var theirs = it.grid(try it.colleague(path: path))
    mine.press("2", "غ")
    theirs.markStale()
    theirs.expect(contains: "۱ از ۴ ثبت شد")
    theirs.press("1", "enter", "down")
    theirs.expect(contains: "فاطمه کریمی، ۰۳/۰۷/۰۷ ۱۰:۰۰")
    theirs.press("3", "م")
    mine.markStale()
    mine.expect(contains: "۲ از ۴ ثبت شد")
  }

  @Test("While somebody else writes a mark waits beside the keys, and is saved in its turn")
  func waitsForTurn() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/records.faragir"
    let it = try AttendanceClass(learners: 4, path: path)
    let other = try it.colleague(path: path)
    let jobs = Mutex<[Job<Portal>]>([])
    var session = ScreenSession(
      AttendanceScreen(trainingClass: it.id), in: it.office.portal, keymap: .shipped,
      chrome: .portal(), later: { job in jobs.withLock { $0.append(job) } })
    func shows(_ text: String) -> Bool {
      session.picture(size: Size(rows: 24, columns: 80)).transcript.contains(text)
    }
    let present = Key(.character(0x62D))
    try other.store.write(at: 0) { _ in
      session.press(present)
      #expect(session.isWorking)
      #expect(shows("۰ از ۴ ثبت شد"))
      // The cursor moves; a second mark says why not.
      session.press(Key(.down))
      #expect(shows("۲◄"))
      session.press(present)
      #expect(shows("ثبت پیشین هنوز در نوبت است"))
    }
    #expect(try it.marks(3) == [nil, nil, nil, nil])
    for job in jobs.withLock({ $0 }) { session.take(job.perform(in: it.office.portal)) }
    #expect(!session.isWorking)
    #expect(shows("۱ از ۴ ثبت شد"))
    #expect(shows("۲◄"))
    #expect(try it.marks(3) == ["p", nil, nil, nil])
    session.press(present)
    #expect(try it.marks(3) == ["p", "p", nil, nil])
  }

  @Test("While somebody else writes a form is saved in its turn, and the keys go on")
  func formWaitsForTurn() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/records.faragir"
    let it = try AttendanceClass(learners: 4, path: path)
    let other = try it.colleague(path: path)
    let jobs = Mutex<[Job<Portal>]>([])
    var session = ScreenSession(
      AttendanceScreen(trainingClass: it.id), in: it.office.portal, keymap: .shipped,
      chrome: .portal(), later: { job in jobs.withLock { $0.append(job) } })
    func shows(_ text: String) -> Bool {
      session.picture(size: Size(rows: 24, columns: 80)).transcript.contains(text)
    }
    func type(_ text: String) {
      for scalar in text.unicodeScalars { session.press(Key(.character(scalar.value))) }
    }
    session.press(Key(.enter))
    type("9:00")
    session.press(Key(.tab))
    type("9:30")
    try other.store.write(at: 0) { _ in
      session.press(Key(.function(2)))
      #expect(session.isWorking)
      #expect(shows("کار شما در نوبت است"))
      session.press(Key(.function(2)))
      #expect(shows("ثبت پیشین هنوز در نوبت است"))
    }
    #expect(try it.marks(3) == [nil, nil, nil, nil])
    for job in jobs.withLock({ $0 }) { session.take(job.perform(in: it.office.portal)) }
    #expect(!session.isWorking)
    #expect(!shows("ساعت شروع غیبت"))
    #expect(try it.marks(3)[0] != nil)
  }

  @Test("A cell changed by two is a conflict with both values: theirs stays, or mine is written")
  func conflict() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/records.faragir"
    let it = try AttendanceClass(learners: 4, path: path)
    let other = try it.colleague(path: path)
    for isMine in [false, true] {
      var theirs = it.grid(other)
      var mine = it.grid()
      theirs.press("1")
      mine.press("1", isMine ? "م" : "غ")
      // The other grid has not heard of it yet: its robot looks at the file after each key.
      theirs.press("ح")
      theirs.expect(contains: "همکارتان هم‌زمان ثبت کرده است")
      theirs.expect(contains: "شما می‌خواستید: حاضر")
      theirs.expect(contains: isMine ? "مأموریت" : "اکنون در پرونده است: غایب")
      theirs.expect(contains: "فاطمه کریمی")
      #expect(try it.marks(3)[0] == (isMine ? "x" : "a"))
      if isMine { theirs.press("left") }
      theirs.press("enter")
      #expect(try it.marks(3)[0] == (isMine ? "p" : "a"))
    }
  }

  @Test("A conflict in the form of a cell shows both values, and saving again writes mine")
  func conflictInTheForm() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/records.faragir"
    let it = try AttendanceClass(learners: 4, path: path)
    var theirs = it.grid(try it.colleague(path: path))
    var mine = it.grid()
    theirs.press("1", "enter", "enter")
    theirs.type("9:00")
    theirs.press("tab")
    theirs.type("9:30")
    mine.press("1", "غ")
    theirs.press("f2")
    theirs.expect(contains: "مقدار کنونی: غایب")
    #expect(try it.marks(3)[0] == "a")
    theirs.expect(contains: "دوباره ذخیره کنید")
    theirs.press("esc", "f2")
    theirs.expect(contains: "ت ۳۰")
    #expect(try it.marks(3)[0] != "a")
  }

  @Test("All-present leaves what a colleague has marked meanwhile, and says so")
  func fillTogether() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/records.faragir"
    let it = try AttendanceClass(learners: 4, path: path)
    var theirs = it.grid(try it.colleague(path: path))
    var mine = it.grid()
    mine.press("2", "غ")
    theirs.press("f5")
    #expect(try it.marks(3) == ["p", "a", "p", "p"])
    theirs.expect(contains: "۱ خانه را همکارتان پیش‌تر ثبت کرده بود")
  }

  @Test(
    "Undo takes back one's own marks only, and is refused with both values once a cell moved on")
  func undoTogether() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/records.faragir"
    let it = try AttendanceClass(learners: 3, path: path)
    var mine = it.grid()
    var theirs = it.grid(try it.colleague(path: path))
    mine.press("1", "غ")
    theirs.markStale()
    theirs.press("u")
    theirs.expect(contains: "برای واگرداندن نیست")
    theirs.press("1", "م")
    #expect(try it.marks(3)[0] == "x")
    mine.press("u")
    #expect(try it.marks(3)[0] == "x")
    mine.expect(contains: "مقدار کنونی")
    mine.expect(lacks: "مقدار کنونی: x")
  }

  @Test("A learner who joins meanwhile is listed, and the cursor stays with its learner")
  func newLearner() throws {
    let it = try AttendanceClass(learners: 3)
    var grid = it.grid()
    grid.press("down", "down")
    let person = try it.office.person(77, first: "آرش", last: "آذری")
    try it.office.portal.store.write(at: it.office.portal.clock.now()) { records in
      try records.insert(
        Enrolment(
          id: try records.newID(), trainingClass: it.id, person: person.id, method: .expert,
          day: Office.today))
      try records.journal(Cause(useCase: "test.enrol"))
    }
    grid.markStale()
    grid.expect(contains: "آذری")
    grid.press("غ")
    #expect(try it.marks(3) == [nil, nil, "a"])
  }
}
