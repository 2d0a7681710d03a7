import Persian
public import Training

extension Phrases {
  /// Competency development and assessment (S1).
  enum Competency {
    static let programme = "ارزیابی شایستگی و سنجش صلاحیت"
    static let star = "★"
    static let file = "پرونده الکترونیکی"
    static let ownRequests = "وضعیت درخواست"
    static let ownResults = "نتایج سنجش"
    static let request = "درخواست توسعه شایستگی"
    static let requests = "درخواست‌های توسعه شایستگی"
    static let help = "رفع خطای عدم ابلاغ معلمان در سامانه LTMS"
    static let shortHelp = "رفع خطای عدم ابلاغ"
    static let update = "به‌روزرسانی ابلاغ"
    static let register = "ثبت اطلاعات"
    static let registered = "درخواست توسعه شایستگی شما با موفقیت ثبت شد."
    static func registered(_ tracking: String) -> String {
      "\(registered) شماره پیگیری: \(grouped(tracking))"
    }

    static let acceptance = "پذیرش"
    static let accept = "☑ شرایط برنامه را خوانده‌ام و می‌پذیرم"
    static let notAccepted = "☐ هنوز نپذیرفته‌ام"
    static let acceptHint = "با ← و → تیک بزنید؛ سپس «ثبت اطلاعات» در پایین صفحه."
    static let cardNone = "هنوز درخواستی ثبت نشده است."
    static let cardRegister = "نخستین مرحلهٔ کار: تکمیل و ثبت درخواست"
    static let cardResults = "نمرهٔ سه صلاحیت و نتیجهٔ اعلام‌شده"
    static let cardNoResults = "نتیجه‌ای اعلام نشده است."
    static let cardFile = "مشخصات، حکم، ابلاغ، درخواست، نتیجه و دوره‌ها"
    static let cardData = "حکم و ابلاغ شما؛ درخواست به‌روزرسانی ابلاغ"
    static let cardHelp = "اگر با «خطای عدم ابلاغ» روبه‌رو شدید"

    static let nationalCode = "کد ملی"
    static let name = "نام و نام خانوادگی"
    static let post = "سمت / رشته شغلی"
    static let appointments = "ابلاغ‌های جاری"
    static let noAppointments = "ابلاغ جاری ندارد"
    static let year = "سال سنجش"
    static let noPeriod = "دورهٔ سنجشی باز نیست"
    static let none = "—"

    static let tracking = "شماره پیگیری"
    static let registeredDay = "تاریخ ثبت"
    static let state = "وضعیت"
    static let period = "دوره سنجش"
    static let window = "بازه سنجش"
    static let noWindow = "تعیین نشده"
    static let centre = "کانون ارزیابی"
    static let outcome = "نتیجه"
    static let decided = "تاریخ اعلام نتیجه"
    static let note = "توضیح"
    static let reason = "دلیل"
    static let benefit = "فوق‌العاده رتبه‌بندی"
    static let benefitNote =
      "متناسب با نتیجه، از فوق‌العاده رتبه‌بندی بهره‌مند می‌شود؛ مبلغ آن در این سامانه نیست."
    static let dimension = "صلاحیت"
    static let score = "نمره"
    static let assessor = "ارزیاب"
    static func of(_ score: String, _ maximum: Int) -> String { "\(score) از \(maximum.said)" }
    static let referAll = "معرفی همه به کانون"
    static func referring(_ count: Int) -> String { "\(count.said) نفر" }
    static func referred(_ count: Int) -> String {
      "\(count.said) نفر به کانون ارزیابی معرفی شدند."
    }
    static let nobodyToRefer = "درخواست ثبت‌شدهٔ معرفی‌نشده‌ای نیست."
    static let count = "شمار"

    static let periods = "دوره‌های سنجش"
    static let centres = "کانون‌های ارزیابی"
    static let addPeriod = "دوره تازه"
    static let addCentre = "کانون تازه"
    static let titleOfPeriod = "عنوان"
    static let from = "از تاریخ"
    static let to = "تا تاریخ"
    static let windowHint = "تا بازه تعیین نشود، کسی به کانون معرفی نمی‌شود."
    static let approved = "تأیید شده"
    static let unit = "اداره"

