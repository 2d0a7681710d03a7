import Persian
import TerminalKit
public import Training

extension Rank {
  public var name: String {
    switch self {
    case .trainer: "آموزشیار معلم"
    case .instructor: "مربی معلم"
    case .assistant: "استادیار معلم"
    case .associate: "دانشیار معلم"
    case .master: "استاد معلم"
    }
  }
}

extension RankingKind {
  public var name: String {
    switch self {
    case .teachers: "آیین‌نامه رتبه‌بندی معلمان"
    case .staff: "ضوابط کارکنان آموزشی شاغل در مشاغل اداری"
    }
  }
}

extension RankingKind {
  /// Whose the rules are, in lists.
  public var people: String {
    switch self {
    case .teachers: "معلمان"
    case .staff: "کارکنان اداری"
    }
  }
}

extension RankingPhase {
  public var name: String {
    switch self {
    case .establishment: "استقرار رتبه‌بندی"
    case .promotion: "ارتقاء رتبه"
    case .reassessment: "ارزیابی مجدد"
    }
  }
}

extension Fraction {
  /// Points and averages: two places, cut off, so that nothing looks like a limit it misses.
  var said: String {
    let hundredths = share(of: 100)
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    guard rest > 0 else { return sign + Int(whole).said }
    let digits = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
    return "\(sign)\(Int(whole).said)٫\(Digits.persian(digits))"
  }
}

extension RankCondition.Key {
  var name: String {
    switch self {
    case .covered: "مشمول رتبه‌بندی"
    case .nextRank: "رتبهٔ پیشین (ارتقا یک رتبه)"
    case .competencyCertificate: "گواهینامه صلاحیت معلمی"
    case .degreeOrException: "مدرک برای ورود به رتبه‌بندی"
    case .fullTime: "اشتغال تمام‌وقت به شغل معلمی"
    case .serviceYears: "سابقهٔ خدمت"
    case .teachingYears: "سابقهٔ خدمت آموزشی"
    case .yearsInRank: "توقف در رتبهٔ پیشین"
    case .degree: "مدرک تحصیلی"
    case .totalPoints: "جمع امتیاز جدول"
    case .yearlyPoints: "امتیاز هر سال توقف"
    case .minimumTotal: "حداقل جمع امتیاز"
    case .minimumEach: "حداقل امتیاز شایستگی"
    case .appraisalAverage: "میانگین ارزشیابی ۵ سال"
    case .appraisalFloor: "کمترین ارزشیابی هر سال"
    case .appraisalWorked: "میانگین ارزشیابی سال‌های خدمت"
    case .papersTaughtOrEducation: "مقالهٔ دروس مورد تدریس یا مسائل آموزش و پرورش"
    case .papersFieldOfStudy: "مقالهٔ متناسب با رشتهٔ تحصیلی"
    case .papersTaughtAfterRank: "مقالهٔ دروس مورد تدریس پس از رتبهٔ پیشین"
    case .papersEducation: "مقالهٔ مسائل آموزش و پرورش"
    case .booksApproved: "تألیف کتاب با تأیید کارگروه تخصصی"
    case .newEvidence: "مدارک و مستندات جدید"
    case .lastAssessmentKept: "حفظ رتبه در ارزیابی سه‌ساله"
    case .noConviction: "عدم محکومیت قطعی کیفری و اداری"
    case .generalCompetence: "صلاحیت عمومی و شئونات معلمی"
    }
  }
}

extension RankCondition.Comparison {
  var name: String {
    switch self {
    case .atLeast: "حداقل"
    case .below: "کمتر از"
    case .equal: "برابر"
    case .unknown: "نامعلوم"
    }
  }
}

extension ConditionValue {
  var said: String {
    switch self {
    case .unknown: "نامعلوم"
    case .flag(let isSo): isSo ? "دارد" : "ندارد"
    case .count(let count): count.said
    case .points(let points): points.said
    case .span(let years, 0): "\(years.said) سال"
    case .span(0, let months): "\(months.said) ماه"
    case .span(let years, let months): "\(years.said) سال و \(months.said) ماه"
    case .degree(let code): DegreeRecord.name(of: code)
    case .rank(let rank): rank?.name ?? "بدون رتبه"
    }
  }
}

