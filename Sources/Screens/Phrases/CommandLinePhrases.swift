import Persian
public import TerminalKit
public import UseCases

/// What the command line says: errors, headings and the words beside each option.
public enum CommandLinePhrases {
  public static let title = "فراگیر؛ سامانهٔ آموزش ضمن خدمت در پایانه"
  public static let usageHeading = "شیوهٔ به‌کار بردن:"
  public static let portalOptionsHeading = "گزینه‌های درگاه:"
  public static let optionsHeading = "گزینه‌ها:"
  public static let moreHelp =
    "راهنمای هر فرمان با گزینه‌هایش: faragir فرمان --help"
  public static let exitCodesHeading = "کد پایان:"
  public static let exitCodes = [
    "0  انجام شد",
    "1  پذیرفته نشد؛ دلیل‌ها در خروجی خطا نوشته می‌شود",
    "2  خط فرمان نادرست است",
    "3  پروندهٔ داده‌ها در دسترس نیست: مشغول، آسیب‌دیده یا از نسخه‌ای تازه‌تر",
  ]

  /// Two names beside each other, the wider one first.
  public static func pair(_ one: String, _ other: String) -> String { "\(one)، \(other)" }

  // MARK: What is wrong with a command line

  public static func unknownCommand(_ name: String) -> String {
    "فرمان «\(name)» شناخته نشد. فهرست فرمان‌ها: faragir --help"
  }

  public static func unknownOption(_ name: String, command: String) -> String {
    "گزینهٔ «\(name)» شناخته نشد. گزینه‌ها: \(helpCommand(command))"
  }

  public static func missingValue(_ option: String) -> String {
    "گزینهٔ «\(option)» مقدار می‌خواهد."
  }

  public static func surplusValue(_ option: String) -> String {
    "گزینهٔ «\(option)» مقدار نمی‌پذیرد."
  }

  public static func missingOperand(_ name: String, command: String) -> String {
    "«\(name)» نوشته نشده است. راهنما: \(helpCommand(command))"
  }

  public static func surplusOperand(_ word: String, command: String) -> String {
    "«\(word)» زیادی است. راهنما: \(helpCommand(command))"
  }

  public static func badValue(_ option: String, value: String, expected: String) -> String {
    "مقدار «\(value)» برای «\(option)» پذیرفتنی نیست؛ باید \(expected) باشد."
  }

  public static func badChoice(_ name: String, value: String, choices: [String]) -> String {
    "«\(value)» برای «\(name)» پذیرفتنی نیست؛ یکی از این‌ها: \(choices.joined(separator: "، "))"
  }

  public static func needsTerminal(_ command: String) -> String {
    "این فرمان پایانه می‌خواهد. راهنما: \(helpCommand(command))"
  }

  public static func unexpected(_ detail: String) -> String {
    "کار به خطایی پیش‌بینی‌نشده برخورد و کنار گذاشته شد: \(detail)"
  }

  public static let crash =
    "faragir: برنامه به خطایی برخورد و بسته شد. آنچه روی صفحه ثبت‌شده بود، ذخیره است."

  /// In place of a screen that would not fit.
  public static func tooSmall(_ size: Size) -> String {
    "پنجره کوچک است (\(Digits.persian(size.rows))×\(Digits.persian(size.columns))). "
      + "دست‌کم ۲۴×۸۰ لازم است؛ بزرگ‌ترش کنید."
  }

  public static func noTerminal(_ error: TerminalError) -> String {
    switch error {
    case .notATerminal: "ورودی یا خروجی پایانه نیست."
    case .unknownKind(let kind):
      "پایانه‌ای از گونهٔ «\(kind)» شناخته نیست؛ متغیر TERM را درست کنید."
    case .noUTF8: "زبان سامانه UTF-8 نیست؛ LANG=C.UTF-8 را تعیین کنید."
    case .gone: "پایانه بسته شد."
    }
  }

