import Persian
import Store
public import Training
import UseCases

extension Phrases {
  /// Reports and charts of the oversight.
  enum OversightReports {
    static let title = "گزارش‌ها"
    static let subject = "گزارش"
    static let emptyIsAll = "عدم انتخاب = همه موارد"
    static let search = "جستجو"
    static let by = "بر حسب"
    static let agencies = "دستگاه‌های اجرایی"
    static let mode = "نحوه برگزاری دوره"
    static let requestedFrom = "تاریخ درخواست از"
    static let requestedTo = "تاریخ درخواست تا"
    static let endFrom = "تاریخ پایان از"
    static let endTo = "تاریخ پایان تا"
    static let total = "جمع"
    static let row = "ردیف"
    static let all = "مجموعی"
    static let chosen = "انتخاب"
    static let sumAll = "مجموع — مجموعی"
    static let sumChosen = "مجموع — انتخاب"
    static let courseSum = "مجموع دوره"
    static let everyState = "همه"
    static let spent = "هزینه‌شده"
    static let spentInYear = "هزینه‌شدهٔ سال"
    static let firstDay = "روز نخست برنامه"
    static let noInstructor = "بدون مدرس"
    static let saveWorkbook = "خروجی Excel"
    static let savePDF = "خروجی PDF"
    static let chart = "نمودار"
    static let compare = "مقایسه با سال پیش"
    static let figure = "شاخص"
    static let value = "مقدار"
    static let rowsBehind = "ردیف‌های پشت این عدد با Enter"
    static let number = "شماره"
    static let day = "تاریخ"
    static let attachment = "پیوست"
    static let inTheName = "باسمه تعالی"
    static let letterhead = [
      "ریاست جمهوری", "سازمان برنامه و بودجه کشور", "سازمان مدیریت و برنامه‌ریزی استان",
    ]

    static func ofQuarter(_ number: Int, _ name: String) -> String {
      let ordinal = ["اول", "دوم", "سوم", "چهارم"][number - 1]
      return "سه‌ماهه \(ordinal) — \(name)"
    }

    static func quarter(_ quarter: Quarter) -> String {
      let season = ["بهار", "تابستان", "پاییز", "زمستان"][quarter.number - 1]
      return "\(season) \(Digits.persian(quarter.year))"
    }

    static func chart(_ measure: ReportMeasure, by indicator: ReportIndicator) -> String {
      "\(measure.title) به تفکیک \(indicator.name)"
    }

    static func money(by indicator: ReportIndicator) -> String {
      "اعتبار و هزینهٔ آموزش به تفکیک \(indicator.name) (ریال)"
    }

    static func compared(_ measure: ReportMeasure) -> String { "\(measure.title): \(compare)" }
  }

  /// What the management looks at first.
  enum Overview {
    static let title = "نمای کلی مدیریت"
    static let subject = "موضوع"
    static let amount = "تعداد یا مبلغ"
    static let lateTitle = "سه‌ماهه‌های مهلت‌گذشتهٔ ارسال‌نشده"
    static let withoutBase = "دستگاه‌های بی اطلاعات پایهٔ امسال"
    static let extensions = "درخواست‌های تمدید سه‌ماهه"
    static let because = "دلیل دستگاه"
    static let planned = "اعتبار پیش‌بینی‌شدهٔ امسال (ریال)"
    static let spent = "اعتبار هزینه‌شدهٔ امسال (ریال)"
    static let due = "مهلت"
    static let daysLate = "روز گذشته"
    static let phone = "رابط"

    static func spent(_ share: Int?) -> String {
      share.map { "\(spent) — \($0.said)٪ اعتبار" } ?? spent
    }

    static func compared(_ measure: ReportMeasure) -> String {
      "\(measure.title): امسال، سال پیش"
    }

    static func both(_ now: Int, _ before: Int) -> String {
      let change =
        before == 0
        ? "" : "  (\(now >= before ? "+" : "−")\((abs(now - before) * 100 / before).said)٪)"
      return "\(Numbers.grouped(now))، \(Numbers.grouped(before))\(change)"
    }
  }

  /// Workbooks of completed courses.
  enum Upload {
    static func read(_ file: String, _ count: Int, rejected: Int) -> String {
      "\(isolated: file) — \(accepted): \(count.said)، \(Self.rejected): \(rejected.said)"
    }

    /// The eight rules of the guide, in its order.
    static let rules: [String] = {
      func list<Code: RawRepresentable>(_ all: [Code], _ name: (Code) -> String) -> String
      where Code.RawValue == Int {
        all.map { "\($0.rawValue.said) \(name($0))" }.joined(separator: "، ")
      }
      return [
        "فایل با فرمت XLSX باشد؛ XLS پذیرفته نیست.",
        "تاریخ شروع و پایان مانند ۱۴۰۰/۰۱/۰۱ نوشته شود.",
        "گروه دوره: " + list(CourseGroup.allCases) { $0.name },
        "نحوه اجرا: " + list(OversightMode.allCases) { $0.name },
        "مجری: " + list(Organiser.allCases) { $0.name },
        "پیش‌بینی شده در تقویم آموزشی: ۱ یا ۰",
        "ارزشیابی انجام شده: ۱ یا ۰",
        "گواهی صلاحیت مدرس: ۱ یا ۰",
      ]
    }()
    static func rule(_ number: Int) -> String { "قاعدهٔ \(number.said)" }