extension DegreeRecord {
  static func name(of code: String) -> String {
    switch code {
    case "": "بدون مدرک"
    case "diploma": "دیپلم"
    case "associate": "کاردانی"
    case "bachelor": "کارشناسی"
    case "master": "کارشناسی ارشد"
    case "doctorate": "دکتری"
    default: code
    }
  }
}

extension ConditionLine {
  /// The condition, with the competency of a minimum.
  var name: String {
    competency.isEmpty ? key.name : "\(key.name) – \(Phrases.RankRules.competency(competency))"
  }

  var requiredSaid: String {
    guard required != .unknown else {
      return verdict == .undefined ? "تعریف نشده" : "در سند نیامده"
    }
    return switch comparison {
    case .atLeast: "حداقل \(required.said)"
    case .below: "کمتر از \(required.said)"
    case .equal, .unknown: required.said
    }
  }

  var actualSaid: String {
    detail == .atLeast ? "دست‌کم \(actual.said)" : actual.said
  }

  var mark: String {
    switch verdict {
    case .met: "✓"
    case .notMet: "✗"
    case .undefined: "؟"
    case .pending: "…"
    case .notRequired: "–"
    case .warning: "!"
    }
  }

  /// The whole sentence, with its numbers.
  public var sentence: String {
    switch (verdict, key, detail) {
    case (.notMet, .covered, _): "شما مشمول نظام رتبه‌بندی معلمان نیستید."
    case (.notMet, .competencyCertificate, _): "گواهینامه صلاحیت معلمی ثبت نشده است."
    case (.notMet, .degreeOrException, _):
      "حداقل مدرک کارشناسی (یا کاردانی/دیپلم با ۵ سال سابقه معلمی) لازم است."
    case (.undefined, _, .minimumUndefined):
      "جدول حداقل امتیاز برای این رتبه تعریف نشده است."
    case (.undefined, _, .atLeast):
      "جدول امتیازات کامل نیست: \(name) دست‌کم \(actual.said) است و \(requiredSaid) لازم است."
    case (.undefined, _, _): "مقدار «\(name)» در ضوابط تعریف نشده است."
    case (.notMet, _, .missingYears(let years)):
      "\(key == .yearlyPoints ? "امتیاز سالانه ثبت نشده است" : "سوابق ارزشیابی ناقص"): \(Say.list(years.map { Digits.persian($0) }))."
    case (.notMet, .noConviction, .days(let days)):
      "محکومیت قطعی ثبت شده است: \(Say.list(days.map(\.said)))."
    case (.notMet, .newEvidence, _): "مدرک جدیدی در بازهٔ رتبهٔ فعلی بارگذاری نشده است."
    case (.notMet, .lastAssessmentKept, _):
      actual == .unknown
        ? "نتیجهٔ آخرین ارزیابی سه‌ساله ثبت نشده است."
        : "در آخرین ارزیابی سه‌ساله حداقل رتبه به دست نیامده است."
    case (.pending, _, _): "\(name) را هیأت ممیزه تأیید می‌کند."
    case (.warning, .fullTime, _):
      "اشتغال نیمه‌وقت ثبت شده است؛ متن این بند در سند ناقص است و مانع نمی‌شود."
    case (.notRequired, _, _): "«\(name)» برای این شخص لازم نیست."
    default:
      "\(name): \(requiredSaid) لازم است و \(actualSaid) هست\(extra)."
    }
  }

  private var extra: String {
    switch detail {
    case .lowestYear(let year): " (سال \(Digits.persian(year)))"
    case .concession(let months): " (با ارفاق \(months.said) ماهه)"
    default: ""
    }
  }
}

