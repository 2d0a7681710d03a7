import Persian
import Training

/// Words of every grid of ticks.
enum TickPhrases {
  static func help(_ command: TickCommand) -> String {
    switch command {
    case .fill: "بقیهٔ ستون"
    case .report: Phrases.Classwork.report
    case .print: "چاپ"
    }
  }

  static let number = "#"
  static let name = "نام خانوادگی و نام"
  static let sum = "جمع"
  static let find = "نام:"
  static let notFound = "کسی با این نام در این فهرست نیست."
  static let nobody = "هنوز کسی یا جلسه‌ای در این فهرست نیست."
  static let full = "همهٔ خانه‌های این ستون پر است."
  static let nothingToReport = "کمبودی نیست که گزارش شود."

  static func total(_ count: Int) -> String { "✓ \(count.said)" }
  static func filled(_ count: Int) -> String { "\(count.said) خانه ثبت شد." }
}

extension Phrases {
  /// The management of a class (process 7).
  enum Classwork {
    static let firstSession = "نخستین جلسه"
    static let attendants = "شرکت‌کنندگان ثبت‌نام‌نشده"
    static let attendantsAttendance = "حضور ثبت‌نام‌نشدگان"
    static let addAttendant = "افزودن به فرم ۲"
    static let editAttendant = "ویرایش مشخصات"
    static let removeAttendant = "حذف از فرم ۲"
    static let note = "توضیح"
    static let noCommitment =
      "هیچ‌گونه تعهدی برای ثبت‌نام یا گواهینامهٔ آنان وجود ندارد."
    static let report = "گزارش به کارشناس"
    static func reportedAlready(_ day: JalaliDate) -> String {
      "این کمبود در \(day.said) به کارشناس گزارش شده و هنوز در کارهای اوست."
    }

    static let reported = "گزارش در میز کار کارشناس گذاشته شد."
    static let scores = "مشاهده نمرات"
    static let overLimit = "غیبت بیش از حد مجاز"
    static let learners = "فراگیران در آغاز کلاس"

    static func removeQuestion(_ name: String) -> String {
      "«\u{2068}\(name)\u{2069}» با حضورش از فرم‌های ۲ و ۳ حذف شود؟"
    }

    static func reportQuestion(_ note: String) -> String { "به کارشناس گزارش شود؟ \(note)" }
    static func shortage(_ heading: String) -> String { "آغاز کلاس با کمبود: \(heading)" }

    static func counts(_ start: StartFacts, first: JalaliDate?) -> String {
      let day = first.map { "\($0.text(.long))، " } ?? ""
      let signed = start.signed.map { "\($0.said) امضا از " } ?? ""
      return "\(day)\(signed)\(start.learners.said) فراگیر"
        + (start.unregistered > 0 ? " و \(start.unregistered.said) نفر بی‌ثبت‌نام" : "")
    }
  }
}

extension FirstSessionTicks.Column {
  var name: String {
    switch self {
    case .signature: "امضا"
    case .lodging: "اسکان"
    case .lunch: "نهار"
    case .dinner: "شام"
    }
  }
}
