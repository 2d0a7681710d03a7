import Persian
public import Store

/// What the records file has to say, in sentences a person can act on.
public enum RecordsPhrases {
  /// The sentence for an error of the records; SQLite's own words stand in brackets at the end.
  public static func sentence(_ error: StoreError) -> String {
    switch error {
    case .busy(let holder, _): busy(holder)
    case .newerSchema(let found, let known):
      "این پرونده را نسخهٔ تازه‌تری از برنامه نوشته است (طرح \(persian(found))، این برنامه "
        + "\(persian(known))). برنامه را به‌روز کنید؛ به پرونده دست زده نشد."
    case .damaged(let detail):
      "پروندهٔ داده‌ها آسیب دیده است. با فرمان check آن را وارسی و با restore از پشتیبان "
        + "بازگردانید (\(detail))."
    case .constraint(_, let detail):
      "این تغییر با داده‌های دیگر نمی‌خواند و کنار گذاشته شد (\(detail))."
    case .diskFull: "دیسک پر است؛ چیزی ذخیره نشد."
    case .readOnly: "پروندهٔ داده‌ها فقط خواندنی است؛ اجازهٔ نوشتن روی آن نیست."
    case .notARecordsFile: "این پرونده، پروندهٔ داده‌های فراگیر نیست."
    case .cannotOpen(let detail): "پروندهٔ داده‌ها باز نشد (\(detail))."
    case .unsuitableDisk(let mode):
      "پروندهٔ داده‌ها باید روی دیسک همین رایانه باشد؛ این دیسک (\(mode)) کار هم‌زمان چند پایانه "
        + "را پشتیبانی نمی‌کند."
    case .unjournaled:
      "تغییری بی‌نام رخ داد و کنار گذاشته شد؛ این خطای برنامه است."
    case .tooLarge(let limit): "بزرگ‌تر از اندازهٔ پذیرفتنی است (بیشینه \(persian(limit)))."
    case .cancelled: "کار به خواست شما نیمه‌کاره رها شد و چیزی تغییر نکرد."
    case .notFound: "این داده دیگر نیست."
    case .other(let code, let message):
      "پروندهٔ داده‌ها پاسخ نداد (\(message)، \(code))."
    }
  }

  private static func busy(_ holder: String?) -> String {
    let who = holder.map { " «\($0)»" } ?? ""
    return "پروندهٔ داده‌ها در دست پایانهٔ دیگری است\(who)؛ کمی بعد دوباره بکوشید."
  }

  private static func persian(_ number: Int) -> String { Digits.persian(number) }
}