extension RankRemedy {
  var sentence: String {
    switch self {
    case .wait(let until): "با گذشت زمان، از \(until.said)."
    case .points(let points, let competency):
      competency.isEmpty
        ? "\(points.said) امتیاز دیگر لازم است."
        : "\(points.said) امتیاز دیگر در «\(Phrases.RankRules.competency(competency))» لازم است."
    case .papers(let count): "\(count.said) مقالهٔ دیگر با همین ویژگی لازم است."
    case .books(let count): "\(count.said) کتاب دیگر با تأیید کارگروه تخصصی لازم است."
    case .degree(let code): "مدرک «\(DegreeRecord.name(of: code))» لازم است."
    case .certificate: "گواهینامه صلاحیت معلمی را بگیرید تا در پروندهٔ رتبه‌بندی ثبت شود."
    case .evidence: "مدرکی با تاریخ پس از آغاز رتبهٔ فعلی بارگذاری کنید."
    case .evaluation: "نتیجهٔ ارزیابی سه‌ساله باید ثبت شود و رتبه را حفظ کند."
    case .appraisal(let year, let least):
      "ارزشیابی سال \(Digits.persian(year)) دست‌کم \(least.said) باشد."
    case .recordYears(let years):
      "سال‌های \(Say.list(years.map { Digits.persian($0) })) را در پروندهٔ رتبه‌بندی ثبت کنید."
    case .defineMinimum: "ستاد وزارت مقدار را با مأخذ در «ضوابط رتبه‌بندی» وارد می‌کند."
    case .definePoints: "جدول امتیازات و امتیاز مدارک باید کامل شود."
    case .boardOpinion: "نظر هیأت ممیزه در جلسهٔ رأی‌گیری ثبت می‌شود."
    case .coveredPost: "پست در حکم جاری باید از عناوین مشمول ماده ۲ باشد."
    case .rankBefore(let rank): "نخست رتبهٔ «\(rank.name)» لازم است."
    }
  }
}

extension RankRuleReason {
  var sentence: String {
    switch self {
    case .condition(let line): line.sentence
    case .certificateSourceMissing: "مرجع صدور گواهینامهٔ بیرون از سامانه باید نوشته شود."
    case .sourceMissing: "مأخذ را بنویسید؛ عددی بدون مأخذ پذیرفته نمی‌شود."
    case .titleMissing: "عنوان را بنویسید."
    case .valueUnfit(let key, let value): "مقدار «\(value)» برای «\(key.name)» پذیرفتنی نیست."
    case .alreadyInForce(let day):
      "ویرایشی از همین ضوابط با تاریخ اجرای \(day.said) هست."
    case .overComponent(let sum, let ceiling):
      "جمع سقف امتیازهای این شغل (\(sum.said)) از سقف مؤلفه (\(ceiling.said)) بیشتر است."
    case .appraisalOutOfScale(let value): "امتیاز ارزشیابی (\(value.said)) باید از ۰ تا ۱۰۰ باشد."
    case .yearDoubled(let year): "سال \(Digits.persian(year)) پیش‌تر ثبت شده است."
    case .rankOverlaps(let rank, let from):
      "در همین زمان رتبهٔ «\(rank?.name ?? Phrases.Ranking.outsideRanks)» از \(from.said) ثبت شده است."
    case .inFuture(let day): "تاریخ \(day.said) هنوز نرسیده است."
    case .documentMissing: "شماره یا عنوان سند را بنویسید."
    case .notOwn: "هر کس مدارک پروندهٔ خودش را بارگذاری می‌کند."
    case .caseElsewhere(let state):
      "پرونده در وضعیت «\(state.name)» است و این کار در آن انجام نمی‌شود."
    case .fileMissing: "تصویر مدرک بارگذاری نشده است."
    case .evidenceTitleMissing: "عنوان مدرک را بنویسید."
    case .bookUndecided:
      "گروه آموزشی هنوز نوع کتاب (تألیف یا گردآوری) و ارتباط آن را تعیین نکرده است."
    case .researchNotAuthenticated:
      "پژوهش باید نخست با «صحت‌سنجی شد» سازمان پژوهش تأیید شود."
    case .markMissing: "امتیاز را بنویسید."
    case .overCeiling(let points, let ceiling):
      "امتیاز (\(points.said)) از سقف این ردیف (\(ceiling.said)) بیشتر است."
    case .noCriterion: "این مدرک در هیچ ردیف جدول امتیازات نمی‌گنجد."
    case .revisionUnfit: "بازنگری فقط برای چاپ دوم و بعد از آن ثبت می‌شود."
    }
  }
}

