import Persian
public import Training

extension Finding {
  /// What was found, with its numbers.
  public var sentence: String {
    switch reason {
    case .portal(let reason): reason.sentence
    case .request(let reason): reason.sentence
    case .factor(let reason): reason.sentence
    case .training(let reason): reason.sentence
    case .programme(let reason): reason.sentence
    case .enrolment(let reason): reason.sentence
    case .attendance(let reason): reason.sentence
    case .competency(let reason): reason.sentence
    case .planning(let reason): reason.sentence
    case .plan(let reason): reason.sentence
    case .instructor(let reason): reason.sentence
    case .staff(let reason): reason.sentence
    case .exam(let reason): reason.sentence
    case .question(let reason): reason.sentence
    case .file(let reason): reason.sentence
    case .closing(let reason): reason.sentence
    case .equivalent(let reason): reason.sentence
    case .effectiveness(let reason): reason.sentence
    case .score(let reason): reason.sentence
    case .rankRule(let reason): reason.sentence
    case .rankCase(let reason): reason.sentence
    case .oversight(let reason): reason.sentence
    case .upload(let reason): reason.sentence
    }
  }

  /// Where the rule stands: «سند ۹۶۰۴۵، بند ۱۶۹».
  public var origin: String { clause.origin }

  /// The lines of the «چرا؟» panel under the sentence.
  public var details: [String] {
    [remedy.map { "راه حل: \($0.sentence)" }, "مأخذ: \(origin)"].compactMap { $0 }
  }
}

extension Clause {
  public var origin: String {
    let document =
      switch source {
      case .competency: "راهنمای توسعه شایستگی معلمان"
      case .shortCourses: "سند ۹۶۰۴۵، فرایندهای دوره‌های کوتاه‌مدت"
      case .staffRanking: "شرایط رتبه‌بندی کارکنان اداری"
      case .teacherRanking: "آیین‌نامه رتبه‌بندی معلمان"
      case .oversight: "راهنمای سامانه نظارت بر آموزش"
      case .portal: "قاعدهٔ برنامه"
      }
    return paragraph == 0 ? document : "\(document)، بند \(paragraph.said)"
  }

  /// «بند ۲۲۳»; empty where no document says it.
  var short: String { paragraph == 0 ? "" : "بند \(paragraph.said)" }
}

extension Phrases {
  /// The paragraph that a number or a condition comes from, by the clause kept with it.
  ///
  /// Clauses are named after requirements, which nobody who uses the portal has read; what an office
  /// has written itself is shown as it was written.
  static func paragraph(of clause: String) -> String {
    if let known = Clause.all.first(where: { $0.id == clause }) { return known.short }
    let isWritten = clause.unicodeScalars.contains { $0.value > 0x600 }
    return isWritten ? clause : ""
  }

  /// The source with its paragraph.
  static func origin(_ source: String, clause: String) -> String {
    let paragraph = paragraph(of: clause)
    return paragraph.isEmpty || source.contains(paragraph) ? source : "\(source)، \(paragraph)"
  }
}

