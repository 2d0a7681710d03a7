import Persian
import Training

/// Words of the preview of letters and forms.
enum LetterPhrases {
  static func help(_ command: LetterScreen.Command) -> String {
    switch command {
    case .number: "شماره و تاریخ"
    case .saveWorkbook: "جدول در Excel"
    case .saveTable: "جدول در CSV"
    case .saveText: "ذخیرهٔ متن"
    case .savePDF: "ذخیرهٔ PDF"
    case .print: "چاپ"
    }
  }

  static let number = "شمارهٔ نامه:"
  static let date = "تاریخ نامه:"
  static let attachment = "پیوست:"
  static let find = "جست‌وجو:"
  static let notFound = "در این برگ‌ها نیست."
  static let noNumber = "این فرم نامه نیست و شماره نمی‌گیرد."
  static let noTable = "این برگ جدولی ندارد."

  static func place(_ page: Int, of pages: Int, letters: Int) -> String {
    let count = letters > 1 ? "، \(letters.said) برگ جدا" : ""
    return "A4، صفحهٔ \(page.said) از \(pages.said)\(count)"
  }

  /// A fault of a layout with its file and line, for whoever keeps the layouts.
  static func said(_ problem: LayoutProblem) -> String {
    let place = "\u{2066}\(problem.file)\u{2069}"
    let line = problem.line == 0 ? place : "\(place)، سطر \(problem.line.said)"
    return "\(line): \(said(problem.reason))"
  }

  private static func said(_ reason: LayoutProblem.Reason) -> String {
    switch reason {
    case .unknownBlock(let text): "«\(text)» شناخته نشد."
    case .incomplete(let block): "بخش \u{2066}\(block)\u{2069} کامل نیست."
    case .missingSign(let sign): "نشانهٔ «\(String(sign))» در این سطر نیست."
    case .badPlaceholder(let text): "جای \u{2066}\(text)\u{2069} درست نوشته نشده است."
    case .unknownName(let name): "مقداری به نام \u{2066}{\(name)}\u{2069} نیست."
    case .wrongKind(let name): "مقدار \u{2066}{\(name)}\u{2069} در این جا نمی‌آید."
    case .missingValue(let name): "مقدار \u{2066}{\(name)}\u{2069} ثبت نشده است."
    case .notSupplied(let name): "مقدار \u{2066}{\(name)}\u{2069} آماده نشده است."
    case .noTitle: "عنوان ندارد."
    }
  }
}

extension Print {
  /// The paper as menus call it.
  var name: String {
    switch self {
    case .coursePermit: Phrases.Prints.coursePermit
    case .announcement: "چاپ اطلاعیهٔ دوره"
    case .classList: Phrases.Prints.classList
    case .attendanceList: Phrases.Prints.attendanceList
    case .attendanceSlips: Phrases.Prints.slips
    case .instructorReminder: Phrases.Prints.reminder
    case .introductionLetter: "معرفی‌نامه"
    case .missionOrder: "برگ مأموریت"
    case .certificate: "گواهینامه"
    case .applicantReceipt: Phrases.Applicants.receipt
    case .securityInquiry: Phrases.Applicants.printInquiry
    }
  }
}

extension Phrases {
  /// Titles of the papers of a class.
  enum Prints {
    static let coursePermit = "چاپ مجوز دوره"
    static let oversightPermit = "چاپ درخواست مجوز"
    static let appointments = "ابلاغ عوامل اجرایی"
    static let classList = "مشخصات فراگیران/نمره"
    static let attendanceList = "لیست حضور و غیاب"
    static let slips = "برگه‌های کوچک حضور و غیاب"
    static let reminder = "یادآوری زمان کلاس به مدرس"
    static let form2 = "فرم شماره ۲"
    static let form3 = "فرم شماره ۳"
    static let formOne = "چاپ فرم شمارهٔ ۱"
    static let memorandum = "چاپ تفاهم‌نامه"
    static let folderA = "چاپ یکجای پروندهٔ الف"
    static let folderB = "چاپ فهرست پروندهٔ ب"
    static let form4 = "فرم شماره ۴"
    static let financial = "چاپ فرم‌های ۱ تا ۴ مالی"
    static let dailyReport = "چاپ گزارش روزانه"
    static let contract = "چاپ فرم قرارداد"
  }
}
