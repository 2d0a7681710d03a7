import Persian
public import TerminalKit

extension WidgetPhrases {
  /// Persian words for widgets in tests of widgets; the portal has its own.
  public static let forTests = WidgetPhrases(
    yes: "بله", no: "خیر", accept: "تأیید", cancel: "انصراف",
    quitLosesWork: "آنچه نوشته‌اید ذخیره نشده است. خارج می‌شوید؟",
    palette: "رفتن به / دستور", help: "راهنما", screenKeys: "دستورهای این صفحه",
    commonKeys: "کلیدهای همه‌جا", findings: "چرا؟", nothingFound: "چیزی پیدا نشد",
    noRows: "ردیفی نیست", filter: "پالایش", cancelling: "در حال توقف…", required: "لازم است",
    navigation: { $0.rawValue }, shell: { word(for: $0) },
    position: { row, count in
      "ردیف \(Digits.persian(row))" + (count.map { " از \(Digits.persian($0))" } ?? "")
    },
    selected: { "\(Digits.persian($0)) برگزیده" },
    progress: { $1 == 0 ? Digits.persian($0) : "\(Digits.persian($0)) از \(Digits.persian($1))" },
    typeToConfirm: { "برای تأیید بنویسید: \($0)" })

  private static func word(for command: ShellCommand) -> String {
    switch command {
    case .help: "راهنما"
    case .palette: "رفتن به"
    case .quit: "خروج"
    }
  }
}