extension PortalReason {
  var sentence: String {
    switch self {
    case .personUnknown: "چنین شخصی ثبت نشده است."
    case .usernameTaken: "این نام کاربری برای همین نقش گرفته شده است."
    case .notOwnAccount: "گذرواژهٔ هر حساب را فقط دارندهٔ آن عوض می‌کند."
    case .wrongCredentials: "نام کاربری و رمز اشتباه است."
    case .wrongSecurityCode: "کد امنیتی نادرست است."
    case .accountInactive: "این حساب غیرفعال است."
    case .waiting(let seconds):
      "پس از چند تلاش ناموفق باید \(Say.duration(seconds: seconds)) صبر کنید."
    case .passwordUnchanged: "گذرواژهٔ تازه همان گذرواژهٔ پیشین است."
    case .passwordIsPublished:
      "این گذرواژه در راهنمای سامانه آمده و همه آن را می‌دانند؛ گذرواژهٔ دیگری برگزینید."
    case .passwordIsInitial: "گذرواژهٔ تازه نباید همان نام کاربری یا گذرواژهٔ اولیه باشد."
    case .passwordShort(let length, let required):
      "گذرواژه \(length.said) نویسه دارد؛ دست‌کم \(required.said) نویسه لازم است."
    case .outsideOffice: "فراگیر در محدوده اداره شما نیست."
    case .reasonMissing: "دلیل این کار را بنویسید."
    case .stateMoved(let life, let state):
      "این کار در وضعیت کنونی («\(Self.stateName(life, state))») انجام‌شدنی نیست."
    case .notUndoable: "این کار با «برگردان» پس گرفته نمی‌شود؛ کار وارونهٔ خود را دارد."
    case .takenBackAlready: "این کار پیش‌تر برگردانده شده است."
    case .dueBeforeToday(let day): "مهلت \(day.said) گذشته است؛ روزی از امروز به بعد بنویسید."
    case .endsBeforeStart(let from, let to):
      "پایان (\(to.said)) پیش از آغاز (\(from.said)) است."
    case .keyTaken: "این کلید از پیش ثبت شده است؛ هر کلید تنها از آنِ یک نفر یا یک اداره است."
    case .noSuccessor: "جانشین باید کس دیگری با همین نقش و حساب فعال باشد."
    case .taskDone: "این کار پیش‌تر انجام شده است."
    case .onlyRole(let role): "این کار با «\(role.name)» است."
    case .schoolUnknown(let name): "محل خدمت «\(name)» در واحدهای اداره نیست؛ بی آن ثبت می‌شود."
    case .codesMissing: "کد ملی یا کد پرسنلی لازم است."
    case .codeTaken(let code, let name): "کد \(Digits.persian(code)) از آنِ «\(name)» است."
    }
  }
}

extension PortalReason {
  private static func stateName(_ life: String, _ state: String) -> String {
    let name =
      switch life {
      case CourseRequestLife.name: CourseRequestLife.State(rawValue: state)?.name
      case ExecutivePlanLife.name: ExecutivePlanLife.State(rawValue: state)?.name
      case FormOneLife.name: FormOneLife.State(rawValue: state)?.name
      case ClassLife.name: ClassLife.State(rawValue: state)?.name
      case EnrolmentLife.name: EnrolmentLife.State(rawValue: state)?.name
      case CompetencyLife.name: CompetencyLife.State(rawValue: state)?.name
      case InstructorLife.name: InstructorLife.State(rawValue: state)?.name
      case NonLocalLife.name: NonLocalLife.State(rawValue: state)?.name
      case SchoolStaffLife.name: SchoolStaffLife.State(rawValue: state)?.name
      case ExamLife.name: ExamLife.State(rawValue: state)?.name
      case CourseFileLife.name: CourseFileLife.State(rawValue: state)?.name
      case EquivalentLife.name: EquivalentLife.State(rawValue: state)?.name
      case FinancialLife.name: FinancialLife.State(rawValue: state)?.name
      case ObjectionLife.name: ObjectionLife.State(rawValue: state)?.name
      case CertificateLife.name: CertificateLife.State(rawValue: state)?.name
      case RankingLife.name:
        state == RankingLife.State.suspended.rawValue
          ? "متوقف: تا تعیین تکلیف در هیئت بدوی رسیدگی به تخلفات اداری"
          : RankingLife.State(rawValue: state)?.name
      case AppealLife.name: AppealLife.State(rawValue: state)?.name
      case MeetingLife.name: MeetingLife.State(rawValue: state)?.name
      case PersonRankLife.name: PersonRankLife.State(rawValue: state)?.name
      case AgencyYearLife.name: AgencyYearLife.State(rawValue: state)?.name
      case AgencyQuarterLife.name: AgencyQuarterLife.State(rawValue: state)?.name
      case PermitLife.name: PermitLife.State(rawValue: state)?.name
      case CompletedCourseLife.name: CompletedCourseLife.State(rawValue: state)?.name
      case EvidenceLife.name: EvidenceLife.State(rawValue: state)?.name
      default: String?.none
      }
    return name ?? "نامعلوم"
  }
}

