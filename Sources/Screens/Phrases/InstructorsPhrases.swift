import Persian
public import Training

extension Phrases {
  enum Applicants {
    static let button = "ثبت‌نام متقاضیان مدرسی"
    static let title = "متقاضیان مدرسی"
    static let termsTitle = "شرایط و ضوابط متقاضیان مدرسی"
    static let accept = "قبول شرایط و ضوابط"
    static let form = "فرم ثبت‌نام"
    static let edit = "ویرایش ثبت‌نام پیشین (کد ملی و کد رهگیری)"
    static let editTitle = "ورود متقاضی"
    static let submit = "ثبت اطلاعات"
    static let receipt = "رسید ثبت متقاضی مدرسی"
    static let done = "اطلاعات شما با موفقیت ثبت شد."
    static let receiptHint =
      "کد رهگیری فقط همین یک بار نشان داده می‌شود؛ آن را چاپ یا یادداشت کنید."
    static let score = "امتیاز"
    static let trackingCode = "کد رهگیری"
    static let trackingHint = "شانزده رقم؛ با خط تیره یا بی آن."
    static let identity = "مشخصات"
    static let educator = "وضعیت"
    static let isEducator = "فرهنگی"
    static let isOutsider = "غیرفرهنگی"
    static let certificateNumber = "شماره شناسنامه"
    static let district = "منطقه محل خدمت"
    static let workplace = "محل کار"
    static let phone = "شماره تلفن"
    static let workHint = "برای غیرفرهنگی الزامی است."
    static let degree = "مدرک تحصیلی"
    static let field = "رشته تحصیلی"
    static let university = "دانشگاه"
    static let graduated = "سال اخذ مدرک"
    static let evidence = "سوابق و مدارک"
    static let evidenceKind = "نوع سابقه"
    static let evidenceTitle = "شرح"
    static let amount = "مقدار"
    static let file = "پروندهٔ مدرک (مسیر)"
    static let fileHint =
      "نام پروندهٔ PDF، JPEG یا PNG در پوشهٔ دریافت (F1 می‌گوید کجاست)؛ خالی یعنی بی مدرک."
    static let documents = "تصویر مدارک"
    static let state = "وضعیت"
    static let submitted = "تاریخ ثبت"
    static let originals = "رؤیت اصل مدارک"
    static let notSeen = "هنوز رؤیت نشده است"
    static let inquiry = "نامه استعلام حراست"
    static let reply = "پاسخ حراست"
    static let courses = "کد دوره‌ها"
    static let noCourses = "هنوز دوره‌ای ثبت نشده است"
    static let papers = "مدارک و سوابق"
    static let savePaper = "ذخیرهٔ پرونده"
    static let noFile = "این ردیف پرونده ندارد."
    static let size = "اندازه"
    static let findByCode = "جستجو با کد رهگیری"
    static let notFound = "متقاضی‌ای با این کد رهگیری در ادارهٔ شما نیست."
    static let reissue = "صدور دوبارهٔ کد رهگیری"
    static let bank = "بانک مدرسین"
    static let bankReport = "چاپ بانک مدرسین"
    static let letterNumber = "شماره نامه"
    static let letterDay = "تاریخ نامه"
    static let councilNumber = "شماره صورت‌جلسه شورا"
    static let councilDay = "تاریخ جلسه شورا"
    static let courseCodes = "کد دوره‌ها (با ، جدا کنید)"
    static let courseCodesHint = "پس از تأیید شورای تعیین صلاحیت مدرسان."
    static let printInquiry = "چاپ نامه استعلام"
    static let nonLocal = "مدرسان غیربومی"
    static let askNonLocal = "درخواست مدرس غیربومی"
    static let instructor = "مدرس"
    static let home = "منطقه محل خدمت"
    static let course = "دوره"
    static let holder = "منطقه دوره"
    static let points = "جدول امتیاز متقاضیان مدرسی"
    static let criterion = "معیار"
    static let perUnit = "برای هر"
    static let pointsEach = "امتیاز"
    static let maximum = "حداکثر"
    static let from = "از تاریخ"
    static let noRow = "—"

    static func score(_ hundredths: Int) -> String {
      let (whole, part) = hundredths.quotientAndRemainder(dividingBy: 100)
      guard part > 0 else { return whole.said }
      let digits = String(part + 100).dropFirst()
      return
        "\(whole.said)٫\(Digits.persian(part % 10 == 0 ? String(digits.first ?? "0") : String(digits)))"
    }

    static func reissued(_ code: String) -> String {
      "کد رهگیری تازه: \u{2066}\(Digits.persian(code))\u{2069} — همین یک بار نشان داده می‌شود."
    }

    static func reissueQuestion(_ name: String) -> String {
      "برای «\u{2068}\(name)\u{2069}» کد رهگیری تازه صادر شود؟ کد پیشین دیگر پذیرفته نمی‌شود."
    }

