import Persian
import Store
public import Training
public import UseCases

extension Phrases {
  /// Objections, closing and certificates (process 10).
  enum Closing {
    static let control = "کنترل نمره و غیبت"
    static let from = "آغاز مهلت"
    static let to = "پایان مهلت"
    static let announced = "زمان کنترل نمره و غیبت اعلام شد."
    static let period = "مهلت اعتراض"
    static let notAnnounced = "هنوز اعلام نشده است"
    static let score = "نمره"
    static let absence = "غیبت"
    static let noScore = "ثبت نشده"
    static let examMissed = "غایب آزمون"
    static let noAbsence = "غیبتی ثبت نشده است"
    static let objection = "اعتراض"
    static let objections = "اعتراض‌ها"
    static let kind = "دربارهٔ"
    static let session = "جلسه"
    static let text = "متن اعتراض"
    static let registered = "تاریخ ثبت"
    static let onlyAbsence = "تنها برای غیبت"
    static let answer = "پاسخ"
    static let answerIsExperts = "پاسخ با کارشناس است."
    static let objected = "اعتراض شما ثبت شد؛ پاسخ کارشناس همین‌جا دیده می‌شود."
    static let accepted = "اعتراض پذیرفته و مقدار تازه ثبت شد."
    static let correction = "مقدار درست"
    static let exam = "آزمون یا پروژه"
    static let closed = "کلاس"
    static let conditions = "چرا گواهینامه نمی‌گیرد؟"
    static let ownConditions = "شرط‌های گواهینامهٔ من"
    static let certificates = "گواهینامه‌ها"
    static let certificate = "گواهینامه"
    static let holder = "دارنده"
    static let number = "شماره"
    static let issued = "تاریخ صدور"
    static let code = "کد راستی‌آزمایی"
    static let state = "وضعیت"
    static let result = "نتیجه"
    static let verify = "استعلام گواهینامه"
    static let reissue = "صدور دوباره"
    static let reissueQuestion = "برای این فراگیر گواهینامهٔ تازه‌ای با شمارهٔ تازه صادر شود؟"
    static let mayGet = "گواهینامه می‌گیرد"
    static let has = "گواهینامه دارد"
    static let codeShape = "کد راستی‌آزمایی بیست رقم است."

    static func notice(_ course: String, _ name: String, _ from: JalaliDate, _ to: JalaliDate)
      -> String
    {
      "کنترل نمره و غیبت «\(course)»، کلاس \(name): از \(from.said) تا \(to.said)"
    }

    static func period(_ it: ControlPeriod) -> String { "\(it.from.said) تا \(it.to.said)" }

    static func closeQuestion(_ name: String, certificates: Int, failed: Int) -> String {
      "کلاس «\u{2068}\(name)\u{2069}» بسته و قفل شود؟ \(certificates.said) گواهینامه صادر می‌شود و \(failed.said) فراگیر گواهینامه نمی‌گیرد."
    }

    static func closed(_ outcome: CloseClass.Outcome) -> String {
      "کلاس بسته شد: \(outcome.certificates.said) گواهینامه، \(outcome.failed.said) بی‌گواهینامه."
    }

    static func reopened(_ revoked: Int) -> String {
      "کلاس باز شد و \(revoked.said) گواهینامه باطل شد."
    }

    static func absence(_ session: Session, _ mark: AttendanceMark) -> String {
      "\(session.day.said)، \(session.span.said): \(Say.duration(mark.absentMinutes(in: session.span)))"
    }

    static func corrected(_ before: String, _ after: String) -> String {
      "از \(before) به \(after)"
    }

    static func number(_ text: String) -> String { Digits.persian(text) }

    static func certificate(_ it: Certificate) -> String {
      "\(it.facts.courseTitle)، \(Say.duration(it.facts.minutes))، شمارهٔ \u{2068}\(number(it.facts.number))\u{2069}"
        + (it.state == .revoked ? " — \(it.state.name)" : "")
    }
  }
}

extension ScoreObjection.Kind {
  var name: String {
    switch self {
    case .score: "نمره"
    case .absence: "غیبت"
    }
  }
}

extension ObjectionLife.State {
  public var name: String {
    switch self {
    case .registered: "ثبت شده"
    case .accepted: "وارد – اصلاح شد"
    case .rejected: "رد شده"
    }
  }
}

extension ObjectionLife.Action {
  public var name: String {
    switch self {
    case .register: "ثبت اعتراض"
    case .accept: "پذیرش (اصلاح)"
    case .reject: "رد"
    }
  }
}

extension CertificateLife.State {
  public var name: String {
    switch self {
    case .issued: "صادر شده"
    case .revoked: "ابطال"
    }
  }
}

extension CertificateLife.Action {
  public var name: String {
    switch self {
    case .issue: "صدور گواهینامه"
    case .print: "چاپ گواهینامه"
    case .reopenClass: "ابطال با بازگشایی کلاس"
    case .revoke: "ابطال گواهینامه"
    }
  }
}

extension Fraction {
  /// A score in hundredths of the full score in hundredths: «۱۷٫۲۵ از ۲۰».
  var scored: String {
    func points(_ hundredths: Int) -> String {
      Numbers.decimal(Double(hundredths) / 100, places: 2)
    }
    return "\(points(numerator)) از \(points(denominator))"
  }
}

