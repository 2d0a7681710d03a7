import Persian
import Store
public import Training

extension Phrases {
  /// The section of the provincial oversight of government employees' training (S5).
  enum Oversight {
    /// The menu for all three parts.
    static let section = "ثبت دوره‌های آموزشی گذرانده شده"
    static let years = "اطلاعات پایه دستگاه"
    static let quarters = "اطلاعات سه‌ماهه"
    static let permits = "درخواست مجوز اجرا یا شرکت کارکنان در دوره آموزشی"
    static let completed = "اطلاعات دوره‌های گذرانده شده"
    static let account = "حساب کاربری من"
    static let changePassword = "تغییر کلمه عبور"

    static let agencies = "دستگاه‌های اجرایی"
    static let liaisons = "رابطان آموزشی و مدیران دستگاه‌ها"
    static let approvedCourses = "عنوان‌های مصوب دوره‌ها"
    static let fields = "رشته‌های تحصیلی"
    static let instructors = "مدرسان دوره‌های دستگاه‌ها"
    static let permitQueue = "مجوزهای در انتظار تأیید"
    static let completedQueue = "دوره‌های در انتظار تأیید"
    static let permitsReturned = "درخواست‌های مجوز نیازمند اصلاح"
    static let completedReturned = "دوره‌های عودت‌شده برای اصلاح"
    static let open = "راه‌اندازی سامانه نظارت استان"

    static let agency = "دستگاه اجرایی"
    static let agencyCode = "شناسهٔ دستگاه"
    static let agencyName = "نام دستگاه"
    static let agencyKind = "گونه"
    static let isActive = "فعال است"
    static let inUse = "فعال"
    static let outOfUse = "غیرفعال"
    static let liaison = "رابط آموزشی"
    static let addAgency = "ایجاد دستگاه"
    static let editAgency = "ویرایش دستگاه"
    static let addLiaison = "ایجاد رابط یا مدیر"
    static let role = "نقش"
    static let managementName = "نام مدیریت (سازمان استان)"
    static let managementCode = "شناسهٔ مدیریت"
    static let oneTimePassword = "گذرواژهٔ یک‌بارمصرف"
    static let preRegistered =
      "نام کاربری همان کد ملی است. گذرواژه فقط همین یک بار نشان داده می‌شود و در نخستین ورود باید عوض شود."

    static let year = "سال کاری"
    static let budget = "اعتبار پیش‌بینی‌شدهٔ آموزش (ریال)"
    static let courseCount = "تعداد دوره در تقویم آموزشی مصوب"
    static let calendar = "فایل تقویم مصوب دستگاه"
    static let calendarHint = "نام پروندهٔ PDF، JPEG یا PNG در پوشهٔ دریافت؛ بدون آن ثبت نمی‌شود."
    static let saveCalendar = "ذخیرهٔ فایل تقویم"
    static let state = "وضعیت"
    static let created = "تاریخ ایجاد"
    static let create = "ایجاد"
    static let reason = "دلیل مدیریت"
    static let noReport = "—"

    static let quarter = "سه‌ماهه"
    static let deadline = "مهلت ثبت"
    static let extended = "تمدید تا"
    static let extendTo = "آخرین روز مهلت تازه"
    static let extensionReason = "دلیل تمدید یا بازگشایی"
    static let extensionAsked = "درخواست تمدید دستگاه"
    static let extensionDeclined = "پاسخ مدیریت به درخواست تمدید"
    static let spent = "اعتبار هزینه‌شده (ریال)"
    static let managers = "مدیران"
    static let staff = "سایر کارکنان"
    static let managersCount = "تعداد مدیران"
    static let managersTrained = "مدیران آموزش‌دیده"
    static let managersHours = "نفرساعت آموزش مدیران"
    static let staffCount = "تعداد سایر کارکنان"
    static let staffTrained = "کارکنان آموزش‌دیده"
    static let staffHours = "نفرساعت آموزش کارکنان"
    static let filled = "آخرین بروزرسانی"
    static let notFilled = "هنوز ثبت نشده است"