  public static func keymapProblem(_ problem: KeymapProblem) -> String {
    let reason =
      switch problem.reason {
      case .notABinding: "نه توضیح است، نه [بخش] و نه «فرمان = کلید»."
      case .outsideSection: "پیش از آن [بخش] نوشته نشده است."
      case .unknownKey(let key): "کلید «\(key)» شناخته نشد."
      case .takenKey(let key, let command): "کلید «\(key)» از آنِ «\(command)» است."
      case .repeatedCommand(let command): "«\(command)» دو بار آمده است."
      case .unknownSection(let section): "بخش «\(section)» نیست."
      case .unknownCommand(let command): "فرمان «\(command)» نیست."
      }
    return "\(problem.file)، سطر \(Digits.persian(problem.line)): \(reason)"
  }

  public static func badTheme(_ path: String, line: Int) -> String {
    "سطر \(Digits.persian(line)) از «\(path)» خوانده نشد."
  }

  private static func helpCommand(_ command: String) -> String {
    command.isEmpty ? "faragir --help" : "faragir \(command) --help"
  }

  // MARK: Files

  public enum File {
    public static func sharedMissing(_ folder: String, places: [String]) -> String {
      "پوشهٔ «\(folder)» که همراه برنامه است پیدا نشد. جاهای دیده‌شده: "
        + places.joined(separator: "، ")
        + ". جای درست را با گزینهٔ --share یا متغیر FARAGIR_SHARE بگویید."
    }

    public static func noHome(_ variable: String) -> String {
      "جای پرونده‌های شما دانسته نیست؛ متغیر HOME یا \(variable) را تعیین کنید."
    }
  }

  // MARK: Scripts

  public enum Play {
    /// What leads out of an account, by its name in the palette.
    public static let logOut = Phrases.logOut

    /// Where a script stopped: the file when it came from one, the line, and what happened.
    public static func at(_ file: String, _ line: Int, _ what: String) -> String {
      let place = file.isEmpty ? "" : "\(file)، "
      return "\(place)سطر \(Digits.persian(line)): \(what)"
    }

    public static func unknownAction(_ text: String) -> String {
      "«\(text)» کار شناخته‌ای نیست. راهنما: faragir play --help"
    }

    public static func notShown(_ text: String) -> String { "«\(text)» روی صفحه نیست." }
    public static func shown(_ text: String) -> String { "«\(text)» نباید روی صفحه باشد." }
    public static let noCode = "روی صفحه کد امنیتی نیست."
    public static let ended = "برنامه پیش از این سطر پایان یافته است."
    public static func noFile(_ name: String) -> String { "پروندهٔ «\(name)» خوانده نشد." }
    public static func cycle(_ name: String) -> String { "«\(name)» خودش را در بر می‌گیرد." }
    public static func noLogin(_ user: String) -> String { "«\(user)» نتوانست وارد شود." }
    public static let fixedClock = "ساعت این داده‌ها را نمی‌توان تغییر داد."
  }

  // MARK: One line for each command

  public enum Summary {
    public static let portal = "درگاه آموزش، روی داده‌های اداره"
    public static let demo = "درگاه روی داده‌های نمونه"
    public static let play = "درگاه را بی پایانه با متنی از کلیدها پیش می‌برد"
    public static let importList = "فهرستی از Excel یا CSV را به داده‌ها می‌برد"
    public static let export = "گزارشی را به پرونده یا خروجی می‌نویسد"
    public static let bench = "سرعت و حافظهٔ برنامه را روی همین رایانه می‌سنجد"
    public static let text =
      "متن ورودی را آن‌گونه که پایانهٔ ساده باید نشان دهد می‌نویسد"
    public static let verify = "می‌گوید گواهینامه‌ای با این کد معتبر است یا نه"
    public static let check = "پروندهٔ داده‌ها را وارسی می‌کند"
    public static let backup = "از داده‌ها پشتیبان می‌گیرد، بی آن‌که کار کسی بایستد"
    public static let restore = "پشتیبان را به جای داده‌ها می‌گذارد"
    public static let account = "حساب‌های کاربری: فهرست، ساختن، گذرواژهٔ تازه، بستن"
    public static let exchange = "تبادل داده میان اداره‌های بی‌شبکه و سرور استان"
  }

