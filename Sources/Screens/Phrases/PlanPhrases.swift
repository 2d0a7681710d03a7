import Persian
import Store
public import Training

extension Phrases {
  enum Plan {
    static let title = "برنامهٔ اجرایی"
    static let compile = "تدوین برنامهٔ اجرایی"
    static let copy = "استفاده از فرم شمارهٔ ۱ به‌عنوان برنامهٔ اجرایی"
    static let compiled = "پیش‌نویس برنامهٔ اجرایی ساخته شد؛ آن را از همین جا باز کنید."
    static let edit = "ویرایش برنامهٔ اجرایی"
    static let slots = "زمان و مکان"
    static let items = "مباحث، عوامل و نیازها"
    static let print = "چاپ برنامهٔ اجرایی"
    static let warning = "هشدار"
    static let instructorCount = "تعداد مدرس"
    static let notice = "اطلاع‌رسانی"
    static let noticeFrom = "اطلاع‌رسانی از"
    static let noticeTo = "اطلاع‌رسانی تا"
    static let enrolment = "ثبت‌نام"
    static let evaluation = "مدل ارزشیابی"
    static let byExam = "برگزاری آزمون"
    static let byProject = "انجام پروژه"
    static let evaluationDay = "زمان آزمون یا تحویل پروژه"
    static let evaluationHint = "یک تا سه هفته پس از پایان جلسات."
    static let stay = "اسکان"
    static let stayTime = "مدت اسکان"
    static let stayCount = "آمار اسکان"
    static let stayFrom = "اسکان از"
    static let stayTo = "اسکان تا"
    static let stayPlace = "محل اسکان"
    static let transport = "ایاب و ذهاب"
    static let letter = "نامهٔ هماهنگی مکان"
    static let letterNumber = "شمارهٔ نامهٔ مکان"
    static let letterDay = "تاریخ نامهٔ مکان"
    static let letterHint = "برای مکانی بیرون از مرکز آموزش نیروی انسانی."
    static let recipient = "گیرندهٔ نامهٔ مکان"
    static let purpose = "کاربرد"
    static let classNumber = "کلاس"
    static let outside = "بیرون از مرکز آموزش"
    static let instructorHint = "کد پرسنلی یا کد ملی؛ یا نام کسی که هنوز ثبت نشده است."
    static let addSlot = "زمان تازه"
    static let editSlot = "ویرایش زمان"
    static let removeSlot = "حذف زمان"
    static let addItem = "ردیف تازه"
    static let removeItem = "حذف ردیف"
    static let kind = "گونه"
    static let itemTitle = "عنوان"
    static let detail = "شرح"
    static let detailHint = "مدرس مبحث، نام عامل، یا مکان برنامهٔ جانبی."
    static let count = "تعداد"
    static let timetable = "برنامهٔ دوره‌های در حال اجرا"
    static let printTimetable = "چاپ برنامه"
    static let holidays = "تعطیلات رسمی"
    static let addHoliday = "تعطیل تازه"
    static let removeHoliday = "حذف تعطیل"
    static let timetableTitles = [
      "تاریخ", "از", "تا", "دوره", "کلاس", "مکان", "مدرس", "اداره",
    ]

    static let labels = PlanReport.Labels(
      facts: ["مشخصه", "مقدار"],
      slots: ["کاربرد", "کلاس", "تاریخ", "از", "تا", "مکان", "مدرس"],
      items: ["گونه", "عنوان", "شرح", "تعداد", "ساعت", "تاریخ"], slotsTitle: slots,
      itemsTitle: items, purpose: { $0.name }, kind: { $0.name })

    static func notInBank(_ name: String) -> String { "\(name) — مدرس در بانک نیست" }
    static func removeQuestion(_ title: String) -> String {
      "«\u{2068}\(title)\u{2069}» حذف شود؟"
    }

    static func classes(_ count: Int, _ suggested: Int) -> String {
      "\(count.said) (پیشنهاد: \(suggested.said))"
    }

    static func hours(_ minutes: Int, _ days: Int) -> String {
      "\(HourMinute.text(minutes)) (دست‌کم \(days.said) روز)"
    }

    static func evaluation(_ evaluation: ExecutivePlan.Evaluation) -> String {
      let parts = [evaluation.byExam ? byExam : "", evaluation.byProject ? byProject : ""]
        .filter { !$0.isEmpty }
      return parts.isEmpty ? FormsOne.notYet : Say.list(parts)
    }

    static func stay(_ stay: ExecutivePlan.Stay) -> String {
      "\(stay.count.said) نفر — \(stay.place)"
    }

    static func letter(_ letter: ExecutivePlan.Letter) -> String {
      guard !letter.number.isEmpty else { return FormsOne.notYet }
      return "\(letter.number) – \(letter.day?.said ?? "") – \(letter.recipient)"
    }
  }
}

