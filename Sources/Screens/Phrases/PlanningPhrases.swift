import Persian
import Store
public import Training

extension Phrases {
  enum Needs {
    static let title = "نیازسنجی دوره‌ها"
    static let add = "نیاز تازه"
    static let edit = "ویرایش نیاز"
    static let remove = "حذف نیاز"
    static let wishes = "درخواست‌های فراگیران"
    static let print = "چاپ فهرست"
    static let priority = "اولویت"
    static let year = "سال"
    static let count = "خواهان"
    static let audience = "مخاطبان"
    static let freeTitle = "عنوان آزاد"
    static let freeTitleHint = "اگر دوره هنوز در کاتالوگ نیست."
    static let code = "کد دوره"
    static let codeHint = "اگر دوره در کاتالوگ است؛ وگرنه خالی."
    static let note = "توضیح"
    static let codeUnknown = "دوره‌ای با این کد در کاتالوگ نیست."
    static let onlyExpert = "نیازسنجی را کارشناس منطقه ثبت می‌کند."
    static let overCeiling = "✗ بیش از سقف"
    static let ceiling = "سقف"

    static func removeQuestion(_ title: String) -> String {
      "«\u{2068}\(title)\u{2069}» از نیازسنجی حذف شود؟"
    }

    static func audience(_ number: Int) -> String { "مخاطب \(number.said)" }
    static func wished(_ count: Int) -> String { "\(count.said) فراگیر آن را خواسته‌اند." }
    static func sheetTitle(_ year: Int) -> String {
      "نیازسنجی دوره‌های آموزشی از سال \(Digits.persian(year))"
    }
  }

  enum Wishes {
    static let title = "درخواست دوره برای نیازسنجی"
    static let add = "درخواست تازه"
    static let withdraw = "پس گرفتن درخواست"
    static let course = "دوره"
    static let withdrawn = "درخواست پس گرفته شد."
    static let registered = "درخواست ثبت شد و در نیازسنجی شمرده می‌شود."

    static func withdrawQuestion(_ title: String) -> String {
      "درخواست «\u{2068}\(title)\u{2069}» پس گرفته شود؟"
    }
  }

  enum FormsOne {
    static let title = "فرم‌های شمارهٔ ۱"
    static let add = "ثبت فرم شمارهٔ ۱"
    static let form = "فرم شمارهٔ ۱"
    static let none = "بی فرم شمارهٔ ۱"
    static let requester = "واحد درخواست‌کننده"
    static let wanted = "عنوان دورهٔ درخواستی"
    static let learnerCount = "آمار فراگیران"
    static let from = "زمان برگزاری از"
    static let to = "زمان برگزاری تا"
    static let time = "زمان برگزاری"
    static let place = "مکان برگزاری"
    static let laterHint = "می‌تواند پس از تصویب تعیین شود."
    static let funding = "محل تأمین اعتبار"
    static let registered = "تاریخ ثبت"
    static let notYet = "هنوز تعیین نشده است"
    static let meeting = "شمارهٔ جلسه"
    static let meetingDay = "تاریخ جلسه"
    static let decision = "تصمیم کمیته"
    static let agreedCode = "کد دورهٔ مصوب"
    static let agreedHint = "دوره باید در کاتالوگ باشد و مجوز اجرا در سامانه LTMS داشته باشد."
    static let agreedCourse = "دورهٔ مصوب"
    static let note = "توضیح"
    static let reason = "دلیل عدم موافقت"
    static let memorandum = "تفاهم‌نامه"
    static let number = "شمارهٔ تفاهم‌نامه"
    static let day = "تاریخ تفاهم‌نامه"
    static let partyA = "طرف نخست"
    static let partyB = "طرف دوم"
    static let dutiesA = "تعهدات طرف نخست"
    static let dutiesB = "تعهدات طرف دوم"
    static let amount = "مبلغ (ریال)"
    static let toRequest = "دورهٔ درخواستی در LTMS"

