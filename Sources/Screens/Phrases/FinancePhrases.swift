import Persian
public import Training

extension Phrases {
  enum CourseFiles {
    static let title = "بررسی پرونده دوره و سامانه"
    static let titleOfManager = "تنظیم پرونده و سند مالی دوره"
    static let document = "سند مالی دوره"
    static let comparison = "مقایسهٔ پروندهٔ کتبی با سامانه"
    static let printComparison = "چاپ مقایسه"
    static let end = "پایان جلسات"
    static let due = "مهلت تحویل"
    static let state = "وضعیت"
    static let running = "در حال اجرا"
    static let row = "ردیف"
    static let item = "بخش پرونده"
    static let standing = "هست؟"
    static let note = "توضیح"
    static let tick = "هست / نیست"
    static let printItem = "چاپ این بخش"
    static let printAll = "چاپ یکجای پرونده"
    static let place = "محل پروندهٔ ب"
    static let placeForm = "محل نگهداری پروندهٔ ب"
    static let keeping = "نگهداری"
    static let location = "نشانی، اتاق یا قفسه"
    static let locationHint = "جایی که پرونده را می‌توان یافت."
    static let confirmation = "تأیید کارگروه برنامه‌ریزی"
    static let groupNumber = "شمارهٔ تأیید کارگروه"
    static let groupDay = "تاریخ تأیید کارگروه"
    static let groupHint = "امحا فقط با تأیید کارگروه برنامه‌ریزی و پس از ۳ سال."
    static let figure = "آمار"
    static let inRecords = "سامانه"
    static let onPaper = "کتبی"
    static let difference = "اختلاف"
    static let reason = "دلیل اختلاف"
    static let reasonHint = "بدون دلیل، اختلاف مانع بستن کلاس است."
    static let notCounted = "شمرده نشده"
    static let equal = "پروندهٔ کتبی و سامانه برابر است."
    static let rowsBehind = "ردیف‌های این عدد"
    static let onlyExpert = "پروندهٔ کتبی را کارشناس با سامانه مقایسه می‌کند."
    static let documentDue = "مهلت ارسال سند"
    static let dueHint = "زمان مقرر، برابر درخواست دوره."
    static let recipient = "واحد هزینه‌کننده"
    static let letterNumber = "شمارهٔ نامهٔ ارسال"
    static let sentDay = "تاریخ ارسال"
    static let sent = "ارسال به واحد هزینه‌کننده"
    static let paid = "پرداخت"
    static let paymentNumber = "شمارهٔ پرداخت"
    static let paymentDay = "تاریخ پرداخت"
    static let sum = "جمع سند"
    static let notPrinted = "بیرون از سامانه"

    static func heading(_ course: String) -> String { "پروندهٔ دوره: \(course)" }
    static func documentHeading(_ course: String) -> String { "سند مالی: \(course)" }
    static func count(_ name: String) -> String { "شمارش پروندهٔ کتبی «\(name)»" }
    static func comparison(of name: String) -> String { "مقایسهٔ «\(name)»" }
    static func there(_ count: Int, of all: Int) -> String { "\(count.said) بخش از \(all.said)" }
    static func papers(_ count: Int) -> String { "\(count.said) برگ" }
    static func noPaper(_ item: String) -> String {
      "«\(item)» از سامانه چاپ نمی‌شود؛ برگ کتبی آن در پرونده گذاشته می‌شود."
    }

    static func deadline(
      _ due: JalaliDate, on today: JalaliDate, _ delivered: JalaliDate?
    ) -> String {
      if let delivered {
        return delivered > due
          ? "! \(due.said)؛ در \(delivered.said) با تأخیر تحویل شد"
          : "\(due.said)؛ در \(delivered.said) تحویل شد"
      }
      let left = today.days(to: due)
      return left < 0
        ? "! \(due.said)، \((-left).said) روز گذشته است" : "\(due.said)، \(left.said) روز مانده"
    }

