import Interchange
import Persian

/// Words of choosing a printer.
enum PrinterPhrases {
  static let title = "چاپ"
  static let choose = "چاپگر را برگزینید و Enter بزنید."
  static let waiting = "در انتظار پاسخ چاپگرها…"
  static let save = "ذخیرهٔ PDF در پرونده"

  static func item(_ printer: Printer) -> String {
    printer.name.isolated(.ltr) + (printer.isDefault ? "  — چاپگر پیش‌فرض" : "")
  }

  static func sent(to printer: String) -> String {
    "به چاپگر \(printer.isolated(.ltr)) فرستاده شد."
  }
}

extension PrintProblem {
  /// What to say of it.
  var sentence: String {
    switch self {
    case .noProgram(let program):
      "برنامهٔ چاپ (\(program.isolated(.ltr))) روی این رایانه نیست؛ بستهٔ \("cups-client".isolated(.ltr)) را نصب کنید یا برگ را به‌صورت PDF ذخیره کنید."
    case .noPrinter:
      "چاپگری روی این رایانه تعریف نشده است؛ برگ را به‌صورت PDF ذخیره کنید."
    case .refused(let program, let message):
      "چاپ نشد؛ پاسخ \(program.isolated(.ltr)): \(message.isolated(.ltr))"
    case .noAnswer(let program):
      "\(program.isolated(.ltr)) پاسخ نداد؛ چاپگر یا کارساز چاپ را ببینید یا برگ را به‌صورت PDF ذخیره کنید."
    case .file(let problem): SheetPhrases.said(problem)
    }
  }
}
