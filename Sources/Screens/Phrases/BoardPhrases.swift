import Persian
import Store
public import Training
import UseCases

extension Phrases {
  enum Radar {
    static let title = "مهلت‌ها"
    static let ownTitle = "مهلت‌های من"
    static let due = "مهلت"
    static let daysLeft = "روز مانده"
    static let standing = "مانده"
    static let matter = "کار"
    static let subject = "موضوع"
    static let owner = "مسئول"
    static let unit = "اداره"
    static let clause = "بند"
    static let whose = "من / همه"
    static let owners = "به تفکیک مسئول"
    static let table = "جدول و چاپ"
    static let calendar = "تقویم ics"
    static let calendarFile = "calendar.ics"
    static let workCalendar = "کلاس‌ها، آزمون‌ها و مهلت‌ها"
    static let overdue = "گذشته"
    static let thisWeek = "این هفته"
    static let later = "بعدتر"

    /// Said in words too: colour alone tells nothing.
    static func left(_ days: Int) -> String {
      switch days {
      case ..<0: "✗ \((-days).said) روز گذشته"
      case 0: "! امروز"
      case 1: "! فردا"
      case 2...3: "! \(days.said) روز مانده"
      default: "\(days.said) روز مانده"
      }
    }
  }

  enum Tasks {
    static let title = "کارها"
    static let assign = "سپردن کار"
    static let finish = "انجام شد"
    static let all = "باز / همه"
    static let subject = "کار"
    static let kind = "نوع"
    static let assignee = "با"
    static let assigneeLabel = "انجام‌دهنده"
    static let author = "سپارنده"
    static let made = "تاریخ سپردن"
    static let note = "توضیح"
    static let answer = "نتیجه"
    static let answerHint = "کوتاه بنویسید چه شد؛ می‌تواند خالی بماند."
    static let openRecord = "رفتن به موضوع کار"
    static let noDue = "بی مهلت"
    static let assigned = "کار سپرده شد."
    static let onlyOffices = "کار را اداره‌ها، مدیران دوره و مدرسان می‌سپارند."

    static func done(_ day: JalaliDate) -> String { "✓ \(day.said)" }
    static func assignee(_ line: TaskLine) -> String {
      line.personName.isEmpty ? "\(line.task.role.name) — \(line.unitName)" : line.personName
    }

    static func author(_ name: String, _ role: String) -> String {
      name.isEmpty ? "—" : "\(name) (\(role))"
    }
  }

  enum Announcements {
    static let title = "اعلان‌ها و بخشنامه‌ها"
    static let add = "اعلان تازه"
    static let edit = "ویرایش اعلان"
    static let withdraw = "برداشتن از تابلو"
    static let new = "نو"
    static let kind = "نوع"
    static let subject = "عنوان"
    static let unit = "اداره"
    static let day = "تاریخ"
    static let state = "وضعیت"
    static let hangs = "روی تابلو"
    static let hangsNot = "برداشته"
    static let body = "متن"
    static let bodyHint = "بندها را با ¶ جدا کنید، یا متن را از پرونده بگیرید."
    static let bodyFile = "متن از پرونده"
    static let bodyFileHint = "نشانی یک پروندهٔ متنی (UTF-8)؛ جای متن بالا را می‌گیرد."
    static let audience = "برای"
    static let starred = "ستاره‌دار"
    static let from = "از تاریخ"
    static let to = "تا تاریخ"
    static let toHint = "خالی یعنی می‌ماند تا برداشته شود."
    static let attachment = "پیوست"
    static let attachmentHint = "نشانی پرونده؛ خالی یعنی بی پیوست یا همان پیوست پیشین."
    static let save = "ذخیرهٔ متن"
    static let saveAttachment = "ذخیرهٔ پیوست"
    static let noAttachment = "این اعلان پیوست ندارد."
    static let onlyOffices = "اعلان را کارشناسان اداره‌ها و مدیر سامانه می‌نویسند."
    static let notYours = "این اعلان از ادارهٔ دیگری است."
    static let paragraph = " ¶ "
    static let paragraphSign: Character = "¶"
    static let showAll = "همهٔ اعلان‌ها و بخشنامه‌ها"

    static func withdrawQuestion(_ title: String) -> String {
      "«\u{2068}\(title)\u{2069}» از تابلو برداشته شود؟"
    }

    static func head(_ line: AnnouncementLine) -> String {
      "\(line.announcement.kind.name) — \(line.unitName) — \(line.announcement.from.text(.medium))"
    }

    static func attached(_ it: Announcement.Attachment) -> String {
      "پیوست: \u{2066}\(it.name)\u{2069} (\(((it.size + 1023) / 1024).said) کیلوبایت)"
    }
  }

  enum Guides {
    static let title = "راهنمای فرایندها"
    static let number = "شماره"
    static let subject = "موضوع"
    static let ranking = "تشکیل پروندهٔ رتبه‌بندی"
    static let missingAppointment = "رفع خطای عدم ابلاغ معلمان در سامانه LTMS"
  }

