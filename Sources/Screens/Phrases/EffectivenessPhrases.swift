import Persian
import Store
public import Training

extension Phrases {
  /// Measuring what a course achieved (process 8).
  enum Effectiveness {
    static let title = "سنجش اثربخشی دوره آموزشی"
    static let year = "سال"
    static let end = "پایان دوره"
    static let basis = "شرایط سطح ۳ و ۴"
    static let select = "انتخاب برای سطح ۳ و ۴"
    static let deselect = "خارج کردن از سطح ۳ و ۴"
    static let propose = "انتخاب پیشنهادی"
    static let nothingToPropose = "دورهٔ دیگری برای انتخاب نیست."
    static let onlyExpert = "انتخاب دوره‌های سطح ۳ و ۴ با کارشناس آموزش منطقه است."
    static let strategic = "نیاز استراتژیک / تصمیم سازمانی"
    static let costly = "هزینهٔ قابل توجه"
    static let large = "تعداد زیاد فراگیر"
    static let selected = "انتخاب‌شده"
    static let notSelected = "—"
    static let noProgramme = "پس از ثبت برنامهٔ جلسات"
    static let conclusion = "نتیجه‌گیری"
    static let conclusionHint = "پس از جمع‌بندی، پاسخ تازه‌ای برای این سطح این دوره پذیرفته نمی‌شود."
    static let summarise = "جمع‌بندی"
    static let span = "بازهٔ جلسه‌ها"

    static func window(_ window: ClosedRange<JalaliDate>) -> String {
      Phrases.Courses.interval(window.lowerBound, window.upperBound)
    }

    static func level(_ level: EffectivenessLevel) -> String {
      "سطح \(level.rawValue.said): \(level.name)"
    }

    static func value(_ level: EffectivenessLevel) -> String { "نتیجهٔ سطح \(level.rawValue.said)" }
    static func summary(_ level: EffectivenessLevel) -> String {
      "\(summarise) \(self.level(level))"
    }

    static func state(_ standing: EffectivenessLife.State, _ window: String) -> String {
      standing == .summarised || window.isEmpty ? standing.name : "\(standing.name) (\(window))"
    }

    static func proposeQuestion(_ titles: [String]) -> String {
      "این دوره‌ها برای سطح ۳ و ۴ انتخاب شوند؟ \(Say.list(titles))"
    }

    static func survey(_ summary: SurveySummary) -> String {
      guard let mean = summary.mean() else { return withheld(summary) }
      return "میانگین \(Numbers.decimal(mean)) از ۵ در \(summary.sheets.said) فرم"
    }

    static func withheld(_ summary: SurveySummary) -> String {
      "\(summary.sheets.said) فرم؛ کمتر از \(summary.minimum.said) فرم نشان داده نمی‌شود."
    }

    static func gain(_ gain: LearningGain) -> String {
      guard let difference = gain.meanDifference, let before = gain.meanBefore,
        let after = gain.meanAfter
      else { return "نمرهٔ پیش‌آزمون و آزمون پایانی کسی هر دو ثبت نشده است." }
      let scale = Numbers.decimal(Double(gain.scale) / 100)
      return "میانگین تفاوت \(Numbers.decimal(difference)) از \(scale) "
        + "(از \(Numbers.decimal(before)) به \(Numbers.decimal(after))، \(gain.pairs.said) نفر)"
    }

    static func behaviour(_ summary: BehaviourSummary) -> String {
      func said(_ mean: Double?, _ count: Int) -> String {
        mean.map { "\(Numbers.decimal($0)) (\(count.said) نفر)" } ?? "—"
      }
      return "خود فراگیر \(said(summary.oneself, summary.oneselfCount))، "
        + "مدیر بلافصل \(said(summary.manager, summary.managerCount))"
    }

    static func results(_ figures: ResultsFigures) -> String {
      func said(_ number: Double?) -> String { number.map { Numbers.decimal($0) } ?? "—" }
      return "فایده به هزینه \(said(figures.benefitToCost))، هزینه به فایده "
        + "\(said(figures.costToBenefit))، بازگشت سرمایه \(said(figures.returnOnInvestment))٪"
    }
  }

