import Persian
import Store
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
    static let importPast = "خواندن سوابق آموزشی"
    static let importDecrees = "خواندن حکم‌ها"
    static let importAppointments = "خواندن ابلاغ‌ها"

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

extension Phrases {
  enum Preparing {
    static let title = "آماده‌سازی دوره"
    static let settings = "نیازهای دوره"
    static let area = "بخش"
    static let item = "مورد"
    static let responsible = "مسئول"
    static let note = "توضیح"
    static let count = "تعداد"
    static let day = "تاریخ"
    static let supplier = "تأمین‌کننده"
    static let invoice = "شمارهٔ فاکتور"
    static let address = "نشانی آن سامانه یا فرم"
    static let pretest = "پیش‌آزمون در سامانه"
    static let pretestTask = "سوالات پیش‌آزمون دوره را پیش از شروع ثبت کنید."
    static let pretestHint = "سوال‌ها باید پیش از شروع دوره ثبت شود."
    static let missionOrder = "برگ مأموریت لازم است"
    static let introduction = "معرفی‌نامه لازم است"
  }

  enum Announcing {
    static let exam = "نحوهٔ آزمون"
    static let examHint = "نمونه: آزمون پایانی حضوری، ده روز پس از آخرین جلسه."
    static let remark = "توضیح"
    static let done = "دوره اطلاع‌رسانی شد."
    static let notices = "متن اطلاع‌رسانی"

    /// What is announced, paragraphs one a line (S2-4.9a).
    static func text(
      _ line: RequestLine, _ classes: [ClassLine], conditions: [String], mode: String,
      exam: String, remark: String
    ) -> String {
      let course = line.course
      var lines = [
        "دورهٔ «\(course.title)» با کد \(Digits.persian(course.code)) و به مدت \(Say.duration(course.minutes))."
      ]
      if !course.feature.isEmpty { lines.append("ویژگی دوره: \(course.feature)") }
      lines.append(
        "شرایط فراگیران: " + (conditions.isEmpty ? "همهٔ فراگیران" : Say.list(conditions)))
      for line in classes {
        let it = line.trainingClass
        let place = it.place.isEmpty ? Phrases.Classes.electronic : it.place
        lines.append(
          "\(it.name): ثبت‌نام \(Courses.interval(it.enrolFrom, it.enrolTo))؛ کلاس \(Courses.interval(it.from, it.to))؛ مکان: \(place)"
        )
      }
      lines.append("نحوهٔ ثبت‌نام: \(line.request.method.name)؛ نحوهٔ برگزاری کلاس: \(mode)")
      if !exam.isEmpty { lines.append("نحوهٔ آزمون: \(exam)") }
      if !remark.isEmpty { lines.append(remark) }
      return lines.joined(separator: "\n")
    }
  }

  enum Outside {
    static let title = "متقاضیان خارج از سامانه"
    static let add = "متقاضی تازه"
    static let remove = "حذف از فهرست"
    static let courseCode = "کد دوره"
    static let courseUnknown = "دوره‌ای با این کد در فهرست دوره‌ها نیست."
    static let letter = "نامهٔ هماهنگی با اداره کل"
    static let letterHint = "شماره و تاریخ نامه‌ای که با اداره کل هماهنگ شده است."
    static let reasonHint = "چرا ثبت‌نام در سامانه ممکن نشد."

    static func removeQuestion(_ name: String) -> String {
      "«\u{2068}\(name)\u{2069}» از فهرست متقاضیان خارج از سامانه حذف شود؟"
    }
  }

  enum Control {
    static let title = "گزارش‌های کنترل"
    static let report = "گزارش"
    static let lines = "ردیف"
    static let belowMinimum = "کلاس‌های کمتر از حداقل"
    static let minimum = "حداقل"
    static let obliged = "مشمولان دورهٔ اجباری که ثبت‌نام نشده‌اند"
    static let yearHours = "ساعت سال"
    static let ceiling = "سقف"
    static let left = "مانده"
    static let overdue = "کارهای از مهلت گذشته"

    static func certificates(_ year: Int) -> String {
      "گواهینامه‌های صادرشده در \(Digits.persian(year))"
    }
    static func hours(_ year: Int) -> String { "ساعت دوره‌های اشخاص در \(Digits.persian(year))" }
  }

  enum Stages {
    static let title = "ثبت‌نام بیرون از سامانه"
    static let notNeeded = "این دوره ثبت‌نام دیگری بیرون از سامانه ندارد."
    static let mark = "ثبت مرحلهٔ دوم"
    static let done = "انجام شد"
    static let notDone = "انجام نشده"
    static let which = "کدام ثبت‌نام"
    static let whether = "انجام شده"
    static func stage(_ stage: SecondStage) -> String { "ثبت‌نام در \(stage.name)" }
  }

  enum Guests {
    static let hidden =
      "ظرفیت پذیرش مهمان برای این دوره تعیین نشده است؛ درخواست دوره باید توسط اداره کل ویرایش شود."
    static let places = "ظرفیت مهمان"
  }
}

extension SecondStage {
  var name: String {
    switch self {
    case .externalForm: "فرم الکترونیکی مقدماتی بیرون از سامانه"
    case .contentSystem: "سامانهٔ ارائه محتوا"
    }
  }
}

extension PreparationArea {
  var name: String {
    switch self {
    case .content: "محتوا"
    case .facility: "امکانات محل"
    case .classroom: "تجهیزات کلاس"
    case .catering: "پذیرایی"
    }
  }
}

extension PreparationItem.State {
  var name: String {
    switch self {
    case .needed: "نیاز"
    case .provided: "تأمین شد"
    case .approved: "تأیید شد"
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