    static func permitted(_ course: Course) -> String {
      "✓ \(course.title) — \(Say.duration(course.minutes)) — مجوز اجرا دارد."
    }

    static func choice(_ form: FormOne) -> String {
      "\(form.title) — \(form.requester) — \(form.registered.said)"
    }

    static func meeting(_ decision: FormOne.Decision) -> String {
      let day = decision.day.map { " – \($0.said)" } ?? ""
      return "\(decision.meeting)\(day)"
    }
  }
}

extension FormOneLife.State {
  public var name: String {
    switch self {
    case .registered: "ثبت شده"
    case .agreed: "موافقت شده"
    case .rejected: "رد شده"
    case .memorandum: "تفاهم‌نامه منعقد شد"
    case .requested: "درخواست‌شده در سامانه"
    }
  }
}

extension FormOneLife.Action {
  public var name: String {
    switch self {
    case .register: "ثبت فرم شمارهٔ ۱"
    case .edit: "ویرایش"
    case .agree: "موافقت کمیته"
    case .disagree: "عدم موافقت"
    case .conclude: "عقد تفاهم‌نامه"
    case .schedule: "تعیین زمان و مکان"
    case .request: "درخواست دوره در LTMS"
    }
  }
}

extension PlanningReason {
  var sentence: String {
    switch self {
    case .needCourseMissing: "کد دوره یا عنوان آن را بنویسید."
    case .priorityNotPositive(let priority): "اولویت از ۱ آغاز می‌شود، نه \(priority.said)."
    case .needDoubled(let course, let year):
      "«\(course)» در نیازسنجی سال \(Digits.persian(year)) هست."
    case .wishDoubled(let year):
      "این دوره را برای سال \(Digits.persian(year)) پیش‌تر درخواست کرده‌اید."
    case .requesterMissing: "واحد درخواست‌کننده را بنویسید."
    case .wantedCourseMissing: "عنوان دورهٔ درخواستی را بنویسید."
    case .formFieldsMissing(let topics):
      "شرایط و آمار فراگیران، نحوه برگزاری و محل تأمین اعتبار الزامی است؛ نیست: "
        + "\(Say.list(topics.map(\.name)))."
    case .formIntervalReversed(let from, let to):
      "پایان برگزاری (\(to.said)) نباید پیش از آغاز آن (\(from.said)) باشد."
    case .meetingMissing: "شماره و تاریخ جلسهٔ کمیته را بنویسید."
    case .courseUnknown(let code):
      code.isEmpty
        ? "کد دورهٔ مصوب را بنویسید."
        : "این دوره (کد \(Digits.persian(code))) در سامانه LTMS مجوز اجرا ندارد: در کاتالوگ نیست."
    case .courseWithoutPermit(let title):
      "این دوره («\(title)») در سامانه LTMS مجوز اجرا ندارد."
    case .partiesMissing: "هر دو طرف تفاهم‌نامه را بنویسید."
    case .dutiesMissing: "تعهدات هر دو طرف تفاهم‌نامه را بنویسید."
    case .memorandumNumberMissing: "شماره و تاریخ تفاهم‌نامه را بنویسید."
    case .requestWithoutForm:
      "این درخواست به فرم شمارهٔ ۱ و تصمیم کمیته پیوند ندارد."
    case .requestUnlikeForm(let topics):
      "\(Say.list(topics.map(\.name))) با فرم شمارهٔ ۱ که کمیته پذیرفته است نمی‌خواند."
    case .requestBeyondForm(let quota, let learners):
      "سهمیه (\(quota.said)) از آمار فراگیران فرم شمارهٔ ۱ (\(learners.said)) بیشتر است."
    case .requestOfAnotherCourse(let agreed):
      "کمیته با دورهٔ دیگری موافقت کرده است (فرم «\(agreed)»)."
    case .formTimeMissing: "زمان برگزاری در فرم شمارهٔ ۱ تعیین نشده است."
    case .formPlaceMissing: "مکان برگزاری در فرم شمارهٔ ۱ تعیین نشده است."
    }
  }
}
