import Persian
public import Store
import Training
public import UseCases

extension ExchangeProblem {
  /// What is wrong, and what a person does about it.
  public var sentence: String {
    switch self {
    case .file(let path, let fault): fault.sentence(of: path)
    case .notABundle(let path):
      "«\(path)» بستهٔ تبادل فراگیر نیست. پرونده‌ای را بدهید که با «exchange send» یا «exchange enrol» ساخته شده است."
    case .occupied(let path):
      "«\(path)» پروندهٔ دیگری یا بستهٔ ادارهٔ دیگری است و روی آن نوشته نشد. نام دیگری بدهید یا آن را جابه‌جا کنید."
    case .truncated(let path):
      "بستهٔ «\(path)» ناقص است و چیزی از آن خوانده نشد. گویا رونوشت آن نیمه‌کاره مانده یا فلش زود بیرون کشیده شده است؛ دوباره بسازیدش یا رونوشت بگیرید."
    case .altered(let path):
      "امضای بستهٔ «\(path)» با درون آن نمی‌خواند و چیزی از آن خوانده نشد. بسته در راه دست خورده یا آسیب دیده است؛ از همان اداره بخواهید دوباره بسازدش."
    case .enrolledFor(let unit):
      "این اداره برای «\(unit)» نام‌نویسی شده است و واحد آن عوض نمی‌شود؛ چیزی تغییر نکرد. برای همان واحد دوباره نام‌نویسی کنید، یا در اداره با پروندهٔ تازه‌ای آغاز کنید («exchange key»)."
    case .unknownOffice(let number):
      "ادارهٔ شمارهٔ \(number.plain) در این سرور نام‌نویسی نشده است و چیزی از بستهٔ آن خوانده نشد. نخست در سرور «faragir exchange enrol» را اجرا کنید."
    case .copiedOffice(let number):
      "این بسته را اداره‌ای آشنا امضا کرده است، ولی از رونوشت یا پشتیبانی که شمارهٔ تازه‌ای دارد (\(number.plain)). چیزی گم نشده است: در سرور برای همان واحد دوباره «exchange enrol» و در آن اداره «exchange join» را اجرا کنید."
    case .forAnother(let to, let own):
      "این بسته برای دفتر شمارهٔ \(to.plain) است و این پرونده شمارهٔ \(own.plain) دارد؛ چیزی از آن خوانده نشد. اگر این پرونده از پشتیبان بازگشته یا رونوشت است، دوباره نام‌نویسی کنید («exchange enrol» و «exchange join»)."
    case .otherServer(let found, let known):
      "این پاسخ از سرور شمارهٔ \(found.plain) است، ولی این اداره به سرور شمارهٔ \(known.plain) پیوسته است؛ چیزی از آن خوانده نشد. یا سرور از پشتیبان بازگشته است یا دو سرور به‌اشتباه در کارند. از مدیر سرور بپرسید؛ سپس با دعوت‌نامهٔ تازهٔ سرور درست «exchange join» را اجرا کنید، کارهای این اداره می‌ماند."
    case .serverRolledBack(let known, let last):
      "این اداره \(known.plain) ثبت سرور را دیده است و این سرور تنها \(last.plain) ثبت دارد: رونوشت یا پشتیبان کهنه‌ای با دست به جای پروندهٔ سرور نشسته است. چیزی پذیرفته نشد و کار این اداره سر جایش است. در سرور «faragir backup» و سپس «faragir restore» همان پشتیبان را اجرا کنید تا شمارهٔ تازه بگیرد؛ آن‌گاه اداره‌ها را دوباره نام‌نویسی کنید («exchange enrol» و «exchange join») تا آنچه سرور ندارد برگردد."
    case .twoServers:
      "آنچه این اداره از سرور دیده است با آنچه این سرور ثبت کرده نمی‌خواند: دو رونوشت از یک سرور به‌اشتباه در کارند. چیزی پذیرفته نشد و کار این اداره سر جایش است. یکی از دو سرور را خاموش کنید؛ در آن که می‌ماند «faragir backup» و سپس «faragir restore» همان پشتیبان را اجرا کنید و اداره‌ها را دوباره نام‌نویسی کنید («exchange enrol» و «exchange join»)."
    case .newer(let found, let known):
      "این بسته با نسخهٔ تازه‌تری از برنامه ساخته شده است (\(found.said)، این برنامه: \(known.said)) و چیزی از آن خوانده نشد. برنامهٔ این رایانه را به‌روز کنید."
    case .older(let found, let known):
      "این بسته با نسخهٔ کهنه‌تری از برنامه ساخته شده است (\(found.said)، این برنامه: \(known.said)) و چیزی از آن خوانده نشد. برنامهٔ سرور را به‌روز کنید و پاسخ تازه بگیرید."
    case .wrongKind(let kind):
      "این بسته \(kind.said) است و اینجا پذیرفته نمی‌شود. \(kind.place)"
    case .outdated:
      "این پاسخ کهنه است؛ این اداره از آن جلوتر است. چیزی تغییر نکرد. بستهٔ تازه‌ای بفرستید و پاسخ تازه بگیرید."
    case .notAStation:
      "این پرونده هنوز با کسی تبادل ندارد. در اداره «exchange key» و سپس «exchange join»، در سرور «exchange enrol» را اجرا کنید."
    case .notAServer:
      "این پرونده خود به سروری پیوسته است؛ ادارهٔ تازه را در همان سرور نام‌نویسی کنید."
    case .hasRecords:
      "این پرونده داده‌های خودش را دارد و نمی‌تواند ادارهٔ یک سرور شود. با پروندهٔ تازه‌ای بپیوندید (گزینهٔ --db)."
    case .chooseStation(let numbers):
      "پاسخ برای کدام اداره؟ با --station بگویید: \(numbers.map(\.plain).joined(separator: "، "))"
    case .noAddress:
      "نشانی سرور دانسته نیست. یک بار با --server نام‌کاربر@سرور:درگاه بگویید؛ در یاد می‌ماند."
    case .badKey:
      "این کلید عمومی اداره نیست. پرونده‌ای را بدهید که «exchange key» در آن اداره نوشته است."
    case .noTool(let path):
      "برنامهٔ «\(path)» نصب نیست. بستهٔ openssh-client را نصب کنید."
    case .toolFailed(let tool, let words): "«\(tool)» کار را انجام نداد: \(words)"
    case .lineCut:
      "خط قطع شد. آنچه فرستاده یا گرفته شده بود می‌ماند؛ همین فرمان را دوباره بزنید تا از همان‌جا ادامه یابد."
    case .lineFailed(let words):
      "با سرور تماس گرفته نشد یا خط قطع شد (\(words)). شبکه و نشانی را ببینید و همین فرمان را دوباره بزنید؛ از همان‌جا ادامه می‌یابد."
    case .hostKeyChanged:
      "کلید رایانهٔ سرور با آنچه این اداره می‌شناخت یکی نیست؛ چیزی فرستاده نشد. از مدیر سرور بپرسید. اگر سرور به رایانهٔ تازه‌ای رفته است، پروندهٔ known_hosts را در پوشهٔ «‎.exchange» کنار پروندهٔ اطلاعات پاک کنید و همین فرمان را دوباره بزنید."
    case .refused(let words): "سرور نپذیرفت: \(words)"
    case .inSession:
      "بسته را مدیر کارساز با «faragir exchange» می‌گیرد و می‌فرستد، چون نشست پرونده را تنها می‌خواند؛ چیزی تغییر نکرد."
    case .busy: "برنامهٔ دیگری همین حالا با این پرونده در تبادل است؛ اندکی بعد دوباره بکوشید."
    case .cancelled: "تبادل رها شد؛ آنچه انجام شده بود می‌ماند و دوباره انجام نمی‌شود."
    }
  }
}

