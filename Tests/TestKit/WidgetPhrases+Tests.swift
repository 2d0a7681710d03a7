public import TerminalKit

extension WidgetPhrases {
  /// Persian words for widgets in tests of widgets; the portal has its own.
  public static let forTests = WidgetPhrases(
    yes: "بله", no: "خیر", accept: "تأیید", cancel: "انصراف",
    quitLosesWork: "آنچه نوشته‌اید ذخیره نشده است. خارج می‌شوید؟",
    palette: "رفتن به / دستور", help: "راهنما", screenKeys: "دستورهای این صفحه",
    commonKeys: "کلیدهای همه‌جا", findings: "چرا؟", nothingFound: "چیزی پیدا نشد",
    noRows: "ردیفی نیست", filter: "پالایش", cancelling: "در حال توقف…", required: "لازم است",
    months: [
      "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی",
      "بهمن", "اسفند",
    ],
    weekdays: ["ش", "ی", "د", "س", "چ", "پ", "ج"],
    number: { persian($0) }, navigation: { $0.rawValue }, shell: { word(for: $0) },
    position: { "ردیف \(persian($0)) از \(persian($1))" },
    selected: { "\(persian($0)) برگزیده" },
    progress: { $1 == 0 ? persian($0) : "\(persian($0)) از \(persian($1))" },
    typeToConfirm: { "برای تأیید بنویسید: \($0)" })

  private static func word(for command: ShellCommand) -> String {
    switch command {
    case .help: "راهنما"
    case .palette: "رفتن به"
    case .quit: "خروج"
    }
  }

  private static func persian(_ number: Int) -> String {
    String(
      String.UnicodeScalarView(
        String(number).unicodeScalars.map { scalar in
          (0x30...0x39).contains(scalar.value)
            ? Unicode.Scalar(scalar.value + 0x6C0) ?? scalar : scalar
        }))
  }
}