extension RankAssessment.Outcome {
  var name: String {
    switch self {
    case .qualified: "واجد شرایط"
    case .notQualified: "شرایط احراز نشده است"
    case .undecided: "به دلیل تعریف نشدن جدول تعیین نمی‌شود"
    case .awaitsBoard: "در انتظار نظر هیأت ممیزه"
    }
  }
}

extension ConditionLine {
  var tone: Tone {
    switch verdict {
    case .met: .good
    case .notMet: .bad
    case .undefined, .pending, .warning: .warning
    case .notRequired: .dimmed
    }
  }

  /// Everything about it: the numbers, the remark, the way out, the source.
  var panel: FindingPanel.Item {
    var lines = ["لازم: \(requiredSaid)", "موجود: \(actualSaid)"]
    if !remark.isEmpty { lines.append("توضیح: \(remark)") }
    if let remedy { lines.append("راه حل: \(remedy.sentence)") }
    lines.append("مأخذ: \(Phrases.origin(source, clause: clause))")
    return FindingPanel.Item(
      "\(mark) \(verdict == .met ? name : sentence)", lines: lines, tone: tone)
  }
}

extension CriterionLine {
  var pointsSaid: String { isComplete ? points.said : "دست‌کم \(points.said)" }

  var panel: [FindingPanel.Item] {
    var first = ["مقدار: \(amount.said) \(unit)"]
    first.append("امتیاز هر واحد: \(pointsPerUnit?.said ?? Phrases.RankRules.undefinedShort)")
    first.append("سقف: \(maximum?.said ?? "–")")
    if isGiven { first.append("این امتیاز را ارزیاب یا هیأت داده است.") }
    if isSample { first.append("این ردیف «نمونه» است و مقررات نیست.") }
    first.append("مأخذ: \(Phrases.origin(source, clause: clause))")
    let head = FindingPanel.Item("\(indicator): \(pointsSaid)", lines: first)
    return [head]
      + items.map { item in
        let day = item.day.map { " – \($0.said)" } ?? ""
        return FindingPanel.Item(
          item.title + day, lines: [item.exclusion?.sentence ?? "\(item.points.said) امتیاز"],
          tone: item.exclusion == nil ? .good : .warning)
      }
  }
}

extension CriterionLine.Exclusion {
  var sentence: String {
    switch self {
    case .outsideStay(let from): "خارج از بازه رتبه فعلی (از \(from.said))."
    case .undated: "تاریخ پایان دوره ثبت نشده است."
    case .courseKindUnknown: "نوع دوره (تخصصی یا عمومی) در فهرست دوره‌ها نیست."
    case .formOneMissing: "فرم شماره ۱ تکمیل نشده است."
    case .degreeMissing: "مدرک تحصیلی ثبت نشده است."
    case .degreeMismatch(let field):
      "رشتهٔ «\(field)» با طرح طبقه‌بندی این شغل مطابق نیست."
    case .fieldsUndefined: "رشته‌های مجاز این رشتهٔ شغلی تعریف نشده است."
    case .notAuthenticated: "«صحت‌سنجی شد» برای این پژوهش ثبت نشده است."
    case .bookKindMissing: "گروه آموزشی نوع کتاب را تعیین نکرده است."
    case .notRelated: "ارتباط کتاب با رشتهٔ فعالیت تأیید نشده است."
    case .reprint: "چاپ دوم و بعد بدون بازنگری تأییدشده امتیازی ندارد."
    case .notScored: "هیأت ممیزه هنوز امتیاز آن را تعیین نکرده است."
    case .notConfirmed: "اصالت آن تأیید نشده است."
    case .notCommitted: "دانش‌آموختهٔ مشمول این ردیف نیست."
    case .continuedEducation: "ادامهٔ تحصیل پس از استخدام مشمول نیست."
    case .afterSeparation(let year):
      "دانش‌آموختگی پس از انتزاع سال \(Digits.persian(year)) مشمول نیست."
    case .replaced: "امتیاز جایگزین ردیف ۳ به جای آن حساب شده است."
    }
  }
}