  public enum Notes {
    public static let portal =
      "در نخستین اجرا پروندهٔ داده‌ها ساخته و اداره راه‌اندازی می‌شود. راهنمای درون برنامه: F1"
    public static let demo =
      "داده‌های نمونه تازه ساخته و در پایان پاک می‌شوند. اگر پایانه نباشد، کار اصلی را با متنی آماده "
      + "پیش می‌برد و صفحه‌ها را می‌نویسد."
    public static let importList =
      "people فهرست کارکنان اداره است و introduction معرفی‌نامهٔ یک کلاس و scores نمره‌های "
      + "آزمون آن. questions سوال‌های GIFT، Aiken یا XLSX را به بانک دورهٔ --course می‌برد، همه یا هیچ؛ "
      + "سوال جورکردنی و تصویردار با شمارهٔ سطر کنار گذاشته می‌شود. همهٔ ردیف‌ها پیش از ثبت سنجیده و ردیف‌های درست یک‌جا ثبت می‌شوند؛ ردیف‌های نادرست با دلیل در خروجی خطا و در پرونده‌ای "
      + "کنار فهرست می‌آیند و کد پایان ۱ می‌شود."
    public static let export =
      "warehouse DIR همهٔ داده‌های محدودهٔ شما را برای PostgreSQL در پوشه‌ای تازه می‌نویسد، بی --user به نام مالک پرونده. attendance فهرست حضور و غیاب یک کلاس است، یک ستون برای هر جلسه. بی --class کلاس‌هایی که "
      + "می‌بینید فهرست می‌شوند. deadlines مهلت‌های محدودهٔ شماست؛ با ics پروندهٔ تقویم می‌شود. "
      + "calendar پروندهٔ تقویم (ics) جلسه‌ها و آزمون‌ها با مهلت‌های خود شماست؛ روی پروندهٔ پیشین نوشته شود، آنچه دیگر نیست لغو می‌شود. "
      + "نام‌های دیگر برگ‌های یک کلاس یا دورهٔ آن است و PDF می‌شود، مگر قالب دیگری بخواهید."
    public static let bench =
      "text موتور متن را روی سطرهای یک پرونده، frame تصویر صفحهٔ ۵۰×۲۰۰ را، و store پروندهٔ داده‌ها را "
      + "می‌سنجد: ثبت ماندگار، باز کردن، فهرست و جست‌وجو. oversight صفحه‌های گزارش‌های نظارت را، reports پرونده‌های Excel و PDF آن‌ها و رها کردنشان در میانهٔ کار را، و exchange تبادل کار یک سال یک اداره را می‌سنجد. generate پرونده‌ای به اندازهٔ کشور می‌سازد."
    public static func play(roles: [(word: String, name: String)], keys: [String]) -> String {
      "هر سطر یک کار است؛ سطری که با # آغاز شود توضیح است:\n"
        + "key Down، key F5، key Ctrl-P: یک کلید؛ keys Down*3 Enter: چند کلید پشت سر هم\n"
        + "type متن؛ type @code: کد امنیتی؛ type @beside نام: نشانی پرونده‌ای کنار متن کلیدها\n"
        + "fill یک | دو |: هر مقدار و سپس Enter؛ به جای مقدار خالی Tab\n"
        + "go نام: صفحه یا کاری به نامش\n"
        + "login ROLE USER PASSWORD [NEW]: خروج، ورود با کد امنیتی، و گذرواژهٔ تازه اگر باید عوض شود\n"
        + "now 1405/02/20 [14:30]: ساعت برنامه به آن روز می‌رود\n"
        + "include FILE: سطرهای پرونده‌ای کنار همین متن\n"
        + "expect متن، absent متن: باید یا نباید روی صفحه باشد؛ frame: صفحه را می‌نویسد؛ resize 30x100\n"
        + "اگر چیزی که باید روی صفحه باشد نباشد، با نام پرونده، شمارهٔ سطر، تصویر صفحه و کد ۱ می‌ایستد.\n"
        + "نقش‌های login: \(list(roles))\n"
        + "نام کلیدها: \(keys.joined(separator: "، "))، F1 تا F63 و خود نویسه؛ پیش از آن Ctrl-، Alt-، Shift- یا Esc"
    }