    static let title = "بارگذاری فایل اکسل"
    static let read = "خواندن فایل اکسل"
    static let template = "نمونهٔ خالی فایل"
    static let guide = "راهنمای فایل اکسل"
    static let past = "فایل‌های بارگذاری‌شده"
    static let switches = "فعال‌سازی فایل اکسل و پیوند ادارات"
    static let isOpen = "بارگذاری فایل"
    static let file = "نام فایل"
    static let moment = "زمان"
    static let accepted = "ردیف ثبت‌شده"
    static let rejected = "ردیف نادرست"
    static let code = "عدد"
    static let meaning = "معنی"
    static let groups = "گروه دوره"
    static let modes = "نحوه اجرا"
    static let organisers = "مجری دوره"
    static let flags = "پیش‌بینی، ارزشیابی، گواهی"
    static let offices = "ادارات آموزش و پرورش پیوندخورده"
    static let linkOffice = "پیوند با ادارهٔ آموزش و پرورش"
    static let unlinkOffice = "برداشتن پیوند"
    static let office = "اداره"
    static let linked = "پیوند برقرار شد."
    static let classes = "دوره‌های پایان‌یافتهٔ آموزش و پرورش"
    static let take = "ثبت به‌عنوان دورهٔ گذرانده شده"
    static let course = "دوره"
    static let interval = "پایان"
    static let learners = "نفر"
    static let offer = "وضعیت"
    static let ready = "آمادهٔ ثبت"

    static func taken(_ count: Int) -> String {
      "\(count.said) دوره ثبت شد؛ تفکیک مدیران را بازبینی و سپس برای تأیید ارسال نمایید."
    }
  }
}

extension OversightReport {
  public var name: String {
    switch self {
    case .comprehensive: "گزارش جامع"
    case .base: "گزارش اطلاعات پایه دستگاه"
    case .completed: "گزارش دوره‌های گذرانده شده"
    case .permits: "گزارش درخواست مجوز یا شرکت کارکنان در دوره آموزشی"
    case .requests: "گزارش درخواست مجوز دوره دستگاه‌های اجرایی"
    case .grouped: "گزارش به تفکیک شاخص"
    }
  }
}

extension ReportIndicator {
  public var name: String {
    switch self {
    case .agency: "دستگاه اجرایی"
    case .year: "سال کاری"
    case .quarter: "سه‌ماهه"
    case .group: "گروه دوره"
    case .mode: "نحوه برگزاری"
    case .organiser: "مجری دوره"
    case .instructor: "مدرس"
    case .state: "وضعیت"
    }
  }
}

extension ReportMeasure {
  public var title: String {
    switch self {
    case .permits: "درخواست مجوز"
    case .approvedPermits: "مجوز تأییدشده"
    case .courses: "دورهٔ گذرانده"
    case .persons: "شرکت‌کننده"
    case .managers: "مدیران"
    case .staff: "سایر کارکنان"
    case .personHours: "نفرساعت"
    case .planned: "اعتبار پیش‌بینی"
    case .spent: "اعتبار هزینه‌شده"
    case .evaluated: "٪ ارزشیابی"
    case .certified: "٪ مدرس دارای گواهی"
    case .inCalendar: "٪ در تقویم"
    }
  }
}

extension ReportGroup {
  public var name: String {
    switch self {
    case .agency(_, let name): name
    case .year(let year): Digits.persian(year)
    case .quarter(let quarter): Phrases.OversightReports.quarter(quarter)
    case .group(let group): group.name
    case .mode(let mode): mode.name
    case .organiser(let organiser): organiser.name
    case .instructor(nil, _): Phrases.OversightReports.noInstructor
    case .instructor(_, let name): name
    case .permitState(let state): "مجوز: \(state.name)"
    case .courseState(let state): "دوره: \(state.name)"
    }
  }
}

extension UploadLife.State {
  public var name: String {
    switch self {
    case .closed: "غیرفعال"
    case .open: "فعال"
    }
  }
}

extension UploadLife.Action {
  public var name: String {
    switch self {
    case .open: "فعال‌سازی بارگذاری اکسل"
    case .close: "غیرفعال‌سازی بارگذاری اکسل"
    }
  }
}

extension UploadReason {
  var sentence: String {
    switch self {
    case .notOpen: "امکان بارگذاری اکسل برای دستگاه شما فعال نشده است."
    case .rowsRefused(let count):
      "\(count.said) ردیف نادرست است و هیچ ردیفی ثبت نشد؛ F6 آن‌ها را برای اصلاح ذخیره می‌کند."
    case .group(let code): "عدد گروه دوره باید ۱ تا ۶ باشد، نه \(code.said)."
    case .mode(let code): "عدد نحوه اجرا باید ۱ تا ۳ باشد، نه \(code.said)."
    case .organiser(let code): "عدد مجری باید ۱ تا ۷ باشد، نه \(code.said)."
    case .instructorUnknown(let name):
      "مدرس «\(name)» در فهرست نیست؛ مدرک و رشتهٔ تحصیلی او را هم بنویسید."
    case .degree(let text): "«\(text)» از مدرک‌های تحصیلی فهرست نیست."
    case .instructorName(let name): "نام و نام خانوادگی مدرس هر دو لازم است: «\(name)»"
    case .officeLinked(let name): "«\(name)» با این دستگاه پیوند دارد."
    case .classTaken: "این کلاس پیش‌تر به‌عنوان دورهٔ گذرانده شده ثبت شده است."
    }
  }
}
