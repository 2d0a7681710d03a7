import Persian
import Training

extension Phrases {
  enum Enrolling {
    static let title = "ثبت‌نام در دوره‌ها"
    static let chooseClass = "ادامه جهت انتخاب کلاس"
    static let whyNotShown = "چرا این دوره را نمی‌بینم؟"
    static let conditions = "شرط‌های ثبت‌نام"
    static let free = "جای خالی"
    static let closed = "بسته"
    static let verdict = "نتیجه"
    static let mayEnrol = "ثبت‌نام ممکن است"
    static let done = "ثبت‌نام شد؛ در «دوره‌های ثبت‌نام شده» می‌بینید."

    static func origin(_ text: String) -> String { "مأخذ: \(text)" }
  }

  enum LearnerData {
    static let title = "اطلاعات فراگیر"
    static let update = "به‌روزرسانی اطلاعات شغلی"
    static let none = "حکم یا ابلاغ جاری ثبت نشده است"
    static let past = "سابقهٔ آموزشی"

    static func hours(_ year: Int) -> String { "ساعت دوره‌های \(Digits.persian(year))" }
    static func hours(_ minutes: Int, of ceiling: Int) -> String {
      "\(Say.duration(minutes)) از سقف \(Say.duration(ceiling))"
    }

    static func weekly(_ minutes: Int) -> String { "\(Say.duration(minutes)) در هفته" }

    static func paper(
      _ number: String, _ from: JalaliDate, _ to: JalaliDate?, _ parts: [String]
    ) -> String {
      let end = to.map { " تا \($0.said)" } ?? ""
      let dates = "شمارهٔ \u{2068}\(Digits.persian(number))\u{2069} از \(from.said)\(end)"
      return Say.list([dates] + parts.filter { !$0.isEmpty })
    }

    static func past(_ title: String, _ minutes: Int, _ year: Int) -> String {
      "\(title)، \(Say.duration(minutes))، سال \(Digits.persian(year))"
    }
  }
}

extension EnrolmentMeasure {
  /// What is compared, with its numbers.
  var said: String {
    switch self {
    case .method(let method, let required):
      "روش ثبت‌نام دوره: «\(method.name)»؛ این راه: «\(required.name)»"
    case .time(let day, let from, let to, let start):
      "زمان: امروز \(day.said)؛ ثبت‌نام \(from.said) تا \(to.said)؛ شروع کلاس \(start.said)"
    case .places(let taken, let capacity):
      "ظرفیت: \(taken.said) نفر از \(capacity.said)"
    case .guestPlaces(let taken, let capacity):
      "ظرفیت مهمان: \(taken.said) نفر از \(capacity.said)"
    case .guestOfElsewhere: "مهمان از منطقهٔ دیگر است"
    case .jobData(let checks):
      checks.isEmpty
        ? "حکم و ابلاغ: این دوره شرطی ندارد"
        : "حکم و ابلاغ: " + checks.map(\.measured).joined(separator: "؛ ")
    case .hours(let year, let course, let ceiling):
      "سقف سالانه: \(Say.duration(year)) تا کنون + \(Say.duration(course)) این دوره، از \(Say.duration(ceiling))"
    case .onceInCourse: "همین دوره پیش‌تر گرفته نشده باشد"
    case .bookings(let count):
      count == 0
        ? "تداخل زمانی: جلسهٔ دیگری در این بازه نیست"
        : "تداخل زمانی: با \(count.said) جلسهٔ دیگر در این بازه سنجیده شد"
    case .principal: "تأیید مدیر مدرسه (برای مدارس غیردولتی)"
    case .own: "ثبت‌نام برای خود فراگیر است"
    }
  }
}

extension ConditionCheck {
  /// The kind with what is asked and what the papers say, ✓ or ✗.
  fileprivate var measured: String {
    let found = actual.filter { !$0.isEmpty }
    let has = found.isEmpty ? "—" : Say.list(found)
    return "\(isMet ? "✓" : "✗") \(kind.name) «\(required.joined(separator: " یا "))»، شما: \(has)"
  }
}