    static let askNote = "شرح ابلاغ تازه"
    static let askHint = "مدرسه، درس، ساعت و شماره ابلاغی را که ثبت نشده است بنویسید."
    static let asked = "درخواست به‌روزرسانی ابلاغ به کارشناس اداره فرستاده شد."
    static let askedFor = "درخواست به‌روزرسانی ابلاغ"
    static let waiting = "در انتظار کارشناس"
    static let done = "انجام شد"
    static let person = "نام"
    static let place = "محل خدمت"

    static let print = "چاپ و خروجی پرونده"
    static let courses = "دوره‌های آموزشی"
    static let hours = "مجموع ساعت آموزش (قبول‌شده)"
    static let participation = "شمول برنامه"
    static let identity = "مشخصات"
    static let field = "عنوان"
    static let value = "مقدار"
    static func fileOf(_ name: String) -> String { "\(file) — \(name)" }

    static let reports = "گزارش‌های توسعه شایستگی"
    static let report = "گزارش"
    static let row = "ردیف"
    static let total = "جمع"
    static let lowest = "کمترین"
    static let highest = "بیشترین"
    static let mean = "میانگین"
    static let office = "اداره"
    static let school = "مدرسه"
    static let personnelCode = "کد پرسنلی"
    static let appraisal = "اثر در ارزشیابی سالانه"
    static let took = "شرکت کرده است"
    static let tookNot = "شرکت نکرده است"
    static let notNeeded = "الزامی نیست"

    static let show = "نمایش گزارش"
    static let emptyIsAll = "خالی یعنی همه."
    static let aboutPeople = "این گزارش فهرست اشخاص است، چنان که امروز هستند."

    static func place(_ unit: String, _ school: String) -> String {
      school.isEmpty ? unit : "\(unit)، \(school)"
    }

    static func period(_ period: AssessmentPeriod) -> String {
      "\(period.title) (\(window(period)))"
    }

    static func window(_ period: AssessmentPeriod?) -> String {
      period?.window.map { "\($0.lowerBound.said) تا \($0.upperBound.said)" } ?? noWindow
    }

    static func dimension(_ dimension: AssessmentDimension) -> String {
      "صلاحیت \(dimension.name)"
    }

    static func scale(_ maximum: Int) -> String { "از ۰ تا \(maximum.said)، تا دو رقم اعشار" }
    static func title(ofYear year: Int) -> String { "سنجش صلاحیت \(Digits.persian(year))" }
    static func updateOf(_ name: String) -> String { "\(update): \(name)" }
    static func askedOn(_ day: JalaliDate) -> String { "\(askedFor) (\(day.said))" }

    static func standing(of task: WorkTask) -> String {
      guard let day = task.done else { return waiting }
      return task.answer.isEmpty ? "\(done) (\(day.said))" : "\(day.said): \(task.answer)"
    }

    static func paper(_ kind: String, isCurrent: Bool) -> String {
      isCurrent ? "\(kind) جاری" : "\(kind) پیشین"
    }

    static func summary(_ state: String, _ day: JalaliDate, _ tracking: String) -> String {
      "\(state) — ثبت \(day.said) — \(tracking)"
    }

    static func course(_ hours: String, _ state: String, _ from: JalaliDate, _ to: JalaliDate)
      -> String
    {
      Say.list(["\(hours) ساعت", state, "\(from.said) تا \(to.said)"])
    }

    /// «۱۲۳۴-۵۶۷۸-۹۰۱۲».
    static func grouped(_ tracking: String) -> String {
      var text = ""
      for (index, digit) in tracking.enumerated() {
        if index > 0, index % 4 == 0 { text += "-" }
        text.append(digit)
      }
      return "\u{2066}\(Digits.persian(text))\u{2069}"
    }
  }
}

