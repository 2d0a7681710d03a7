import Persian
import Store
import Training

/// Words of the attendance grid and of what opens over it.
enum AttendancePhrases {
  static func title(_ heading: String) -> String { "حضور و غیاب «\(heading)»" }
  static let number = "#"
  static let name = "نام خانوادگی و نام"
  static let code = "کد پرسنلی"
  static let absent = ["غیبت", "دقیقه"]
  static let margin = ["مانده تا", "یک‌دهم"]
  static let noSessions = "برنامهٔ این کلاس هنوز جلسه‌ای ندارد؛ نخست برنامهٔ کلاس را ثبت کنید."
  static let noLearners = "هنوز کسی در این کلاس ثبت‌نام نشده است."
  static let nothing = "·"
  static let clockNote = "اکنون بیرون از ساعت جلسه است."

  // MARK: Statuses

  /// The letter of a status, which is also its key.
  static func symbol(_ status: AttendanceMark.Status) -> String {
    switch status {
    case .present: "ح"
    case .absent: "غ"
    case .late: "ت"
    case .leftEarly: "ز"
    case .partial: "ب"
    case .excused: "م"
    }
  }

  static func word(_ status: AttendanceMark.Status) -> String {
    switch status {
    case .present: "حاضر"
    case .absent: "غایب"
    case .late: "تأخیر"
    case .leftEarly: "زود رفته"
    case .partial: "غیبت در بخشی از جلسه"
    case .excused: "مأموریت / غیبت موجه"
    }
  }

  static let unmarked = "ثبت نشده"
  /// The words of a command for several rows.
  static let vocabulary = RangeCommand.Vocabulary(
    verbs: [
      "ح": .present, "حاضر": .present, "غ": .absent, "غایب": .absent, "ت": .late(nil),
      "تأخیر": .late(nil), "ز": .left(nil), "زود": .left(nil), "م": .excused,
      "موجه": .excused, "مأموریت": .excused, "پاک": .clear, "p": .present, "y": .absent,
      "j": .late(nil), "c": .left(nil), "l": .excused,
    ], all: ["همه"], through: ["تا"], and: ["و"])

  /// «تأخیر ۱۵ دقیقه (۸:۰۰ تا ۸:۱۵)».
  static func said(_ mark: AttendanceMark?, in session: TimeSpan) -> String {
    guard let mark else { return unmarked }
    guard !mark.absences.isEmpty else { return word(mark.status) }
    let spans = Say.list(mark.absences.map(\.said))
    return "\(word(mark.status)) \(mark.absentMinutes(in: session).said) دقیقه (\(spans))"
  }

  /// A stored mark in words, for conflicts that come from the records; other text as it is.
  static func stored(_ text: String) -> String {
    guard let mark = AttendanceMark(text: text) else { return text }
    guard !mark.absences.isEmpty else { return word(mark.status) }
    return "\(word(mark.status)) (\(Say.list(mark.absences.map(\.said))))"
  }

  // MARK: Columns and totals

  /// «ی ۰۷/۰۸».
  static func day(_ day: JalaliDate) -> String {
    "\(day.weekday.initial) \(day.text(.short).suffix(5))"
  }

  static func time(_ minute: Int) -> String { Say.clock(minute) }
  static func progress(_ marked: Int, of all: Int) -> String {
    marked == all && all > 0 ? "✓ \(Digits.persian(all))" : fraction(marked, all)
  }

  private static func fraction(_ part: Int, _ whole: Int) -> String {
    "\(Digits.persian(part))/\(Digits.persian(whole))"
  }

  static let notCome = "نرسیده"
  static let cleared = "پاک"
  static let mayNotMark = "ثبت حضور و غیاب با مدیر دوره و مدرس است؛ نقش شما تنها آن را می‌بیند."
  static let noCells = "این کلاس هنوز فراگیر یا جلسه ندارد."
  static let firstSession = "این نخستین جلسهٔ کلاس است."
  static func nobody(_ filter: String) -> String { "\(filter): کسی نیست." }

