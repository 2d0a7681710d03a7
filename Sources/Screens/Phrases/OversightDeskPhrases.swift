import Persian
import Training
import UseCases

extension OversightMatter {
  /// What there is of it, with its number.
  func sentence(_ count: Int) -> String {
    let number = count.said
    return switch self {
    case .waitingPermits: "\(number) درخواست مجوز در انتظار تأیید"
    case .waitingCourses: "\(number) دورهٔ گذرانده شده در انتظار تأیید"
    case .proposedTitles: "\(number) پیشنهاد عنوان دوره"
    case .lateQuarters: "\(number) سه‌ماههٔ مهلت‌گذشتهٔ دستگاه‌ها"
    case .withoutBase: "\(number) دستگاه بی اطلاعات پایهٔ امسال"
    case .extensionsAsked: "\(number) درخواست تمدید سه‌ماهه"
    case .baseMissing: "ایجاد اطلاعات پایهٔ امسال"
    case .baseReopened: "\(number) اطلاعات پایهٔ بازگشایی‌شده"
    case .permitsReturned: "\(number) درخواست مجوز نیازمند اصلاح"
    case .coursesReturned: "\(number) دورهٔ عودت‌شده برای اصلاح"
    }
  }
}

extension Phrases.Overview {
  /// What it is called beside its number.
  static func name(of matter: OversightMatter) -> String {
    switch matter {
    case .waitingPermits: Phrases.Oversight.permitQueue
    case .waitingCourses: Phrases.Oversight.completedQueue
    case .proposedTitles: "پیشنهادهای عنوان دوره"
    case .lateQuarters: "سه‌ماهه‌های مهلت‌گذشته"
    case .withoutBase: withoutBase
    case .extensionsAsked: extensions
    case .baseMissing, .baseReopened: Phrases.Oversight.years
    case .permitsReturned: Phrases.Oversight.permitsReturned
    case .coursesReturned: Phrases.Oversight.completedReturned
    }
  }
}

extension Phrases {
  /// What comes next with a record of the oversight, for whoever looks at it.
  enum OversightNext {
    static let label = "گام بعد"
    private static let withManagement = "در انتظار مدیریت است؛ کاری با شما نیست."

    static func step(_ state: AgencyYearLife.State, for role: Role) -> String? {
      switch (state, role) {
      case (.registered, .liaison):
        "سه‌ماهه‌ها را در «\(Oversight.quarters)» بنویسید؛ اطلاعات پایه را با «\(AgencyYearLife.Action.send.name)» بفرستید."
      case (.sent, .liaison): "سه‌ماهه‌ها را در «\(Oversight.quarters)» بنویسید و تأیید کنید."
      case (.registered, .oversight): "دستگاه هنوز نفرستاده است."
      case (.sent, .oversight): "اگر اصلاحی لازم است «\(AgencyYearLife.Action.reopen.name)»."
      default: nil
      }
    }

    static func step(
      _ state: AgencyQuarterLife.State, isAsked: Bool, for role: Role
    ) -> String? {
      switch (state, role) {
      case (_, .liaison) where isAsked: "درخواست تمدید نزد مدیریت است؛ تا پاسخ آن کاری با شما نیست."
      case (_, .oversight) where isAsked:
        "دستگاه فرصت تازه خواسته است: «\(AgencyQuarterLife.Action.extend.name)» یا «\(AgencyQuarterLife.Action.decline.name)»."
      case (.empty, .liaison): "ارقام را با «\(AgencyQuarterLife.Action.update.name)» بنویسید."
      case (.registered, .liaison):
        "اگر ارقام درست است «\(AgencyQuarterLife.Action.confirm.name)»؛ پس از آن ویرایش بسته می‌شود."
      case (.overdue, .liaison):
        "با «\(AgencyQuarterLife.Action.ask.name)» از مدیریت نظارت استان فرصت تازه بخواهید."
      case (.sent, .liaison): "فرستاده شده است؛ کاری با شما نیست."
      case (.empty, .oversight), (.registered, .oversight): "دستگاه هنوز نفرستاده است."
      case (.overdue, .oversight), (.sent, .oversight):
        "برای فرصت دوباره «\(AgencyQuarterLife.Action.extend.name)»."
      default: nil
      }
    }