    static let permitKind = "نوع مجوز"
    static let group = "گروه دوره"
    static let courseTitle = "عنوان دوره"
    static let approvedTitle = "عنوان مصوب دوره"
    static let hours = "مدت دوره (ساعت)"
    static let syllabus = "سرفصل دوره (فایل)"
    static let programmeFile = "برنامه دوره (فایل)"
    static let programme = "اطلاعات برنامه دوره"
    static let dayCount = "تعداد روزهای برنامه"
    static let programmeHint = "روز و ساعت شروع و پایان؛ مانند ۱۴۰۳/۰۸/۰۱ ۸:۰۰ ۱۲:۰۰"
    static let longProgrammeHint = "برای برنامهٔ بلندتر، فایل برنامه و فقط ساعت روز نخست لازم است."
    static let mode = "نحوه اجرا"
    static let organiser = "مجری دوره"
    static let organiserName = "نام مجری"
    static let organiserHint = "فقط برای «سایر»"
    static let instructor = "مدرس دوره"
    static let noInstructor = "هنوز انتخاب نشده است"
    static let inCalendar = "پیش‌بینی‌شده در تقویم آموزشی"
    static let requested = "تاریخ درخواست"
    static let requestState = "وضعیت درخواست"
    static let typedOnly = "همراه عنوان مصوب می‌آید"
    static let chosenOnly = "عنوان این گروه نوشته می‌شود"
    static let listHint = "Enter فهرست عنوان‌های مصوب گروه را نشان می‌دهد؛ مدت همراه عنوان است."
    static let saveSyllabus = "ذخیرهٔ سرفصل"
    static let saveProgramme = "ذخیرهٔ برنامه"

    static let start = "تاریخ شروع دوره"
    static let end = "تاریخ پایان دوره"
    static let evaluated = "ارزشیابی انجام شده"
    static let certified = "گواهی صلاحیت مدرس"
    static let total = "مجموع شرکت‌کنندگان"
    static let personHours = "نفرساعت آموزشی"
    static let courseState = "وضعیت اطلاعات دوره"
    static let permit = "مجوز"
    static let source = "روش ثبت"
    static let chooseTitle = "انتخاب مجوز تأییدشده"
    static let choose = "انتخاب"

    static let firstName = "نام"
    static let lastName = "نام خانوادگی"
    static let degree = "مدرک تحصیلی"
    static let field = "رشته تحصیلی"
    static let addInstructor = "اضافه نمودن مدرس"
    static let editInstructor = "ویرایش مدرس"
    static let isCertified = "دارای گواهی صلاحیت"
    static let addField = "ایجاد رشته"
    static let renameField = "ویرایش رشته"
    static let addCourse = "ایجاد عنوان مصوب"
    static let proposeCourse = "پیشنهاد عنوان تازه"
    static let editCourse = "ویرایش عنوان"
    static let approveCourse = "تصویب عنوان"
    static let retireCourse = "کنار گذاشتن عنوان"
    static let proposed = "پیشنهاد ثبت شد؛ پس از تصویب مدیریت در فهرست انتخاب می‌آید."

    static let budgetShort = "اعتبار (ریال)"
    static let courseCountShort = "دورهٔ تقویم"
    static let spentShort = "هزینه (ریال)"
    static let endShort = "پایان"
    static let totalShort = "نفر"
    static let personHoursShort = "نفرساعت"
    static let hoursShort = "ساعت"
    static let certifiedShort = "گواهی صلاحیت"
    static let left = "مانده"
    static let or = "» یا «"
    static let fieldHint = "رشته‌ای را که نیست، نخست در «رشته‌های تحصیلی» (F6 فهرست مدرسان) بیفزایید."

    static func heading(_ line: AgencyYearLine) -> String {
      "\(years) \(Digits.persian(line.year.form.year)) — \(line.agencyName)"
    }

    static func heading(_ year: Int) -> String { "\(years) \(Digits.persian(year))" }

    static func noYear(_ year: Int) -> String {
      "اطلاعات پایه سال \(Digits.persian(year)) هنوز ایجاد نشده است."
    }

