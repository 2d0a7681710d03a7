extension Phrases {
  enum Charts {
    static let next = "نمودار بعدی"
    static let table = "جدول و چاپ"
    static let onlyOne = "همین یک نمودار است."
    static let counting = "در حال شمردن…"
  }
}
