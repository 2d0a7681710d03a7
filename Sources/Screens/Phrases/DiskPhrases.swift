public import Store
public import UseCases

extension SystemFault {
  /// What is wrong with a file, and what a person does about it.
  public func sentence(of path: String) -> String {
    switch self {
    case .missing: "پروندهٔ «\(path)» پیدا نشد."
    case .forbidden: "اجازهٔ خواندن یا نوشتن «\(path)» داده نشد."
    case .isFolder: "«\(path)» پوشه است، نه پرونده."
    case .notAFolder: "در نشانی «\(path)» چیزی که باید پوشه باشد پوشه نیست."
    case .exists: "«\(path)» از پیش هست و روی آن نوشته نشد."
    case .tooLarge: "پروندهٔ «\(path)» بزرگ‌تر از اندازهٔ پذیرفتنی است."
    case .full: "برای نوشتن «\(path)» جا نیست؛ دیسک پر است. جا باز کنید و دوباره بکوشید."
    case .readOnly: "«\(path)» روی دیسکی است که فقط خوانده می‌شود."
    case .gone:
      "«\(path)» دیگر در دسترس نیست: فلش یا دیسک بیرون کشیده شده یا خراب است. چیزی نیمه‌کاره به کار گرفته نشد؛ آن را وصل کنید و دوباره بکوشید."
    case .other(let system): "«\(path)» خوانده یا نوشته نشد (\(system))."
    }
  }
}

extension RecordsWarning {
  public var sentence: String {
    switch self {
    case .missing(let count):
      "\(count.said) تغییر آخر این پرونده از دست رفته است: گزارش نوشتن آن (wal) پاک شده یا آسیب دیده، یا رونوشت کهنه‌ای به جایش نشسته است. «faragir check --repair» می‌گوید چه شده است؛ پشتیبان تازه‌تر را نگه دارید."
    case .clockBehind(let last):
      "ساعت این رایانه از آخرین ثبت پرونده (\(ExchangePhrases.moment(last))) عقب‌تر است؛ تاریخ و ساعت را درست کنید. ترتیب ثبت‌ها به هم نمی‌خورد."
    case .clockAhead(let last):
      "از آخرین ثبت پرونده (\(ExchangePhrases.moment(last))) بیش از یک سال گذشته است؛ اگر چنین نیست، تاریخ این رایانه را درست کنید."
    case .noAccounts:
      "در واحد این اداره هنوز حسابی نیست. در سرور برای آن حساب بسازید و پاسخ تازهٔ سرور را بخوانید («exchange pull» یا «exchange receive»)."
    case .endedUncleanly:
      "برنامه بار پیش ناگهان بسته شده است. آنچه ثبت شده بود سر جایش است؛ «faragir check» پرونده را وارسی می‌کند."
    }
  }
}
