import Training

extension Phrases {
  /// What a class still needs until its certificates are printed.
  enum ClosingRoad {
    static let title = "گام‌های مانده تا گواهینامه"
    static let next = "کار بعدی"
    static let nothing = "کاری نمانده است"
    static let row = "گام"
    static let step = "کار"
    static let owner = "با"
    static let place = "از کجا"
    static let byDate = "با گذشت زمان"
    static let ofClass = "اتمام عملیات کلاس › کلاس"

    static func numbered(_ number: Int, _ sentence: String) -> String {
      "\(number.said). \(sentence)"
    }
  }
}

extension ClosingRoad.Item {
  /// What is to be done, with its number or day.
  var sentence: String {
    let wait = until?.said ?? ""
    return switch step {
    case .programme: "درج برنامهٔ کلاس"
    case .sessions: "پایان جلسه‌ها (\(wait))"
    case .attendance: "حضور و غیاب \(count.said) جلسه"
    case .exam: "تعریف آزمون یا پروژه"
    case .examDay: "روز آزمون (\(wait))"
    case .scores: "نمرهٔ \(count.said) فراگیر"
    case .grade: ClassLife.Action.grade.name
    case .measures: "نظرسنجی و پیش‌آزمون (یا دلیل)"
    case .file: "پروندهٔ الف و تحویل آن"
    case .announce: ClassLife.Action.announceControl.name
    case .objections: "پاسخ به \(count.said) اعتراض"
    case .comparison: Phrases.CourseFiles.comparison
    case .period: until == nil ? "مهلت اعتراض" : "پایان مهلت اعتراض (\(wait))"
    case .close: ClassLife.Action.close.name
    case .print: count == 0 ? "چاپ گواهینامه‌ها" : "\(count.said) گواهینامه آمادهٔ چاپ"
    }
  }

  /// What, by whom and where, in one line.
  var inFull: String { step.owner == nil ? short : "\(short)، \(step.place)" }

  /// What, and by whom.
  var short: String { "\(sentence) — \(step.ownerName)" }
}

extension ClosingRoad.Step {
  var ownerName: String {
    switch owner {
    case nil: Phrases.ClosingRoad.byDate
    case .expert?: "کارشناس"
    case let role?: role.name
    }
  }

  /// The way through the menu.
  var place: String {
    let (classes, exams) = (Phrases.Classes.title, Phrases.Exams.title)
    return switch self {
    case .programme: "\(classes) › کلاس › \(Phrases.Classes.programme)"
    case .sessions, .examDay, .period: "خودبه‌خود"
    case .attendance: "\(Phrases.Classes.attendance) › کلاس"
    case .exam: "\(exams) › کلاس"
    case .scores: "\(exams) › کلاس › آزمون"
    case .grade: "\(classes) › کلاس"
    case .measures: Phrases.Effectiveness.title
    case .file: Phrases.CourseFiles.titleOfManager
    case .announce, .close: Phrases.ClosingRoad.ofClass
    case .objections: Phrases.Closing.objections
    case .comparison: Phrases.CourseFiles.title
    case .print: "\(ClassLife.Action.close.name) › \(Phrases.Closing.certificates)"
    }
  }
}