extension ExecutivePlanLife.State {
  public var name: String {
    switch self {
    case .draft: "پیش‌نویس"
    case .final: "نهایی"
    }
  }
}

extension ExecutivePlanLife.Action {
  public var name: String {
    switch self {
    case .compile: "تدوین برنامهٔ اجرایی"
    case .edit: "ویرایش"
    case .finalise: "ثبت نهایی"
    case .revise: "بازنگری"
    }
  }
}

extension PlanSlot.Purpose {
  var name: String {
    switch self {
    case .enrolment: "ثبت‌نام"
    case .lesson: "کلاس"
    case .exam: "آزمون"
    }
  }
}

extension PlanItem.Kind {
  var name: String {
    switch self {
    case .topic: "مبحث"
    case .factor: "عامل اجرایی"
    case .event: "برنامهٔ جانبی"
    case .catering: "پذیرایی"
    case .equipment: "تجهیزات"
    case .material: "مواد آموزشی"
    }
  }
}

extension PlanReason {
  var sentence: String {
    switch self {
    case .notAllowed(let state):
      "برای درخواستی که «\(state.name)» است و فرم شمارهٔ ۱ ندارد برنامهٔ اجرایی تدوین نمی‌شود."
    case .courseStarted: "دوره آغاز شده است و برنامهٔ آن بازنگری نمی‌شود."
    case .classTooLarge(let count, let maximum):
      "تعداد فراگیران کلاس (\(count.said)) بیشتر از حداکثر (\(maximum.said)) است."
    case .classTooSmall(let count, let minimum):
      "تعداد فراگیران کلاس (\(count.said)) کمتر از حداقل (\(minimum.said)) است."
    case .dayTooLong(let day, let minutes, let maximum):
      "بیش از \(Say.duration(maximum)) آموزش در یک روز مجاز نیست: \(day.said) "
        + "\(Say.duration(minutes)) دارد."
    case .placeTaken(let place, let mine, let theirs, let free):
      "مکان «\(place)» در \(mine.said) برای دورهٔ «\(theirs.course)» (\(theirs.said)) رزرو شده است."
        + Self.offer(free)
    case .instructorTaken(let name, let mine, let theirs, let free):
      "«\(name)» در \(mine.said) در دورهٔ «\(theirs.course)» (\(theirs.said)) درس دارد."
        + Self.offer(free)
    case .noLesson(let number): "برای کلاس \(number.said) زمانی تعیین نشده است."
    case .evaluationMissing: "مدل ارزشیابی (آزمون یا پروژه) و زمان آن را تعیین کنید."
    case .evaluationOutside(let day, let from, let to):
      "زمان آزمون پایانی/تحویل پروژه (\(day.said)) باید بین یک تا سه هفته پس از پایان جلسات باشد: "
        + "\(from.said) تا \(to.said)."
    case .windowMissing: "زمان اطلاع‌رسانی و ثبت‌نام را تعیین کنید."
    case .windowReversed: "پایان اطلاع‌رسانی یا ثبت‌نام پیش از آغاز آن است."
    case .noticeShort(let days, let minimum):
      "زمان اطلاع‌رسانی \(days.said) روز است؛ دست‌کم \(minimum.said) روز لازم است."
    case .enrolmentShort(let days, let minimum):
      "زمان ثبت‌نام \(days.said) روز است؛ دست‌کم \(minimum.said) روز لازم است."
    case .enrolmentAfterStart(let day, let start):
      "ثبت‌نام (تا \(day.said)) باید پیش از شروع کلاس (\(start.said)) پایان یابد."
    case .totalDiffers(let number, let planned, let course):
      "جلسه‌های کلاس \(number.said) روی هم \(Say.duration(planned)) است و دوره \(Say.duration(course))."
    case .topicsDiffer(let planned, let course):
      "ساعت مباحث روی هم \(Say.duration(planned)) است و دوره \(Say.duration(course))."
    case .holiday(let day, let title): "\(day.said) تعطیل رسمی است: \(title)."
    case .outsideBank(let names): "مدرس در بانک نیست: \(Say.list(names))."
    case .letterMissing:
      "بخشی از دوره بیرون از مرکز آموزش است؛ شماره، تاریخ و گیرندهٔ نامهٔ هماهنگی مکان را ثبت کنید."
    }
  }

  private static func offer(_ free: [Free]) -> String {
    guard !free.isEmpty else { return "" }
    return " زمان‌های آزاد: " + Say.list(free.map { "\($0.day.said) \($0.span.said)" })
  }
}

extension PlanReason.Side {
  fileprivate var said: String { "\(day.said) \(span.said)" }
}