extension PointTotal {
  var said: String { isComplete ? points.said : "دست‌کم \(points.said)" }
}

extension RankCondition {
  /// The comparison with its value, as a table shows it.
  var valueSaid: String {
    guard !value.isEmpty else {
      return comparison == .unknown ? "در سند ناقص" : Phrases.RankRules.undefinedShort
    }
    if Self.accepts(value, for: key), DegreeRecord.order(of: value) != nil {
      return "\(comparison.name) \(DegreeRecord.name(of: value))"
    }
    switch key {
    case .covered, .nextRank, .competencyCertificate, .newEvidence, .lastAssessmentKept,
      .noConviction, .generalCompetence:
      return "لازم است"
    default: return "\(comparison.name) \(number?.said ?? value)"
    }
  }
}

extension ScoreCriterion {
  var shownIndicator: String {
    (origin.isSample ? "«نمونه» " : "") + (isActive ? "" : "(غیرفعال) ")
      + (jobTitle.isEmpty ? "" : "[\(jobTitle)] ") + indicator
  }
}

extension RankMinimum {
  var shown: String {
    guard let points else { return Phrases.RankRules.undefinedShort }
    return origin.isSample ? "\(points.said) «نمونه»" : points.said
  }
}

extension Phrases {
  enum RankRules {
    static let title = "ضوابط و جدول‌های رتبه‌بندی"
    static let edition = "ویرایش ضوابط"
    static let kind = "ویژهٔ"
    static let phase = "مرحله"
    static let every = "همهٔ مراحل"
    static let everyRank = "همهٔ رتبه‌ها"
    static let newEdition = "ویرایش تازه از روی این"
    static let editEdition = "اصلاح مشخصات"
    static let compare = "مقایسهٔ دو ویرایش"
    static let chooseTwo = "با Space دو ویرایش را نشان‌دار کنید."
    static let blocks = "نسبت ۸۰ به ۲۰"
    static let strictBlocks = "بلوک کامل از هر دو نوع"
    static let looseBlocks = "عمومی تا سهم خودش"
    static let retiredAfter = "بازنشستگان پس از"
    static let openRows = "ردیف‌های بی‌امتیاز"
    static let openMinima = "حداقل‌های تعریف‌نشده"
    static let conditions = "شرایط رتبه‌ها"
    static let criteria = "جدول امتیازات"
    static let minima = "جدول حداقل امتیاز"
    static let minimum = "حداقل امتیاز"
    static let rank = "رتبه"
    static let condition = "شرط"
    static let comparison = "مقایسه"
    static let remark = "توضیح"
    static let concession = "با ارفاق"
    static let degreeHint = "diploma، associate، bachelor، master یا doctorate"
    static let valueHint = "خالی یعنی تعریف نشده است."
    static let addCriterion = "ردیف تازه در همین مؤلفه"
    static let competencyTitle = "شایستگی / شاخص"
    static let indicator = "ردیف"
    static let unit = "واحد"
    static let each = "امتیاز هر واحد"
    static let maximum = "سقف"
    static let emptyHint = "خالی یعنی تعریف نشده است و به‌طور خودکار تصمیمی گرفته نمی‌شود."
    static let ceilingHint = "خالی یعنی بی‌سقف."
    static let priority = "ترتیب اولویت"
    static let jobTitle = "ویژهٔ عنوان شغلی"
    static let jobHint = "خالی برای همهٔ شغل‌ها؛ جمع سقف‌ها از سقف مؤلفه بیشتر نشود."
    static let active = "به کار می‌رود"
    static let sample = "نمونه است (مقررات نیست)"
    static let undefinedShort = "تعریف نشده"
    static let points = "ریز امتیازات"
    static let printTable = "جدول بررسی شرایط رتبه"
    static let required = "لازم"
    static let actual = "موجود"
    static let amount = "مقدار"
    static let gained = "امتیاز"
    static let special = "امتیاز ویژه"
    static let whatIf = "اگر … (شبیه‌سازی)"
    static let earliest = "زودترین تاریخ ممکن"
    static let placement = "جایگاه در ضوابط کارکنان"
    static let result = "نتیجه"
    static let firstMissing = "نخستین مانع"
    static let noRank = "واجد شرایط هیچ رتبه‌ای نیست"
    static let onDay = "در تاریخ"
    static let specialisedHours = "ساعت تخصصی بیشتر"
    static let generalHours = "ساعت عمومی بیشتر"
    static let papersTaught = "مقالهٔ دروس مورد تدریس"
    static let papersEducation = "مقالهٔ مسائل آموزش و پرورش"
    static let papersField = "مقالهٔ رشتهٔ تحصیلی"
    static let books = "کتاب با تأیید کارگروه"
    static let supposed = "فرض می‌شود دارد"
    static let appraisalSupposed = "ارزشیابی سال‌های ثبت‌نشده"
    static let yearlySupposed = "امتیاز سالانهٔ سال‌های ثبت‌نشده"
    static let morePoints = "امتیاز دیگر"
    static let sheetTitles = ["ردیف", "شرط", "لازم", "موجود", "نتیجه", "راه حل", "مأخذ"]
    static let pointTitles = ["شایستگی", "ردیف جدول", "مقدار", "امتیاز", "سقف"]
    static let placementTitles = ["رتبه", "نتیجه", "نخستین مانع"]

