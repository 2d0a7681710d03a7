extension Phrases {
  /// How a terminal shows Persian.
  enum Reading {
    static let title = "کدام سطر درست خوانده می‌شود؟"
    static let question =
      "شمارهٔ سطری را بزنید که درست خوانده می‌شود: از راست به چپ و با حرف‌های پیوسته."
    static let questionInEnglish =
      "Press the number of the line that reads right: from right to left, letters joined."
    static let sample = "پاسخ برای این پایانه به یاد می‌ماند؛ Enter همان سطر روشن، Esc فعلاً نه."
    static let line = "حضور و غیاب (کلاس ۲)، ۱۴۰۳/۰۷/۰۵ ساعت ۸:۳۰ — ۲۸ از ۳۰ ثبت شد"
    static let noFontTitle = "Persian font"
    static let noFont = [
      "The font of this console has no Persian letters.",
      "Leave with F10, load a font that has them, and start again:",
      "setfont Arabic-Fixed16",
      "(packages console-setup-linux or kbd; as root where setfont asks for it)",
    ]
  }
}