extension RequestReason {
  var sentence: String {
    switch self {
    case .noPermit: "این دوره در سامانه LTMS مجوز اجرا ندارد."
    case .courseOverCeiling(let minutes, let ceiling):
      "ساعت دوره (\(Say.duration(minutes))) از سقف ساعت سالانه (\(Say.duration(ceiling))) بیشتر است."
    case .intervalReversed(let from, let to):
      "تاریخ پایان اجرا (\(to.said)) نباید پیش از تاریخ شروع (\(from.said)) باشد."
    case .classCountMissing: "تعداد کلاس دست‌کم ۱ است."
    case .capacityMissing: "ظرفیت هر کلاس را بنویسید."
    case .capacityOverMaximum(let capacity, let maximum, let mode):
      "ظرفیت کلاس (\(capacity.said)) از حداکثر مجاز نحوهٔ «\(mode.name)» (\(maximum.said)) بیشتر است."
    case .quotaMissing:
      "در روش ثبت‌نام با کارشناس، سهمیه فراگیران با توجه به تعداد کلاس الزامی است."
    case .quotaOverSeats(let quota, let seats):
      "سهمیه (\(quota.said)) از گنجایش همهٔ کلاس‌ها (\(seats.said)) بیشتر است."
    case .quotaNotSeats(let quota, let seats):
      "در روش ثبت‌نام با فراگیر، سهمیه برابر گنجایش کلاس‌ها (\(seats.said)) است، نه \(quota.said)."
    case .guestCapacityNegative: "ظرفیت مهمان نمی‌تواند منفی باشد."
    case .notApproved(let state):
      "دوره هنوز به تأیید اداره کل نرسیده است (اکنون: \(state.name))."
    case .belowEnrolled(let capacity, let enrolled):
      "ظرفیت تازه (\(capacity.said)) از شمار ثبت‌نام‌شدگان (\(enrolled.said)) کمتر است."
    case .instructorsOutsideBank(let names):
      "مدرس دوره در بانک مدرسین تأیید نشده است: \(Say.list(names))."
    case .noClass: "هنوز کلاسی برای این دوره تعریف نشده است."
    case .classesOpen(let count): "\(count.said) کلاس هنوز بسته یا لغو نشده است."
    case .liveEnrolments(let count): "\(count.said) فراگیر هنوز در این دوره ثبت‌نام دارند."
    case .contentNotApproved:
      "دورهٔ غیرحضوری است و محتوای آموزشی آن هنوز بررسی و تأیید نشده است."
    case .pretestAfterStart(let day):
      "سوالات پیش‌آزمون باید قبل از شروع دوره ثبت شود؛ دوره \(day.said) آغاز شده است."
    }
  }
}

extension FactorReason {
  var sentence: String {
    switch self {
    case .personnelCodeUnknown: "کد پرسنلی یافت نشد."
    case .nationalCodeMissing: "برای عامل غیرفرهنگی کد ملی لازم است."
    case .nameMissing: "برای عامل غیرفرهنگی نام و نام خانوادگی را بنویسید."
    case .notInBank(let name): "نام «\(name)» در بانک مدرسین وجود ندارد."
    case .doubled(let name): "«\(name)» قبلاً با همین نقش ثبت شده است."
    case .managerExists(let name): "مدیر این دوره «\(name)» است؛ هر دوره یک مدیر دارد."
    case .managerOrInstructorMissing:
      "اطلاعات مدیر یا مدرس دوره در عوامل اجرایی ثبت نشده است."
    }
  }
}