extension CompetencyReason {
  var sentence: String {
    switch self {
    case .beforeProgramme(let start):
      "برنامه از \(start.said) در حال اجراست؛ پیش از آن درخواستی ثبت نمی‌شود."
    case .notCompulsory:
      "این برنامه برای کارکنان اداری و خدماتی الزامی نیست و درخواست ثبت نمی‌شود."
    case .notEmployee: "این برنامه برای کارکنان آموزش و پرورش است."
    case .noAppointment:
      "خطای عدم ابلاغ: ابتدا ابلاغ خود را به‌روزرسانی نمایید، سپس درخواست را ثبت کنید."
    case .noPeriod: "دورهٔ سنجشی که درخواست بپذیرد تعریف نشده است."
    case .alreadyRequested(let tracking):
      "برای این دوره سنجش قبلاً درخواست ثبت کرده‌اید (شماره پیگیری \(Phrases.Competency.grouped(tracking)))."
    case .notAccepted: "تیک پذیرش شرایط برنامه را بزنید."
    case .notOwn: "هر کس فقط برای خود درخواست می‌دهد."
    case .windowUndefined(let period): "بازهٔ زمانی «\(period)» تعیین نشده است."
    case .windowReversed(let from, let to):
      "پایان بازه (\(to.said)) پیش از آغاز آن (\(from.said)) است."
    case .windowOver(let since): "بازهٔ زمانی سنجش \(since.said) به پایان رسیده است."
    case .outsideWindow(let from, let to):
      "نتیجه در بازهٔ سنجش ثبت می‌شود: \(from.said) تا \(to.said)."
    case .centreMissing: "کانون ارزیابی را برگزینید."
    case .centreNotApproved(let name): "کانون «\(name)» تأیید نشده است."
    case .resultsMissing(let dimensions):
      "نمرهٔ هر سه صلاحیت لازم است؛ نیامده: \(Say.list(dimensions.map(\.name)))."
    case .scoreOutOfScale(let dimension, let score, let maximum):
      "نمرهٔ صلاحیت \(dimension.name) (\(score.said)) باید از ۰ تا \(maximum.said) باشد."
    case .outcomeMissing: "یکی از نتیجه‌های فهرست را برگزینید."
    case .appointmentAsked(let day):
      "درخواست \(day.said) شما هنوز در انتظار کارشناس اداره است."
    }
  }
}

extension AssessmentDimension {
  public var name: String {
    switch self {
    case .general: "عمومی"
    case .specialised: "تخصصی"
    case .professional: "حرفه‌ای"
    }
  }
}

extension AssessmentScore {
  /// «۸۷٫۵».
  public var said: String {
    let (whole, part) = hundredths.quotientAndRemainder(dividingBy: 100)
    guard part != 0 else { return whole.said }
    let digits = part % 10 == 0 ? "\(part / 10)" : part < 10 ? "0\(part)" : "\(part)"
    return "\(whole.said)٫\(Digits.persian(digits))"
  }
}

extension CompetencyLife.State {
  public var name: String {
    switch self {
    case .registered: "ثبت شده"
    case .withdrawn: "لغو شده"
    case .inAssessment: "در حال سنجش"
    case .assessed: "سنجش شده"
    case .decided: "نتیجه اعلام شد"
    }
  }
}

extension CompetencyLife.Action {
  public var name: String {
    switch self {
    case .register: "ثبت اطلاعات"
    case .withdraw: "انصراف"
    case .refer: "معرفی به کانون ارزیابی"
    case .recordResults: "ثبت نتایج سه صلاحیت"
    case .decide: "تعیین نتیجه"
    }
  }
}

extension Participation {
  public var name: String {
    switch self {
    case .compulsory: "الزامی"
    case .exempt: "اداری و خدماتی: الزامی نیست"
    case .notEmployee: "غیرکارمند"
    }
  }
}

extension CompetencyReport {
  public var name: String {
    switch self {
    case .requests: "فهرست درخواست‌های توسعه شایستگی"
    case .counts: "آمار درخواست‌ها به تفکیک اداره و مدرسه"
    case .withoutRequest: "مشمولان بدون درخواست"
    case .withoutAppointment: "مشمولان بدون ابلاغ"
    case .results: "نتایج سنجش به تفکیک صلاحیت"
    case .appraisal: "شرکت در ارزیابی شایستگی برای ارزشیابی سالانه"
    }
  }
}
