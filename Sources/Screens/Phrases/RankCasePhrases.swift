import Persian
public import Training

extension RankCaseReason {
  var sentence: String {
    switch self {
    case .notOwn: "این کار فقط با خود متقاضی است."
    case .roundClosed: "زمان ثبت درخواست رتبه‌بندی فرا نرسیده یا به پایان رسیده است."
    case .liveCase: "پروندهٔ رتبه‌بندی دیگری از شما در جریان است."
    case .noticeNotAccepted:
      "شرکت در رتبه‌بندی حقی ایجاد نمی‌کند؛ این اطلاعیه باید پذیرفته شود."
    case .notNextRank(let rank?): "در این مرحله فقط رتبهٔ «\(rank.name)» درخواست می‌شود."
    case .notNextRank(nil): "بالاتر از رتبهٔ شما رتبه‌ای نیست."
    case .notHeldRank(let rank?): "ارزیابی مجدد برای رتبهٔ کنونی («\(rank.name)») است."
    case .notHeldRank(nil): "رتبه‌ای ثبت نشده است که دوباره ارزیابی شود."
    case .rankHeldAlready: "در مرحلهٔ استقرار فقط کسی که رتبه ندارد درخواست می‌دهد."
    case .notDue(let day?): "از ارزیابی پیشین (\(day.said)) هنوز سه سال نگذشته است."
    case .notDue(nil): "زمان ارزیابی مجدد نرسیده است."
    case .evidenceMissing: "دست‌کم یک مدرک باید بارگذاری شود."
    case .evidenceUndecided(let count): "اصالت \(count.said) مدرک هنوز تأیید یا رد نشده است."
    case .sourcesMissing(let count): "دادهٔ \(count.said) ذی‌نفع الزامی این رتبه گردآوری نشده است."
    case .notApprovedAssessor: "فقط ارزیاب حرفه‌ای تأییدشده‌ای که پرونده به او سپرده شده گزارش می‌دهد."
    case .reportMissing: "گزارش ارزیاب حرفه‌ای ثبت نشده است."
    case .boardMissing: "هیأت ممیزهٔ صالح برای این پرونده تشکیل نشده است."
    case .notReferred: "این پرونده به هیأت ارجاع نشده است."
    case .noMajority(let inFavour, let present):
      "اکثریت حاصل نشده است: \(inFavour.said) رأی موافق از \(present.said) عضو حاضر."
    case .notConfirmed: "رأی هیأت پس از تأیید رئیس هیأت اجرا می‌شود."
    case .minimaMissed: "حداقل امتیاز این رتبه کسب نشده است."
    case .minimaReached: "حداقل امتیاز کسب شده و هیأت موافق است."
    case .minimaUndefined: "جدول حداقل امتیاز برای این رتبه تعریف نشده است."
    case .letterMissing: "شماره و تاریخ نامه باید ثبت شود."
    case .appealLate(let last): "مهلت ده‌روزه اعتراض به پایان رسیده است. (تا \(last.said))"
    case .rankMissing: "رتبه‌ای تعیین نشده است."
    case .notChair: "این کار فقط با رئیس هیأت است."
    case .notCentral: "تأیید یا لغو رتبه پس از بازبینی فقط با هیأت ممیزهٔ مرکزی است."
    case .otherState: "پرونده در وضعیت دیگری است."
    case .suspended: "پرونده تا تعیین تکلیف در هیئت بدوی رسیدگی به تخلفات اداری متوقف است."
    case .noQuorum(let present, let needed):
      "جلسه به حد نصاب دوسوم اعضا نرسیده است. (\(present.said) از \(needed.said) لازم)"
    case .quorumThere: "جلسه به حد نصاب رسیده است."
    case .notInvitedByChair: "دعوت به جلسه فقط با رئیس یا نایب رئیس هیأت است."
    case .agendaEmpty: "دستور جلسه خالی است."
    case .membersMissing: "هیأت عضوی ندارد؛ ترکیب آن باید ثبت شود."
    case .votesMissing(let count): "\(count.said) رأی حاضران هنوز ثبت نشده است."
    case .dayPassed(let day): "روز جلسه (\(day.said)) گذشته است."
    case .dayAhead(let day): "روز جلسه (\(day.said)) نرسیده است."
    case .textMissing: "شرح باید نوشته شود."
    case .opinionMissing: "اظهارنظر کارشناسی هیأت ممیزه ثبت نشده است."
    case .noHigherBoard: "بالاتر از این هیأت مرجعی نیست؛ رأی آن قطعی است."
    case .wrongKind: "موضوع این اعتراض راه رسیدگی دیگری دارد."
    case .notPresent: "این عضو در جلسه حاضر نیست."
    case .ownCase: "عضو هیأت در پروندهٔ خود رأی نمی‌دهد."
    case .notFirstDemotion: "این تنزل نوبت نخست نیست."
    case .firstDemotion: "این تنزل نوبت نخست است."
    case .retrainingOpen: "دورهٔ بازآموزی در جریان است."
    case .retrainingNotPassed: "گذراندن دورهٔ بازآموزی ثبت نشده است."
    case .answerMissing: "پاسخ باید نوشته شود."
    case .outsideBoard: "این پرونده در صلاحیت این هیأت نیست."
    case .toolNotConfirmed: "روایی و پایایی این ابزار تأیید نشده است."
    case .assessorThere: "این ارزیاب پیش‌تر ثبت شده است."
    case .unitUnfit: "سطح هیأت با این واحد سازمانی نمی‌خواند."
    case .boardThere: "این واحد سازمانی هیأت دارد."
    case .memberThere: "این شخص در همین زمان عضو این هیأت است."
    case .chairThere: "هیأت در این زمان رئیس دارد."
    case .decreeMissing: "حکم هنوز صادر نشده است."
    case .votedOn:
      "رأی‌گیری دربارهٔ این پرونده آغاز شده است؛ ضریب‌ها تا پیش از نخستین رأی نوشته می‌شوند."
    case .coefficientOutside(let factor, let least, let most):
      "ضریب \(factor.said) بیرون از بازهٔ \(least.said) تا \(most.said) است."
    case .coefficientUnexplained: "دلیل ضریب باید نوشته شود."
    case .characteristicMissing(let it):
      "«\(it.name)» در این پرونده نوشته نشده است؛ ضریبی هم برای آن نوشته نمی‌شود."
    case .onAgenda: "این موضوع در دستور جلسهٔ دیگری است."
    }
  }
}

