import Persian
import Store
import Training

extension Phrases {
  enum Courses {
    static let course = "دوره"
    static let unit = "اداره"

    static func interval(_ from: JalaliDate, _ to: JalaliDate) -> String {
      "\(from.said) تا \(to.said)"
    }
  }

  enum Catalogue {
    static let title = "دوره‌های ضمن خدمت"
    static let add = "دورهٔ تازه"
    static let edit = "ویرایش دوره"
    static let importList = "خواندن کاتالوگ از پرونده"
    static let willChange = "مشخصات این دوره عوض می‌شود."
    /// What a sheet writes where a course may not be held.
    static let noPermitWords = ["ندارد", "خیر", "نه", "0", "بدون مجوز", "فاقد مجوز"]
    static let code = "کد"
    static let courseTitle = "عنوان دوره"
    static let hours = "ساعت"
    static let kind = "نوع"
    static let feature = "ویژگی دوره"
    static let permit = "مجوز اجرا"
    static let hasPermit = "دارد"
    static let lacksPermit = "! ندارد"
    static let moreMinutes = "و دقیقه"
    static let mandatorySubject = "اجباری برای درس"
    static let mandatoryHint = "اگر دوره برای معلمان یک درس اجباری است؛ وگرنه خالی."
    static let active = "فعال"
    static let noPermit = "این دوره مجوز اجرا ندارد."
    static let onlyExpert = "درخواست دوره کار کارشناس منطقه است."
    static let onlyMinistry = "کاتالوگ را ستاد وزارت و مدیر سامانه ویرایش می‌کنند."
  }

  enum Classes {
    static let ofOneCourse = "همهٔ کلاس‌های این دوره در همین فهرست است."
    static let title = "کلاس‌های دوره"
    static let attendance = "حضور و غیاب"
    static let programme = "برنامهٔ کلاس"
    static let edit = "ویرایش کلاس"
    static let name = "نام کلاس"
    static let number = "شمارهٔ کلاس"
    static let state = "وضعیت"
    static let start = "شروع کلاس"
    static let end = "پایان کلاس"
    static let dates = "زمان کلاس"
    static let enrolment = "ثبت‌نام"
    static let enrolFrom = "ثبت‌نام از"
    static let enrolTo = "ثبت‌نام تا"
    static let enrolHint = "ثبت‌نام باید پیش از شروع کلاس پایان یابد."
    static let capacity = "ظرفیت کلاس"
    static let enrolled = "ظرفیت"
    static let unmarked = "ثبت‌نشده"
    static let nothingUnmarked = "جلسهٔ گذشتهٔ ثبت‌نشده‌ای نیست"
    static let place = "مکان"
    static let placeHint = "اگر دوره برخط است، خالی بگذارید."
    static let electronic = "غیرفیزیکی (برخط)"
    static let defined = "کلاس تعریف شد؛ اکنون برنامهٔ آن را درج کنید."
    static let onlyManager = "این کار با مدیر دوره است."

    static func proposedName(_ number: Int) -> String { "کلاس \(number.said)" }
    static func places(_ enrolled: Int, of capacity: Int) -> String {
      "\(enrolled.said)/\(capacity.said)"
    }

    static func enrolledOf(_ enrolled: Int, _ capacity: Int, guests: Int) -> String {
      "\(enrolled.said) نفر از \(capacity.said)"
        + (guests > 0 ? " و \(guests.said) مهمان" : "")
    }

    static func heading(_ line: ClassLine) -> String {
      "\(line.trainingClass.name) – \(line.courseTitle)"
    }

    static func programmed(_ sessions: Int, _ minutes: Int, of course: Int) -> String {
      "\(sessions.said) جلسه، \(HourMinute.text(minutes)) از \(HourMinute.text(course)) ساعت"
    }
  }

  enum Programme {
    static let add = "درج برنامهٔ جدید"
    static let edit = "ویرایش جلسه"
    static let remove = "حذف جلسه"
    static let day = "تاریخ جلسه"
    static let weekday = "روز"
    static let time = "ساعت"
    static let start = "ساعت شروع"
    static let end = "ساعت پایان"
    static let instructor = "مدرس"
    static let topic = "موضوع"
    static let placeHint = "اگر خالی بماند، مکان کلاس است."