    static func why(_ rank: Rank, _ person: Person) -> String {
      "چرا «\(rank.name)»؟ – \(person.name.inFull)"
    }

    /// Whose conditions, of which rank, under which edition and with the numbers of which day.
    static func whyOnPaper(_ it: RankAssessment, _ person: Person) -> String {
      "\(why(it.rank, person)) (\(Digits.persian(person.shownCode))) – \(Coefficients.basis(it))"
    }

    static let whyAny = "چرا این رتبه؟"

    /// What is shown with the numbers of a decision says so.
    static func frozen(_ title: String, _ decided: JalaliDate?) -> String {
      decided.map { "\(title) – به اعداد روز رأی (\($0.said))" } ?? title
    }

    static func earliestOf(_ person: Person) -> String {
      "\(earliest) – \(person.name.inFull)"
    }

    static func placementOf(_ person: Person) -> String {
      "\(placement) – \(person.name.inFull)"
    }

    static func placed(_ outcome: RankAssessment.Outcome, _ isPlace: Bool) -> String {
      isPlace ? "✓ رتبهٔ استحقاقی" : outcome.name
    }

    static func said(_ earliest: EarliestRank) -> String {
      switch earliest {
      case .on(let day): day.said
      case .never(let lines):
        lines.isEmpty
          ? "با گذشت زمان به دست نمی‌آید"
          : "تنها با گذشت زمان نه: \(Say.list(lines.map(\.name)))"
      }
    }

    static func short(_ set: RankingRuleSet) -> String { "از \(set.from.said)" }

    static func long(_ set: RankingRuleSet) -> String { "\(set.title) (از \(set.from.said))" }

    static func sideBySide(_ left: RankingRuleSet, _ right: RankingRuleSet) -> String {
      "«\(left.title)» و «\(right.title)»"
    }

    /// A value as it is kept: Latin digits, the point of a decimal.
    static func plainValue(_ text: String) -> String {
      Digits.latin(Normalizer.line(text)).replacing("٫", with: ".")
    }
    static func competency(_ code: String) -> String {
      switch code {
      case "general": "شایستگی عمومی"
      case "specialised": "شایستگی تخصصی"
      case "professional": "شایستگی حرفه‌ای"
      case "experience": "تجربه"
      case "upbringing": "دانش پرورشی-تربیتی"
      case "expertise": "دانش تخصصی"
      case "research": "دانش پژوهشی"
      case "training": "آموزش ضمن خدمت"
      case "competencies": "شایستگی‌ها و صلاحیت‌ها"
      case "performance": "عملکرد رقابتی (تجربه)"
      case "innovation": "خلاقیت و نوآوری"
      case "commitment": "متعهدین خدمت"
      case "management": "مدیران و معاونان"
      case "": "جمع"
      default: code
      }
    }
  }
}
