import Persian
public import TerminalKit
import Training

extension WidgetPhrases {
  /// What widgets say in the portal.
  public static let portal = WidgetPhrases(
    yes: "بله", no: "خیر", accept: "تأیید", cancel: "انصراف",
    quitLosesWork: "آنچه نوشته‌اید ذخیره نشده است. خارج می‌شوید؟",
    palette: "رفتن به صفحه یا دستور", help: "راهنما", screenKeys: "دستورهای این صفحه",
    commonKeys: "کلیدهای همهٔ صفحه‌ها", findings: "چرا؟", nothingFound: "چیزی پیدا نشد",
    noRows: "ردیفی نیست", filter: "پالایش", cancelling: "در حال توقف…",
    required: "این بخش را پر کنید.",
    navigation: { $0.help }, shell: { $0.help },
    position: { row, count in
      "ردیف \(row.said)" + (count.map { " از \($0.said)" } ?? "")
    },
    selected: { "\($0.said) ردیف برگزیده" },
    progress: { $1 == 0 ? $0.said : "\($0.said) از \($1.said)" },
    typeToConfirm: { "برای تأیید بنویسید: \($0)" })
}

extension Navigation {
  fileprivate var help: String {
    switch self {
    case .up: "بالا"
    case .down: "پایین"
    case .left: "چپ"
    case .right: "راست"
    case .pageUp: "صفحهٔ بالا"
    case .pageDown: "صفحهٔ پایین"
    case .wordLeft: "واژهٔ چپ"
    case .wordRight: "واژهٔ راست"
    case .home: "آغاز سطر"
    case .end: "پایان سطر"
    case .first: "نخستین"
    case .last: "آخرین"
    case .next: "بخش بعدی"
    case .previous: "بخش قبلی"
    case .accept: "پذیرفتن"
    case .back: "بازگشت"
    case .toggle: "برگزیدن"
    case .save: "ذخیره"
    case .selectAll: "برگزیدن همه"
    case .delete: "پاک کردن"
    case .backspace: "پاک کردن نویسهٔ پیش"
    case .clear: "خالی کردن خانه"
    case .find: "جستجو"
    case .sort: "مرتب‌سازی"
    case .undo: "واگرداندن"
    case .redo: "انجام دوباره"
    case .refresh: "تازه‌سازی"
    case .menu: "منو"
    }
  }
}

extension ShellCommand {
  fileprivate var help: String {
    switch self {
    case .help: "راهنما"
    case .palette: "رفتن به"
    case .quit: "خروج"
    }
  }
}

/// Words of the portal's own screens that belong to no system.
enum Phrases {
  static let portal = "سامانهٔ فراگیر"
  /// Shown while the program that writes for the sessions of a server is not there.
  static let writerStopped =
    "برنامهٔ ثبت کارساز پاسخ نمی‌دهد؛ نوشتهٔ شما مانده و در نوبت ثبت است."
  static let inTurn = "کس دیگری در حال نوشتن است؛ کار شما در نوبت است."
  static let waitsForTurn = "ثبت پیشین هنوز در نوبت است؛ اندکی صبر کنید."
  static let saveAgain = "اگر مقدار شما باید بماند، دوباره ذخیره کنید."
  static let reasonMissing = "بی نوشتن دلیل، این کار انجام نمی‌شود."
  static let reasonPrompt = "دلیل را بنویسید و Enter بزنید:"
  static let logIn = "ورود به حساب"
  static let starred = "* کنار نام یک خانه یعنی تا پر نشود فرم ثبت نمی‌شود."
  static let startTitle = "سامانهٔ آموزش ضمن خدمت فرهنگیان"
  static let startPrompt = "بخش خود را برگزینید"
  static let username = "نام کاربری (کد ملی)"
  static let password = "گذرواژه"
  static let securityCode = "کد امنیتی"
  static let securityCodeHint = "رقم‌های درون کادر را بنویسید."
  static let loginKeys = "Tab بخش بعدی   Enter ورود   Esc بازگشت"
  static let wrongLoginHint =
    "با کارشناس ضمن خدمت اداره محل خدمت خود تماس بگیرید تا کد ملی شما ریست شود."
  static let chooseRole = "با کدام نقش وارد می‌شوید؟"
  /// How many there are is said where they do not stand there all.
  static func demoCard(_ password: String, users: Int?) -> String {
    let more = users.map { " — \($0.said) کاربر، بقیه با \u{2066}PgDn\u{2069}" } ?? ""
    return "کاربران نمایش (گذرواژهٔ همه: \u{2066}\(password)\u{2069})\(more)"
  }
  static let logOut = "خروج از حساب"
  static let logOutQuestion = "از حساب خود خارج می‌شوید؟"
  static let changePassword = "تغییر گذرواژه"
  static let oldPassword = "گذرواژهٔ کنونی"
  static let newPassword = "گذرواژهٔ تازه"
  static let newPasswordAgain = "تکرار گذرواژهٔ تازه"
  static let passwordsDiffer = "دو گذرواژه یکی نیست."
  static let passwordChanged = "گذرواژه عوض شد."
  static let mustChange = "گذرواژهٔ داده‌شده را باید در نخستین ورود عوض کنید."
  static let setUpTitle = "راه‌اندازی نخستین"
  static let setUpPassword = "گذرواژهٔ مدیر سامانه"
  static let ministry = "وزارت آموزش و پرورش"
  static let provinceName = "نام اداره کل استان"
  static let provinceCode = "کد استان"
  static let districtName = "نام اداره شهرستان / منطقه / ناحیه"
  static let districtCode = "کد منطقه"
  static let adminName = "نام کاربری مدیر سامانه"
  static let noticeBoard = "تابلو اعلانات"
  static func enterOpens(_ title: String) -> String { "Enter: «\(title)»" }
}
