public import Training

extension Phrases {
  enum Tasks {
    static let title = "کارها"
    static let assign = "سپردن کار"
    static let finish = "انجام شد"
  }
}

extension DeadlineMatter {
  /// What is to be done in time.
  public var name: String {
    switch self {
    case .requestDecision: "تصمیم استان دربارهٔ درخواست دوره"
    case .requestReturned: "ارسال مجدد درخواست عودت‌شده"
    case .introduction: "معرفی فراگیر برای جاهای خالی"
    case .sessionMarks: "ثبت حضور و غیاب جلسه"
    case .scores: "تکمیل نمره‌های کلاس"
    case .withdrawal: "پایان مهلت انصراف از کلاس"
    case .competencyRequest: "ثبت درخواست توسعه شایستگی"
    case .assessmentReferral: "معرفی درخواست‌ها به کانون ارزیابی"
    case .assessmentResults: "ثبت نتایج سه صلاحیت"
    case .task: "کار سپرده‌شده"
    case .classStaff: "تعیین مدیر و مدرس پیش از شروع کلاس"
    case .pretestQuestions: "ثبت سوالات پیش‌آزمون پیش از شروع دوره"
    }
  }
}
