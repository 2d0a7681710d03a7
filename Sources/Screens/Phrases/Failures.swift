import Persian
public import Store
public import Training
public import UseCases

extension Failure {
  /// The first thing to say of it.
  public var sentence: String {
    switch self {
    case .refused(let findings):
      findings.refusals.first?.sentence ?? "این کار پذیرفته نشد."
    case .forbidden: "شما به این بخش دسترسی ندارید."
    case .conflict(let conflicts):
      conflicts.first?.sentence ?? "کسی هم‌زمان همین را عوض کرده است."
    case .complaint(_, let complaint): complaint.sentence
    case .records(let error): error.sentence
    }
  }

  /// Everything to say of it: one title and lines for each finding or conflict.
  public var items: [(title: String, lines: [String])] {
    switch self {
    case .refused(let findings): findings.map { ($0.sentence, $0.details) }
    case .conflict(let conflicts):
      conflicts.map { conflict in
        (
          conflict.sentence,
          [
            "مقدار شما: \(conflict.said(conflict.mine))",
            "مقدار کنونی: \(conflict.said(conflict.theirs))",
          ]
        )
      }
    case .forbidden, .complaint, .records: [(sentence, [])]
    }
  }
}

extension Failure {
  /// What is said while work waits to be tried again.
  var waiting: String {
    self == .records(.writerAway) ? Phrases.writerStopped : Phrases.inTurn
  }
}

extension Failure.Conflict {
  /// A value as people read it: marks in words, nothing as a dash.
  func said(_ value: String) -> String {
    guard !value.isEmpty else { return "—" }
    return field == "mark" || field == "value" ? AttendancePhrases.stored(value) : value
  }

  var sentence: String { "\(subject): این خانه را کس دیگری هم‌زمان عوض کرده است." }
}

extension StoreError {
  /// What a person can do about it; the technical part is for the log.
  public var sentence: String {
    switch self {
    case .busy(let holder, _):
      holder.map { "پروندهٔ اطلاعات در دست «\($0)» است؛ اندکی بعد دوباره بکوشید." }
        ?? "پروندهٔ اطلاعات در دست دیگری است؛ اندکی بعد دوباره بکوشید."
    case .writerAway:
      "برنامهٔ ثبت کارساز پاسخ نمی‌دهد؛ این کار ثبت نشد و آنچه نوشته‌اید مانده است. اندکی بعد دوباره بکوشید."
    case .overtaken:
      "کار پیشین شما در این میان ثبت شده بود و این یکی انجام نشد؛ نگاه کنید و اگر هنوز لازم است دوباره بکوشید."
    case .partlyDone(let parts):
      "این کار در میانه ماند: \(parts.said) بخش نخست آن ثبت شده است و پس گرفته نشد، چون دیگران در این میان همان‌ها را عوض کرده‌اند. فهرست را ببینید و بازمانده را جداگانه وارد کنید."
    case .newerSchema(let found, let known):
      "این پرونده با نسخهٔ تازه‌تری از برنامه نوشته شده است (\(found.said)، این برنامه: \(known.said)). برنامه را به‌روز کنید."
    case .damaged(let place):
      "پروندهٔ اطلاعات آسیب دیده است (\(place)). «faragir check» را اجرا کنید و پشتیبان را بازگردانید."
    case .constraint(_, let place): "قید پایگاه داده نگذاشت: \(place)"
    case .diskFull:
      "دیسک پر است و این کار ثبت نشد. جا باز کنید و دوباره بکوشید؛ آنچه ثبت شده بود سر جایش است."
    case .readOnly:
      "در پروندهٔ اطلاعات نمی‌توان نوشت: اجازهٔ آن نیست یا دیسک فقط‌خواندنی شده است. این کار ثبت نشد؛ آنچه پیش‌تر ثبت شده بود سر جایش است."
    case .diskFailed(let reason):
      "دیسک پاسخ نمی‌دهد: جدا شده یا خراب است (\(reason)). این کار ثبت نشد؛ دیسک را ببینید، برنامه را دوباره باز کنید و «faragir check» را اجرا کنید."
    case .file(let path, let fault): fault.sentence(of: path)
    case .notARecordsFile: "این پرونده، پروندهٔ اطلاعات فراگیر نیست."
    case .cannotOpen(let reason): "پروندهٔ اطلاعات باز نمی‌شود: \(reason)"
    case .unsuitableDisk:
      "این دیسک برای کار هم‌زمان چند نفر مناسب نیست (پوشهٔ شبکه). پرونده را روی دیسک همین رایانه بگذارید."
    case .unjournaled: "تغییر بی‌نام و دلیل ثبت نمی‌شود."
    case .tooLarge(let limit): "بزرگ‌تر از اندازهٔ مجاز است (\(limit.said))."
    case .cancelled: "کار نیمه‌کاره رها شد؛ چیزی تغییر نکرد."
    case .notFound: "پیدا نشد."
    case .other(let code, let message): "خطای پایگاه داده \(code.said): \(message)"
    }
  }
}