    public static let text =
      "هر سطر ورودی یک سطر خروجی است؛ جهت با UAX #9 و پیوند حرف‌ها با صورت‌های نمایشی. "
      + "با --width سطرها به همان پهنا شکسته و از راست چیده می‌شوند."
    public static func account(roles: [(word: String, name: String)]) -> String {
      "فقط صاحب پرونده این فرمان را دارد. گذرواژه‌ای که داده می‌شود یک بار نوشته می‌شود و باید در "
        + "نخستین ورود عوض شود.\nنقش‌ها: "
        + list(roles)
    }

    private static func list(_ roles: [(word: String, name: String)]) -> String {
      roles.map { "\($0.word) (\($0.name))" }.joined(separator: "، ")
    }

    public static let exchange =
      "فقط صاحب پرونده این فرمان را دارد.\n"
      + "status: حال تبادل و اثر انگشت کلید. key [FILE]: کلید عمومی این اداره را می‌نویسد.\n"
      + "enrol FILE: در سرور، با --unit و --key؛ دعوت‌نامهٔ ادارهٔ تازه را می‌نویسد. join FILE: در اداره، دعوت‌نامه را می‌خواند.\n"
      + "send FILE و receive FILE: تبادل با یک پرونده روی فلش، هر دو سو. "
      + "push و pull: همان کار با SSH؛ اگر خط قطع شود، از همان‌جا ادامه می‌یابد.\n"
      + "serve: آن سوی push و pull؛ کلید اداره در سرور همین را اجرا می‌کند.\n"
      + "هر بسته امضای ادارهٔ خود را دارد و بستهٔ دست‌خورده، ناقص یا بیگانه پیش از هر کاری رد می‌شود."
    public static let verify =
      "کد بیست‌رقمی پایین گواهینامه، با هر رقمی و با خط تیره یا بی آن. ورود نمی‌خواهد. کد پایان فقط برای "
      + "گواهینامهٔ معتبر ۰ است؛ باطل‌شده، مغایر با داده‌ها، یا ناشناخته ۱ است."
    public static let check =
      "صفحه‌ها، نمایه‌ها، پیوندها و زنجیرهٔ دفتر رویدادها دیده می‌شود. کد پایان ۳ یعنی آسیب دیده است."
    public static let backup =
      "رونوشت از یک لحظه است و فقط وقتی کامل شد جای پشتیبان پیشین را می‌گیرد."
    public static let restore =
      "پشتیبان نخست وارسی می‌شود. داده‌های پیشین پاک نمی‌شوند و با نامی دیگر کنار گذاشته می‌شوند. "
      + "در این هنگام هیچ پایانه‌ای نباید داده‌ها را باز داشته باشد."
  }

  // MARK: Records

  public enum Records {
    public static let noCode = Phrases.Closing.codeShape

    public static func passwordPrompt(_ user: String) -> String { "گذرواژهٔ «\(user)»: " }

    public static func mustChangePassword(_ user: String) -> String {
      "«\(user)» نخست باید در درگاه گذرواژهٔ داده‌شده را عوض کند."
    }

    public static func demoFileExists(_ path: String) -> String {
      "پروندهٔ \u{2066}\(path)\u{2069} هست؛ نمونه فقط در پروندهٔ تازه ساخته می‌شود. برای ادامه با همان: \u{2066}faragir --db \(path)\u{2069}"
    }
    public static func noClass(_ wanted: String) -> String {
      "کلاسی با شماره یا نام «\(wanted)» در محدودهٔ شما نیست."
    }
    public static func roleNeedsPerson(_ role: String) -> String {
      "نقش «\(role)» از آنِ یک شخص است: کد ملی او را با \u{2066}--person\u{2069} بنویسید."
    }
    public static func roleNotGiven(_ role: String) -> String {
      "حساب نقش «\(role)» از این راه ساخته نمی‌شود."
    }
    public static func roleElsewhere(_ role: String, _ unit: String) -> String {
      "نقش «\(role)» در واحد «\(unit)» نیست؛ واحد درست را با \u{2066}--unit CODE\u{2069} بنویسید."
    }
    public static func givenPassword(_ user: String, _ password: String) -> String {
      "گذرواژهٔ موقت «\(user)»: \(password)\nدر نخستین ورود باید عوض شود."
    }