    static func place(_ file: CourseFile) -> String {
      guard let keeping = file.keeping else { return FormsOne.notYet }
      return file.location.isEmpty ? keeping.name : "\(keeping.name) — \(file.location)"
    }

    static func said(_ letter: LetterMark) -> String {
      guard letter.isRecorded else { return letter.day?.said ?? FormsOne.notYet }
      return "\(letter.number) – \(letter.day?.said ?? "")"
    }
  }

  enum Pay {
    static let title = "حق‌التدریس و حق‌الزحمه"
    static let edit = "ثبت حکم و فیش حقوقی"
    static let basis = "مبنا"
    static let hours = "ساعت کارکرد"
    static let rate = "مبلغ ساعتی"
    static let gross = "ناخالص"
    static let tax = "مالیات"
    static let insurance = "بیمه"
    static let net = "پرداختی"
    static let total = "جمع پرداختی عوامل"
    static let job = "حق شغل"
    static let incumbent = "حق شاغل"
    static let management = "حق مدیریت"
    static let professional = "حق شغل حرفه‌ای"
    static let professionalHint = "از فیش حقوقی؛ در مبلغ ساعتی منظور نمی‌شود."
    static let inJob = "در حق شغل منظور شده"
    static let slip = "فیش حقوقی"
    static let slipHint = "فیش حقوقی عامل همراه سند است؟"
    static let agreed = "نرخ توافقی"
    static let agreedHint = "برای عامل بدون کد پرسنلی، مبلغ هر ساعت به ریال."
    static let contract = "قرارداد"
    static let contractNumber = "شمارهٔ قرارداد"
    static let contractDay = "تاریخ قرارداد"
    static let noContract = "قرارداد فقط برای عامل بدون کد پرسنلی تنظیم می‌شود."
    static let rounding = "گرد کردن"
    static let roundingRule =
      "مبلغ ساعتی، ناخالص و هر کسر جداگانه به نزدیک‌ترین ریال؛ نیم ریال به بالا."
    static let present = "حاضر"
    static let absent = "غایب"
    static let counted = "ساعت محاسبه‌شده"
    static let notMarked = "حضور ثبت نشده"
    static let notHeld = "هنوز برگزار نشده"

    static func heading(_ name: String) -> String { "مبلغ عامل: \(name)" }
    static func sessionsOf(_ name: String) -> String { "جلسه‌های \(name)" }
    static func sessions(_ count: Int) -> String { "جلسه‌های برگزارشده (\(count.said))" }
    static func rials(_ amount: Rial) -> String { "\(amount.amount.said) ریال" }

    static func professional(_ amount: Rial, isInJob: Bool) -> String {
      guard amount > Rial(0) else { return rials(amount) }
      return isInJob
        ? "\(rials(amount))؛ از حق شغل کم شد" : "\(rials(amount))؛ منظور نمی‌شود"
    }

    static func formula(_ rate: Rial, base: Rial, times: Fraction, divisor: Int) -> String {
      let factor = times == Fraction(1) ? "" : "\(times.rounded(of: 1).said) × "
      return "\(rials(rate)) = \(factor)\(base.amount.said) ÷ \(divisor.said)"
    }

    static func hours(_ minutes: Int, sessions: Int?) -> String {
      let said = Say.duration(minutes)
      guard let sessions else { return "\(said)، ساعت کار ثبت‌شده در عوامل دوره" }
      return "\(said) در \(sessions.said) جلسهٔ برگزارشده"
    }

    static func gross(_ gross: Rial, _ minutes: Int, _ rate: Rial) -> String {
      "\(rials(gross)) = \(HourMinute.text(minutes)) ساعت × \(rate.amount.said)"
    }

    static func deduction(_ amount: Rial, _ share: Fraction) -> String {
      share.numerator == 0
        ? "کسر نمی‌شود" : "\(rials(amount)) (سهم \(Digits.persian(share.description)))"
    }

    static func result(_ line: PayLine) -> String {
      "مبلغ ساعتی \(rials(line.rate))؛ پرداختی \(rials(line.net))"
    }
  }

