import Persian
public import Training

extension Remedy {
  public var sentence: String {
    switch self {
    case .correct(let topic): "\(topic.name) را درست کنید."
    case .raise(let topic, let quantity): "\(topic.name) را به \(quantity.said) برسانید."
    case .lower(let topic, let quantity): "\(topic.name) را به \(quantity.said) کاهش دهید."
    case .wait(let day): "از \(day.said) خودبه‌خود باز می‌شود."
    case .choose(let topic, let from, let to):
      "\(topic.name) را از \(from.said) تا \(to.said) برگزینید."
    case .chooseAnother(let topic): "\(topic.name) دیگری برگزینید."
    case .ask(let role): "از «\(role.name)» بخواهید."
    case .record(let topic): "نخست \(topic.name) را ثبت کنید."
    case .rank(let remedy): remedy.sentence
    case .askExtension:
      "در «\(Phrases.Oversight.years) › \(Phrases.Oversight.quarters)» همان سه‌ماهه را باز کنید و «\(AgencyQuarterLife.Action.ask.name)» را بزنید."
    case .updateAppointment:
      "در «اطلاعات فراگیر»، «به‌روزرسانی ابلاغ» را بزنید؛ با ثبت ابلاغ به دست کارشناس خطا رفع می‌شود."
    }
  }
}

extension Quantity {
  var said: String {
    switch self {
    case .count(let count): count.said
    case .minutes(let minutes): Say.duration(minutes)
    }
  }
}

extension Remedy.Topic {
  var name: String {
    switch self {
    case .course: "دوره"
    case .executionInterval: "بازهٔ زمانی اجرا"
    case .classCount: "تعداد کلاس"
    case .classCapacity: "ظرفیت کلاس"
    case .quota: "سهمیه"
    case .guestCapacity: "ظرفیت مهمان"
    case .enrolMethod: "روش ثبت‌نام"
    case .deliveryMode: "نحوهٔ برگزاری"
    case .conditions: "شرایط فراگیران"
    case .costProvision: "تأمین هزینه"
    case .factor: "عامل اجرایی"
    case .manager: "مدیر دوره"
    case .instructor: "مدرس"
    case .trainingClass: "کلاس"
    case .className: "نام کلاس"
    case .enrolmentInterval: "بازهٔ ثبت‌نام"
    case .classInterval: "تاریخ کلاس"
    case .place: "مکان"
    case .session: "جلسه"
    case .sessionTime: "ساعت جلسه"
    case .learner: "فراگیر"
    case .jobData: "اطلاعات شغلی (حکم و ابلاغ)"
    case .removalLetter: "درخواست کتبی حذف"
    case .enrolment: "ثبت‌نام"
    case .scores: "نمره‌ها"
    case .objections: "اعتراض‌ها"
    case .objectionPeriod: "مهلت اعتراض"
    case .requester: "واحد درخواست‌کننده"
    case .learnerCount: "آمار فراگیران"
    case .meeting: "جلسهٔ کمیته"
    case .memorandum: "تفاهم‌نامه"
    case .formOne: "فرم شمارهٔ ۱"
    case .priority: "اولویت"
    case .evaluation: "زمان ارزشیابی"
    case .placeLetter: "نامهٔ هماهنگی مکان"
    case .courseFile: "پروندهٔ دوره"
    case .content: "تأیید محتوای آموزشی در «آماده‌سازی دوره»"
    case .reason: "دلیل"
    case .password: "گذرواژه"
    case .account: "نام کاربری"
    case .person: "شخص"
    case .acceptance: "پذیرش شرایط"
    case .assessmentCentre: "کانون ارزیابی"
    case .assessmentWindow: "بازهٔ زمانی سنجش"
    case .assessmentOutcome: "نتیجه"
    case .originals: "رؤیت اصل مدارک"
    case .applicantPapers: "مدارک متقاضی"
    case .inquiryLetter: "نامه استعلام"
    case .securityReply: "پاسخ حراست"
    case .councilDecision: "تصمیم شورای تعیین صلاحیت"
    case .districtLetter: "نامه اداری منطقه"
    case .exam: "مشخصات آزمون"
    case .examMode: "نحوه برگزاری"
    case .questions: "سوال"
    case .nonLocalPermit: "تأیید استفاده از مدرس غیربومی"
    case .scan: "تصویر گواهینامه"
    case .calendarFile: "فایل تقویم مصوب"
    case .syllabusFile: "فایل سرفصل دوره"
    case .programmeFile: "فایل برنامه دوره"
    case .review: "بررسی شرایط چهارگانه"
    case .comparison: "مقایسهٔ پروندهٔ کتبی با سامانه"
    case .paySlip: "فیش حقوقی"
    case .agreedRate: "نرخ توافقی و قرارداد"
    case .payParts: "حق شغل، حق شاغل و حق مدیریت"
    case .financialParts: "پیوست‌های سند مالی"
    case .groupConfirmation: "تأیید کارگروه برنامه‌ریزی"
    case .recipient: "مهلت و واحد هزینه‌کننده"
    case .effectivenessData: "پاسخ‌ها، نمره‌ها یا ارقام این سطح"
    case .answers: "پاسخ همهٔ پرسش‌ها"
    case .questionnaire: "پرسش‌های پرسشنامه"
    case .cost: "هزینهٔ کل"
    case .courseFlags: "شرایط سطح ۳ و ۴ دوره"
    case .evidence: "مدرک"
    case .sources: "دادهٔ ذی‌نفعان"
    case .letter: "شماره و تاریخ نامه"
    case .opinion: "اظهارنظر کارشناسی"
    case .agenda: "دستور جلسه"
    case .entitlement: "رتبه و تاریخ استحقاق"
    }
  }
}