    static func openQuarter(
      _ quarter: Quarter, _ state: AgencyQuarterLife.State, _ due: JalaliDate
    ) -> String {
      "\(quarterOf(quarter)): \(state.name)، مهلت \(due.said)"
    }

    static let madeOversight = "مدیریت نظارت ساخته شد."

    static func madeLiaison(_ name: String) -> String { "برای \(name) حساب ساخته شد." }

    /// What is handed over with a new account, each on a line of its own.
    static func credentials(_ username: String, _ password: String) -> [String] {
      ["\(Accounts.username): \(isolated: username)", "\(oneTimePassword): \(isolated: password)"]
    }

    static func question(_ action: String, _ count: Int) -> String {
      "«\(action)» برای \(count.said) ردیف انجام شود؟"
    }

    static func done(_ action: String, _ count: Int) -> String {
      "«\(action)» برای \(count.said) ردیف انجام شد."
    }

    static func day(_ number: Int) -> String { "روز \(number.said) برنامه" }

    static func row(_ day: PermitDay) -> String {
      "\(day.day.said) \(Say.clock(day.start)) تا \(Say.clock(day.end))"
    }

    static func only(_ state: String) -> String { "فقط برای ردیف‌هایی که وضعیتشان «\(state)» است." }

    static func quarterOf(_ quarter: Quarter) -> String {
      "سه‌ماهه \(name(of: quarter)) \(Digits.persian(quarter.year))"
    }

    static func name(of quarter: Quarter) -> String {
      switch quarter.number {
      case 1: "اول (بهار)"
      case 2: "دوم (تابستان)"
      case 3: "سوم (پاییز)"
      default: "چهارم (زمستان)"
      }
    }

    static func group(_ group: QuarterFigures.Group) -> String {
      "\(group.count.said) نفر، \(group.trained.said) آموزش‌دیده، \(group.personHours.said) نفرساعت"
    }

    static func totals(_ form: CompletedCourse.Form) -> String {
      "\(total): \(form.total.said) نفر — \(personHours): \(form.personHours.said)"
    }

    static func waitingPermits(_ count: Int) -> String {
      "\(count.said) درخواست مجوز در انتظار تأیید مدیریت"
    }

    static func waitingCourses(_ count: Int) -> String {
      "\(count.said) دورهٔ گذرانده شده در انتظار تأیید"
    }

    static func returnedPermits(_ count: Int) -> String {
      "\(count.said) درخواست مجوز «نیاز به اصلاح»"
    }

    static func draftPermits(_ count: Int) -> String {
      "\(count.said) درخواست مجوز هنوز ارسال نشده است"
    }

    static func draftCourses(_ count: Int) -> String {
      "\(count.said) دورهٔ گذرانده شده هنوز ارسال نشده است"
    }
  }
}

extension Agency.Kind {
  var name: String {
    switch self {
    case .agency: "دستگاه اجرایی"
    case .institute: "مرکز یا مؤسسه اعتبارسنجی‌شده"
    case .university: "مرکز آموزش عالی"
    }
  }
}

extension CourseGroup {
  /// The name of the regulation.
  public var name: String {
    switch self {
    case .general: "شغلی عمومی"
    case .specialised: "شغلی اختصاصی"
    case .induction: "توجیهی بدو خدمت"
    case .cultural: "فرهنگی و عمومی"
    case .management: "آموزش مدیران"
    case .other: "سایر (همایش/سمینار/…)"
    }
  }
}

extension CourseGroup {
  /// The name for narrow columns.
  var shortName: String { self == .other ? "سایر" : name }
}

extension OversightMode {
  /// The name of the regulation.
  public var name: String {
    switch self {
    case .inPerson: "حضوری"
    case .online: "غیرحضوری (آنلاین)"
    case .offline: "غیرحضوری (آفلاین)"
    }
  }
}