    public static func accountDone(_ user: String) -> String { "انجام شد: «\(user)»" }

    public static func noAccount(_ user: String) -> String { "حسابی با نام «\(user)» نیست." }

    public static func noUnit(_ code: String) -> String { "واحدی با کد «\(code)» نیست." }

    public static func noPerson(_ code: String) -> String {
      "کسی با کد ملی «\(code)» ثبت نشده است."
    }

    public static func rejectedRow(_ number: Int, _ subject: String, _ reasons: [String]) -> String
    {
      let who = subject.isEmpty ? "" : " (\(subject))"
      return "ردیف \(Digits.persian(number))\(who): \(reasons.joined(separator: " "))"
    }

    public static func importSummary(
      taken: Int, known: Int, refused: Int, isDone: Bool
    ) -> String {
      Phrases.Import.summary(taken: taken, known: known, refused: refused, isDone: isDone)
    }

    public static func rejectedSaved(_ path: String) -> String { Phrases.Import.saved(path) }

    public static func chooseClass(_ classes: [(id: String, name: String)]) -> [String] {
      ["کلاس را با --class بگویید:"] + classes.map { "\($0.id)  \($0.name)" }
    }

    public static func chooseCourse(_ courses: [(code: String, name: String)]) -> [String] {
      ["دورهٔ بانک سوالات را با --course بگویید:"] + courses.map { "\($0.code)  \($0.name)" }
    }

    public static func questionLine(_ number: Int, _ text: String) -> String {
      "سطر \(Digits.persian(number)): \(text)"
    }

    public static func questions(_ count: Int, isDone: Bool) -> String {
      isDone ? Phrases.Bank.taken(count) : Phrases.Bank.found(count)
    }

    public static let noExam = "این کلاس آزمونی ندارد که نمرهٔ آن از فایل خوانده شود."

    public static let notSetUp =
      "این پرونده هنوز راه‌اندازی نشده است؛ نخست faragir را در پایانه اجرا کنید."

    public static func clean(_ path: String) -> String { "«\(path)» سالم است." }

    /// What a check found, in a sentence where it is not SQLite's own.
    public static func problem(_ problem: String) -> String {
      guard let match = problem.wholeMatch(of: /journal entry (\d+) was altered/) else {
        return problem
      }
      return
        "رویداد شمارهٔ \(Digits.persian(String(match.output.1))) دفتر پس از ثبت دست خورده است؛ از آنجا به بعد به دفتر اعتماد نیست."
    }

    public static func warehouse(_ folder: String, _ summary: WarehouseExport.Summary) -> String {
      "\(summary.rows.said) ردیف در \(summary.files.said) پروندهٔ «\(folder)» نوشته شد. در آن پوشه: psql -f schema.sql -f load.sql"
    }

    public static func unclean(_ path: String) -> String {
      "«\(path)» آسیب دیده است؛ با «faragir check --repair» ترمیم کنید یا با restore از پشتیبان بازگردانید."
    }

    public static func notOwner(_ path: String) -> String {
      "این کار را فقط صاحب پروندهٔ «\(path)» می‌تواند انجام دهد."
    }

    public static func sameFile(_ path: String) -> String {
      "«\(path)» خود پروندهٔ داده‌هاست."
    }

    public static func backedUp(_ path: String) -> String { "پشتیبان در «\(path)» نوشته شد." }

    public static func restored(_ path: String, aside: String?) -> String {
      let done = "پشتیبان در جای «\(path)» گذاشته شد."
      return aside.map { "\(done) داده‌های پیشین: «\($0)»" } ?? done
    }
  }

  // MARK: One line for each option