extension Training.Complaint {
  public var sentence: String {
    switch self {
    case .empty: "این بخش را پر کنید."
    case .tooLong(let maximum): "بیش از \(maximum.said) نویسه است."
    case .notNumber: "عدد نیست."
    case .outOfRange(let range):
      "باید از \(range.lowerBound.said) تا \(range.upperBound.said) باشد."
    case .date: "تاریخ نادرست است. نمونه: ۱۴۰۳/۰۷/۰۵"
    case .time: "ساعت نادرست است. نمونه: ۸:۳۰"
    case .endNotAfterStart: "ساعت پایان باید پس از ساعت شروع باشد."
    case .name(let sign): "نویسهٔ «\(sign)» در نام نمی‌آید."
    case .mobile: "شمارهٔ همراه نادرست است. نمونه: ۰۹۱۲۳۴۵۶۷۸۹"
    case .nationalCode(let problem): "کد ملی نامعتبر است: \(problem.said)"
    case .personnelCode(let problem): "کد پرسنلی نادرست است: \(problem.said)"
    case .range(let problem): problem.sentence
    case .passwordsDiffer: Phrases.passwordsDiffer
    case .unknownChoice(""): "یکی از مقدارهای این بخش را برگزینید."
    case .unknownChoice(let text): "«\(text)» از مقدارهای این بخش نیست."
    }
  }
}

extension NationalCode.Problem {
  var said: String {
    switch self {
    case .notDigits: "جز رقم چیزی نباید باشد."
    case .length(let count): "\(count.said) رقم دارد، باید ۱۰ رقم باشد."
    case .sameDigits: "همهٔ رقم‌ها یکی است."
    case .reservedPrefix: "با ۰۰۰ آغاز نمی‌شود."
    case .checkDigit: "رقم آخر با رقم‌های دیگر نمی‌خواند."
    }
  }
}

extension PersonnelCode.Problem {
  var said: String {
    switch self {
    case .notDigits: "جز رقم چیزی نباید باشد."
    case .length(let count, let required):
      "\(count.said) رقم دارد، باید \(required.said) رقم باشد."
    case .allZeros: "همه صفر است."
    }
  }
}

extension RangeCommand.Problem {
  var sentence: String {
    switch self {
    case .noRows: "پیش از وضعیت، شمارهٔ ردیف بنویسید. نمونه: ۱-۵،۹ غ"
    case .noStatus: "پس از ردیف‌ها وضعیت بنویسید: ح، غ، ت، ز یا م."
    case .unknownWord(let word): "«\(word)» را نمی‌شناسم. وضعیت‌ها: ح، غ، ت، ز، م."
    case .unknownCharacter(let sign): "نویسهٔ «\(sign)» در فرمان نمی‌آید."
    case .noSuchRow(let row, let last): "ردیف \(row.said) نیست؛ آخرین ردیف \(last.said) است."
    case .numberTooLarge: "عدد بیش از شش رقم دارد."
    case .openRange(let row): "پس از «\(row.said)-» ردیف پایان را بنویسید."
    case .rowTwice(let row): "برای ردیف \(row.said) دو وضعیت نوشته شده است."
    case .time: "ساعت نادرست است. نمونه: ۸:۳۰"
    case .noMinute: "اکنون بیرون از ساعت جلسه است؛ دقیقه یا ساعت را بنویسید. نمونه: ۳ ت ۱۵"
    case .outsideSession(let minute, let session):
      "ساعت \(Say.clock(minute)) بیرون از جلسه (\(session.said)) است."
    }
  }
}