    static func letter(_ mark: InstructorApplication.LetterMark) -> String {
      guard let day = mark.day, !mark.number.isEmpty else { return noRow }
      return "شماره \u{2068}\(Digits.persian(mark.number))\u{2069} در \(day.said)"
    }

    static func edited(_ score: Int) -> String {
      "تغییرات ثبت شد؛ امتیاز: \(Applicants.score(score))."
    }

    static func evidence(_ number: Int) -> String { "سابقه \(number.said)" }
    static func courseUnknown(_ code: String) -> String {
      "دوره‌ای با کد \(Digits.persian(code)) در شناسنامه‌ها نیست."
    }
    static func kilobytes(_ bytes: Int) -> String { "\(((bytes + 1023) / 1024).said) کیلوبایت" }
    static func fileSaved(_ path: String) -> String {
      "پرونده در \u{2066}\(path)\u{2069} نوشته شد."
    }
  }

  enum Staff {
    static let button = "ثبت‌نام کادر اداری و آموزشی مدارس غیردولتی"
    static let submit = "ارسال اطلاعات"
    static let registered =
      "ثبت‌نام اولیه انجام شد. با کد ملی از بخش «فراگیران» وارد شوید و «تکمیل اطلاعات» را انجام دهید."
    static let complete = "تکمیل اطلاعات"
    static let confirmList = "تایید فراگیران"
    static let district = "منطقه"
    static let password = "رمز عبور"
    static let schoolCode = "کد واحد آموزشی"
    static let schoolUnknown = "مدرسهٔ غیردولتی‌ای با این کد نیست."
    static let post = "سمت"
    static let weeklyHours = "ساعات تدریس در هفته"
    static let experience = "سابقه (سال)"
    static let state = "وضعیت"
    static let sent = "اطلاعات برای تأیید مدیر مدرسه فرستاده شد."
    static let school = "مدرسه"
    static let notOfSchool = "شما از کادر مدارس غیردولتی نیستید؛ اطلاعات شغلی را اداره ثبت می‌کند."
    static func found(_ name: String) -> String { "مدرسه: \u{2068}\(name)\u{2069}" }
  }
}

extension InstructorReason {
  var sentence: String {
    switch self {
    case .termsNotAccepted: "برای ادامه باید شرایط و ضوابط را بپذیرید."
    case .dataMissing(let fields):
      "اطلاعات ضروری تکمیل نشده است: \(Say.list(fields.map(\.name)))."
    case .applied(let name):
      "این کد ملی پیش‌تر ثبت‌نام کرده است («\u{2068}\(name)\u{2069}»)؛ با کد رهگیری آن را ویرایش کنید."
    case .wrongTrackingCode: "کد ملی یا کد رهگیری نادرست است."
    case .originalsNotSeen: "اصل مدارک هنوز رؤیت نشده است."
    case .originalsSeenAlready: "رؤیت اصل مدارک پیش‌تر ثبت شده است."
    case .outsiderPapersMissing:
      "برای مدرس غیرفرهنگی تصویر شناسنامه و کارت ملی، محل کار و شماره تلفن الزامی است."
    case .inquiryLetterMissing: "شماره و تاریخ نامه استعلام را بنویسید."
    case .replyNumberMissing: "شماره نامه تأیید حراست ثبت نشده است."
    case .councilMissing: "شماره و تاریخ تصمیم شورای تعیین صلاحیت مدرسان را بنویسید."
    case .courseRecorded(let code):
      "دورهٔ \(Digits.persian(code)) پیش‌تر برای این مدرس ثبت شده است."
    case .coursesRunning(let titles):
      "این مدرس در دورهٔ در حال اجرا تدریس می‌کند: \(Say.list(titles))."
    case .fileTooLarge(let name, let limit):
      "پروندهٔ «\u{2068}\(name)\u{2069}» از \(Phrases.Applicants.kilobytes(limit)) بزرگ‌تر است."
    case .fileKind(let name):
      "پروندهٔ «\u{2068}\(name)\u{2069}» نه PDF است و نه تصویر JPEG یا PNG."
    case .fileNotPlain(let name):
      "«\u{2068}\(name)\u{2069}» پرونده‌ای معمولی نیست؛ پوشه و دستگاه پذیرفته نمی‌شود."
    case .fileOutside(let name, let folder?):
      "پروندهٔ «\u{2068}\(name)\u{2069}» پذیرفته نمی‌شود: این فرم تنها پرونده‌های پوشهٔ \u{2066}\(folder)\u{2069} را می‌گیرد. مدرک را در آن پوشه بگذارید و نامش را بنویسید."
    case .fileOutside(let name, nil):
      "پروندهٔ «\u{2068}\(name)\u{2069}» پذیرفته نمی‌شود: در این سامانه پوشه‌ای برای دریافت پرونده تعیین نشده است. مدرک را به اداره ببرید."
    case .fileUnreadable(let name): "پروندهٔ «\u{2068}\(name)\u{2069}» خوانده نشد."
    case .filesMany(let limit): "بیش از \(limit.said) ردیف مدرک پذیرفته نمی‌شود."
    case .formsBusy(let seconds):
      "فرم‌های عمومی تا \(Say.duration(seconds: seconds)) دیگر بسته است؛ پس از آن دوباره بفرستید."
    case .districtLetterMissing: "درخواست منطقه با نامه اداری ثبت نشده است."
    case .notOfProvince: "مدرس در استان دیگری شاغل است؛ تأیید ستادی وزارت لازم است."
    case .ofProvince: "مدرس در همین استان شاغل است؛ تأیید استانی کافی است."
    case .permitAsked: "برای این مدرس و دوره پیش‌تر درخواست شده است."
    case .isLocal: "این مدرس بومی است و به تأیید نیاز ندارد."
    case .notInBank(let name):
      "نام این فرد در بانک مدرسین وجود ندارد: «\u{2068}\(name)\u{2069}»."
    case .notQualified(let name, let course):
      "صلاحیت تدریس این دوره برای مدرس ثبت نشده است («\u{2068}\(name)\u{2069}»، «\u{2068}\(course)\u{2069}»)."
    case .nonLocalNeedsPermit(let place):
      place == .elsewhere
        ? "استفاده از مدرس غیربومی نیاز به تأیید ستادی دارد."
        : "استفاده از مدرس غیربومی نیاز به تأیید استانی دارد."
    }
  }
}

