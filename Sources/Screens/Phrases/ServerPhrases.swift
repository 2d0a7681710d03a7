public import Interchange
import Persian
public import Training
public import UseCases

extension Phrases {
  /// What a session on a server says.
  enum Door {
    static let title = "نشست روی کارساز"
    static func choose(_ username: String) -> String {
      "کلید «\u{2066}\(username)\u{2069}» پذیرفته شد. با کدام نقش وارد می‌شوید؟"
    }
    static func noAccount(_ username: String) -> String {
      "حساب فعالی با نام «\u{2066}\(username)\u{2069}» نیست؛ از مدیر سامانه بپرسید."
    }
  }
}

extension Phrases {
  /// The lock of a screen nobody is at, the end of a session, and forms that come back.
  enum Lock {
    static let title = "صفحه قفل است"
    static let open = "باز کردن"
    static let why =
      "مدتی کلیدی زده نشد. گذرواژهٔ خود را بنویسید؛ آنچه نوشته بودید همان‌جا مانده است."
    static let returned = "آنچه پیش‌تر در این فرم نوشته بودید و ثبت نشده بود بازگشت."

    static func notice(_ words: String?, minutes: Int?) -> String? {
      let end = minutes.map { "نشست تا \($0.said) دقیقهٔ دیگر پایان می‌یابد؛ کار خود را ثبت کنید." }
      let parts = [words, end].compactMap { $0 }
      return parts.isEmpty ? nil : parts.joined(separator: " — ")
    }

    static func waiting(_ titles: [String]) -> String {
      "از نشست پیشین نیمه‌کاره مانده است: \(titles.map { "«\($0)»" }.joined(separator: "، "))؛ همان فرم را باز کنید تا بازگردد."
    }
  }

  /// Who is in.
  enum Sessions {
    static let title = "چه کسانی وارد شده‌اند"
    static let person = "نام"
    static let user = "کاربر"
    static let origin = "از نشانی"
  }
}

extension CommandLinePhrases {
  /// What the commands of a server say.
  public enum Server {
    public static let keySummary = "کلیدهایی که از راه SSH وارد می‌شوند"
    public static let keyNotes =
      "add کلید عمومی پروندهٔ FILE را برای کاربر NAME ثبت می‌کند، و با --station برای ادارهٔ با آن شماره. remove کلید با شمارهٔ NAME را پس می‌گیرد. "
      + "lines سطرهای authorized_keys را می‌نویسد؛ با --body تنها سطر همان کلید را، برای AuthorizedKeysCommand. "
      + "کلید هر کس درگاه را به نام خودش باز می‌کند و جز آن تنها put، get و list را می‌شناسد."
    public static let sessionSummary =
      "آنچه کلید یک نفر روی کارساز باز می‌کند؛ sshd آن را اجرا می‌کند"
    public static let sessionNotes =
      "بی فرمان: درگاه به نام صاحب کلید. ssh SERVER put NAME پرونده‌ای را از ورودی می‌گیرد، get NAME آن را می‌دهد و list نام‌ها را می‌نویسد، "
      + "همه در پوشهٔ خود کاربر. هر خواست دیگری پذیرفته و در دفتر رویدادها نوشته می‌شود که رد شد."
    public static let rotate =
      "FILE پوشه است: پشتیبانی با نام لحظه در آن گذاشته و وارسی، و تنها N تای تازه نگه داشته می‌شود"
    public static func rotated(_ name: String) -> String { "پشتیبان کهنه پاک شد: \(name)" }
    public static let key = "شمارهٔ کلید"
    public static let station = "شمارهٔ رونوشت اداره‌ای که کلید از آنِ اوست"
    public static let body = "بدنهٔ کلید به base64، چنان‌که sshd با %k می‌گوید"
    public static let folders =
      "پوشه‌ای که پوشهٔ هر کاربر در آن است (پیش‌گزیده: folders کنار پروندهٔ داده‌ها)"