  /// Surveys and questionnaires.
  enum Survey {
    static let title = "نظرسنجی"
    static let own = "نظرسنجی‌ها و پرسشنامه‌های من"
    static let paper = "ثبت فرم‌های نظرسنجی"
    static let summary = "فرم جمع‌بندی نظرسنجی"
    static let form = "فرم نظرسنجی"
    static let learner = "فراگیر"
    static let instructor = "مدرس"
    static let answered = "ثبت‌شده"
    static let isAnswered = "✓"
    static let remark = "پیشنهاد"
    static let thanks = "نظر شما ثبت شد؛ در جمع‌بندی نامی نمی‌آید."
    static let kind = "فرم"
    static let until = "تا"
    static let noInstructor = "این دوره هنوز مدرسی ندارد."
    static let questionnaire = "پرسشنامهٔ سطح ۳"
    static let questions = "پرسش‌های پرسشنامهٔ سطح ۳"
    static let addQuestion = "پرسش تازه"
    static let editQuestion = "ویرایش پرسش"
    static let removeQuestion = "حذف پرسش"
    static let samples = "از نمونه‌ها"
    static let samplesAdded = "پرسش‌های نمونه افزوده شد."
    static let question = "پرسش"
    static let answers = "پاسخ‌های سطح ۳"
    static let oneself = "خود فراگیر"
    static let manager = "مدیر بلافصل"
    static let managerName = "نام مدیر بلافصل"
    static let enterManager = "پاسخ مدیر بلافصل"
    static let comparison = "مقایسهٔ پاسخ‌ها"
    static let difference = "تفاوت"
    static let results = "هزینه و فایده (سطح ۴)"
    static let report = "گزارش سطح ۴"
    static let cost = "هزینهٔ کل (ریال)"
    static let benefit = "فایدهٔ کل (ریال)"
    static let documents = "مستندات"
    static let all = "همهٔ مدرسان"
    static let mean = "میانگین"
    static let scaleHint = "عددی از ۱ (خیلی کم) تا ۵ (خیلی زیاد)"

    static func about(_ name: String, _ course: String) -> String { "\(name) — \(course)" }
    static func removeQuestion(_ text: String) -> String {
      "پرسش «\u{2068}\(text)\u{2069}» حذف شود؟"
    }
    static func count(_ count: Int, of all: Int) -> String { "\(count.said)/\(all.said)" }
  }
}

extension EffectivenessLevel {
  public var name: String {
    switch self {
    case .reaction: "واکنش فراگیران"
    case .learning: "یادگیری"
    case .behaviour: "تغییر رفتار"
    case .results: "نتایج"
    }
  }
}

extension SurveyAxis {
  public var name: String {
    switch self {
    case .instructor: "مدرس"
    case .content: "محتوا"
    case .management: "مدیریت دوره"
    }
  }
}

extension EffectivenessLife.State {
  public var name: String {
    switch self {
    case .notBegun: "آغاز نشده"
    case .pending: "در انتظار"
    case .collecting: "در حال گردآوری"
    case .summarised: "جمع‌بندی شده"
    case .overdue: "سررسید گذشته"
    }
  }

  /// For a narrow column.
  var short: String {
    switch self {
    case .notBegun: ""
    case .pending: "در انتظار"
    case .collecting: "گردآوری"
    case .summarised: "✓"
    case .overdue: "! گذشته"
    }
  }
}

extension EffectivenessLife.Action {
  public var name: String {
    switch self {
    case .enter: "ثبت داده"
    case .summarise: Phrases.Effectiveness.summarise
    }
  }
}

extension EffectivenessReason {
  var sentence: String {
    switch self {
    case .windowNotOpen(let level, let from):
      "\(Phrases.Effectiveness.level(level)) از \(from.said) آغاز می‌شود."
    case .windowPassed(let level, let until):
      "مهلت \(Phrases.Effectiveness.level(level)) تا \(until.said) بود."
    case .noAnswers(let level):
      "برای \(Phrases.Effectiveness.level(level)) هنوز پاسخی ثبت نشده است."
    case .summaryOf(let level, let role):
      "جمع‌بندی \(Phrases.Effectiveness.level(level)) با «\(role.name)» است."
    case .answeredAlready: "این پاسخ پیش‌تر ثبت شده است؛ هر کس یک بار پاسخ می‌دهد."
    case .noInstructor: "مدرس دوره در عوامل اجرا ثبت نشده است."
    case .notInstructor: "این شخص مدرس این دوره نیست."
    case .answersMissing(let count): "\(count.said) پرسش پاسخی از ۱ تا ۵ ندارد."
    case .noQuestions: "پرسشنامه هنوز پرسشی ندارد."
    case .questionnaireInUse(let count):
      "به این پرسشنامه \(count.said) پاسخ داده شده است؛ پرسش‌ها دیگر تغییر نمی‌کنند."
    case .notEligible:
      "دوره باید بر نیاز استراتژیک یا تصمیم سازمانی استوار باشد و با هزینهٔ قابل توجه برای "
        + "تعداد زیادی فراگیر برگزار شود."
    case .selectionFull(let limit, let eligible):
      "از \(eligible.said) دورهٔ دارای شرایط این سال \(limit.said) دوره انتخاب می‌شود که "
        + "انتخاب شده‌اند."
    case .selectionInUse: "برای سطح ۳ یا ۴ این دوره داده ثبت شده یا دوره انتخاب شده است."
    case .noCost: "هزینهٔ کل باید بیش از صفر باشد."
    case .compulsoryMissing: "نظرسنجی یا پیش‌آزمون/پس‌آزمون این دوره ثبت نشده است."
    }
  }
}
