public import Interchange
import Persian
import Store
import TerminalKit
import Training
public import UseCases

extension Phrases {
  enum Import {
    static let introduction = "خواندن معرفی‌نامه (Introduction)"
    static let path = "نشانی پرونده (XLSX یا CSV):"
    static let workbookPath = "نشانی پرونده (فقط XLSX):"
    static let pathHint = "Enter خواندن و بررسی — هنوز چیزی ثبت نمی‌شود؛ F3 نمونهٔ خالی فهرست."
    static let reading = "در حال خواندن و بررسی…"
    static let writing = "در حال ثبت…"
    static let row = "ردیف"
    static let subject = "نام"
    static let verdict = "نتیجه"
    static let reason = "دلیل"
    static let rejectedTitle = "ردیف‌های پذیرفته‌نشده"
    static let commit = "ثبت ردیف‌های درست"
    static let template = "نمونهٔ خالی فهرست"
    static let saveRejected = "ذخیرهٔ ردیف‌های نادرست"
    static func ofEveryRow(_ remark: String) -> String { "✗ همهٔ ردیف‌ها: \(remark)" }

    static let nothingToTake = "ردیف درستی برای ثبت نیست."
    static let nothingRejected = "همهٔ ردیف‌ها پذیرفته است."
    static let alreadyDone = "این فهرست ثبت شده است."

    static func summary(taken: Int, known: Int, refused: Int, isDone: Bool) -> String {
      let verb = isDone ? "ثبت شد" : "درست"
      let already = known == 0 ? "" : "، \(known.said) از پیش ثبت‌شده"
      return "\(taken.said) ردیف \(verb)\(already)، \(refused.said) ردیف نادرست"
    }

    /// A row of the file, with whom it is about where that could be read.
    static func line(_ number: Int, _ subject: String) -> String {
      subject.isEmpty ? "ردیف \(number.said)" : "ردیف \(number.said)، \(subject)"
    }

    static let doubtful = "! نامی دیگر"
    static func warned(_ count: Int) -> String {
      "نام \(count.said) ردیف با کدش نمی‌خواند (ستون دلیل)؛ برای ثبت همین‌ها یک بار دیگر بزنید."
    }

    static func question(_ count: Int) -> String { "\(count.said) ردیف درست ثبت شود؟" }
    static func saved(_ path: String) -> String { "ردیف‌های نادرست در این پرونده است: \(path)" }
  }

  enum Files {
    private static let name = "نام یا مسیر PDF، JPEG یا PNG، مانند \u{2066}~/scan.pdf\u{2069}"
    static let required = "بدون این پرونده ثبت نمی‌شود؛ \(name)"
    static let optional = "خالی یعنی بی فایل؛ \(name)"
    static func exists(_ path: String) -> String { "پرونده‌ای به این نام هست: \(path)" }
  }
}

extension ImportAnswer.Verdict {
  var name: String {
    switch self {
    case .taken: "✓ درست"
    case .known: "• از پیش ثبت‌شده"
    case .refused: "✗ نادرست"
    }
  }
}

extension ImportAnswer.Verdict {
  /// The tone of the remarks on a row: those on one that is taken in are warnings.
  var remarkTone: Tone { self == .refused ? .bad : .warning }
}

/// Any problem with reading a list, as one clear sentence.
public enum ImportProblem {
  public static func sentence(_ error: any Error) -> String {
    switch error {
    case let problem as FileProblem: problem.sentence
    case let problem as ListMapping.Problem: problem.sentence
    case let failure as Failure: failure.sentence
    case let error as StoreError: error.sentence
    default: "پرونده خوانده نشد: \(error)"
    }
  }
}

extension RowProblem {
  public var sentence: String {
    switch self {
    case .complaint(let field, let complaint):
      complaint.sentence(of: Self.names[field] ?? field)
    case .finding(let finding): finding.sentence
    }
  }

  private static let names = [
    "national-code": Phrases.People.nationalCode, "nationalCode": Phrases.People.nationalCode,
    "personnel-code": Phrases.People.personnelCode,
    "personnelCode": Phrases.People.personnelCode, "mobile": Phrases.People.mobile,
    "job-field": Phrases.Employment.jobField,
    "employment-kind": Phrases.Employment.employmentKind,
    "post-kind": Phrases.Employment.postKind,
    "teaching-field": Phrases.Employment.teachingField, "stage": Phrases.Employment.stage,
    "score": Phrases.Scores.score,
    "name": Phrases.People.firstName, "school": Phrases.People.school,
  ]
}

extension Training.Complaint {
  /// The sentence under the name of its field, which it may begin with itself.
  fileprivate func sentence(of field: String) -> String {
    sentence.hasPrefix(field) ? sentence : "\(field): \(sentence)"
  }
}