extension Int64 {
  /// A number of a copy, as the command line takes it.
  fileprivate var plain: String { Digits.persian(Int(self)) }
}

extension BundleManifest.Kind {
  fileprivate var said: String {
    switch self {
    case .invitation: "دعوت‌نامه"
    case .push: "کار یک اداره"
    case .answer: "پاسخ سرور"
    }
  }

  fileprivate var place: String {
    switch self {
    case .invitation: "دعوت‌نامه را ادارهٔ تازه با «exchange join» می‌خواند."
    case .push: "این بسته را در سرور بخوانید."
    case .answer: "این بسته را در همان اداره بخوانید."
    }
  }
}

/// What exchange says, on its screens and at the command line.
public enum ExchangePhrases {
  public static func taken(_ taken: ExchangeServer.Taken) -> String {
    var parts = ["\(taken.accepted.said) تغییر پذیرفته شد"]
    if taken.conflicts > 0 { parts.append("\(taken.conflicts.said) ناسازگاری فهرست شد") }
    if taken.known > 0 { parts.append("\(taken.known.said) تغییر از پیش اینجا بود") }
    return parts.joined(separator: "، ") + "."
  }

  public static func pulled(_ pulled: ExchangeStation.Pulled) -> String {
    var parts = ["این اداره با سرور برابر شد"]
    if pulled.accepted > 0 { parts.append("سرور \(pulled.accepted.said) تغییر را پذیرفته است") }
    if pulled.waiting > 0 { parts.append("\(pulled.waiting.said) تغییر هنوز فرستاده نشده است") }
    if pulled.conflicts > 0 { parts.append("\(pulled.conflicts.said) ناسازگاری") }
    if pulled.givenUp > 0 { parts.append("\(pulled.givenUp.said) تغییر در سرور کنار گذاشته شد") }
    return parts.joined(separator: "؛ ") + "."
  }

