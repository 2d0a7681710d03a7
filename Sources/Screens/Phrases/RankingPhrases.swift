import Persian
import Store
import Training

extension Phrases {
  enum Ranking {
    /// What empty lists say: what to do next, and whose work it is.
    enum Empty {
      static func cases(_ role: Role) -> String {
        switch role {
        case .learner: "درخواستی ندارید. با F4 در دورهٔ باز رتبه‌بندی درخواست بسازید."
        case .boardSecretary: "پرونده‌ای نیست. متقاضی درخواست را ثبت که کند، این‌جا می‌آید."
        case .qualityCentre: "پرونده‌ای نیست. درخواست ثبت‌شده این‌جا می‌آید."
        case .assessor: "پرونده‌ای نیست. دبیرخانه پرونده را به شما می‌سپارد."
        case .boardMember: "پرونده‌ای نیست. پروندهٔ ثبت‌شده در صلاحیت هیأت این‌جا می‌آید."
        default: "پرونده‌ای نیست. پس از ابلاغ دبیرخانه این‌جا می‌آید."
        }
      }

      static let meetings = "جلسه‌ای نیست. با F4 به جلسه دعوت کنید."
      static let agenda = "موضوع دیگری نیست. پرونده با «ارجاع به دبیرخانه» به هیأت می‌رسد."
      static let boards = "هیأتی نیست. مدیر سامانه با F4 هیأت هر اداره را تشکیل می‌دهد."
      static let groups = "کارگروهی نیست. با F4 کارگروه موضوعی یا اجرایی تشکیل دهید."
      static let members = "عضوی نیست. مدیر سامانه با F4 رئیس، نایب رئیس و اعضا را می‌افزاید."
      static let rounds = "دوره‌ای نیست. با F4 زمان ثبت درخواست را اعلام کنید."
      static let appeals = "اعتراضی نیست. متقاضی تا ده روز پس از ابلاغ، از پرونده اعتراض می‌کند."
      static let ranks = "رتبه‌ای نیست. حکم رتبه، یا ثبت رتبهٔ پیش از سامانه، این‌جا می‌آید."
      static let evidence = "مدرکی نیست. متقاضی با F4 مدرک را با پروندهٔ آن بارگذاری می‌کند."
      static let sources = "داده‌ای نیست. دبیرخانه با F4 نظر هر ذی‌نفع را ثبت می‌کند."
    }

