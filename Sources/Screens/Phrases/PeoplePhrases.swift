import Persian
public import Training

extension Phrases {
  static let yes = "بله"
  static let no = "خیر"
  static let saved = "ذخیره شد."
  static let chooseRowFirst = "نخست یک ردیف را برگزینید."

  enum People {
    static let title = "اشخاص"
    static let add = "شخص تازه"
    static let importList = "خواندن فهرست"
    static let employment = "حکم و ابلاغ"
    static let account = "حساب کاربری"
    static let firstName = "نام"
    static let lastName = "نام خانوادگی"
    static let fatherName = "نام پدر"
    static let nationalCode = "کد ملی"
    static let personnelCode = "کد پرسنلی"
    static let birthDay = "تاریخ تولد"
    static let gender = "جنسیت"
    static let mobile = "تلفن همراه"
    static let kind = "نوع"
    static let office = "اداره"
    static let school = "محل خدمت"
    static let place = "محل خدمت"
    static let active = "فعال"
  }

  enum Employment {
    static func title(_ name: String) -> String { "حکم و ابلاغ: \(name)" }
    static let newDecree = "حکم تازه"
    static let newAppointment = "ابلاغ تازه"
    static let kind = "نوع"
    static let decree = "حکم"
    static let appointment = "ابلاغ"
    static let number = "شماره"
    static let day = "تاریخ"
    static let from = "از تاریخ"
    static let to = "تا تاریخ"
    static let jobTitle = "عنوان پست"
    static let jobField = "رشته شغلی"
    static let employmentKind = "نوع استخدام"
    static let postKind = "نوع پست"
    static let subject = "درس"
    static let teachingField = "رشته تدریس"
    static let stage = "مقطع"
    static let weeklyHours = "ساعت در هفته"
    static let school = "مدرسه"
    static let year = "سال تحصیلی"
    static let details = "شرح"
  }

  enum Accounts {
    static let title = "حساب‌های کاربری"
    static let add = "حساب تازه"
    static let reset = "بازنشانی گذرواژه"
    static let resetByCode = "ریست کد ملی (راه‌اندازی مجدد)"
    static let deactivate = "غیرفعال کردن"
    static let role = "نقش"
    static let username = "نام کاربری"
    static let unit = "واحد"
    static let state = "وضعیت"
    static let givenPassword = "گذرواژهٔ اولیه"
    static let shownOnce =
      "این گذرواژه دیگر نشان داده نمی‌شود؛ آن را بنویسید و به دارندهٔ حساب بدهید. Esc می‌بندد."
    static let givenPasswordHint = "کاربر باید آن را در نخستین ورود عوض کند."
    static let person = "دارنده"

    static func resetQuestion(_ username: String) -> String {
      "گذرواژهٔ «\(Digits.persian(username))» بازنشانی شود؟"
    }

    static func made(_ username: String, _ password: String) -> String {
      "حساب \(isolated: username) ساخته شد. گذرواژهٔ اولیه: \(isolated: password) — آن را به کاربر بدهید."
    }

    static func resetDone(_ password: String) -> String {
      "گذرواژهٔ تازه: \(password) — آن را به کاربر بدهید؛ در نخستین ورود عوض می‌کند."
    }

    static func deactivateQuestion(_ username: String) -> String {
      "حساب «\(Digits.persian(username))» غیرفعال شود؟ تاریخچهٔ آن می‌ماند."
    }
  }

  enum Units {
    static let title = "واحدهای سازمانی"
    static let add = "واحد تازه"
    static let name = "نام"
    static let code = "کد"
    static let kind = "نوع"
    static let parent = "زیر نظر"
    static let governmental = "دولتی"
  }