  enum Invoices {
    static let title = "فاکتورها"
    static let add = "ثبت فاکتور"
    static let remove = "حذف فاکتور"
    static let number = "شمارهٔ فاکتور"
    static let subject = "بابت"
    static let amount = "مبلغ (ریال)"
    static let total = "جمع فاکتورها"
  }

  enum Reports {
    static let title = "گزارش روزانه"
    static let sessions = "جلسه"
    static let text = "گزارش"
    static let none = "نوشته نشده"
    static let cost = "هزینه (ریال)"
    static let hint = "آنچه در این روز گذشت: حضور، پذیرایی، کمبودها."
  }
}

extension CourseFileLife.State {
  public var name: String {
    switch self {
    case .compiling: "در حال تنظیم"
    case .delivered: "تحویل شده"
    case .controlled: "کنترل شده"
    case .archived: "بایگانی"
    case .destroyed: "امحا شده"
    }
  }
}

extension CourseFileLife.Action {
  public var name: String {
    switch self {
    case .edit: "محل نگهداری پروندهٔ ب"
    case .deliver: "ارائهٔ پرونده به کارشناس"
    case .sendBack: "عودت پرونده"
    case .control: "کنترل نهایی"
    case .archive: "بایگانی پرونده"
    case .destroy: "امحای پروندهٔ ب"
    }
  }
}

extension FinancialLife.State {
  public var name: String {
    switch self {
    case .compiling: "در حال تنظیم"
    case .sent: "ارسال شده"
    case .paid: "پرداخت شده"
    }
  }
}

extension FinancialLife.Action {
  public var name: String {
    switch self {
    case .edit: "مهلت و واحد هزینه‌کننده"
    case .send: "ارسال به واحد هزینه‌کننده"
    case .pay: "ثبت پرداخت"
    }
  }
}

extension CourseFile.Keeping {
  var name: String {
    switch self {
    case .atPlace: "بایگانی در محل برگزاری"
    case .withExpert: "تحویل به کارشناس"
    }
  }
}

extension FolderItem.Folder {
  var name: String {
    switch self {
    case .a: "پروندهٔ الف"
    case .b: "پروندهٔ ب"
    case .financial: "پیوست‌های سند مالی"
    }
  }
}

extension FolderItem.Standing {
  var name: String {
    switch self {
    case .missing: "نیست"
    case .present: "در پرونده"
    case .printed: "چاپ از سامانه"
    case .attached: "تصویر پیوست"
    case .notNeeded: "لازم نیست"
    }
  }

  /// The name with a sign beside it, for terminals without colours.
  var marked: String {
    switch self {
    case .missing: "✗ \(name)"
    case .present, .printed, .attached: "✓ \(name)"
    case .notNeeded: "– \(name)"
    }
  }
}

extension FolderItem.Code {
  /// Its place in the folder, from one.
  var number: Int {
    (FolderItem.Code.allCases.filter { $0.folder == folder }.firstIndex(of: self) ?? 0) + 1
  }

  var name: String {
    switch self {
    case .permit: "فرم چاپ مجوز دوره"
    case .formOne: "فرم شمارهٔ ۱"
    case .learners: "مشخصات فراگیران"
    case .formTwo: "فرم شمارهٔ ۲"
    case .attendance: "حضور و غیاب"
    case .formThree: "فرم شمارهٔ ۳"
    case .scores: "نمرهٔ آزمون فراگیران"
    case .formFour: "فرم شمارهٔ ۴"
    case .surveySummary: "فرم جمع‌بندی نظرسنجی"
    case .slips: "برگه‌های حضور و غیاب انفرادی"
    case .examPapers: "اوراق امتحانی آزمون دستی"
    case .surveyForms: "فرم‌های نظرسنجی"
    case .payments: "سوابق پرداخت‌های سند مالی"
    case .memorandum: "تفاهم‌نامه"
    case .dailyReport: "فرم گزارش روزانه"
    case .financialForms: "فرم‌های ۱ تا ۴ مالی"
    case .appointments: "کپی نامهٔ ابلاغ عوامل"
    case .decrees: "کپی حکم کارگزینی عوامل"
    case .invoices: "فاکتورهای هزینهٔ پذیرایی و مانند آن"
    }
  }
}