    static let own = "درخواست رتبه‌بندی من"
    static let cases = "پرونده‌های رتبه‌بندی"
    static let ranked = "فهرست رتبه‌بندی متقاضیان"
    static let state = "وضعیت"
    static let next = "گام بعد"
    static let phase = "نوع درخواست"
    static let target = "رتبهٔ درخواستی"
    static let current = "رتبهٔ فعلی"
    static let none = "–"
    static let round = "دورهٔ رتبه‌بندی"
    static let rounds = "دوره‌های رتبه‌بندی"
    static let addRound = "اعلام دورهٔ رتبه‌بندی"
    static let whose = "مشمولان"
    static let board = "هیأت ممیزه"
    static let boards = "هیأت‌های ممیزه"
    static let formBoard = "تشکیل هیأت ممیزه"
    static let level = "سطح هیأت"
    static let secretariat = "محل دبیرخانه (بدون توسعهٔ تشکیلاتی)"
    static let member = "عضو"
    static let members = "شمار اعضا"
    static let part = "سمت"
    static let addMember = "افزودن عضو"
    static let editMember = "ویرایش عضویت"
    static let stopped = "توقف پرونده"
    static let made = "ایجاد درخواست"
    static let submitted = "ثبت درخواست"
    static let referred = "ارجاع به دبیرخانه"
    static let decisionDue = "مهلت رأی هیأت"
    static let decided = "رأی هیأت"
    static let rank = "رتبه"
    static let entitled = "تاریخ استحقاق"
    static let notified = "ابلاغ"
    static let appealUntil = "مهلت اعتراض"
    static let total = "مجموع امتیاز"
    static let region = "منطقهٔ خدمت"
    static let stage = "مقطع تحصیلی"
    static let field = "رشتهٔ تدریس"
    static let weekly = "ساعت تدریس در هفته"
    static let school = "نوع مدرسه"
    static let selfPoints = "امتیاز خوداظهاری"
    static let acceptance = "اطلاعیه را می‌پذیرم"
    static let noticeText =
      "شرکت در رتبه‌بندی حقی ایجاد نمی‌کند؛ کسب حد نصاب امتیاز و تأیید هیأت ممیزه لازم است."
    static let noticeRemark = "اطلاعیه: \(noticeText)"
    static let created = "درخواست ساخته شد؛ مدارک را بارگذاری و سپس درخواست را ثبت کنید."
    static let submitQuestion = "درخواست ثبت شود؟ پس از آن تا عودت ویرایش نمی‌شود."
    static let letterNumber = "شمارهٔ نامه"
    static let letterDay = "تاریخ نامه"
    static let report = "گزارش"
    static let strengths = "نقاط قوت"
    static let weaknesses = "نقاط بهبود"
    static let assign = "سپردن به ارزیاب حرفه‌ای"
    static let assessor = "ارزیاب حرفه‌ای"
    static let assessors = "ارزیابان حرفه‌ای"
    static let notApproved = "تأیید نشده"
    static let approved = "تأیید مرکز سنجش"
    static let appeal = "اعتراض"
    static let appeals = "اعتراض‌ها"
    static let appealKind = "موضوع اعتراض"
    static let filed = "تاریخ ثبت"
    static let text = "شرح"
    static let opinion = "اظهارنظر کارشناسی"
    static let sources = "دادهٔ ذی‌نفعان"
    static let source = "ذی‌نفع"
    static let addSource = "ثبت دادهٔ ذی‌نفع"
    static let authentic = "اصالت تأیید شد"
    static let notAuthentic = "اصالت رد شد"
    static let verified = "اصالت"
    static let score = "امتیاز"
    static let tool = "ابزار سنجش"
    static let tools = "ابزارهای سنجش"
    static let institutions = "مؤسسه‌های تأیید صلاحیت‌شده"
    static let requiredSources = "ذی‌نفعان لازم هر رتبه"
    static let allowances = "فوق‌العادهٔ رتبه‌بندی"
    static let required = "الزامی"
    static let optional = "اختیاری"
    static let validity = "روایی تأیید شد"
    static let reliability = "پایایی تأیید شد"
    static let qualified = "تأیید صلاحیت"
    static let monthly = "میانگین ماهانه (ریال)"
    static let percent = "درصد"
    static let reference = "مأخذ"
    static let add = "افزودن"
    static let detail = "مشخصات"
    static let subject = "عنوان"
    static let kind = "گونه"
    static let day = "تاریخ"
    static let from = "از"
    static let to = "تا"
    static let code = "کد پرسنلی یا کد ملی"
    static let meetings = "جلسات هیأت ممیزه"
    static let meetingDay = "روز جلسه"
    static let hour = "ساعت"
    static let place = "محل"
    static let outside = "خارج از وقت اداری"
    static let inviter = "دعوت‌کننده"
    static let needed = "حد نصاب (دوسوم اعضا)"
    static let present = "شمار حاضران"
    static let minutes = "صورت‌جلسه هیأت ممیزه"
    static let ballots = "رأی‌ها"
    static let ballot = "رأی"
    static let barred = "پروندهٔ خود"
    static let confirmQuestion = "رأی‌های این جلسه تأیید و برای اجرا ابلاغ شود؟"
    static let matter = "موضوع"
    static let rankItself = "تعیین رتبه"
    static let here = "حاضر"
    static let away = "غایب"
    static let official = "جلسه رسمی است."
    static let fees = "صورت حق‌الزحمه"
    static let periodic = "گزارش دوره‌ای هیأت"
    static let obstacles = "موانع و مشکلات"
    static let late = "رأی دیرتر از ده روز"
    static let statistics = "ارزیابی مجدد، تنزل‌ها و آمار رتبه‌ها"
    static let dueList = "فهرست ارزیابی مجدد سررسیدشده"
    static let demotionList = "فهرست تنزل‌ها"
    static let rankCounts = "آمار رتبه‌ها و برآورد اعتبار"
    static let yearly = "رتبه‌ها به تفکیک سال"
    static let ranks = "رتبه‌های دارندگان"
    static let ownRank = "رتبهٔ من"
    static let outsideRanks = "خارج از رتبه‌بندی"
    static let paidUntil = "پرداخت تا"
    static let payment = "پرداخت فوق‌العاده"
    static let paid = "برقرار"
    static let demotions = "شمار تنزل"
    static let retraining = "بازآموزی"
    static let university = "دانشگاه وابسته به وزارت"
    static let passed = "گذرانده شد"
    static let before = "رتبهٔ پیشین"
    static let improvement = "کارنامه بهبود عملکرد"
    static let decree = "حکم کارگزینی"
    static let amendedDecree = "حکم کارگزینی اصلاحی"
    static let undefined = "تعریف نشده"
    static let sender = "از هیأت"
    static let recipient = "به هیأت"
    static let answered = "تاریخ پاسخ"
    static let answer = "پاسخ"
    static let write = "نوشتن"
    static let groups = "کارگروه‌های تخصصی"
    static let group = "کارگروه تخصصی"
    static let addGroup = "تشکیل کارگروه"
    static let groupMembers = "اعضای کارگروه"
    static let noAnswerWanted = "این نوشته پاسخ نمی‌خواهد."
    static let rankedTitles = ["ردیف", "نام", "رتبهٔ درخواستی", "امتیاز", "وضعیت"]
    static let noFee = "تعیین نشده"
    static let feeTitles = [
      "ردیف", "عضو", "سمت", "جلسات رسمی خارج از وقت", "نرخ (ریال)", "مبلغ (ریال)",
    ]
    static let stateTitles = ["وضعیت", "شمار پرونده"]
    static let obstacleTitles = ["تاریخ", "عنوان", "شرح"]
    static let dueTitles = ["نام", "کد", "رتبه", "سررسید"]
    static let demotionTitles = ["نام", "کد", "رتبه", "شمار تنزل", "از", "وضعیت"]
    static let countTitles = ["رتبه", "شمار", "میانگین ماهانه (ریال)", "برآورد ماهانه (ریال)"]
    static let yearTitles = ["سال", "کسب و ارتقا", "تنزل", "میانگین امتیاز"]

