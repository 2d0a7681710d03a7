import Persian
public import Training

extension Phrases {
  /// Evidence of ranking cases.
  enum Evidence {
    static let title = "مستندات و مدارک پرونده"
    static let kind = "نوع مدرک"
    static let name = "عنوان"
    static let day = "تاریخ مدرک"
    static let state = "وضعیت"
    static let authority = "مرجع صادرکننده"
    static let topics = "موضوع"
    static let file = "تصویر یا فایل مدرک"
    static let saveFile = "ذخیرهٔ فایل مدرک"
    static let noRow = "در هیچ ردیف جدول نمی‌گنجد"
    static let printing = "نوبت چاپ"
    static let revised = "بازنگری در چاپ تازه"
    static let speakers = "سخنرانان خارجی"
    static let countries = "کشورهای خارجی"
    static let bookKind = "نوع کتاب (گروه آموزشی)"
    static let related = "مرتبط با رشتهٔ فعالیت"
    static let revisionConfirmed = "تأیید بازنگری (گروه تخصصی)"
    static let approved = "تأیید کارگروه تخصصی در"
    static let authenticated = "صحت‌سنجی شد در"
    static let importance = "اهمیت"
    static let generality = "فراگیری"
    static let quantity = "کمیت"
    static let casePoints = "امتیاز معیارها"
    static let claimed = "خوداظهاری"
    static let giver = "امتیازدهنده"

    static func answer(_ answer: Bool?) -> String {
      answer.map { $0 ? Phrases.yes : Phrases.no } ?? "–"
    }

    static func said(_ mark: RankingEvidence.Mark) -> String {
      "\(mark.points.said) (اهمیت \(mark.importance.said)، فراگیری \(mark.generality.said)، کمیت \(mark.quantity.said))"
    }

    static func ceiling(_ maximum: Fraction?) -> String {
      maximum.map { "سقف این ردیف \($0.said) است." } ?? "این ردیف سقفی ندارد."
    }
  }
}

extension EvidenceOutlook {
  var sentence: String {
    switch self {
    case .noRow: "در هیچ ردیف جدول امتیاز نمی‌گنجد: امتیازی ندارد و تنها در شرط‌های رتبه دیده می‌شود."
    case .noPoints(let indicator): "امتیاز ردیف «\(indicator)» هنوز در جدول تعریف نشده است."
    case .earlier(let from):
      "پیش از رتبهٔ فعلی است: خارج از بازه رتبه فعلی (از \(from.said))، بی امتیاز."
    case .reprint: "چاپ دوم و بعد بدون بازنگری امتیازی ندارد."
    }
  }
}

extension WorkTopic {
  var name: String {
    switch self {
    case .taught: "دروس مورد تدریس"
    case .education: "مسائل آموزش و پرورش"
    case .studied: "رشتهٔ تحصیلی"
    }
  }
}

extension RankingEvidence.Review.BookKind {
  var name: String {
    switch self {
    case .unknown: "تعیین نشده"
    case .authored: "تألیف"
    case .compiled: "گردآوری"
    case .translated: "ترجمه"
    }
  }
}

extension EvidenceLife.State {
  public var name: String {
    switch self {
    case .uploaded: "بارگذاری شده"
    case .removed: "حذف شده"
    case .confirmed: "تأیید شده"
    case .rejected: "رد شده"
    case .scored: "امتیاز داده شد"
    }
  }
}

extension EvidenceLife.Action {
  public var name: String {
    switch self {
    case .upload: "بارگذاری مدرک"
    case .edit: "ویرایش مدرک"
    case .remove: "حذف مدرک"
    case .review: "بررسی گروه آموزشی و صحت‌سنجی"
    case .confirm: "تأیید اصالت"
    case .reject: "رد اصالت"
    case .score: "امتیازدهی"
    }
  }
}