  enum Monitor {
    static let title = "پایش فرایندها"
    static let number = "شماره"
    static let process = "فرایند"
    static let step = "گام کنونی"
    static let underWay = "در جریان"
    static let done = "پایان"
    static let overdue = "گذشته"
    static let days = "روز"
    static let from = "آغاز"
    static let courses = "دوره‌ها"
    static let turnYear = Years.turn
    static let units = "به تفکیک اداره"
    static let allYears = Years.all
    static let noDataShort = "بی‌داده"

    static func year(_ year: Int) -> String { "سال \(Digits.persian(year))" }
    static func numbered(_ process: PortalProcess) -> String {
      "\(process.rawValue.said). \(process.name)"
    }
  }

  enum Search {
    static let title = "جست‌وجو"
    static let prompt = "نام، کد یا بخشی از عنوان:"
    static let short = "دست‌کم دو حرف بنویسید."
    static let nothing = "در محدودهٔ شما چیزی پیدا نشد."
    static let kind = "نوع"
    static let found = "یافته"
    static let detail = "جزئیات"
    static func more(_ kind: String) -> String { "… \(kind) دیگر" }
  }

  enum HandOver {
    static let title = "سپردن به جانشین"
    static let successor = "جانشین"
    static let reason = "دلیل"

    static func title(_ name: String) -> String { "\(title): \(name)" }
    static func summary(_ plan: HandOverPlan) -> String {
      plan.isEmpty
        ? "کار باز یا دورهٔ زنده‌ای ندارد؛ فقط حساب بسته می‌شود."
        : "\(plan.factors.count.said) دوره و \(plan.tasks.count.said) کار به جانشین می‌رسد و حساب بسته می‌شود."
    }

    static func course(_ title: String, isDoubled: Bool) -> String {
      isDoubled ? "\(title): جانشین در این دوره هست؛ نقش پیشین پایان می‌یابد." : title
    }

    static func task(_ title: String) -> String { "کار: \(title)" }
    static func question(_ name: String) -> String {
      "کارهای «\u{2068}\(name)\u{2069}» به جانشین برسد و این حساب بسته شود؟"
    }
  }

  enum History {
    static let day = "تاریخ"
    static let time = "ساعت"
    static let what = "کار"
    static let who = "چه کسی"
    static let reason = "دلیل"
    static let setUp = "راه‌اندازی"
  }

  enum Home {
    static let work = "کارها و مهلت‌ها"
    static let nothing = "کاری نمانده است."
    static let waiting = "در انتظار شما"
    static let deadlines = "مهلت‌های من"
    static func more(_ count: Int) -> String { "\(count.said) مهلت دیگر…" }
    static func overdue(_ count: Int) -> String { "✗ \(count.said) مهلت گذشته" }
  }
}

extension AnnouncementForm.Audience {
  var name: String {
    switch self {
    case .everybody: "همه"
    case .learners: "فراگیران"
    case .courseStaff: "مدیران دوره و مدرسان"
    case .offices: "کارشناسان"
    case .principals: "مدیران مدارس غیردولتی"
    }
  }
}

extension Announcement.Kind {
  public var name: String {
    switch self {
    case .notice: "اعلان"
    case .circular: "بخشنامه"
    case .guide: "راهنما"
    }
  }
}

extension WorkTask.Kind {
  public var name: String {
    switch self {
    case .general: "کار"
    case .pretestQuestions: "تهیهٔ سؤال پیش‌آزمون"
    case .shortage: "کمبود فراگیر"
    case .appointment: "به‌روزرسانی ابلاغ"
    case .rankDecree: "صدور حکم رتبه"
    }
  }
}

extension PortalProcess {
  public var name: String {
    switch self {
    case .request: "درخواست دوره"
    case .programme: "تدوین برنامه اجرایی"
    case .instructors: "ثبت‌نام متقاضیان مدرسی"
    case .resources: "تامین منابع و آماده‌سازی سامانه LTMS"
    case .enrolment: "ثبت‌نام دوره آموزشی"
    case .nonGovernmental: "ثبت‌نام متقاضیان مدارس غیردولتی"
    case .classes: "مدیریت کلاس/دوره"
    case .effectiveness: "سنجش اثربخشی دوره آموزشی"
    case .courseFile: "تنظیم پرونده و سند مالی دوره"
    case .certificate: "صدور گواهینامه درون‌سازمانی"
    case .outsideCertificate: "ثبت گواهینامه برون‌سازمانی"
    }
  }
}