  enum Rules {
    static let title = "اعداد مقررات"
    static let key = "عنوان"
    static let value = "مقدار"
    static let unit = "یکا"
    static let from = "از تاریخ"
    static let clause = "بند"
    static let source = "مأخذ"
    static let standing = "اکنون"
    static let present = "این مقدار"
    static let note = "توضیح"
    static let set = "مقدار تازه"
    static func said(_ it: RuleValue) -> String {
      "\(it.shown) از \(it.from.said) — \(Phrases.origin(it.source, clause: it.clause))"
    }
    static let valueHint = "عدد یا کسر؛ نمونه: ۶ یا ۱/۱۰"
    static let dayHint = "تاریخ؛ نمونه: ۱۴۰۰/۰۱/۰۱"
    static func changed(_ it: RuleValue) -> String {
      "\(it.name): \(it.shown) از \(it.from.said) — \(it.source)"
    }
    static let historyHint = "مقدارهای پیشین می‌مانند و تصمیم‌های گذشته با آن‌ها سنجیده می‌شود."
  }

  enum Codes {
    static let title = "فهرست‌های کد"
    static let list = "فهرست"
    static let code = "کد"
    static let itemTitle = "عنوان"
    static let items = "موردها"
    static let source = "مأخذ"
    static let add = "مورد تازه"
    static let remove = "کنار گذاشتن"
    static let synonyms = "نوشتارهای دیگر (با ، جدا کنید)"
    static func removeQuestion(_ title: String) -> String {
      "«\(title)» دیگر پیشنهاد نشود؟ رکوردهای گذشته آن را نگه می‌دارند."
    }
  }
}

extension NationalCode {
  /// «۰۰۱۲۳۴۵۶۷۹».
  public var shown: String { Digits.persian(digits) }
}

extension PersonnelCode {
  public var shown: String { Digits.persian(digits) }
}

extension RuleValue.Unit {
  var name: String {
    switch self {
    case .second: "ثانیه"
    case .minute: "دقیقه"
    case .hour: "ساعت"
    case .day: "روز"
    case .month: "ماه"
    case .year: "سال"
    case .person: "نفر"
    case .digit: "رقم"
    case .character: "نویسه"
    case .attempt: "بار"
    case .kilobyte: "کیلوبایت"
    case .rial: "ریال"
    case .fraction: "کسر"
    case .point: "نمره"
    case .date: "تاریخ"
    }
  }
}

extension RulesList.Row.Standing {
  var name: String {
    switch self {
    case .former: "پیشین"
    case .inForce: "✓ جاری"
    case .upcoming: "آینده"
    }
  }
}

extension RuleValue {
  /// The value as tables show it: a number, or the day it stands for.
  var shown: String { date?.said ?? Digits.persian(value.description) }

  /// What the number is, in words; a key of an edition that the program does not know shows itself.
  var name: String {
    let parts = key.split(separator: "/", maxSplits: 1).map(String.init)
    let mode = parts.count == 2 ? " — \(DeliveryMode(rawValue: parts[1]).name)" : ""
    switch parts[0] {
    case "class.size.minimum": return "حداقل فراگیر کلاس" + mode
    case "class.size.maximum": return "حداکثر فراگیر کلاس" + mode
    case RuleKey.yearCeiling.rawValue where parts.count == 2:
      let kind = Person.Kind(rawValue: parts[1])?.name ?? parts[1]
      return "\(RuleKey.yearCeiling.name) — \(kind)"
    case RuleKey.passMark.rawValue where parts.count == 2:
      return "\(RuleKey.passMark.name) — \(Digits.persian(parts[1]))"
    case "instructor.points": return "امتیاز متقاضی مدرسی — \(parts.last ?? "")"
    case "instructor.points.maximum": return "سقف امتیاز متقاضی مدرسی — \(parts.last ?? "")"
    default: return RuleKey(rawValue: key)?.name ?? key
    }
  }
}