    /// Where somebody serves, without the words that every office of the kind begins with.
    static func place(_ unit: String) -> String {
      for start in ["اداره آموزش و پرورش ", "اداره کل آموزش و پرورش "] where unit.hasPrefix(start) {
        return String(unit.dropFirst(start.count))
      }
      return unit
    }

    static func heading(_ line: RankingCaseLine) -> String {
      "\(line.person.name.inFull) – \(line.rankingCase.form.target.name)"
    }

    static func due(_ day: JalaliDate, on today: JalaliDate) -> String {
      let left = today.days(to: day)
      return left < 0
        ? "\(day.said) (\((-left).said) روز گذشته)" : "\(day.said) (\(left.said) روز مانده)"
    }

    static func points(_ points: Fraction, of maximum: Fraction?) -> String {
      let said = Numbers.decimal(points.double)
      return maximum.map { "\(said) از \(Numbers.decimal($0.double))" } ?? said
    }

    static func notice(_ recipient: RankNotice.Recipient) -> String {
      switch recipient {
      case .teacher: "ابلاغ رتبه به معلم"
      case .school: "ابلاغ رتبه به واحد آموزشی"
      case .personnelOffice: "ابلاغ رتبه به امور اداری"
      }
    }

    static func personnelOffice(_ unit: String) -> String { "امور اداری و تشکیلات – \(unit)" }
    static func given(_ rank: Rank) -> String { "رتبهٔ «\(rank.name)»" }

    static func meeting(_ it: BoardMeeting) -> String { "جلسهٔ \(it.day.said)" }
    static func composition(_ board: String) -> String { "ترکیب \(board)" }
    static func appealOn(_ kind: Appeal.Kind) -> String { "اعتراض: \(kind.name)" }
    static func planQuestion(_ name: String) -> String { "موضوع «\(name)» در دستور جلسه بیاید؟" }

    static func item(_ line: BoardAgendaLine) -> String {
      let matter = line.appealKind.map { appealOn($0) } ?? line.phase.name
      return "\(line.name.inFull) – \(line.target.name) – \(matter)"
    }

