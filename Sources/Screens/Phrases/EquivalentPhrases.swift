import Persian
public import Training

extension Phrases {
  enum Equivalents {
    static let title = "تایید دوره‌ها و فعالیت‌های معادل"
    static let own = "معرفی دوره‌ها و فعالیت‌های معادل"
    static let batches = "لیست‌های گروهی دوره‌های معادل"
    static let print = "لیست گروهی (Excel)"
    static let state = "وضعیت"
    static let year = "سال"
    static let kind = "گونه"
    static let hours = "ساعت دوره"
    static let institute = "مرکز/مؤسسهٔ مجری"
    static let interval = "زمان اجرا"
    static let from = "تاریخ شروع"
    static let to = "تاریخ پایان"
    static let certificate = "گواهینامه"
    static let number = "شمارهٔ گواهینامه"
    static let day = "تاریخ گواهینامه"
    static let score = "نمره"
    static let introduction = "شمارهٔ معرفی‌نامه"
    static let scan = "تصویر (اسکن) گواهینامه"
    static let saveScan = "ذخیرهٔ تصویر گواهینامه"
    static let original = "اصل گواهینامه رؤیت شد"
    static let notSeen = "هنوز رؤیت نشده است"
    static let course = "دورهٔ مصوب LTMS"
    static let code = "کد دوره"
    static let batch = "شمارهٔ لیست"
    static let batchDay = "تاریخ لیست"
    static let count = "تعداد"
    static let waiting = "در انتظار"
    static let onlyLearner = "دورهٔ معادل را فراگیر یا کارشناس منطقهٔ او ثبت می‌کند."
    static let learner = "کد پرسنلی یا کد ملی فراگیر"
    static let unknownLearner = "کسی با این کد در اداره‌های شما نیست."
    static let registeredForLearner =
      "دورهٔ معادل ثبت شد؛ Enter روی آن، سپس «بررسی و درج کد دوره»."
    static let registered =
      "دورهٔ معادل ثبت شد؛ با اصل گواهینامه به واحد آموزش نیروی انسانی محل خدمت بروید."
    static let sheetTitles = [
      "ردیف", "کد ملی", "کد پرسنلی", "نام", "نام خانوادگی", "کد دوره", "عنوان", "ساعت", "مؤسسه",
      "تاریخ شروع", "تاریخ پایان", "شماره گواهی",
    ]

    static func heading(_ batch: EquivalentBatch) -> String {
      "لیست گروهی دوره‌های معادل – شمارهٔ \(batch.number) – \(batch.day.said)"
    }

    static func answer(_ answer: Bool?, _ clause: Clause) -> String {
      let said = answer.map { $0 ? "✓ احراز شد" : "✗ احراز نشد" } ?? "– بررسی نشده"
      return "\(said) — \(clause.short)"
    }

    static func approveQuestion(_ count: Int) -> String {
      "\(count.said) دوره تأیید نهایی و در سوابق درج شود؟"
    }

    static func only(_ state: EquivalentLife.State) -> String {
      "فقط برای ردیف‌هایی که وضعیتشان «\(state.name)» است."
    }
  }
}

extension EquivalentLife.State {
  public var name: String {
    switch self {
    case .registered: "ثبت شده"
    case .removed: "حذف شده"
    case .confirmed: "تأیید منطقه"
    case .rejected: "رد شده"
    case .sent: "ارسال به استان"
    case .recorded: "درج در سوابق"
    }
  }
}

extension EquivalentLife.Action {
  public var name: String {
    switch self {
    case .register: "ثبت سابقهٔ دورهٔ معادل"
    case .edit: "ویرایش دورهٔ معادل"
    case .remove: "حذف دورهٔ معادل"
    case .review: "بررسی و درج کد دوره"
    case .confirm: "تایید اطلاعات"
    case .reject: "رد دورهٔ معادل"
    case .send: "ارسال لیست گروهی"
    case .approve: "تایید نهایی و درج در سوابق"
    case .decline: "عدم تأیید"
    }
  }
}

extension EquivalentCourse.Kind {
  var name: String {
    switch self {
    case .course: "دوره"
    case .activity: "فعالیت"
    }
  }
}

extension EquivalentCourse.Condition {
  var name: String {
    switch self {
    case .approvedTitle: "عنوان مصوب سازمان و تعریف‌شده در LTMS"
    case .approvedContent: "تطابق عنوان، ساعت و محتوا"
    case .approvedInstitute: "صلاحیت مؤسسه در سال اجرا"
    case .introduced: "معرفی محل خدمت و مجاز به شرکت"
    }
  }
}

extension EquivalentReason {
  var sentence: String {
    switch self {
    case .titleMissing: "عنوان دوره را بنویسید."
    case .instituteMissing: "مرکز/مؤسسهٔ مجری را بنویسید."
    case .hoursMissing: "ساعت دوره باید بیشتر از صفر باشد."
    case .intervalReversed(let from, let to):
      "تاریخ پایان (\(to.said)) نباید پیش از تاریخ شروع (\(from.said)) باشد."
    case .endsInFuture(let day): "تاریخ پایان دوره (\(day.said)) هنوز نرسیده است."
    case .scanMissing: "تصویر گواهینامه بارگذاری نشده است."
    case .notOwn: "هر کس دورهٔ معادل خودش را ثبت می‌کند، یا کارشناس منطقهٔ او."
    case .originalNotSeen: "اصل گواهینامه هنوز رؤیت نشده است."
    case .unanswered(let condition):
      "شرایط چهارگانه احراز نشده است: «\(condition.name)» بررسی نشده است."
    case .notMet(let condition): "شرایط چهارگانه احراز نشده است: «\(condition.name)»."
    case .courseUnknown: "کد دوره در فهرست دوره‌های LTMS نیست."
    case .hoursDiffer(let certificate, let course):
      "عنوان یا ساعت گواهینامه با دوره مصوب LTMS مطابقت ندارد: گواهینامه \(Say.duration(certificate))، دوره \(Say.duration(course))."
    case .titleDiffers(let certificate, let course):
      "عنوان گواهینامه «\(certificate)» است و عنوان دوره «\(course)»؛ مطابقت آن‌ها را بررسی کنید."
    case .recordedAlready: "این دوره برای همین سال در سوابق فراگیر هست."
    case .batchIncomplete: "شماره و تاریخ لیست را بنویسید؛ تاریخ از امروز دیرتر نباشد."
    case .nothingChosen: "دست‌کم یک ردیف را برگزینید."
    }
  }
}