  public enum Option {
    public static let year = "سال کاری گزارش‌های نظارت؛ بی آن همهٔ سال‌ها"
    public static let version = "نسخهٔ برنامه"
    public static let help = "همین راهنما"
    public static let json = "پاسخ به صورت JSON"
    public static let passwordDescriptor = "گذرواژه از این توصیفگر خوانده شود"
    public static let course = "کد دورهٔ بانک سوالات"
    public static let user = "کاربری که این کار را انجام می‌دهد"
    public static let role = "نقش کاربر، اگر بیش از یک نقش دارد"
    public static let accountRole = "نقش حساب"
    public static let unit = "کد واحد سازمانی؛ بی آن، واحد بالادست پرونده"
    public static let person = "کد ملی صاحب حساب"
    public static let reason = "دلیل، برای دفتر رویدادها"
    public static let exchangeUnit = "کد واحدی که ادارهٔ تازه برای آن و زیر آن کار می‌کند"
    public static let publicKey = "پروندهٔ کلید عمومی ادارهٔ تازه"
    public static let station = "شمارهٔ اداره"
    public static let server = "نشانی SSH سرور: user@host:port؛ در یاد می‌ماند"
    public static let identity = "کلید خصوصی SSH؛ بی آن، کلید همین اداره"
    public static let database = "پروندهٔ داده‌ها"
    public static let share = "پوشه‌ای که Assets و Keymaps در آن است"
    public static let quick = "وارسی تند، بی مقایسهٔ نمایه‌ها و بی دفتر رویدادها"
    public static func bidi(_ orders: [String]) -> String {
      "شیوهٔ فرستادن متن راست‌به‌چپ: \(orders.joined(separator: "، "))"
    }

    public static let trainingClass = "شمارهٔ کلاس، یا واژه‌هایی از نام کلاس و دوره"
    public static let dryRun = "فقط سنجیدن؛ چیزی ثبت نمی‌شود"
    public static let rejected = "پروندهٔ ردیف‌های نادرست با ستون دلیل"
    public static let format = "گونهٔ خروجی: csv، xlsx، pdf یا txt (پیش‌گزیده txt؛ برگ‌ها pdf)"
    public static let output = "پروندهٔ خروجی؛ بی آن، خروجی استاندارد"
    public static let runs = "شمار بارهای سنجش"
    public static let people = "شمار افراد"
    public static let changes = "شمار تغییرهایی که اداره می‌فرستد (پیش‌گزیده 200000)"
    public static let enrolments = "شمار ثبت‌نام‌ها"
    public static let intake =
      "پوشه‌ای که فرم‌های بی‌حساب و فرم‌های فراگیران تنها از آن پرونده می‌گیرند؛ نشانی کامل"
    public static let courses = "شمار دوره‌های بیست سال گذشته"
    public static let permits = "شمار مجوزهای بی‌دورهٔ نخستین دستگاه"
    public static let agencies = "شمار دستگاه‌های اجرایی، هر یک با پنج سال و صد دوره"
    public static let theme = "رنگ‌ها: dark، light، high-contrast، monochrome"
    public static let keys = "کلیدها: vi، emacs یا نام یک پرونده"
    public static let noMouse = "موش به خود پایانه واگذار شود"
    public static let empty = "آغاز از پرونده‌ای خالی"
    public static let size = "اندازهٔ صفحه (پیش‌گزیده 24x80)"
    public static let now = "روزی که برنامه امروز بپندارد، مانند 1404/07/15"
    public static let demoFile =
      "نمونه در این پروندهٔ تازه ساخته و نگه داشته می‌شود؛ بعد: faragir --db FILE"
    public static let random = "به جای متن، کارهای تصادفی با این بذر"
    public static let actions = "شمار کارهای تصادفی (پیش‌گزیده 10000)"
    public static let width = "پهنا به خانه؛ سطر بلندتر شکسته می‌شود"
    public static let base = "جهت بند: rtl، ltr یا auto (پیش‌گزیده auto)"
    public static let levels = "به جای متن، سطح بند، سطح نویسه‌ها و ترتیب نمایش"
    public static let noJoin = "حرف‌ها پیوند داده نشوند"
  }
}