  public static func received(_ received: ExchangeDesk.Received) -> String {
    switch received {
    case .push(let taken, let station):
      "از ادارهٔ \(Digits.persian(Int(station))): \(self.taken(taken)) پاسخ را با «send» بنویسید و برگردانید."
    case .answer(let pulled): self.pulled(pulled)
    }
  }

  public static func keyWritten(_ path: String) -> String {
    "کلید عمومی این اداره در «\(path)» نوشته شد. آن را به سرور ببرید و «faragir exchange enrol» را اجرا کنید."
  }

  public static func enrolled(_ station: Int64, _ path: String) -> String {
    "ادارهٔ شمارهٔ \(Digits.persian(Int(station))) نام‌نویسی شد. دعوت‌نامه «\(path)» را به آن اداره ببرید و «faragir exchange join» را اجرا کنید."
  }

  public static func joined(_ server: String, fingerprint: String) -> String {
    "این اداره به «\(server)» پیوست. اثر انگشت کلید سرور: \(fingerprint)؛ آن را با آنچه «exchange status» در سرور می‌نویسد بسنجید."
  }

  public static func percent(_ percent: Int) -> String { "٪\(percent.said) " }
  public static func steps(_ steps: Int) -> String { "\(steps.said) گام " }

  public static func sent(_ path: String) -> String { "بسته در «\(path)» نوشته شد." }

  public static func independent(_ number: Int64) -> String {
    "این پرونده (شمارهٔ \(Digits.persian(Int(number)))) با کسی تبادل ندارد."
  }

  public static func stationOf(_ server: String, _ number: Int64) -> String {
    "این پرونده (شمارهٔ \(Digits.persian(Int(number)))) ادارهٔ «\(server)» است."
  }

  public static func serverOf(_ count: Int, _ number: Int64) -> String {
    "این پرونده (شمارهٔ \(Digits.persian(Int(number)))) سرور \(count.said) اداره است."
  }

  public static func fingerprint(_ text: String) -> String { "اثر انگشت کلید: \(text)" }

  public static func counts(waiting: Int, conflicts: Int) -> String {
    "\(waiting.said) تغییر در انتظار فرستادن، \(conflicts.said) ناسازگاری."
  }

