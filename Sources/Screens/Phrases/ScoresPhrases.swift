import Persian
import Store
import Training

extension Phrases {
  /// Scores and the attendance of exams.
  enum Scores {
    static let enter = "ثبت نمرات"
    static let importFile = "خواندن فایل نمره"
    static let sheet = "لیست حضور و غیاب جلسه آزمون"
    static let number = "#"
    static let name = "نام خانوادگی و نام"
    static let code = "کد پرسنلی"
    static let presence = "حضور"
    static let score = "نمره"
    static let source = "منبع"
    static let present = "ح"
    static let absent = "غ"
    static let blank = "·"
    static let presentHelp = "حاضر"
    static let absentHelp = "غایب"
    static let restPresent = "بقیه حاضر"
    static let find = "نام:"
    static let findNobody = "کسی با این نام در این فهرست نیست."
    static let nobody = "این کلاس فراگیری ندارد."
    static let allMarked = "حضور همه ثبت شده است."
    static let manual = "دستی"
    static let file = "فایل"
    static let electronic = "سیستم"

    static func title(_ exam: String) -> String { "\(enter): \(exam)" }

    static func heading(_ exam: Exam, settled: Int, of all: Int) -> String {
      "\(exam.day.text(.long)) — نمره از ۰ تا \(exam.maximum.text)، قبولی \(exam.passing.text) — "
        + "\(settled.said) از \(all.said) ثبت شد"
    }

    static func due(_ due: JalaliDate, on today: JalaliDate) -> String {
      let left = today.days(to: due)
      let said = left == 0 ? "امروز" : "\(left.said) روز مانده"
      return "مهلت ثبت نمره‌ها تا \(due.said) (\(said))"
    }

    static func filled(_ count: Int) -> String { "حضور \(count.said) نفر ثبت شد." }
  }
}

extension ExamResult.Source {
  var short: String {
    switch self {
    case .manual: Phrases.Scores.manual
    case .file: Phrases.Scores.file
    case .electronic: Phrases.Scores.electronic
    }
  }
}

extension ScoreReason {
  var sentence: String {
    switch self {
    case .notHeld(let day): "نمره و حضور این آزمون از \(day.said) ثبت می‌شود."
    case .automatic: "نمرهٔ آزمون الکترونیکی خودکار ثبت می‌شود."
    case .onlyManager: "تا پایان ثبت نمرات، نمره را مدیر دوره ثبت می‌کند."
    case .locked: "کلاس بسته است و نمره‌ها قفل شده‌اند."
    case .outOfRange(let score, let maximum):
      "نمره خارج از بازه مجاز است. (\(score.text) از ۰ تا \(maximum.text) نیست.)"
    case .late(let due, let days):
      "مهلت یک‌هفته‌ای ثبت نمره‌ها \(due.said) بود؛ \(days.said) روز گذشته است."
    case .codeUnknown(let code): "کسی با کد \(Digits.persian(code)) ثبت نشده است."
    case .notEnrolled: "کد پرسنلی در این کلاس ثبت‌نام نشده است."
    case .repeated(let line): "نمرهٔ این فراگیر در سطر \(line.said) هم هست."
    case .replaces(let score):
      score.map { "نمرهٔ پیشین \($0.text) عوض می‌شود." } ?? "پیش‌تر غایب ثبت شده بود."
    }
  }
}
