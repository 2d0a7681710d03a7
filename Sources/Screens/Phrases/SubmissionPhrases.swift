extension Phrases {
  /// What F2 does in forms that do more than keep what was typed.
  enum Submission {
    static let send = "ارسال"
    static let object = "ثبت اعتراض"
    static let announce = "اعلام"
    static let ask = "استعلام"
    static let publish = "انتشار"
    static let show = "نمایش"
    static let handOver = "واگذاری"
    static let reset = "ریست"
    static let entrust = "سپردن کار"
    static let remove = "حذف"
    static let move = "انتقال"
    static let enter = "ورود"
    static let write = "نوشتن پرونده"
  }
}
