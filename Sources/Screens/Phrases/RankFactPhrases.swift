import Persian
import TerminalKit
import Training

extension Phrases {
  /// What offices know of people for ranking.
  enum RankFacts {
    static let people = "پروندهٔ رتبه‌بندی اشخاص"
    static let own = "شرایط رتبهٔ من"
    static let edit = "ویرایش اطلاعات رتبه‌بندی"
    static let add = "ثبت مورد تازه"
    static let coverage = "مشمول رتبه‌بندی معلمان"
    static let notCovered = "نیست"
    static let allowance = "فوق‌العادهٔ رتبه‌بندی"
    static let job = "عنوان پست"
    static let service = "سابقهٔ خدمت"
    static let teaching = "سابقهٔ خدمت آموزشی"
    static let degree = "مدرک تحصیلی"
    static let degrees = "مدارک تحصیلی"
    static let field = "رشتهٔ تحصیلی"
    static let certificate = "گواهینامه صلاحیت معلمی"
    static let notRecorded = "ثبت نشده است"
    static let training = "آموزش ضمن خدمت در رتبهٔ فعلی"
    static let results = "نتیجهٔ سنجش شایستگی"
    static let evidence = "مدارک پرونده‌ها"
    static let years = "ارزشیابی و امتیاز سالانه"
    static let year = "سال"
    static let appraisal = "ارزشیابی عملکرد"
    static let yearPoints = "امتیاز سالانهٔ جدول"
    static let yearHint = "خالی اگر سنجیده نشده است."
    static let document = "سند"
    static let day = "تاریخ"
    static let convictions = "محکومیت‌ها"
    static let convictionKind = "نوع"
    static let final = "قطعی"
    static let provision = "بند قانون"
    static let obstacle = "مانع ارتقا"
    static let concessions = "ارفاقات"
    static let entered = "رتبه‌های پیش از سامانه"
    static let decreeNumber = "شمارهٔ حکم کارگزینی"
    static let decreeDay = "تاریخ حکم"
    static let rankFrom = "تاریخ استحقاق رتبه"
    static let rankTo = "آخرین روز رتبه"
    static let stillHeld = "اگر هنوز برقرار است خالی بماند."
    static let evaluated = "تاریخ آخرین ارزیابی سه‌ساله"
    static let notEvaluated = "اگر از آغاز رتبه ارزیابی نشده است خالی بماند."
    static let demotedBefore = "تنزل‌های پیشین"
    static let enteredFrom = "ثبت از حکم پیش از سامانه"
    static let held = "برقرار"
    static let months = "ماه"
    static let reason = "دلیل"
    static let certificateNumber = "شمارهٔ گواهینامه صلاحیت معلمی"
    static let certificateDay = "تاریخ گواهینامه"
    static let certificateSource = "مرجع صدور گواهینامه"
    static let certificateHint =
      "تنها برای گواهینامهٔ بیرون از سامانه؛ نتیجهٔ سنجش شایستگی این‌جا خود خوانده می‌شود."
    static func attained(_ it: AttainedCompetency, _ outcome: String) -> String {
      "سنجش شایستگی \(it.day.said): \(outcome) (کد پیگیری \(Digits.persian(it.tracking)))"
    }

    static func issued(_ profile: RankingProfile) -> String {
      profile.certificateSource.isEmpty
        ? profile.certificate.number
        : "\(profile.certificate.number) – \(profile.certificateSource)"
    }
    static let certificatePoints = "امتیاز گواهینامه"
    static let entry = "نوع ورود"
    static let employed = "تاریخ استخدام"
    static let employedHint = "اگر پیش از نخستین حکم ثبت‌شده است."
    static let earlierTeaching = "معلمی پیش از نخستین حکم (ماه)"
    static let retired = "تاریخ بازنشستگی"
    static let cadre = "مشمول لایحهٔ ۱۳۵۸/۰۹/۱۷"
    static let fullTime = "اشتغال تمام‌وقت به معلمی"
    static let formOne = "تاریخ تکمیل فرم شماره ۱"
    static let formOneHint = "پرسش‌های این فرم در متن ضوابط نیامده است."
    static let commitment = "متعهد خدمت"
    static let graduated = "تاریخ دانش‌آموختگی"
    static let veteran = "سند ایثارگری"
    static let elite = "تأییدیهٔ بنیاد ملی نخبگان"
    static let kept = "حفظ رتبه در آخرین ارزیابی"

    static func file(_ person: Person) -> String { "پروندهٔ رتبه‌بندی – \(person.name.inFull)" }

    static func coveredSince(_ day: JalaliDate) -> String { "از \(day.said)" }

    static func stopped(_ day: JalaliDate) -> String {
      "از \(day.said) با بازگشت به پست اداری متوقف است"
    }

    static func since(_ rank: String, _ day: JalaliDate) -> String { "\(rank) از \(day.said)" }

    static func length(_ start: JalaliDate, _ day: JalaliDate) -> String {
      "\(start.wholeYears(to: day).said) سال کامل"
    }

    static func hours(_ it: RankingFacts) -> String {
      let counted = it.training.filter { course in
        guard let end = course.end, end <= it.day else { return false }
        return it.current.map { end >= $0.from } ?? true
      }
      func total(_ kind: String) -> Int {
        counted.filter { $0.kind == kind }.reduce(0) { $0 + $1.minutes }
      }
      return
        "تخصصی \(Say.duration(total(TrainingHours.specialised)))، عمومی \(Say.duration(total(TrainingHours.general)))"
    }

    static func scores(_ results: AssessmentScores) -> String {
      let found = AssessmentDimension.allCases.compactMap { dimension in
        results[dimension].map {
          "\(dimension.name) \(Fraction($0.hundredths, 100).said)"
        }
      }
      return found.isEmpty ? "–" : Say.list(found)
    }
  }
}

extension RankingProfile.Entry {
  var name: String {
    switch self {
    case .regular: "عادی"
    case .newcomer: "بدو خدمت معلمی"
    case .converted: "تبدیل وضعیت یا تغییر رسته"
    }
  }
}

extension RankingProfile.Commitment {
  var name: String {
    switch self {
    case .none: "نیست"
    case .lawArticles: "مواد ۱ و ۲ قانون متعهدین خدمت"
    case .teacherTraining: "مراکز تربیت معلم و دانشسراها"
    case .technicalCollege: "آموزشکده‌ها و دانشکده‌های فنی"
    }
  }
}

extension Conviction.Kind {
  var name: String { self == .criminal ? "کیفری" : "اداری" }
}

extension Conviction.Provision {
  var name: String {
    switch self {
    case .degreeEight: "درجهٔ ۸ ماده ۲۰ قانون مجازات اسلامی"
    case .clauseA: "بند الف ماده ۹ قانون رسیدگی به تخلفات اداری"
    case .clauseB: "بند ب ماده ۹ قانون رسیدگی به تخلفات اداری"
    case .other: "بند دیگر"
    }
  }
}

extension SpecialPoints.Kind {
  var name: String { self == .veteran ? "ایثارگران" : "نخبگان" }
}