extension RankingLife.State {
  public var name: String {
    switch self {
    case .draft: "پیش‌نویس"
    case .registered: "ثبت شده"
    case .collecting: "در حال گردآوری"
    case .verified: "تأیید اولیه"
    case .assessed: "ارزیابی شده"
    case .referred: "ارجاع شده"
    case .rankSet: "رتبه تعیین شد"
    case .notReached: "عدم احراز حد نصاب"
    case .notified: "ابلاغ شده"
    case .appealed: "در اعتراض"
    case .final: "قطعی"
    case .decreed: "حکم صادر شد"
    case .suspended: "متوقف"
    case .closed: "مختومه"
    case .cancelled: "لغو شده"
    }
  }
}

extension RankingLife.Action {
  public var name: String {
    switch self {
    case .create: "ایجاد درخواست"
    case .edit: "ویرایش درخواست"
    case .submit: "ثبت درخواست"
    case .collect: "گردآوری داده از ذی‌نفعان"
    case .verify: "تأیید اصالت"
    case .sendBack: "عودت برای تکمیل"
    case .assess: "گزارش ارزیاب حرفه‌ای"
    case .refer: "ارجاع به دبیرخانه"
    case .award: "رأی هیأت: رتبه"
    case .deny: "رأی هیأت: عدم احراز"
    case .notify: "ابلاغ"
    case .appeal: "اعتراض"
    case .resolve: "نتیجهٔ اعتراض"
    case .decree: "صدور حکم کارگزینی"
    case .suspend: "احراز اطلاعات خلاف واقع"
    case .clear: "تبرئه / نتیجه قطعی"
    case .convict: "محکومیت"
    case .cancel: "لغو رتبه"
    case .uphold: "تأیید رتبه پس از بازبینی"
    case .adjust: "ضریب ویژگی‌ها"
    }
  }
}