  static func margin(_ margin: AbsenceMargin, isWide: Bool) -> String {
    let (sign, amount, word) =
      switch margin.standing {
      case .safe: ("", margin.remaining, "دیگر")
      case .near: ("! ", margin.remaining, "دیگر")
      case .over: ("✗ ", margin.absent - margin.allowed, "بیش")
      }
    guard !isWide else { return "\(sign)\(amount.said) دقیقه \(word)" }
    // The title of the column says what is left; only what is over needs its word.
    return sign + amount.said + (margin.standing == .over ? " \(word)" : "")
  }

  // MARK: Lines around the grid

  static func session(
    _ number: Int, of count: Int, _ session: Session, marked: Int, learners: Int
  ) -> String {
    """
    جلسهٔ \(number.said) از \(count.said)  \(session.day.text(.long))  \
    \(session.span.said)  —  \(marked.said) از \(learners.said) ثبت شد
    """
  }

  static func cell(_ name: String, _ what: String) -> String { "\(name): \(what)" }

  static func made(by name: String, at minute: Int, on day: JalaliDate) -> String {
    "\(name)، \(day.text(.short)) \(Say.clock(minute))"
  }

  static func note(_ text: String) -> String { "یادداشت: \(text)" }
  static func row(_ digits: String, _ name: String) -> String {
    "ردیف \(Digits.persian(digits))، \(name)  —  ح غ ت ز م ثبت می‌کند، Enter به آن می‌رود"
  }

  static let findPrompt = "نام یا رقم‌های آخر کد:"
  static func matches(_ count: Int) -> String {
    count == 0 ? "کسی پیدا نشد" : "\(count.said) نفر  (Tab: نفر بعدی)"
  }

  static let rangePrompt = "ردیف‌ها و وضعیت (نمونه: ۱-۵،۹ غ):"
  static let lateMinutes = "چند دقیقه دیر آمد؟ (۲۰ یا ۸:۲۰)"
  static let leftMinutes = "چند دقیقه زود رفت؟ (۱۵ یا ۹:۴۵)"
  static func preview(_ names: [String], count: Int) -> String {
    let rest = count - names.count
    return "\(count.said) خانه: \(Say.list(names))" + (rest > 0 ? " و \(rest.said) نفر دیگر" : "")
  }

  static let changesNothing = "چیزی عوض نمی‌شود."
  static func noSuchRow(_ row: Int, last: Int) -> String {
    RangeCommand.Problem.noSuchRow(row, last: last).sentence
  }

  // MARK: Filters

  static func filter(_ filter: AttendanceFilter) -> String? {
    switch filter {
    case .all: nil
    case .unmarked: "فقط ثبت‌نشده‌های این جلسه"
    case .nearLimit: "فقط نزدیک سقف غیبت و بالاتر"
    }
  }

  // MARK: Notices

  static func marked(_ count: Int, skipped: Int) -> String {
    "\(count.said) خانه ثبت شد."
      + (skipped > 0 ? " \(skipped.said) خانه را همکارتان پیش‌تر ثبت کرده بود و همان ماند." : "")
  }

  static let allMarked = "خانهٔ ثبت‌نشده‌ای در این جلسه نمانده است."
  static let nothingBefore = "از جلسهٔ پیش چیزی برای خانه‌های خالی این جلسه برنمی‌آید."
  static let nothingToUndo = "ثبتی از شما در این کلاس برای واگرداندن نیست."
  static let nothingToRedo = "چیزی برای انجام دوباره نیست."
  /// Who holds up a mark, with the time of day since when.
  static func writes(_ name: String?, since minute: Int?) -> String {
    let who = name.map { "«\($0)»" } ?? "برنامهٔ دیگری"
    let since = minute.map { " از ساعت \(time($0))" } ?? ""
    return "ثبت شما در نوبت است: \(who)\(since) در حال نوشتن است."
  }

  static let undone = "واگردانده شد."
  static let redone = "دوباره انجام شد."
  static let isSafe = "غیبتی ثبت نشده است."

  // MARK: Commands

  static func help(_ command: AttendanceScreen.Command) -> String {
    switch command {
    case .present: "حاضر"
    case .absent: "غایب"
    case .late: "تأخیر"
    case .leftEarly: "زود رفت"
    case .excused: "موجه"
    case .allPresent: "بقیه حاضر"
    case .sameAsBefore: "مثل جلسهٔ پیش"
    case .find: "یافتن"
    case .range: "چند ردیف"
    case .filter: "پالایه"
    case .history: "تاریخچه"
    case .why: "چرا؟"
    case .today: "جلسهٔ امروز"
    case .print: "چاپ"
    }
  }

