public import Store

/// What repairing the records, and putting one record back, say.
public enum RepairPhrases {
  public static let option =
    "پروندهٔ آسیب‌دیده را ترمیم می‌کند و می‌گوید چه کرد؛ پروندهٔ پیشین کنارش می‌ماند"
  public static let recordOption =
    "تنها همین رکورد را از پشتیبان برمی‌گرداند؛ مانند person:0012345679 یا course:91401234"

  public static let checking = "وارسی: "
  public static let repairing = "ترمیم: "

  public static func nothing(_ path: String) -> String {
    "«\(path)» سالم است؛ چیزی برای ترمیم نیست."
  }

  public static let told =
    "باقی پرونده سالم است. اگر پشتیبانی تازه‌تر از این دارید، با «faragir restore» بازگردانید؛ وگرنه آنچه کم است دوباره ثبت شود. این هشدار دیگر گفته نمی‌شود."

  /// What was found and done, a line each.
  public static func lines(_ report: RepairReport, _ path: String) -> [String] {
    var lines = [
      "آسیب: \(report.problems.count.said) مورد، از جمله «\((report.problems.first ?? "").replacing("\n", with: "; "))»."
    ]
    lines.append("\(report.rows.said) ردیف به پروندهٔ تازه رفت و همهٔ نمایه‌ها از نو ساخته شد.")
    for table in report.tables {
      let name = ExchangePhrases.table(table.name)
      lines.append(
        table.fromJournal > 0
          ? "\(name): \(table.salvaged.said) ردیف خواندنی بود و \(table.fromJournal.said) ردیف از تاریخچهٔ تغییرها برگشت."
          : "\(name): \(table.salvaged.said) ردیف خواندنی بود؛ در تاریخچهٔ تغییرها ردیف دیگری نبود.")
    }
    if report.tables.isEmpty {
      lines.append("هیچ ردیفی از دست نرفت؛ تنها نمایه‌ها آسیب دیده بودند.")
    }
    if report.lostEntries > 0 {
      lines.append(
        "\(report.lostEntries.said) ثبت تاریخچه از دست رفته یا دست خورده است؛ آنچه در آن‌ها بود با پشتیبان بسنجید."
      )
    }
    if report.orphans > 0 {
      lines.append(
        "\(report.orphans.said) ردیف به چیزی اشاره می‌کند که برنگشت؛ آن را با «faragir restore پشتیبان --record» برگردانید."
      )
    }
    if report.isRenumbered {
      lines.append(
        "این پرونده شمارهٔ تازه گرفت؛ اگر با اداره‌ای تبادل دارد، دوباره نام‌نویسی کنید («exchange enrol» و «exchange join»)."
      )
    }
    lines.append("پروندهٔ آسیب‌دیده دست‌نخورده اینجاست: «\(report.aside)»")
    return lines
  }

  public static func notInBackup(_ name: String) -> String { "«\(name)» در پشتیبان نیست." }

  public static func reason(_ backup: String) -> String {
    "برگرداندن از پشتیبان \(backup.split(separator: "/").last ?? "")"
  }

  public static func restored(_ name: String, _ counts: [String: Int]) -> String {
    guard !counts.isEmpty else { return "«\(name)» همان است که در پشتیبان است؛ چیزی تغییر نکرد." }
    let parts = counts.sorted { $0.key < $1.key }.map { table, count in
      "\(ExchangePhrases.table(table)) \(count.said) ردیف"
    }
    return "«\(name)» از پشتیبان برگشت: \(parts.joined(separator: "، "))."
  }
}