extension DeadlineMatter {
  /// What is to be done in time.
  public var name: String {
    switch self {
    case .requestDecision: "تصمیم استان دربارهٔ درخواست دوره"
    case .requestReturned: "ارسال مجدد درخواست عودت‌شده"
    case .introduction: "معرفی فراگیر برای جاهای خالی"
    case .sessionMarks: "ثبت حضور و غیاب جلسه"
    case .scores: "ثبت نمرات کلاس"
    case .withdrawal: "پایان مهلت انصراف از کلاس"
    case .competencyRequest: "ثبت درخواست توسعه شایستگی"
    case .assessmentReferral: "معرفی درخواست‌ها به کانون ارزیابی"
    case .assessmentResults: "ثبت نتایج سه صلاحیت"
    case .classStart: "آغاز کلاس"
    case .task: "کار سپرده‌شده"
    case .classStaff: "تعیین مدیر و مدرس پیش از شروع کلاس"
    case .pretestQuestions: "ثبت سوالات پیش‌آزمون پیش از شروع دوره"
    case .courseFile: "ارائهٔ پروندهٔ دوره به کارشناس"
    case .financialDocument: "ارسال سند مالی به واحد هزینه‌کننده"
    case .examDefinition: "تعریف آزمون پایانی یا پروژه در بازهٔ آن"
    case .examQuestions: "تکمیل سوالات آزمون الکترونیکی"
    case .examSitting: "آزمون"
    case .scoreControl: "کنترل نمره و غیبت"
    case .objectionAnswer: "پاسخ به اعتراض فراگیر"
    case .survey: "جمع‌بندی نظرسنجی پیش از پایان دوره"
    case .ownSurvey: "پر کردن فرم نظرسنجی"
    case .behaviour: "سنجش تغییر رفتار (سطح ۳)"
    case .results: "سنجش نتایج (سطح ۴)"
    case .rankDecision: "رأی هیأت ممیزه دربارهٔ پروندهٔ رتبه‌بندی"
    case .rankAppeal: "پایان مهلت اعتراض به رتبه"
    case .appealHandling: "رسیدگی هیأت به اعتراض رتبه"
    case .rankEvaluation: "ارزیابی مجدد رتبه"
    case .bylawReview: "ارزیابی اثر آیین‌نامهٔ رتبه‌بندی"
    case .quarterReport: "اطلاعات سه‌ماهه دستگاه"
    }
  }
}

extension ProcessStanding.Step {
  /// Where the process is, in a few words.
  var said: String {
    switch self {
    case .noData: "هنوز داده‌ای ندارد"
    case .notBegun: "آغاز نشده"
    case .request(let state): state.name
    case .programme(let isFinal): isFinal ? "برنامه نهایی شد" : "پیش‌نویس برنامه"
    case .instructorMissing: "تعیین مدرس"
    case .outsideBank(let count): "\(count.said) مدرس خارج از بانک"
    case .permitsWaiting(let count): "\(count.said) مجوز غیربومی در انتظار"
    case .instructorsConfirmed: "مدرسان تأیید شدند"
    case .managerMissing: "ثبت مدیر دوره"
    case .classes(let count, let wanted): "تعریف کلاس (\(count.said) از \(wanted.said))"
    case .programmeMissing(let count): "برنامهٔ \(count.said) کلاس"
    case .announcementMissing: "اطلاع‌رسانی"
    case .prepared: "آماده شد"
    case .schoolStaff(let count): "\(count.said) نفر از مدارس غیردولتی"
    case .equivalents(let waiting, let recorded):
      "\(recorded.said) ثبت شده، \(waiting.said) در انتظار"
    case .enrolled(let count, let quota): "\(count.said) نفر از \(quota.said)"
    case .sessions(let past, let all): "جلسهٔ \(past.said) از \(all.said)"
    case .scoresMissing: "ثبت نمرات"
    case .courseFile(let file, let document): "پرونده \(file.name)؛ سند مالی \(document.name)"
    case .scoreControl(let count, let closed):
      "کنترل نمره: \(count.said) کلاس، \(closed.said) بسته"
    case .certificates(let count): "\(count.said) گواهینامه"
    case .levels(let done, let all): "جمع‌بندی \(done.said) سطح از \(all.said)"
    case .closed: "بسته شد"
    case .cancelled: "لغو شد"
    }
  }
}

extension RecordLink.Kind {
  /// What a record of this kind is called.
  public var name: String {
    switch self {
    case .request: "دورهٔ درخواستی"
    case .trainingClass: "کلاس"
    case .session: "جلسه"
    case .enrolment: "دورهٔ من"
    case .course: "دورهٔ کاتالوگ"
    case .person: "شخص"
    case .account: "حساب"
    case .unit: "واحد"
    case .task: "کار"
    case .announcement: "اعلان"
    case .assessmentPeriod: "دورهٔ سنجش"
    case .courseFile: "پروندهٔ دوره"
    case .objection: "اعتراض"
    case .agency: "دستگاه اجرایی"
    case .agencyYear: "اطلاعات پایه"
    case .agencyQuarter: "اطلاعات سه‌ماهه"
    case .permit: "مجوز دوره"
    case .completedCourse: "دورهٔ گذرانده شده"
    case .rankingCase: "پروندهٔ رتبه‌بندی"
    case .personRank: "رتبه"
    }
  }
}