    static func removeQuestion(_ day: JalaliDate, _ span: TimeSpan) -> String {
      "جلسهٔ \(day.said) ساعت \(span.said) حذف شود؟"
    }

    static func savedBut(_ warning: String) -> String { "ذخیره شد. \(warning)" }
  }

  enum Learners {
    static let title = "شرکت‌کنندگان"
    static let introduction = "معرفی فراگیران دوره‌های متمرکز"
    static let name = "نام"
    static let code = "کد پرسنلی"
    static let method = "روش"
    static let absent = "غیبت"
    static let letter = "درخواست کتبی"
    static let letterNumber = "شمارهٔ درخواست کتبی"
    static let letterDay = "تاریخ درخواست کتبی"
    static let letterHint = "فراگیر باید حذف دوره را کتبی خواسته باشد."
    static let cameInPerson = "مراجعهٔ حضوری فراگیر"
    static let cameHint = "حذف دوره مراجعهٔ حضوری فراگیر را می‌خواهد."
    static let removed = "فراگیر از کلاس حذف شد."
    static let source = "کلاس مبدا"
    static let target = "انتقال به"
    static let enrolment = "ثبت‌نام"
    static let chosen = "افراد انتخاب‌شده"
    static let moveChosen = "افراد انتخاب شده انتقال یابند"
    static let typeCode = "کد پرسنلی یا کد ملی را بنویسید و Enter بزنید:"
    static let codeUnknown = "کسی با این کد پرسنلی یا کد ملی پیدا نشد."
    static let mayEnrol = "✓ می‌تواند ثبت‌نام شود. Enter ثبت می‌کند و Esc کد دیگری می‌گیرد."
    static let mayNot = "ثبت‌نام ممکن نیست. Esc کد دیگری می‌گیرد."
    static let ownMethod =
      "روش ثبت‌نام این دوره «با فراگیر» است؛ اداره کل می‌تواند آن را به «با کارشناس» ویرایش کند."

    static func notYours(_ action: String) -> String { "«\(action)» کار نقش شما نیست." }
    static func removal(_ name: String) -> String { "حذف فراگیر: \(name)" }
    static func letter(_ number: String, _ day: JalaliDate) -> String {
      "\(number) – \(day.said)"
    }

    static func removalQuestion(_ name: String, _ letter: String) -> String {
      "«\u{2068}\(name)\u{2069}» با درخواست کتبی \u{2068}\(letter)\u{2069} از کلاس حذف شود؟"
    }

    static func target(_ name: String, free: Int) -> String {
      "\(name) (\(free.said) جای خالی)"
    }

    static func moved(_ count: Int) -> String { "\(count.said) نفر منتقل شدند." }
    static func enrolled(_ name: String) -> String { "«\u{2068}\(name)\u{2069}» ثبت‌نام شد." }

    static func absence(_ margin: AbsenceMargin) -> String {
      let said = "\(Say.duration(margin.absent)) از \(Say.duration(margin.allowed)) مجاز"
      switch margin.standing {
      case .safe: return said
      case .near: return "! \(said)؛ نزدیک به حد"
      case .over: return "✗ \(said)؛ بیش از حد"
      }
    }
  }
}