extension ClassReason {
  var sentence: String {
    switch self {
    case .nameMissing: "نام کلاس را بنویسید."
    case .nameTaken(let name): "کلاس دیگری از این دوره «\(name)» نام دارد."
    case .enrolmentReversed(let from, let to):
      "پایان ثبت‌نام (\(to.said)) پیش از آغاز آن (\(from.said)) است."
    case .enrolmentAfterStart(let enrolTo, let start):
      "ثبت‌نام تا \(enrolTo.said) است، ولی کلاس \(start.said) آغاز می‌شود."
    case .classReversed(let from, let to):
      "پایان کلاس (\(to.said)) پیش از آغاز آن (\(from.said)) است."
    case .outsideInterval(let from, let to):
      "تاریخ کلاس خارج از بازه زمانی اجرای دوره است (\(from.said) تا \(to.said))."
    case .capacityMissing: "ظرفیت کلاس را بنویسید."
    case .capacityOverMaximum(let capacity, let maximum, let mode):
      "ظرفیت کلاس (\(capacity.said)) از حداکثر مجاز نحوهٔ «\(mode.name)» (\(maximum.said)) بیشتر است."
    case .tooManyClasses(let count, let allowed):
      "تعداد کلاس (\(count.said)) از تعداد مصوب درخواست (\(allowed.said)) بیشتر است."
    case .seatsOverQuota(let seats, let quota):
      "مجموع ظرفیت کلاس‌ها (\(seats.said)) از سهمیهٔ دوره (\(quota.said)) بیشتر است."
    case .previousNotFull(let name, let free):
      "کلاس «\(name)» هنوز \(free.said) جای خالی دارد."
    case .belowMinimum(let count, let minimum):
      "فراگیران کلاس \(count.said) نفرند؛ حداقل \(minimum.said) نفر است."
    case .fewSigned(let count, let minimum):
      "در نخستین جلسه \(count.said) نفر امضا کرده‌اند؛ حداقل کلاس \(minimum.said) نفر است."
    case .unregistered(let count):
      "\(count.said) نفر بی‌ثبت‌نام در کلاس شرکت می‌کنند."
    case .noSession: "برای این کلاس هنوز جلسه‌ای درج نشده است."
    case .attendantEnrolled(let name): "«\(name)» در همین کلاس ثبت‌نام شده است."
    case .attendantTwice(let name): "کسی با کد ملی «\(name)» در فرم ۲ این کلاس هست."
    case .examMissing: "برای این کلاس هنوز آزمون یا پروژه‌ای تعریف نشده است."
    case .scoresMissing(let count): "نمرهٔ \(count.said) فراگیر ثبت نشده است."
    case .fileNotDelivered: "پروندهٔ دوره تحویل نشده است."
    case .noPeriod: "مهلت کنترل نمره و غیبت اعلام نشده است."
    case .periodRunning(let until): "مهلت اعتراض تا پایان \(until.said) ادامه دارد."
    case .objectionsOpen(let count): "\(count.said) اعتراض بی‌پاسخ مانده است."
    case .scoresDiffer(let count): "\(count.said) نمره با برگهٔ کاغذی یکی نیست."
    case .liveEnrolments(let count): "\(count.said) فراگیر هنوز در این کلاس ثبت‌نام دارند."
    }
  }
}

extension ProgrammeReason {
  var sentence: String {
    switch self {
    case .outsideClass(let day, let from, let to):
      "جلسهٔ \(day.said) بیرون از تاریخ کلاس است (\(from.said) تا \(to.said))."
    case .overlap(let day, let span, let other):
      "جلسهٔ \(day.said)، \(span.said) با جلسهٔ \(other.said) هم‌زمان است."
    case .dayTooLong(let day, let minutes, let maximum):
      "در \(day.said) \(Say.duration(minutes)) برنامه هست؛ بیش از \(Say.duration(maximum)) آموزش در یک روز مجاز نیست."
    case .placeTaken(let place, let course, let day, let span):
      "مکان «\(place)» در \(day.said)، \(span.said) برای دوره «\(course)» رزرو شده است."
    case .instructorTaken(let name, let course, let day, let span):
      "«\(name)» در \(day.said)، \(span.said) در دوره «\(course)» درس دارد."
    case .marked(let count): "حضور و غیاب \(count.said) فراگیر در این جلسه ثبت شده است."
    case .totalDiffers(let programmed, let course):
      "برنامه \(Say.duration(programmed)) است و دوره \(Say.duration(course))."
    }
  }
}