  // MARK: The cell's own form

  static let cellTitle = "ساعت‌های غیبت"
  static let learner = "فراگیر"
  static let sessionLabel = "جلسه / تاریخ"
  static let status = "وضعیت کنونی"
  static func sessionSaid(_ session: Session) -> String {
    "\(session.day.text(.long))، \(session.span.said)"
  }

  static func from(_ number: Int) -> String { "ساعت شروع غیبت \(number.said)" }
  static func to(_ number: Int) -> String { "ساعت پایان غیبت \(number.said)" }
  static let noteLabel = "یادداشت"
  static let noIntervals = "اگر ساعتی ننویسید، وضعیت کنونی می‌ماند؛ خانهٔ خالی «حاضر» می‌شود."

  // MARK: History and conflict

  static func historyTitle(_ name: String) -> String { "تاریخچهٔ \(name)" }
  static let noHistory = "برای این خانه هنوز چیزی ثبت نشده است."
  static func change(_ old: String, _ new: String) -> String { "\(old) ← \(new)" }
  static func moment(_ day: JalaliDate, _ minute: Int) -> String {
    "\(day.text(.long))، ساعت \(Say.clock(minute))"
  }

  static func by(_ name: String) -> String { "ثبت‌کننده: \(name)" }
  static let conflictTitle = "این خانه را همکارتان هم‌زمان ثبت کرده است"
  static func mine(_ mark: String) -> String { "شما می‌خواستید: \(mark)" }
  static func theirs(_ mark: String) -> String { "اکنون در پرونده است: \(mark)" }
  static let keepTheirs = "مال همکار بماند"
  static let takeMine = "مال من ثبت شود"

  // MARK: Why

  static func absences(_ minutes: Int, allowed: Int, course: Int) -> String {
    """
    غیبت تاکنون \(minutes.said) دقیقه؛ یک‌دهم دوره (\(Say.duration(course))) \
    \(allowed.said) دقیقه است.
    """
  }

  static func absence(_ session: Session, _ mark: AttendanceMark) -> String {
    "\(session.day.text(.long)): \(said(mark, in: session.span))"
  }

  // MARK: Print

  static let listTitle = "حضور و غیاب"

  /// The words of the attendance list; a day stands alone where it has one session only.
  static func listLabels(_ name: String, sessions: [Session]) -> AttendanceList.Labels {
    let days = Dictionary(sessions.map { ($0.day, 1) }, uniquingKeysWith: +)
    return AttendanceList.Labels(
      title: "فهرست حضور و غیاب: \(name)", row: "ردیف", code: "کد پرسنلی",
      name: "نام خانوادگی و نام", absent: "غیبت", remaining: "مانده", present: "شمار حاضران",
      symbols: Dictionary(
        uniqueKeysWithValues: AttendanceMark.Status.allCases.map { ($0, symbol($0)) }),
      session: { session in
        let day = String(session.day.text(.short).suffix(5))
        return days[session.day] == 1 ? day : "\(day) \(Say.clock(session.span.start))"
      })
  }

  /// The words of the list of those over the limit.
  static func overLimitLabels(_ name: String) -> OverLimitList.Labels {
    OverLimitList.Labels(
      title: "\(Phrases.Classwork.overLimit): \(name)", row: "ردیف", code: "کد پرسنلی",
      name: "نام خانوادگی و نام", workplace: "محل خدمت", absent: "غیبت", allowed: "مجاز",
      excess: "بیش از مجاز")
  }

  /// The words of the form of learners and scores.
  static func formLabels(_ name: String) -> ClassList.Labels {
    ClassList.Labels(
      title: "مشخصات فراگیران/نمره: \(name)", row: "ردیف", code: "کد پرسنلی",
      lastName: "نام خانوادگی", firstName: "نام", workplace: "محل خدمت",
      firstDaySignature: "امضای روز نخست", examSignature: "امضای آزمون", score: "نمره")
  }
}