  public static func last(pushed: Int64, pulled: Int64) -> String {
    "واپسین فرستادن: \(moment(pushed))؛ واپسین گرفتن: \(moment(pulled))"
  }

  // MARK: On the screens

  static let title = "تبادل با سامانهٔ استان"
  static let number = "شمارهٔ این دفتر"
  static let serverLabel = "سرور"
  static let waitingLabel = "تغییر در انتظار فرستادن"
  static let lastPush = "واپسین فرستادن"
  static let lastPull = "واپسین گرفتن"
  static let state = "حال"
  static let alone =
    "این دفتر با کسی تبادل ندارد. نام‌نویسی با فرمان «faragir exchange enrol» است."
  static let push = "فرستادن به سرور"
  static let pull = "گرفتن از سرور"
  static let send = "نوشتن بسته روی فلش"
  static let receive = "خواندن بسته از فلش"
  static let receiveHint = "Enter خواندن بسته — Esc بستن"
  static let conflicts = "ناسازگاری‌ها"
  static let refusedBy = "نپذیرفت"
  static let done = "انجام‌شده در"
  static let settled = "رسیدگی شد."
  static let settledAtServer = "سرور آن را نپذیرفته است و در همان سرور رسیدگی می‌شود."
  static let obstacle = "چرا پذیرفته نشد"
  static let noObstacle = "اکنون مانعی نیست؛ «اجرای دوباره» آن را ثبت می‌کند."
  static let performAgain = "اجرای دوباره"
  static let performAgainQuestion = "این کار همان‌گونه که اداره انجام داده بود، دوباره اجرا شود؟"
  static let performed = "اجرا شد."
  static let correct = "اصلاح در پرونده"
  static let giveUp = "کنار گذاشتن"
  static let giveUpQuestion =
    "این کار بی‌اثر شود؟ آنچه اکنون ثبت است می‌ماند و خود کار در تاریخچه."
  static let gaveUp = "کنار گذاشته شد."
  static let unknownPerson = "کسی که اینجا ثبت نیست"
  static let file = "پرونده"

  static func copy(_ number: Int64) -> String { Digits.persian(Int(number)) }
  static func answer(_ code: String, _ unit: String) -> String { "پاسخ \(code): \(unit)" }
  static func conflictsOf(_ count: Int) -> String { "\(conflicts) (\(count.said))" }
  static func conflict(_ what: String) -> String { "ناسازگاری: \(what)" }
  static func refusedBy(_ isServer: Bool) -> String { isServer ? "سرور" : "همین دفتر" }

  static func versions(old: String, new: String, now: String?) -> String {
    "پیش از آن \u{2068}\(old)\u{2069} ← در اداره \u{2068}\(new)\u{2069} | اکنون "
      + (now.map { "\u{2068}\($0)\u{2069}" } ?? "چنین ردیفی نیست")
  }

  static func offline(_ state: OfflineState) -> String {
    var parts = [state.usesLine ? "با سرور استان" : "بی‌شبکه"]
    if state.waiting > 0 { parts.append("\(state.waiting.said) تغییر نفرستاده") }
    if state.conflicts > 0 { parts.append("\(state.conflicts.said) ناسازگاری") }
    return parts.joined(separator: "، ")
  }

  /// A cell by the names people have for it.
  static func cell(_ table: String, _ column: String) -> String {
    "\(self.table(table))، \(RecordWords.column(column, of: table) ?? "خانهٔ دیگر")"
  }

  /// A table by the name people have for its records.
  static func table(_ name: String) -> String { RecordWords.table(name) ?? "رکورد" }

  static func moment(_ moment: Int64) -> String {
    guard moment > 0 else { return "هرگز" }
    return "\(Moment.day(of: moment).said) \(Say.clock(Moment.minute(of: moment)))"
  }

  public static func station(
    _ number: Int64, unit: String, pushed: Int64, pulled: Int64
  ) -> String {
    "\(Digits.persian(Int(number)))  \(unit) — \(last(pushed: pushed, pulled: pulled))"
  }
}