extension Organiser {
  /// The name of the regulation.
  public var name: String {
    switch self {
    case .managementCentre: "مرکز آموزش مدیریت دولتی"
    case .oversightOffice: "مدیریت آموزش و پژوهش‌های توسعه و آینده‌نگری"
    case .pouya: "موسسه پویا"
    case .jihad: "جهاد دانشگاهی"
    case .headquarters: "ستاد دستگاه"
    case .agency: "دستگاه اجرایی"
    case .other: "سایر"
    }
  }
}

extension OrganiserMark {
  var said: String { code.isNamed ? "\(code.name): \(name)" : code.name }
}

extension Permit.Kind {
  var name: String {
    switch self {
    case .holding: "اجرای دوره"
    case .attending: "شرکت کارکنان در دوره"
    }
  }
}

extension CompletedCourse.Source {
  var name: String {
    switch self {
    case .form: "فرم"
    case .workbook: "فایل اکسل"
    case .shortCourses: "دوره‌های ضمن خدمت"
    }
  }
}

extension ApprovedCourse.State {
  var name: String {
    switch self {
    case .proposed: "پیشنهاد"
    case .approved: "مصوب"
    case .retired: "کنار گذاشته"
    }
  }
}

extension AgencyYearLife.State {
  public var name: String {
    switch self {
    case .registered: "ثبت شده"
    case .sent: "ارسال شده (غیرفعال)"
    }
  }
}

extension AgencyYearLife.Action {
  public var name: String {
    switch self {
    case .create: "ایجاد اطلاعات پایه"
    case .edit: "ویرایش اطلاعات پایه"
    case .send: "تأیید و ارسال به مدیریت"
    case .reopen: "بازگشایی اطلاعات پایه"
    }
  }
}

extension AgencyQuarterLife.State {
  public var name: String {
    switch self {
    case .empty: "خالی"
    case .registered: "ثبت شده"
    case .overdue: "مهلت گذشته"
    case .sent: "ارسال شده"
    }
  }
}

extension AgencyQuarterLife.Action {
  public var name: String {
    switch self {
    case .update: "بروزرسانی"
    case .confirm: "تأیید اطلاعات"
    case .ask: "درخواست تمدید / بازگشایی"
    case .extend: "تمدید / بازگشایی"
    case .decline: "نپذیرفتن درخواست تمدید"
    }
  }
}

extension PermitLife.State {
  public var name: String {
    switch self {
    case .draft: "ثبت شده (پیش‌نویس)"
    case .removed: "حذف شده"
    case .waiting: "در انتظار تأیید مدیریت"
    case .approved: "تأیید مدیریت"
    case .returned: "نیاز به اصلاح"
    case .rejected: "رد شده"
    }
  }
}

extension PermitLife.Action {
  public var name: String {
    switch self {
    case .create: "ایجاد درخواست مجوز"
    case .edit: "ویرایش درخواست مجوز"
    case .remove: "حذف درخواست مجوز"
    case .send: "ارسال برای تأیید"
    case .approve: "تأیید مدیریت"
    case .giveBack: "عودت برای اصلاح"
    case .reject: "رد درخواست"
    }
  }
}

extension CompletedCourseLife.State {
  public var name: String {
    switch self {
    case .registered: "ثبت شده"
    case .removed: "حذف شده"
    case .waiting: "در انتظار تأیید"
    case .completed: "تأیید تکمیل اطلاعات"
    }
  }
}

extension CompletedCourseLife.Action {
  public var name: String {
    switch self {
    case .create: "ایجاد دورهٔ گذرانده شده"
    case .edit: "ویرایش دورهٔ گذرانده شده"
    case .remove: "حذف دورهٔ گذرانده شده"
    case .send: "ارسال برای تأیید"
    case .approve: "تأیید تکمیل اطلاعات"
    case .giveBack: "عودت برای اصلاح"
    }
  }
}

