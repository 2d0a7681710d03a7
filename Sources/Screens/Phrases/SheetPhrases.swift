import Interchange
import Persian

/// Words of the screen that shows and saves lists.
enum SheetPhrases {
  static func help(_ command: SheetScreen.Command) -> String {
    switch command {
    case .nextSheet: "برگ بعدی"
    case .turn: "چرخاندن کاغذ"
    case .saveWorkbook: "ذخیرهٔ Excel"
    case .saveTable: "ذخیرهٔ CSV"
    case .saveText: "ذخیرهٔ متن"
    case .savePDF: "ذخیرهٔ PDF"
    case .print: "چاپ"
    }
  }

  static let onlySheet = "همین یک برگ است."
  static let path = "نام پرونده:"
  static let pathHint = "Enter نوشتن پرونده — Esc بستن"
  static let replace = "جایش نوشته شود"
  static func isThere(_ path: String) -> String {
    "پروندهٔ \u{2066}\(path)\u{2069} هست. جایش نوشته شود؟"
  }

  static let saving = "ذخیرهٔ پرونده"

  static func saved(_ path: String) -> String { "ذخیره شد: \u{2066}\(path)\u{2069}" }
  /// What is wrong when a file cannot be written.
  static func said(_ problem: FileProblem) -> String {
    switch problem {
    case .system(let path, let code):
      "در \u{2066}\(path)\u{2069} نمی‌توان نوشت (خطای \(Int(code).said))؛ جای دیگری را بنویسید."
    case .noFont, .cancelled, .badName, .outside, .notAFile: problem.sentence
    case .missing(let folder):
      "پوشه‌ای به نشانی \u{2066}\(folder)\u{2069} نیست؛ جای دیگری را بنویسید."
    case .tooManyRows(let limit): "بیش از \(limit.said) ردیف در یک برگ جا نمی‌گیرد."
    default: "پرونده نوشته نشد؛ جای دیگری را بنویسید."
    }
  }

  static func foot(_ page: Int, of pages: Int) -> String {
    "صفحهٔ \(page.said) از \(pages.said)"
  }

  static func paper(isAcross: Bool, pages: Int, continues: Bool = false) -> String {
    "A4 \(isAcross ? "افقی" : "عمودی")، \(pages.said) صفحه"
      + (continues ? "  —  ادامهٔ سطرها با کلید چپ" : "")
  }
}