extension RuleKey {
  var name: String {
    switch self {
    case .hoursPerDay: "حداکثر ساعت آموزش در روز"
    case .absenceLimit: "غیبت مجاز از ساعت دوره"
    case .absenceWarning: "آستانهٔ هشدار غیبت"
    case .yearCeiling: "سقف ساعت سالانه"
    case .passMark: "حد قبولی"
    case .examWindowFirst: "نخستین روز آزمون پس از دوره"
    case .examWindowLast: "آخرین روز آزمون پس از دوره"
    case .scoreEntry: "مهلت ثبت نمره"
    case .selectedShare: "سهم دوره‌های سطح ۳ و ۴"
    case .surveyGroup: "کمترین فرم‌های یک جمع‌بندی نظرسنجی"
    case .noticeDays: "کمترین روزهای اطلاع‌رسانی"
    case .enrolmentDays: "کمترین روزهای ثبت‌نام"
    case .courseFileDelivery: "مهلت تحویل پرونده"
    case .objectionDays: "روزهای کنترل نمره و غیبت"
    case .folderRetention: "نگهداری پرونده ب"
    case .payDivisor: "ساعت‌های یک ماه برای مبلغ ساعتی"
    case .payInstructorFactor: "ضریب مبلغ ساعتی مدرس"
    case .payTax: "کسر مالیات از مبلغ عوامل"
    case .payInsurance: "کسر بیمه از مبلغ عوامل"
    case .rankDecisionDays: "مهلت هیأت ممیزه برای تعیین رتبه"
    case .rankAppealDays: "مهلت اعتراض به رتبه"
    case .rankAppealHandling: "مهلت رسیدگی به اعتراض رتبه"
    case .rankReassessment: "فاصلهٔ ارزیابی مجدد رتبه"
    case .rankBylawReview: "زمان ارزیابی اثر آیین‌نامهٔ رتبه‌بندی"
    case .rankBylawStart: "روز آغاز اجرای رتبه‌بندی"
    case .rankCoefficientLeast: "کمترین ضریب ویژگی‌های پروندهٔ رتبه"
    case .rankCoefficientMost: "بیشترین ضریب ویژگی‌های پروندهٔ رتبه"
    case .boardQuorum: "حد نصاب جلسهٔ هیأت ممیزه"
    case .boardFee: "حق‌الزحمهٔ هر جلسهٔ خارج از وقت اداری"
    case .oversightStart: "آغاز سامانه نظارت بر آموزش کارکنان"
    case .quarterMonths: "ماه‌های مهلت اطلاعات سه‌ماهه"
    case .programmeRows: "بیشترین روز برنامهٔ نوشتنی مجوز"
    case .uploadFaults: "سهم ردیف‌های نادرست فایل اکسل که مانع ثبت بقیه نیست"
    case .behaviourWindowFirst: "آغاز سنجش سطح ۳"
    case .behaviourWindowLast: "پایان سنجش سطح ۳"
    case .resultsWindowFirst: "آغاز سنجش سطح ۴"
    case .resultsWindowLast: "پایان سنجش سطح ۴"
    case .competencyStart: "آغاز برنامهٔ توسعه شایستگی"
    case .competencyScore: "نمرهٔ کامل هر صلاحیت"
    case .personnelCodeLength: "رقم‌های کد پرسنلی"
    case .securityCodeLength: "نویسه‌های کد امنیتی"
    case .passwordLength: "کمترین نویسهٔ گذرواژه"
    case .attachmentSize: "بزرگ‌ترین پیوست"
    case .lockoutAfter: "تلاش آزاد برای ورود"
    case .lockoutFirstDelay: "نخستین تأخیر ورود"
    case .lockoutLongestDelay: "بلندترین تأخیر ورود"
    case .attachmentTotal: "گنجایش همهٔ پیوست‌ها"
    case .publicFormsPerHour: "فرم عمومی در هر ساعت"
    case .rankVeteranPoints: "امتیاز ویژهٔ ایثارگران"
    case .rankElitePoints: "امتیاز ویژهٔ نخبگان"
    case .rankTrainingBlock: "ساعت یک واحد ضمن خدمت در رتبه‌بندی"
    case .rankTrainingShare: "سهم دوره‌های تخصصی در رتبه‌بندی"
    case .rankReprintShare: "سهم چاپ دوم و بعد کتاب"
    case .rankForeignSpeakers: "سخنرانان خارجی همایش"
    case .rankForeignCountries: "کشورهای سخنرانان همایش"
    case .rankAppraisalShare: "سهم ارزشیابی به جای ردیف ۳"
    case .rankCollegeSeparation: "سال انتزاع آموزشکده‌های فنی"
    }
  }
}