extension FileProblem {
  public var sentence: String {
    switch self {
    case .missing(let path): "پرونده‌ای به این نشانی نیست: \(path)"
    case .system(let path, let code): SystemFault(error: code).sentence(of: path)
    case .badName(let name):
      "«\u{2068}\(FileName.visible(name, limit: 60))\u{2069}» نام درستی برای پرونده نیست؛ حرف یا رقم بنویسید، بی نشانهٔ ناپیدا و بی نقطه در آغاز."
    case .exists(let path): "پرونده‌ای به نام \u{2066}\(path)\u{2069} هست و روی آن نوشته نمی‌شود."
    case .folderFull(let bytes, let limit):
      "پوشهٔ شما پر است: \((bytes >> 20).said) از \((limit >> 20).said) مگابایت. پرونده‌ای را پاک کنید."
    case .empty: "پرونده خالی است."
    case .tooLarge(let bytes, let limit):
      "پرونده \((bytes >> 20).said) مگابایت است؛ بیش از \((limit >> 20).said) مگابایت خوانده نمی‌شود."
    case .oldWorkbook:
      "این پرونده به قالب قدیمی .xls است. در اکسل با «Save as» آن را .xlsx کنید."
    case .encrypted: "پرونده رمز دارد. رمز آن را بردارید و دوباره بفرستید."
    case .webPage:
      "این پرونده صفحهٔ وب است، نه کارپوشه؛ آن را در اکسل باز کنید و به قالب .xlsx ذخیره کنید."
    case .notTable: "این پرونده کارپوشهٔ XLSX یا متن CSV نیست."
    case .damaged(let part): "پرونده ناقص یا خراب است (\(part)). دوباره آن را بگیرید."
    case .unsafeName(let name): "درون پرونده نام ناامنی هست: \(name)"
    case .tooManyParts(let count, let limit):
      "پرونده \(count.said) جزء دارد؛ بیش از \(limit.said) پذیرفته نیست."
    case .notAFile(let path):
      "«\u{2068}\(path)\u{2069}» پرونده‌ای معمولی نیست؛ پوشه و دستگاه خوانده نمی‌شود."
    case .outside(let folder): "تنها پرونده‌های پوشهٔ \u{2066}\(folder)\u{2069} گرفته می‌شود."
    case .bomb(let part, _, _): "جزء «\(part)» پس از باز شدن بیش از اندازه بزرگ می‌شود."
    case .documentType(let part): "جزء «\(part)» تعریف DOCTYPE دارد و خوانده نمی‌شود."
    case .malformed(let part, let offset):
      "ساختار جزء «\(part)» نادرست است (بایت \(offset.said))."
    case .noSheet(let name, let present):
      "برگه‌ای به نام «\(name)» نیست؛ برگه‌ها: \(Say.list(present))"
    case .tooWide(let row, let column, let limit):
      "ردیف \(row.said) در ستون \(column.said) مقدار دارد؛ بیش از \(limit.said) ستون خوانده نمی‌شود."
    case .tooManyRows(let limit): "بیش از \(limit.said) ردیف دارد."
    case .cancelled: "نوشتن پرونده نیمه‌کاره رها شد؛ چیزی نوشته نشد."
    case .notWorkbook: "فایل باید با فرمت XLSX باشد؛ فرمت XLS پذیرفته نیست."
    case .openQuote(let line): "گیومهٔ سطر \(line.said) بسته نشده است."
    case .noFont(let packages, let folders):
      "قلم فارسی برای PDF در \(Say.list(folders.map { $0.isolated(.ltr) })) نیست؛ یکی از این بسته‌ها را نصب کنید: "
        + Say.list(packages.map { $0.isolated(.ltr) })
    }
  }
}

extension ListMapping.Problem {
  public var sentence: String {
    switch self {
    case .noTitles(let searched):
      "سطر عنوان‌ها در \(searched.said) سطر نخست پیدا نشد. نمونه‌ای از عنوان‌ها: کد ملی، کد پرسنلی، نام."
    case .missingColumns(let titles, let row):
      "در سطر عنوان‌ها (\(row.said)) این ستون‌ها نیست: \(Say.list(titles))"
    case .doubledColumn(let title, _, let row):
      "در سطر عنوان‌ها (\(row.said)) ستون «\(title)» دو بار آمده است."
    }
  }
}

extension ListRecord.Problem {
  public var sentence: String { "\(title): \(fault.sentence)" }
}

extension ListRecord.Fault {
  var sentence: String {
    switch self {
    case .missing: "خالی است."
    case .notSplit(let count, let length):
      "سطر باید \(length.said) بخش با ویرگول میان آن‌ها داشته باشد؛ \(count.said) بخش دارد."
    case .notCode(let text, let digits): "«\(Digits.persian(text))» کد \(digits.said) رقمی نیست."
    case .notNumber(let text): "«\(text)» عدد نیست."
    case .outOfRange(let text, let least, let most):
      "«\(text)» در بازه نیست"
        + (least.map { "، دست‌کم \(Int($0).said)" } ?? "")
        + (most.map { "، دست‌بالا \(Int($0).said)" } ?? "") + "."
    case .notDay(let text): "«\(text)» تاریخ نیست. نمونه: ۱۴۰۳/۰۷/۰۵"
    case .notPaddedDay(let text): "«\(text)» باید به شکل ۱۴۰۳/۰۷/۰۵ باشد."
    case .notMinutes(let text): "«\(text)» ساعت نیست. نمونه: ۸:۳۰"
    case .notChoice(let text, _): "«\(text)» از مقدارهای این ستون نیست."
    case .tooLong(let count, let limit):
      "\(count.said) نویسه دارد؛ بیش از \(limit.said) پذیرفته نیست."
    case .repeated(let text, let firstRow):
      "«\(Digits.persian(text))» در ردیف \(firstRow.said) هم هست."
    case .spreadsheetError(let text): "خطای اکسل: \(text)"
    }
  }
}