extension InstructorReason.Field {
  var name: String {
    switch self {
    case .fatherName: Phrases.People.fatherName
    case .certificateNumber: Phrases.Applicants.certificateNumber
    case .birthDay: Phrases.People.birthDay
    case .personnelCode: Phrases.People.personnelCode
    case .workplace: Phrases.Applicants.workplace
    case .phone: Phrases.Applicants.phone
    case .degree: Phrases.Applicants.degree
    case .field: Phrases.Applicants.field
    case .university: Phrases.Applicants.university
    case .graduated: Phrases.Applicants.graduated
    }
  }
}

extension SchoolStaffReason {
  var sentence: String {
    switch self {
    case .registeredAlready: "این کد ملی قبلاً ثبت‌نام کرده است."
    case .hasPersonnelCode: "شما دارای کد پرسنلی هستید؛ از بخش فراگیران وارد شوید."
    case .schoolNotFit: "کد واحد آموزشی از آنِ مدرسه‌ای غیردولتی نیست."
    case .fieldMissing: "رشته تدریس را برگزینید."
    case .notOfSchool: Phrases.Staff.notOfSchool
    }
  }
}

extension InstructorLife.State {
  public var name: String {
    switch self {
    case .registered: "ثبت شده"
    case .needsCorrection: "نیازمند اصلاح"
    case .rejected: "رد شده"
    case .documentsConfirmed: "مدارک تأیید شده"
    case .inInquiry: "در استعلام حراست"
    case .securityConfirmed: "تأیید حراست"
    case .inBank: "در بانک مدرسین"
    case .inactive: "غیرفعال"
    }
  }
}

extension InstructorLife.Action {
  public var name: String {
    switch self {
    case .register: "ثبت اطلاعات"
    case .edit: "ویرایش"
    case .seeOriginals: "اصل مدارک رؤیت شد"
    case .confirmDocuments: "تایید مدارک"
    case .sendBack: "عودت برای اصلاح"
    case .reject: "رد"
    case .sendInquiry: "چاپ و ارسال نامه استعلام"
    case .positiveReply: "ثبت تأیید حراست"
    case .negativeReply: "پاسخ منفی حراست"
    case .confirm: "تایید نهایی"
    case .recordCourses: "ثبت کد دوره‌ها"
    case .suspend: "تعلیق"
    }
  }
}

extension NonLocalLife.State {
  public var name: String {
    switch self {
    case .awaitingProvince: "در انتظار استان"
    case .awaitingMinistry: "در انتظار ستاد"
    case .permitted: "مجاز"
    case .rejected: "رد شده"
    }
  }
}

extension NonLocalLife.Action {
  public var name: String {
    switch self {
    case .request: "درخواست منطقه"
    case .approveProvince: "تایید استانی"
    case .refer: "ارجاع به ستاد"
    case .approveMinistry: "تایید ستادی"
    case .reject: "رد"
    }
  }
}

extension SchoolStaffLife.State {
  public var name: String {
    switch self {
    case .registered: "ثبت‌نام اولیه"
    case .awaitingPrincipal: "در انتظار تأیید مدیر"
    case .confirmed: "تأیید شده"
    }
  }
}

extension SchoolStaffLife.Action {
  public var name: String {
    switch self {
    case .register: "ارسال اطلاعات"
    case .complete: "تکمیل اطلاعات"
    case .confirm: "تایید اطلاعات"
    case .sendBack: "عدم تایید"
    case .change: "تغییر اطلاعات"
    }
  }
}