extension CaseCoefficient.Characteristic {
  var name: String {
    switch self {
    case .region: Phrases.Ranking.region
    case .stage: Phrases.Ranking.stage
    case .field: Phrases.Ranking.field
    case .hours: Phrases.Ranking.weekly
    case .school: Phrases.Ranking.school
    case .place: "شرایط بوم و ویژگی‌های دیگر"
    }
  }
}

extension AppealLife.State {
  public var name: String {
    switch self {
    case .registered: "ثبت شده"
    case .inBoard: "در بررسی هیأت"
    case .inHigherBoard: "در هیأت بالاتر"
    case .upheld: "وارد"
    case .dismissed: "غیروارد"
    case .amended: "مختومه – رتبه اصلاح شد"
    case .closed: "مختومه"
    }
  }
}

extension AppealLife.Action {
  public var name: String {
    switch self {
    case .register: "ثبت اعتراض"
    case .takeOpinion: "اخذ نظر کارگروه/ارزیاب"
    case .refer: "ارجاع به هیأت بالاتر"
    case .accept: "رأی: وارد"
    case .dismiss: "رأی: غیروارد"
    case .determine: "تعیین رتبه استحقاقی"
    case .close: "مختومه کردن"
    }
  }
}

extension Appeal.Kind {
  public var name: String {
    switch self {
    case .process: "روند ارزیابی کارگروه/ارزیاب"
    case .points: "محاسبه امتیازات"
    case .rank: "رتبه تعیین‌شده"
    }
  }
}

extension PersonRankLife.State {
  public var name: String {
    switch self {
    case .valid: "رتبه معتبر"
    case .due: "سررسید ارزیابی مجدد"
    case .demoted: "تنزل نوبت اول"
    case .left: "خروج از رسته آموزشی و فرهنگی"
    case .ended: "پایان‌یافته"
    }
  }
}

extension PersonRankLife.Action {
  public var name: String {
    switch self {
    case .confirm: "تأیید مجدد رتبه"
    case .demote: "تنزل رتبه"
    case .startRetraining: "شروع بازآموزی"
    case .finishRetraining: "پایان بازآموزی"
    case .supersede: "جایگزینی با رتبهٔ تازه"
    case .stop: "توقف فوق‌العادهٔ رتبه‌بندی"
    }
  }
}

extension MeetingLife.State {
  public var name: String {
    switch self {
    case .invited: "دعوت شده"
    case .official: "رسمی"
    case .notHeld: "تشکیل نشد"
    case .voted: "رأی‌گیری شد"
    case .confirmed: "ابلاغ برای اجرا"
    }
  }
}

extension MeetingLife.Action {
  public var name: String {
    switch self {
    case .invite: "دعوت به جلسه"
    case .plan: "افزودن به دستور جلسه"
    case .attend: "ثبت حاضران"
    case .cast: "ثبت رأی"
    case .vote: "پایان رأی‌گیری"
    case .confirm: "تأیید رئیس هیأت"
    }
  }
}

extension BoardLevel {
  public var name: String {
    switch self {
    case .district: "شهرستان/منطقه/ناحیه"
    case .province: "استانی"
    case .central: "مرکزی"
    }
  }
}

extension BoardMember.Part {
  public var name: String {
    switch self {
    case .chair: "رئیس"
    case .viceChair: "نایب رئیس"
    case .member: "عضو"
    }
  }
}

extension BoardBallot {
  public var name: String {
    switch self {
    case .inFavour: "موافق"
    case .against: "مخالف"
    case .abstained: "ممتنع"
    }
  }
}

extension AgendaItem.Result {
  /// What came of an item, or what it waits for at this point of its meeting.
  func name(in state: MeetingLife.State) -> String {
    switch (self, state) {
    case (.approved, _): "تصویب شد"
    case (.notApproved, _): "تصویب نشد"
    case (.open, .invited): "در دستور جلسه"
    case (.open, .official): "در حال رأی‌گیری"
    case (.open, .notHeld): "جلسه تشکیل نشد"
    case (.open, .voted), (.open, .confirmed): "در انتظار تأیید رئیس"
    }
  }
}