extension ClassCounts.Figure {
  var name: String {
    switch self {
    case .learners: "فراگیران"
    case .scores: "نمره‌ها"
    case .scoreTotal: "جمع نمره‌ها"
    case .absences: "غیبت‌ها"
    }
  }
}

extension PayLine.Basis {
  var name: String {
    switch self {
    case .instructor: "حق‌التدریس"
    case .factor: "حق‌الزحمه"
    case .agreed: "توافقی"
    }
  }
}

extension CourseFileReason {
  var sentence: String {
    switch self {
    case .courseRunning: "جلسه‌های دوره هنوز پایان نیافته است."
    case .folderIncomplete(let codes):
      "این بخش‌های پروندهٔ الف گذاشته نشده است: \(Say.list(codes.map(\.name)))."
    case .deliveryLate(let due):
      "مهلت تحویل پرونده (یک ماه پس از پایان اجرا) در \(due.said) به پایان رسیده است؛ با تأخیر تحویل می‌شود."
    case .notCompared(let name):
      "پروندهٔ کتبی کلاس «\(name)» هنوز با اطلاعات سامانه مقایسه نشده است."
    case .differs(let name, let differences):
      "آمار پرونده کتبی با اطلاعات سامانه مغایرت دارد. کلاس «\(name)»: \(Self.said(differences))."
    case .explained(let name, let reason):
      "اختلاف آمار کلاس «\(name)» دلیل دارد: \(reason)"
    case .classesOpen(let count): "\(count.said) کلاس دوره هنوز بسته نشده است."
    case .retention(let day, let years):
      "امحای پرونده پیش از \(years.said) سال و بدون تأیید کارگروه برنامه‌ریزی مجاز نیست؛ نگهداری تا \(day.said) است."
    case .groupConfirmationMissing(let years):
      "امحای پرونده پیش از \(years.said) سال و بدون تأیید کارگروه برنامه‌ریزی مجاز نیست؛ شماره و تاریخ تأیید را بنویسید."
    case .financialPartsMissing(let codes):
      "سند مالی این‌ها را کم دارد: \(Say.list(codes.map(\.name)))."
    case .recipientMissing: "واحد هزینه‌کننده نوشته نشده است."
    case .dueMissing: "زمان مقرر ارسال سند نوشته نشده است."
    case .sentLate(let due): "زمان مقرر ارسال سند \(due.said) بود؛ با تأخیر ارسال می‌شود."
    case .sentInFuture: "تاریخ ارسال باید نوشته شود و از امروز دیرتر نباشد."
    case .paySlipMissing(let name):
      "فیش حقوقی عامل برای تنظیم سند الزامی است: \(name)."
    case .payPartsMissing(let name): "حق شغل «\(name)» نوشته نشده است."
    case .professionalOverJob(let name):
      "حق شغل حرفه‌ای «\(name)» از حق شغل او بیشتر است و در آن منظور نشده است."
    case .agreedRateMissing(let name):
      "«\(name)» کد پرسنلی ندارد و نرخ توافقی او نوشته نشده است."
    case .contractMissing(let name):
      "«\(name)» کد پرسنلی ندارد و شماره و تاریخ قرارداد او نوشته نشده است."
    case .sessionsUnmarked(let name, let count):
      "حضور و غیاب \(count.said) جلسهٔ «\(name)» ثبت نشده و ساعت آن محاسبه نشده است."
    case .paymentMissing: "شماره و تاریخ پرداخت را بنویسید."
    }
  }

  private static func said(_ differences: [PaperComparison.Difference]) -> String {
    Say.list(
      differences.map { it in
        "\(it.figure.name) در سامانه \(it.figure.said(it.records))، کتبی \(it.figure.said(it.paper))"
      })
  }
}