    static func step(_ state: PermitLife.State, for role: Role) -> String? {
      switch (state, role) {
      case (.draft, .liaison): "با «\(PermitLife.Action.send.name)» به مدیریت بفرستید."
      case (.returned, .liaison): "دلیل مدیریت را ببینید، ویرایش کنید و دوباره بفرستید."
      case (.waiting, .liaison): withManagement
      case (.approved, .liaison):
        "پس از پایان دوره، آن را در «\(Oversight.completed)» با F4 ثبت کنید."
      case (.rejected, .liaison): "این درخواست بسته است؛ در صورت نیاز درخواست تازه‌ای ایجاد کنید."
      case (.waiting, .oversight): "تأیید، عودت برای اصلاح یا رد کنید."
      case (.draft, .oversight), (.returned, .oversight): "دستگاه هنوز نفرستاده است."
      default: nil
      }
    }

    static func step(
      _ state: CompletedCourseLife.State, isReturned: Bool, for role: Role
    ) -> String? {
      switch (state, role) {
      case (.registered, .liaison):
        isReturned
          ? "دلیل مدیریت را ببینید، ویرایش کنید و دوباره بفرستید."
          : "با «\(CompletedCourseLife.Action.send.name)» به مدیریت بفرستید."
      case (.waiting, .liaison): withManagement
      case (.waiting, .oversight): "تأیید تکمیل اطلاعات یا عودت برای اصلاح."
      case (.registered, .oversight): "دستگاه هنوز نفرستاده است."
      default: nil
      }
    }

    static let yearsEmpty = "اطلاعات پایه‌ای ثبت نشده است. با F4 «ایجاد اطلاعات پایه» آغاز کنید."
    static let permitsEmpty = "درخواستی نیست. پیش از هر دوره با F4 درخواست مجوز ایجاد کنید."
    static let completedEmpty =
      "دوره‌ای ثبت نشده است. با F4 از میان مجوزهای تأییدشده یکی را برگزینید."
    static let nothingWaits = "چیزی در انتظار نیست."
    static let nothingReturned = "چیزی برای اصلاح نمانده است."
    static let nothingYet = "دستگاه‌ها هنوز چیزی ثبت نکرده‌اند."
    static let agenciesEmpty = "دستگاهی ثبت نشده است. با F4 «ایجاد دستگاه» آغاز کنید."
    static let liaisonsEmpty = "حسابی نیست. در «دستگاه‌های اجرایی» با F8 رابط یا مدیر بسازید."
    static let coursesEmpty = "عنوانی نیست. با F4 عنوان دوره را بیفزایید."
    static let instructorsEmpty = "مدرسی نیست. با F4 مدرس بیفزایید."
    static let fieldsEmpty = "رشته‌ای نیست. با F4 رشته بیفزایید."
    static let nobodyAsks = "درخواست تمدیدی در انتظار پاسخ نیست."
    static let quarterAllZero =
      "ذخیره شد؛ همهٔ رقم‌ها صفر است. اگر درست نیست دوباره «بروزرسانی» کنید."
    static let nobodyLate = "هیچ سه‌ماهه‌ای عقب نمانده است."
    static let allHaveBase = "همهٔ دستگاه‌ها اطلاعات پایهٔ امسال را دارند."
    static let reportEmpty = "با این پالایش ردیفی نیست. Esc بزنید و پالایش را بازتر کنید."
    static let classesEmpty =
      "کلاس پایان‌یافته‌ای نیست. پیوند با ادارات را مدیریت نظارت استان برقرار می‌کند."
    static let quarterSaved = "ذخیره شد؛ اگر ارقام درست است «تأیید اطلاعات» را بزنید."
    static let permitSaved = "ذخیره شد؛ با F8 «ارسال برای تأیید» کنید."
  }
}