extension Phrases {
  enum Requests {
    static let allWaiting =
      "همهٔ درخواست‌های در انتظار تأیید، از هر سالی که باشند، در همین فهرست است."
    static let title = "دوره‌های درخواستی"
    static let from = "اجرا از"
    static let to = "اجرا تا"
    static let toHint = "بهتر است پایان سال باشد تا جابه‌جایی کلاس‌ها ویرایش نخواهد."
    static let interval = "بازه زمانی اجرا"
    static let classCount = "تعداد کلاس"
    static let classCapacity = "ظرفیت هر کلاس"
    static let quota = "سهمیهٔ فراگیران"
    static let quotaHint = "جای همهٔ کلاس‌ها با هم؛ نباید از تعداد × ظرفیت بیشتر شود."
    static let quotaComputed = "در روش «با فراگیر»، سهمیه همان تعداد کلاس × ظرفیت است."
    static let guests = "مهمان در هر کلاس"
    static let guestsHint = "صفر یعنی مهمان پذیرفته نمی‌شود."
    static let noGuests = "پذیرفته نمی‌شود"
    static let method = "روش ثبت‌نام"
    static let mode = "نحوه برگزاری"
    static let cost = "تأمین هزینه دوره"
    static let conditions = "شرایط فراگیران"
    static let reason = "دلیل"
    static let learners = "فراگیر"
    static let sent = "درخواست ثبت شد و در انتظار تأیید استان است."

    static func condition(_ number: Int) -> String { "شرط \(number.said)" }
    static func course(_ title: String, _ code: String, _ minutes: Int) -> String {
      "\(title) – کد \u{2068}\(code)\u{2069} – \(Say.duration(minutes))"
    }

    static func classesDefined(_ count: Int, of allowed: Int) -> String {
      "\(allowed.said) (تعریف‌شده: \(count.said))"
    }
  }

  enum Factors {
    /// Whether somebody still has the duty; «وضعیت» is the seed's word for educators and others.
    static let activity = "همکاری"
    static let title = "عوامل دوره"
    static let titleOfManager = "عوامل اجرا"
    static let add = "اضافه کردن عامل"
    static let dismiss = "پایان کار عامل"
    static let duty = "عنوان عامل"
    static let status = "وضعیت"
    static let educator = "فرهنگی"
    static let outsider = "غیرفرهنگی"
    static let fullName = "نام و نام خانوادگی"
    static let code = "کد پرسنلی / کد ملی"
    static let codeHint = "فرهنگی: کد پرسنلی یا کد ملی. غیرفرهنگی: کد ملی."
    static let nameOfRecords = "نام فرهنگیان از پروندهٔ اشخاص می‌آید."
    static let codeUnknown = "کد پرسنلی یافت نشد."
    static let hours = "ساعت کار"
    static let active = "در کار"
    static let former = "پیشین"
    static let formerAlready = "کار این عامل پیش‌تر پایان یافته است."
    static let onlyExpert = "مدیر دوره را کارشناس منطقه ثبت و عوض می‌کند."
    static let manager = "مدیر دوره"
    static let none = "ثبت نشده"
    static let added = "عامل ثبت شد."

    static func found(_ name: String, _ place: String) -> String { "\(name) — \(place)" }
    static func dismissQuestion(_ name: String, _ duty: String) -> String {
      "کار «\u{2068}\(name)\u{2069}» به عنوان \(duty) پایان یابد؟"
    }
  }
}

extension Phrases {
  enum OwnCourses {
    static let title = "دوره‌های ثبت‌نام شده"
    static let sessions = "جلسه‌ها"
    static func number(_ number: Int) -> String { "جلسهٔ \(number.said)" }
    static let noSessions = "برنامهٔ این کلاس هنوز درج نشده است."

    static func session(_ line: SessionLine) -> String {
      let session = line.session
      let parts = [line.instructorName, line.place].filter { !$0.isEmpty }
      return "\(session.day.weekday.name) \(session.day.said)، \(session.span.said)"
        + (parts.isEmpty ? "" : " — \(Say.list(parts))")
    }
  }

  enum Board {
    static let today = "جلسه‌های امروز"
    static let nothingToday = "امروز جلسه‌ای نیست."
    static let next = "جلسه‌های بعدی"
    static let unmarked = "جلسه‌های گذشتهٔ ثبت‌نشده"

    static func session(_ line: AgendaLine, isToday: Bool) -> String {
      let session = line.session
      let day = isToday ? "" : "\(session.day.text(.short)) "
      return "\(day)\(Say.clock(session.span.start)) \(line.className) – \(line.courseTitle)"
    }

    static func marked(_ line: AgendaLine) -> String {
      line.isMarked ? "✓" : "\(line.marked.said)/\(line.learners.said)"
    }
  }
}
