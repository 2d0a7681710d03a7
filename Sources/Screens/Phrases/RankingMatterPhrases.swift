import Persian
import Training
import UseCases

extension RankingMatter {
  /// What there is of it, with its number.
  func sentence(_ count: Int) -> String { "\(count.said) \(name)" }

  /// What it is called over its list.
  var name: String {
    switch self {
    case .requests: "درخواست تازه برای گردآوری داده"
    case .unassigned: "پرونده برای سپردن به ارزیاب"
    case .referral: "پروندهٔ ارزیابی‌شده برای ارجاع"
    case .agenda: "پرونده برای دستور جلسهٔ هیأت"
    case .notification: "رأی برای ابلاغ"
    case .suspended: "پروندهٔ متوقف تا نتیجهٔ هیئت بدوی"
    case .opinions: "اعتراض بی اظهارنظر کارشناسی"
    case .appealAgenda: "اعتراض برای دستور جلسهٔ هیأت"
    case .presence: "جلسه برای ثبت حاضران"
    case .verification: "پرونده برای تأیید اصالت"
    case .reports: "پرونده برای گزارش ارزیاب"
    case .votes: "جلسه برای رأی شما"
    case .confirmation: "جلسه برای تأیید رئیس هیأت"
    case .dueRanks: "اعتراض وارد برای تعیین رتبه"
    case .decrees: "رتبهٔ ابلاغ‌شده برای صدور حکم"
    case .retraining: "تنزل برای بازآموزی"
    }
  }
}

extension Phrases {
  /// Whose turn a case or a meeting is, and with what.
  enum RankingNext {
    private static let assigned = "ارزیاب حرفه‌ای"

    /// Empty where nothing is left to do.
    static func step(
      _ state: RankingLife.State, _ facts: RankingLife.Facts, awaits assessors: [String],
      isOnAgenda: Bool
    ) -> String {
      let hasRank = facts.rankingCase.course.rank != nil
      return switch state {
      case .draft:
        facts.evidence == 0
          ? "متقاضی: بارگذاری مدارک، سپس «ثبت درخواست»"
          : "متقاضی: «ثبت درخواست»؛ تا آن هنگام مدرک افزوده می‌شود"
      case .registered: "دبیرخانه: «گردآوری داده از ذی‌نفعان»"
      case .collecting: collecting(facts)
      case .verified:
        assessors.isEmpty
          ? "دبیرخانه: سپردن به ارزیاب حرفه‌ای"
          : "\(assigned) (\(assessors.joined(separator: "، "))): گزارش"
      case .assessed: "دبیرخانه: «ارجاع به دبیرخانه»"
      case .referred:
        isOnAgenda
          ? "هیأت: رأی، در جلسه‌ای که این موضوع در دستور آن است"
          : "دبیرخانه: دستور جلسهٔ هیأت"
      case .rankSet, .notReached: "دبیرخانه: «ابلاغ»"
      case .notified:
        hasRank
          ? "امور اداری: «صدور حکم کارگزینی»؛ متقاضی تا پایان مهلت می‌تواند اعتراض کند"
          : "متقاضی تا پایان مهلت می‌تواند اعتراض کند"
      case .appealed: "دبیرخانه: رسیدگی به اعتراض در «اعتراض‌ها»"
      case .final: hasRank ? "امور اداری: «صدور حکم کارگزینی»" : ""
      case .suspended: "دبیرخانه: ثبت نتیجهٔ هیئت بدوی رسیدگی به تخلفات اداری"
      case .decreed, .closed, .cancelled: ""
      }
    }

    private static func collecting(_ facts: RankingLife.Facts) -> String {
      var steps: [String] = []
      if !facts.missingSources.isEmpty {
        steps.append("دبیرخانه: ثبت دادهٔ \(facts.missingSources.count.said) ذی‌نفع الزامی")
      }
      steps.append(
        facts.undecidedEvidence > 0
          ? "مرکز سنجش: تأیید یا رد اصالت \(facts.undecidedEvidence.said) مدرک، سپس «تأیید اصالت»"
          : "مرکز سنجش: «تأیید اصالت»")
      return steps.joined(separator: "؛ ")
    }

    static func step(_ state: MeetingLife.State, _ facts: MeetingLife.Facts) -> String {
      switch state {
      case .invited where facts.agenda == 0: "دبیرخانه: «افزودن به دستور جلسه»"
      case .invited where facts.day < facts.meeting.day:
        "دبیرخانه: در روز جلسه «ثبت حاضران»"
      case .invited: "دبیرخانه: «ثبت حاضران»"
      case .official:
        facts.missingVotes > 0
          ? "\(facts.missingVotes.said) رأی حاضران مانده است، در «رأی‌ها»؛ سپس «پایان رأی‌گیری»"
          : "«پایان رأی‌گیری»"
      case .notHeld: "دبیرخانه: دعوت به جلسه‌ای دیگر؛ موضوع‌ها دوباره در دستور می‌آید"
      case .voted: "رئیس هیأت: «تأیید رئیس هیأت»"
      case .confirmed: "دبیرخانه: «ابلاغ» در پروندهٔ هر متقاضی"
      }
    }
  }
}