    static func votes(_ line: BoardAgendaLine, in state: MeetingLife.State) -> String {
      let result = line.item.result.name(in: state)
      guard !line.votes.isEmpty else { return result }
      let counts = BoardBallot.allCases.map { ballot in
        "\(ballot.name) \(line.votes.values.count { $0 == ballot }.said)"
      }
      return counts.joined(separator: "، ") + " – " + result
    }

    static func notHeld(_ present: Int, of members: Int) -> String {
      "جلسه به حد نصاب دوسوم اعضا نرسیده است: \(present.said) از \(members.said) عضو."
    }

    static func authenticity(_ verified: Bool?) -> String {
      verified.map { $0 ? "✓ \(authentic)" : "✗ \(notAuthentic)" } ?? "بررسی نشده"
    }

    static func approval(_ isApproved: Bool, _ day: JalaliDate) -> String {
      isApproved ? "تأیید \(day.said)" : notApproved
    }

    static func soundness(_ tool: AssessmentTool) -> String {
      "روایی \(tool.isValid ? "✓" : "✗") پایایی \(tool.isReliable ? "✓" : "✗")"
    }

    static func percent(_ hundredths: Int, since day: JalaliDate? = nil) -> String {
      let said = "\(Numbers.decimal(Fraction(hundredths, 100).double)) درصد"
      return day.map { "\(said) از \($0.said)" } ?? said
    }

    static func held(by name: String) -> String { "رتبهٔ \(name)" }

    static func payment(stopped it: PersonRank, _ state: PersonRankLife.State) -> String {
      if state == .due { return "متوقف تا تأیید مجدد شایستگی‌ها" }
      let since = it.stopped.map { " از \($0.said)" } ?? ""
      return it.stopReason.isEmpty ? "متوقف\(since)" : "متوقف\(since): \(it.stopReason)"
    }

    static func assessed(_ line: AssessorReportLine) -> String {
      let it = line.report
      guard let day = it.day else { return "\(line.name.inFull) – هنوز گزارش نداده است" }
      return "\(line.name.inFull) (\(day.said)): \(it.text)"
    }

    static func said(_ letter: LetterMark) -> String {
      "شمارهٔ \(letter.number) – \(letter.day?.said ?? none)"
    }

    static func said(_ it: Retraining) -> String {
      let end = it.to?.said ?? "…"
      let result = it.isPassed.map { $0 ? "گذرانده شد" : "گذرانده نشد" } ?? "در جریان"
      return "\(it.university) – \(it.from.said) تا \(end) – \(result)"
    }
  }
}

extension BoardPaper.Kind {
  var name: String {
    switch self {
    case .procedure: "شیوه‌نامه"
    case .inquiry: "استعلام"
    case .complaint: "شکایت"
    case .proposal: "پیشنهاد اصلاح مقررات"
    case .report: "گزارش دوره‌ای"
    case .oversight: "نظارت و پشتیبانی"
    }
  }

  var plural: String {
    switch self {
    case .procedure: "شیوه‌نامه‌ها و بخشنامه‌های رتبه‌بندی"
    case .inquiry: "استعلام‌ها و رویهٔ واحد"
    case .complaint: "شکایت‌های رتبه‌بندی"
    case .proposal: "پیشنهادهای اصلاح مقررات رتبه‌بندی"
    case .report: "گزارش‌های دوره‌ای هیأت"
    case .oversight: "نظارت و پشتیبانی هیأت"
    }
  }
}

extension RankRegister.Kind {
  var title: String {
    switch self {
    case .assessors: Phrases.Ranking.assessors
    case .tools: Phrases.Ranking.tools
    case .institutions: Phrases.Ranking.institutions
    case .required: Phrases.Ranking.requiredSources
    case .allowances: Phrases.Ranking.allowances
    }
  }
}

extension WorkingGroup.Kind {
  var name: String {
    switch self {
    case .subject: "تخصصی موضوعی"
    case .executive: "اجرایی"
    }
  }
}

extension Fraction {
  /// For showing only.
  fileprivate var double: Double { Double(numerator) / Double(denominator) }
}