    public static func added(_ number: String) -> String { "کلید ثبت شد؛ شمارهٔ آن \(number) است." }
    public static func removed(_ number: String) -> String {
      "کلید \(number) دیگر چیزی را باز نمی‌کند."
    }
    public static func noKey(_ number: String) -> String {
      "کلیدی با شمارهٔ «\(number)» در کار نیست."
    }
    public static func problem(_ problem: AccessKey.Problem, in file: String) -> String {
      switch problem {
      case .isPrivate:
        "«\(file)» نیمهٔ پنهان کلید است و نباید به کسی داده شود؛ پروندهٔ ‎.pub کنار آن را بدهید."
      case .notKey: "«\(file)» یک کلید عمومی OpenSSH در یک سطر نیست."
      case .unknownKind(let kind):
        "گونهٔ کلید «\(kind)» پذیرفته نیست؛ با ssh-keygen -t ed25519 بسازید."
      }
    }
    public static func unsafePath(_ path: String) -> String {
      "نشانی «\(path)» در سطر authorized_keys جا نمی‌گیرد؛ نشانی بی نشانهٔ نقل و سطر تازه بدهید."
    }
    public static func waiting(_ failure: Failure) -> String { failure.waiting }
    public static let writerSummary = "برنامه‌ای که به جای نشست‌های کارساز می‌نویسد"
    public static let writerNotes =
      "نشست‌هایی که با کلید باز می‌شوند پرونده را تنها می‌خوانند و هر کار را از راه سوکت FILE.writer به این برنامه می‌سپارند. "
      + "آن را به نام خود شخص و با اجازه‌های او انجام می‌دهد، و هر چه را در نوبت است یک‌جا بر دیسک می‌نشاند. systemd آن را اجرا می‌کند."
    public static let sessionCount = "شمار نشست‌ها (پیش‌گزیده ۲۰۰)"
    public static let markCount = "شمار علامت‌هایی که هر نشست می‌زند (پیش‌گزیده ۲۰)"
    public static let classSize =
      "شمار نشست‌هایی که فهرست یک کلاس را باز دارند (پیش‌گزیده: همه یک کلاس)"
    public static let syncDelay =
      "برای اندازه‌گیری: هر نشاندن بر دیسک این اندازه هزارم ثانیه دیرتر می‌شود"
    public static func writes(_ path: String) -> String { "برای نشست‌های «\(path)» می‌نویسد." }
    public static func turnedAway(_ line: String) -> String { "پذیرفته نشد: \(line)" }
    public static func writerRuns(_ path: String) -> String {
      "برنامهٔ دیگری برای نشست‌های «\(path)» می‌نویسد؛ دو نویسنده نمی‌شود."
    }
    public static let whoSummary = "چه کسانی روی این کارساز وارد شده‌اند"
    public static let whoNotes =
      "نشست‌های باز را می‌نویسد. با --say سخنی روی صفحهٔ همه می‌آید و با --end-in همهٔ نشست‌ها پس از آن همه دقیقه پایان می‌یابند؛ فرم‌های نیمه‌کاره می‌مانند."
    public static let say = "سخنی که روی صفحهٔ همه می‌آید"
    public static let endIn = "پایان همهٔ نشست‌ها پس از این همه دقیقه"
    public static func told(_ count: Int) -> String { "به \(count.said) نشست گفته شد." }
    public static let lockAfter =
      "قفل شدن صفحه پس از این همه دقیقه بی‌کلید (پیش‌گزیده ۱۵؛ ۰ هرگز)"
    public static let endAfter = "پایان نشست پس از این همه دقیقه (پیش‌گزیده ۷۲۰؛ ۰ بی‌پایان)"
    public static let needsTerminal = "درگاه پایانه می‌خواهد؛ ssh را با -t اجرا کنید."
    public static func refused(_ words: String) -> String {
      "«\(words)» پذیرفته نیست. این کلید درگاه را باز می‌کند و تنها put NAME، get NAME و list را می‌شناسد."
    }
    public static func noAccount(_ username: String) -> String {
      Phrases.Door.noAccount(username)
    }
    public static func badFolder(_ username: String) -> String {
      "نام کاربری «\(username)» نام پوشه نمی‌شود؛ مدیر سامانه حساب دیگری بسازد."
    }
    public static func stored(_ name: String, _ bytes: Int) -> String {
      "«\(name)» در پوشهٔ شماست (\(Digits.persian(bytes)) بایت)."
    }
    public static func sentence(_ problem: FileProblem) -> String { problem.sentence }
  }
}