extension OversightReason {
  var sentence: String {
    switch self {
    case .yearExists(let year):
      "اطلاعات پایه این سال برای دستگاه شما قبلاً ثبت شده است. (سال \(Digits.persian(year)))"
    case .calendarMissing: "فایل تقویم مصوب دستگاه بارگذاری نشده است."
    case .negative: "مبلغ‌ها و تعدادها نمی‌توانند کمتر از صفر باشند."
    case .trainedAboveCount(let trained, let count):
      "تعداد آموزش‌دیدگان (\(trained.said)) نمی‌تواند بیش از تعداد افراد (\(count.said)) باشد."
    case .quarterOver(let due):
      "مهلت ثبت اطلاعات این سه‌ماهه به پایان رسیده است. (آخرین روز: \(due.said))"
    case .sent: "اطلاعات تأیید و ارسال شده و قابل ویرایش نیست."
    case .quarterNotFilled: "اطلاعات این سه‌ماهه هنوز بروزرسانی نشده است."
    case .quarterAllZero:
      "همهٔ رقم‌های این سه‌ماهه صفر است؛ اگر هزینه‌ای شده یا کسی در دستگاه هست، رقم‌ها را بنویسید."
    case .extensionAsked: "تمدید این سه‌ماهه پیش از این درخواست شده و در انتظار پاسخ مدیریت است."
    case .extensionNotAsked: "دستگاه برای این سه‌ماهه تمدید نخواسته است."
    case .extensionTooEarly(let day): "مهلت تازه باید پس از \(day.said) باشد."
    case .titleNotChosen: "عنوان دورهٔ این گروه تایپ نمی‌شود؛ آن را از فهرست عنوان‌های مصوب برگزینید."
    case .titleMissing: "عنوان دوره را بنویسید."
    case .hoursMissing: "مدت دوره باید بیشتر از صفر ساعت باشد."
    case .syllabusMissing: "بارگذاری سرفصل دوره برای گروه شغلی اختصاصی الزامی است."
    case .programmeFileMissing(let limit):
      "برنامه اجرایی بیش از \(limit.said) روز است؛ فایل برنامه دوره را بارگذاری نمایید."
    case .daysMissing: "تعداد روزهای برنامه را بنویسید."
    case .daysDiffer(let rows, let said):
      "برنامهٔ نوشته‌شده \(rows.said) روز دارد و تعداد روزهای برنامه \(said.said) است."
    case .firstDayMissing:
      "از برنامه‌ای که فایل آن پیوست می‌شود، فقط ساعت شروع و پایان روز نخست نوشته می‌شود."
    case .timesReversed(let day): "ساعت پایان باید بعد از ساعت شروع باشد. (\(day.said))"
    case .organiserMissing: "نام مجری را وارد کنید."
    case .instructorMissing: "مدرس دوره انتخاب نشده است."
    case .instructorIncomplete: "نام، نام خانوادگی، رشته و مدرک تحصیلی مدرس الزامی است."
    case .fieldExists(let title): "رشتهٔ «\(title)» در فهرست هست."
    case .courseExists(let title): "عنوان «\(title)» برای این گروه در فهرست هست."
    case .permitSent: "درخواست ارسال شده و قابل ویرایش نیست."
    case .permitUsed: "برای این مجوز، دورهٔ گذرانده شده ثبت شده است."
    case .noPermit: "برای این دوره مجوز دریافت نشده است."
    case .otherThanPermit: "گروه، عنوان و مدت دوره باید همان باشد که در مجوز آمده است."
    case .permitAfterStart(let day):
      "مجوز این دوره پس از شروع آن درخواست شده است (\(day.said))."
    case .datesReversed(let start, let end):
      "تاریخ پایان (\(end.said)) نباید پیش از تاریخ شروع (\(start.said)) باشد."
    case .notOver(let end): "دوره هنوز پایان نیافته است (\(end.said))."
    case .participantsWrong: "تعداد مدیران یا سایر کارکنان صحیح نیست."
    case .courseSent: "اطلاعات دوره ارسال شده و قابل ویرایش نیست."
    case .nothingTicked: "دست‌کم یک ردیف را علامت بزنید."
    case .liaisonElsewhere: "این شخص رابط یا مدیر دستگاه دیگری است؛ هر رابط فقط یک دستگاه دارد."
    case .codeTaken(let code): "شناسهٔ \(Digits.persian(code)) از آن دستگاه دیگری است."
    }
  }
}
