import Persian
public import Training

extension Role {
  public var name: String {
    switch self {
    case .learner: "فراگیر"
    case .expert: "کارشناس آموزش منطقه"
    case .provincialExpert: "کارشناس اداره کل استان"
    case .ministryExpert: "کارشناس ستاد وزارت"
    case .courseManager: "مدیر دوره"
    case .instructor: "مدرس"
    case .principal: "مدیر مدرسه غیردولتی"
    case .assessor: "ارزیاب حرفه‌ای"
    case .qualityCentre: "مرکز سنجش و پایش کیفیت آموزشی"
    case .boardSecretary: "دبیرخانه هیأت ممیزه"
    case .boardMember: "عضو هیأت ممیزه"
    case .personnelOffice: "امور اداری و تشکیلات"
    case .oversight: "مدیریت نظارت استان"
    case .liaison: "رابط آموزشی دستگاه"
    case .agencyManager: "مدیر دستگاه اجرایی"
    case .administrator: "مدیر سامانه"
    case .visitor: "متقاضی"
    }
  }
}

extension PortalSection {
  public var name: String {
    switch self {
    case .learners: "فراگیران"
    case .experts: "کارشناس"
    case .courseManagers: "مدیر دوره"
    case .principals: "مدیران غیردولتی"
    case .ranking: "سامانه رتبه‌بندی"
    case .oversight: "سامانه نظارت بر آموزش کارکنان دولت"
    }
  }
}

extension Unit.Kind {
  public var name: String {
    switch self {
    case .ministry: "وزارت"
    case .province: "اداره کل استان"
    case .district: "شهرستان / منطقه / ناحیه"
    case .school: "واحد آموزشی"
    case .centre: "مرکز آموزش نیروی انسانی"
    case .oversight: "سازمان مدیریت و برنامه‌ریزی استان"
    case .agency: "دستگاه اجرایی"
    }
  }
}

extension AccountLife.State {
  public var name: String {
    switch self {
    case .initial: "اولیه"
    case .active: "فعال"
    case .inactive: "غیرفعال"
    }
  }
}

extension CourseRequestLife.State {
  public var name: String {
    switch self {
    case .awaitingProvince: "در انتظار تأیید استان"
    case .returned: "عودت‌شده"
    case .rejected: "رد شده"
    case .approved: "تأیید شده"
    case .announced: "اطلاع‌رسانی‌شده"
    case .running: "در حال اجرا"
    case .finished: "پایان‌یافته"
    case .cancelled: "لغو شده"
    }
  }
}

extension CourseRequestLife.Action {
  public var name: String {
    switch self {
    case .request: "درخواست دوره"
    case .edit: "ویرایش"
    case .approve: "تایید دوره"
    case .sendBack: "عودت"
    case .reject: "رد"
    case .resubmit: "ارسال مجدد"
    case .amend: "ویرایش ظرفیت، روش و بازه"
    case .announce: "اطلاع‌رسانی"
    case .finish: "پایان دوره"
    case .cancel: "لغو دوره"
    }
  }
}

extension ClassLife.State {
  public var name: String {
    switch self {
    case .defined: "تعریف شده"
    case .enrolling: "در حال ثبت‌نام"
    case .enrolmentEnded: "پایان ثبت‌نام"
    case .running: "در حال برگزاری"
    case .sessionsEnded: "پایان جلسات"
    case .graded: "نمره‌گذاری شده"
    case .objectionPeriod: "مهلت اعتراض"
    case .closed: "بسته"
    case .cancelled: "لغو شده"
    }
  }
}

extension ClassLife.Action {
  public var name: String {
    switch self {
    case .define: "تعریف کلاس"
    case .grade: "پایان ثبت نمرات کلاس"
    case .announceControl: "اعلام زمان کنترل نمره و غیبت"
    case .close: "اتمام عملیات کلاس"
    case .reopen: "بازگشایی"
    case .cancel: "لغو کلاس"
    }
  }

  /// What becomes of the class, in a sentence for whoever is asked; empty where the name says it.
  var consequence: String {
    switch self {
    case .grade: "پس از آن نوبت کارشناس است: «اعلام زمان کنترل نمره و غیبت»."
    case .close: "کلاس قفل و گواهینامه‌ها صادر می‌شود."
    case .reopen: "گواهینامه‌های صادرشدهٔ این کلاس باطل می‌شود."
    case .cancel: "کلاس دیگر برگزار نمی‌شود."
    case .define, .announceControl: ""
    }
  }
}

extension EnrolMethod {
  public var name: String {
    switch self {
    case .learner: "با فراگیر"
    case .expert: "با کارشناس"
    }
  }
}

extension DeliveryMode {
  /// The title of the three modes every office has; others show their code.
  public var name: String {
    switch self {
    case .inPerson: "حضوری"
    case .online: "غیرحضوری برخط"
    case .offline: "غیرحضوری برون‌خط"
    default: rawValue
    }
  }
}

extension CourseCondition.Kind {
  public var name: String {
    switch self {
    case .jobField: "رشته شغلی"
    case .employmentKind: "نوع استخدام"
    case .postKind: "نوع پست"
    case .teachingField: "رشته تدریس"
    case .stage: "مقطع"
    }
  }
}

extension Person.Gender {
  public var name: String {
    switch self {
    case .unknown: "—"
    case .female: "زن"
    case .male: "مرد"
    }
  }
}

extension Person.Kind {
  public var name: String {
    switch self {
    case .teacher: "معلم"
    case .administrative: "اداری"
    case .service: "خدماتی"
    case .nonGovernmental: "غیردولتی"
    case .outsider: "غیرفرهنگی"
    }
  }
}

extension Fraction {
  /// Hundredths rounded down, «۶۰٪».
  var percent: String { "\(share(of: 100).said)٪" }
}

extension EnrolmentLife.State {
  public var name: String {
    switch self {
    case .enrolled: "ثبت‌نام شده"
    case .withdrawn: "انصراف"
    case .removed: "حذف شده"
    case .passed: "قبول"
    case .failedAbsence: "مردود – غیبت"
    case .failedScore: "مردود – نمره"
    }
  }
}