extension EnrolmentReason {
  var sentence: String {
    switch self {
    case .requestNotApproved: "دوره هنوز به تأیید اداره کل نرسیده است."
    case .classNotOpen(let state): "ثبت‌نام در این کلاس باز نیست (اکنون: \(state.name))."
    case .notBegun(let from): "ثبت‌نام از \(from.said) آغاز می‌شود."
    case .over(let since): "زمان ثبت‌نام این کلاس به پایان رسیده است (\(since.said))."
    case .started(let day): "این کلاس از \(day.said) آغاز شده است."
    case .full(let capacity): "ظرفیت کلاس تکمیل شده است (\(capacity.said) نفر)."
    case .guestsNotAccepted:
      "ظرفیت پذیرش مهمان برای این دوره تعیین نشده است؛ درخواست دوره باید توسط اداره کل ویرایش شود."
    case .guestsFull(let capacity): "ظرفیت مهمان کلاس تکمیل شده است (\(capacity.said) نفر)."
    case .ownDistrict: "فراگیر متعلق به همین منطقه است."
    case .jobData(let gaps):
      "به دلیل مغایرت اطلاعات شغلی، ثبت‌نام امکان‌پذیر نیست: \(Say.list(gaps.map(\.said)))."
    case .overCeiling(let total, let ceiling):
      "سقف ساعت سالانه دوره‌های آموزشی رعایت نشده است: با این دوره \(Say.duration(total)) از \(Say.duration(ceiling))."
    case .alreadyInCourse: "این فراگیر قبلاً در این دوره ثبت‌نام کرده است."
    case .timeClash(let course, let day, let span):
      "تداخل زمانی با دوره «\(course)» در \(day.said)، \(span.said)."
    case .wrongMethod(let required):
      "روش ثبت‌نام این دوره «\(required.name)» است."
    case .notOwn: "این ثبت‌نام از آنِ شما نیست."
    case .notConfirmedByPrincipal: "اطلاعات شما هنوز توسط مدیر مدرسه تایید نشده است."
    case .letterMissing: "شماره و تاریخ درخواست کتبی حذف دوره لازم است."
    case .classClosed: "کلاس بسته شده است."
    case .transferNotNow(let state):
      "انتقال فقط پس از پایان ثبت‌نام و پیش از شروع دوره ممکن است (اکنون: \(state.name))."
    case .targetFull(let free):
      "ظرفیت کلاس مقصد کافی نیست (\(free.said) جای خالی)."
    case .sameClass: "کلاس مبدأ و مقصد یکی است."
    case .noTarget: "کلاس مقصد را برگزینید."
    case .noExam: "برای این کلاس آزمونی تعریف نشده است."
    case .scoreMissing: "نمره ثبت نشده است."
    case .scoreBelowPass(let score, let required):
      "نمره (\(score.percent)) از حد قبولی (\(required.percent)) کمتر است."
    case .passes: "نمره و حضور برای قبولی کافی است."
    case .absenceWithinLimit: "غیبت از حد مجاز نگذشته است."
    case .learnerUnknown: "کد پرسنلی یا کد ملی در میان فراگیران این اداره یافت نشد."
    case .nameDiffers(let listed, let recorded):
      "در فهرست «\(listed)» نوشته است، ولی این کد از آنِ «\(recorded)» است."
    case .stageNotNeeded: "این دوره ثبت‌نام دیگری بیرون از سامانه ندارد."
    case .doubledRow(let row): "این فراگیر در ردیف \(row.said) همین فهرست هم آمده است."
    }
  }
}

extension ConditionCheck {
  var said: String {
    let wanted = required.joined(separator: " یا ")
    let found = actual.filter { !$0.isEmpty }
    return found.isEmpty
      ? "\(kind.name) باید «\(wanted)» باشد و حکم یا ابلاغ جاری ندارد"
      : "\(kind.name) باید «\(wanted)» باشد و «\(Say.list(found))» است"
  }
}

extension AttendanceReason {
  var sentence: String {
    switch self {
    case .overLimit(let absent, let allowed):
      "غیبت بیش از حد مجاز: \(Say.duration(absent)) از \(Say.duration(allowed)) (یک‌دهم ساعت دوره)."
    case .nearLimit(let absent, let allowed):
      "غیبت نزدیک حد مجاز: \(Say.duration(absent)) از \(Say.duration(allowed))."
    case .reversed(let from, let to):
      "ساعت پایان غیبت (\(Say.clock(to))) باید بعد از ساعت شروع (\(Say.clock(from))) باشد."
    case .outsideSession(let from, let to, let session):
      "غیبت \(Say.clock(from)) تا \(Say.clock(to)) باید در بازهٔ جلسه (\(session.said)) باشد."
    case .momentOutside(let minute, let session):
      "ساعت \(Say.clock(minute)) بیرون از جلسه (\(session.said)) است."
    case .overlap(let span, let other):
      "غیبت \(span.said) با غیبت \(other.said) هم‌پوشانی دارد."
    case .beforeSession(let day): "این جلسه \(day.said) برگزار می‌شود و هنوز نرسیده است."
    }
  }
}