extension CertificateMeasure {
  /// The condition in the words of the paragraph, for who does not meet it.
  var refused: String {
    switch self {
    case .attendance: "عدم ثبت‌نام"
    case .absence: "غیبت بیش از یک‌دهم ساعت دوره"
    // Nobody has failed before the exam is held and scored.
    case .score(nil, _): "هنوز بی‌نمره"
    case .score: "عدم کسب نمره قبولی"
    case .missedExam: Phrases.Closing.examMissed
    }
  }

  /// What is compared, with its numbers.
  var said: String {
    switch self {
    case .attendance(let sessions, let marked):
      "ثبت‌نام و حضور: حضور و غیاب \(marked.said) جلسه از \(sessions.said) ثبت شده است"
    case .absence(let margin):
      "غیبت: \(Say.duration(margin.absent)) از \(Say.duration(margin.allowed)) مجاز (یک‌دهم ساعت دوره)"
    case .score(let score, let pass):
      "نمره: \(score.map(\.percent) ?? Phrases.Closing.noScore)؛ حد قبولی \(pass.percent)"
    case .missedExam(let pass):
      "نمره: \(Phrases.Closing.examMissed)؛ حد قبولی \(pass.percent)"
    }
  }
}

extension ClosingReason {
  var sentence: String {
    switch self {
    case .periodReversed(let from, let to):
      "پایان مهلت (\(to.said)) پیش از آغاز آن (\(from.said)) است."
    case .periodPast(let from, let today):
      "مهلت نمی‌تواند از \(from.said) آغاز شود؛ امروز \(today.said) است."
    case .periodNotAnnounced: "زمان کنترل نمره و غیبت هنوز اعلام نشده است."
    case .periodNotBegun(let from): "مهلت اعتراض از \(from.said) آغاز می‌شود."
    case .periodEnded(let day): "مهلت اعتراض به پایان رسیده است (\(day.said))."
    case .notOwnObjection: "اعتراض فقط به نمره و غیبت خود در کلاسی است که در آن هستید."
    case .objectionWaiting: "اعتراض پیشین شما در همین باره هنوز پاسخ نگرفته است."
    case .objectionTextMissing: "متن اعتراض را بنویسید."
    case .sessionMissing: "جلسه‌ای را که به غیبت آن اعتراض دارید برگزینید."
    case .correctionMissing: "مقدار اصلاح‌شده همان مقدار پیشین است."
    case .notEnrolled: "عدم ثبت‌نام: در این کلاس ثبت‌نام ندارد."
    case .examMissed: "عدم کسب نمره قبولی: در آزمون پایانی غایب بوده است."
    case .certificateExists(let number):
      "گواهینامهٔ شمارهٔ \u{2068}\(Digits.persian(number))\u{2069} معتبر است."
    case .enrolmentNotPassed(let state): "فراگیر قبول نشده است (اکنون: \(state.name))."
    case .classNotClosed(let state): "کلاس هنوز بسته نشده است (اکنون: \(state.name))."
    case .certificateRevoked(let day): "این گواهینامه \(day.said) باطل شده است."
    case .noCertificate: "گواهینامهٔ معتبری در این کلاس نیست."
    case .stepOpen(let item): item.inFull
    }
  }
}

extension CertificateVerdict {
  /// What to say to whoever asks, in one sentence.
  public var sentence: String {
    switch self {
    case .valid: "گواهینامه معتبر است."
    case .revoked(let it):
      "این گواهینامه باطل شده است"
        + (it.revoked.map { " (\($0.said))" } ?? "") + (it.reason.isEmpty ? "." : ": \(it.reason)")
    case .changed(_, let changes):
      "آنچه ثبت است با این گواهینامه یکی نیست: \(Say.list(changes.map(\.name)))."
    case .unknown: "گواهینامه‌ای با این کد صادر نشده است."
    }
  }

  /// The facts of the certificate, where there is one.
  public var lines: [String] {
    switch self {
    case .valid(let it), .revoked(let it), .changed(let it, _): it.lines
    case .unknown: []
    }
  }
}

extension CertificateVerdict.Change {
  var name: String {
    switch self {
    case .facts: "متن چاپ‌شده"
    case .score: "نمره"
    case .hours: "ساعت دوره"
    case .enrolment: "قبولی فراگیر"
    }
  }
}

extension Certificate {
  /// What is printed, one fact a line.
  var lines: [String] {
    [
      "\(Phrases.Closing.number): \u{2068}\(Digits.persian(facts.number))\u{2069}",
      "\(Phrases.Closing.issued): \(facts.issued.said)",
      "\(Phrases.Closing.holder): \(facts.holder)",
      "\(Phrases.People.nationalCode): \(Digits.persian(facts.nationalCode))",
      "\(Phrases.Courses.course): \(facts.courseTitle) (\(Digits.persian(facts.courseCode)))",
      "\(Phrases.Catalogue.hours): \(Say.duration(facts.minutes))",
      "\(Phrases.Classes.dates): \(Phrases.Courses.interval(facts.from, facts.to))",
      "\(Phrases.Closing.score): \(facts.score.scored)",
      "\(Phrases.Courses.unit): \(facts.office)",
      "\(Phrases.Closing.state): \(state.name)",
    ]
  }
}
