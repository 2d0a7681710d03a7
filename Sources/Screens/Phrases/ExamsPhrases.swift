import Interchange
import Persian
import Training
import UseCases

extension Phrases {
  /// Exams, projects and their questions (process 8).
  enum Exams {
    static let title = "آزمون‌ها، پروژه‌ها"
    static let exam = "آزمون"
    static let kind = "نوع"
    static let mode = "نحوه برگزاری"
    static let name = "نام آزمون"
    static let day = "تاریخ"
    static let minute = "ساعت"
    static let questionCount = "تعداد سوال"
    static let duration = "مدت آزمون (دقیقه)"
    static let effect = "تأثیر نمره (درصد)"
    static let effectHint = "جمع تأثیر آزمون‌ها و پروژه‌های کلاس ۱۰۰ درصد است؛ پیش‌آزمون صفر."
    static let maximum = "سقف نمره"
    static let passing = "نمره قبولی"
    static let window = "بازهٔ مجاز"
    static let state = "وضعیت"
    static let saved = "آزمون ثبت شد."
    static let define = ExamLife.Action.define.name

    static let removed = "این آزمون حذف شده است."
    static let questions = "سوالات آزمون"
    static let results = "نمره‌ها"

    static func clock(_ exam: Exam) -> String {
      "\(exam.day.said) ساعت \(Say.clock(exam.minute))"
    }
    static func attached(_ count: Int, of needed: Int) -> String {
      "\(count.said) از \(needed.said) سوال ثبت شد"
    }
    static func settled(_ count: Int, of learners: Int) -> String {
      "\(count.said) از \(learners.said) فراگیر"
    }
  }

  /// A learner at an exam.
  enum Sitting {
    static let title = "آزمون"
    static let own = "آزمون‌های من"
    static let flag = "نشان کردن سوال"
    static let handIn = "تحویل پاسخ‌ها"
    static let handedIn = "پاسخ‌های شما تحویل شد."
    static let waiting = "در انتظار نوبت ثبت…"
    static let score = "نمره"
    static let yours = "پاسخ شما"
    static let right = "پاسخ درست"
    static let credit = "امتیاز"
    static let onPaper = "این آزمون در سامانه برگزار نمی‌شود."

    static func choice(_ number: Int) -> String { "\(number.said))" }
    static func percent(_ credit: Int) -> String {
      "\(Numbers.decimal(Double(credit) / 1000, places: 1))٪"
    }
    static func place(
      _ number: Int, of count: Int, answered: Int, isFlagged: Bool
    ) -> String {
      "سوال \(number.said) از \(count.said) — پاسخ داده: \(answered.said)"
        + (isFlagged ? " — نشان‌دار" : "")
    }
    /// Minutes, and seconds too in the last five.
    static func left(_ milliseconds: Int64) -> String {
      let seconds = Int((milliseconds + 999) / 1000)
      if seconds > 300 { return "مانده \(Say.duration((seconds + 59) / 60))" }
      return "مانده \(Digits.persian("\(seconds / 60):\(Digits.padded(seconds % 60, to: 2))"))"
    }
    static func handInQuestion(unanswered: Int) -> String {
      let rest = unanswered == 0 ? "" : " \(unanswered.said) سوال بی‌پاسخ است."
      return "پاسخ‌ها تحویل شود؟\(rest) پس از آن تغییر نمی‌کند."
    }
    static func allKept(_ count: Int) -> String { "\(count.said) پاسخ شما ثبت شده است." }
  }

  /// What the answers say of questions.
  enum Analysis {
    static let title = "تحلیل سوالات"
    static let facility = "آسانی"
    static let discrimination = "تمییز"
    static let remark = "ارزیابی"
    static let learners = "شرکت‌کننده"
    static let group = "نفر در گروه بالا و در گروه پایین (۲۷٪)"
    static let alpha = "پایایی (آلفای کرونباخ)"
    static let kr20 = "پایایی (کودر–ریچاردسون ۲۰، برابر آلفای کرونباخ)"

    /// The usual bounds: facility 0.2 … 0.9, discrimination from 0.2 on.
    static func remark(_ item: ItemAnalysis.Item) -> String {
      if let discrimination = item.discrimination, discrimination < 0 {
        return "بازنگری: تمییز منفی"
      }
      if item.facility > 0.9 { return "بسیار آسان" }
      if item.facility < 0.2 { return "بسیار دشوار" }
      guard let discrimination = item.discrimination else { return "" }
      return discrimination < 0.2 ? "تمییز کم" : "مناسب"
    }
  }

  /// The bank of questions of a course.
  enum Bank {
    static let title = "بانک سوالات"
    static let add = "ایجاد سوال"
    static let edit = "ویرایش سوال"
    static let choose = "انتخاب سوال از بانک سوالات"
    static let drop = "برداشتن از آزمون"
    static let retire = "بازنشسته کردن سوال"
    static let revive = "برگرداندن سوال"
    static let retired = "بازنشسته"
    static let live = "به کار"
    static let stem = "متن سوال"
    static let kind = "نوع سوال"
    static let topic = "مبحث"
    static let difficulty = "دشواری"
    static let feedback = "بازخورد"
    static let asked = "آزمون"
    static let place = "شماره"
    static let right = "گزینهٔ درست"
    static let rightHint = "شمارهٔ گزینهٔ درست؛ چند گزینه با ویرگول، مانند ۱،۳."
    static let noOptions = "سوال تشریحی گزینه ندارد."
    static let onlyPairs = "تنها برای سوال جورکردنی"
    static let pairsHeading = "جفت‌ها (سوال جورکردنی)"
    static let pairHint = "پاسخی که با گزینهٔ هم‌شماره جور است. گزینهٔ خالی با جفت، پاسخ اضافی است."
    static let paper = "برگهٔ سوالات"
    static let key = "کلید سوالات"
    static let severalHint = "(چند پاسخ درست دارد)"
    static let matchHint = "(شمارهٔ پاسخ را از جدول پایان برگه بنویسید)"
    static let blank = "……………………"
    static let matchIsRight = "پاسخ درست هر گزینه، جفت آن است."
    private static let letters = ["الف", "ب", "پ", "ت", "ث", "ج", "چ", "ح", "خ", "د"]
    /// What names a prompt on paper, from 0.
    static func letter(_ index: Int) -> String {
      letters.indices.contains(index) ? "\(letters[index])" : (index + 1).said
    }
    static let importFile = "خواندن سوال از پرونده"
    static let exportFile = "نوشتن در پروندهٔ GIFT"
    static let path = "نشانی پروندهٔ سوال‌ها:"
    static let importHint = "نشانی پروندهٔ GIFT، Aiken یا XLSX"
    static let line = "سطر"

    static let words = QuestionWords(
      yes: "درست", no: "نادرست", answers: ["ANSWER", "پاسخ", "جواب"],
      letters: [
        ["A", "الف", "ا"], ["B", "ب"], ["C", "ج"], ["D", "د"], ["E", "ه"], ["F", "و"],
      ])

    static func lineTitle(_ line: Int) -> String { "سطر \(line.said)" }
    static func found(_ count: Int) -> String {
      "\(count.said) سوال پیدا شد؛ F4 آنها را در بانک می‌گذارد."
    }
    static func nothingTaken(_ problems: Int) -> String {
      "\(problems.said) سطر نادرست است؛ تا درست نشود چیزی از پرونده گرفته نمی‌شود."
    }
    static func taken(_ count: Int) -> String { "\(count.said) سوال تازه به بانک افزوده شد." }
    static func exportName(_ code: String) -> String { "questions-\(code).gift.txt" }
    static let onlyAuthors = "سوال‌ها را مدرس یا مدیر دوره ثبت می‌کند."

    static func option(_ number: Int) -> String { "گزینهٔ \(number.said)" }
    static func match(_ number: Int) -> String { "جفت گزینهٔ \(number.said)" }
    static func pair(_ text: String, _ match: String) -> String { "\(text) ← \(match)" }
    static func dropQuestion(_ count: Int) -> String {
      "\(count.said) سوال از آزمون برداشته شود؟ در بانک می‌ماند."
    }
    static func chosen(_ count: Int) -> String { "\(count.said) سوال برگزیده شد." }
  }
}

extension OwnExamStanding.Phase {
  var name: String {
    switch self {
    case .ahead: "در پیش"
    case .open: "باز است"
    case .handedIn: "تحویل شد"
    case .over: "پایان یافت"
    }
  }
}

extension Question.Kind {
  var name: String {
    switch self {
    case .single: "چهارگزینه‌ای"
    case .multiple: "چندپاسخی"
    case .text: "کوتاه‌پاسخ"
    case .number: "عددی"
    case .matching: "جورکردنی"
    case .descriptive: "تشریحی"
    }
  }
}

extension Question.Difficulty {
  var name: String {
    switch self {
    case .easy: "آسان"
    case .medium: "متوسط"
    case .hard: "دشوار"
    }
  }
}

extension Exam.Kind {
  var name: String {
    switch self {
    case .pretest: "پیش‌آزمون"
    case .final: "آزمون پایانی"
    case .project: "پروژه"
    }
  }
}

extension Exam.Mode {
  var name: String {
    switch self {
    case .written: "دستی (کتبی)"
    case .electronic: "الکترونیکی در LTMS"
    case .elsewhere: "الکترونیکی در سامانه دیگر"
    }
  }
}

extension ExamLife.State {
  var name: String {
    switch self {
    case .defined: "تعریف شده"
    case .ready: "آماده"
    case .held: "برگزار شده"
    case .graded: "نمره‌گذاری شده"
    case .locked: "قفل"
    }
  }
}

extension ExamLife.Action {
  var name: String {
    switch self {
    case .define: "تعریف آزمون"
    case .edit: "ویرایش آزمون"
    case .prepare: "پایان ثبت سوالات"
    case .reopen: "بازکردن سوالات"
    case .grade: "پایان ثبت نمرات"
    case .editScore: "ویرایش نمره"
    case .remove: "حذف آزمون"
    case .lock: "قفل نمره‌ها"
    case .unlock: "بازشدن نمره‌ها"
    }
  }

  /// What becomes of the exam, in a sentence for whoever is asked; empty where the name says it.
  var consequence: String {
    switch self {
    case .prepare: "پس از آن سوال‌ها تغییر نمی‌کند، مگر با «بازکردن سوالات»."
    case .reopen: "تا «پایان ثبت سوالات» دوباره، آزمون الکترونیکی برگزار نمی‌شود."
    case .grade: "پس از آن ویرایش نمره با کارشناس است."
    case .remove: "آزمون از کلاس برداشته می‌شود؛ سوال‌ها در بانک می‌ماند."
    case .define, .edit, .editScore, .lock, .unlock: ""
    }
  }
}

extension ExamReason {
  var sentence: String {
    switch self {
    case .noExaminer: "ابتدا مدرس یا طراح سوال را در عوامل اجرا ثبت کنید."
    case .fewLearners(let learners, let minimum):
      "تعداد فراگیران این کلاس به حداقل نرسیده است (\(learners.said) از \(minimum.said) نفر)."
    case .titleMissing: "نام آزمون را بنویسید."
    case .questionCountMissing: "تعداد سوال دست‌کم ۱ است."
    case .durationMissing: "مدت آزمون دست‌کم ۱ دقیقه است."
    case .maximumMissing: "سقف نمره باید بیشتر از صفر باشد."
    case .passingOverMaximum(let passing, let maximum):
      "نمره قبولی (\(passing.text)) از سقف نمره (\(maximum.text)) بیشتر است."
    case .projectElectronic: "پروژه در سامانه برگزار نمی‌شود؛ نحوهٔ دستی را برگزینید."
    case .kindTaken(let kind): "این کلاس «\(kind.name)» دارد؛ همان را ویرایش کنید."
    case .effectOutOfRange(let effect):
      "تأثیر نمره \(effect.said) درصد است؛ آزمون و پروژه ۰ تا ۱۰۰ درصد، پیش‌آزمون صفر."
    case .effectOver(let total):
      "جمع تأثیر آزمون‌ها و پروژه‌های کلاس \(total.said) درصد می‌شود و از ۱۰۰ بیشتر است."
    case .outsideWindow(let day, let from, let to):
      "زمان آزمون پایانی/تحویل پروژه باید بین یک تا سه هفته پس از پایان جلسات باشد: از \(from.said) تا \(to.said)، نه \(day.said)."
    case .pretestLate(let day, let first):
      "پیش‌آزمون باید قبل از شروع یا در جلسه اول برگزار شود: تا \(first.said)، نه \(day.said)."
    case .questionsDiffer(let attached, let needed):
      "آزمون \(needed.said) سوال لازم دارد و \(attached.said) سوال برایش ثبت شده است."
    case .descriptiveAtTerminal(let count):
      "\(count.said) سوال تشریحی در آزمون است؛ آزمون الکترونیکی سوال تشریحی ندارد."
    case .answered(let count): "\(count.said) پاسخ یا نمره برای این آزمون ثبت شده است."
    case .notOver(let day, let minute):
      "زمان آزمون هنوز نگذشته است؛ پایان آن \(day.said) ساعت \(Say.clock(minute)) است."
    case .resultsMissing(let count): "نمره یا غیبت \(count.said) فراگیر هنوز ثبت نشده است."
    case .notBegun(let day, let minute):
      "آزمون هنوز آغاز نشده است؛ \(day.said) ساعت \(Say.clock(minute)) باز می‌شود."
    case .timeOver(let day, let minute):
      "زمان آزمون \(day.said) ساعت \(Say.clock(minute)) به پایان رسیده است."
    case .notEnrolled: "در این کلاس ثبت‌نام ندارید."
    case .handedIn: "پاسخ‌های این آزمون را تحویل داده‌اید."
    case .otherTerminal: "این آزمون در پایانهٔ دیگری ادامه یافته است؛ پاسخ‌های این صفحه ثبت نمی‌شود."
    case .questionsFixed: "سوالات این آزمون بسته شده است و دیگر تغییر نمی‌کند."
    }
  }
}

extension QuestionReason {
  var sentence: String {
    switch self {
    case .stemMissing: "متن سوال را بنویسید."
    case .textTooLong(let count, let most):
      "متن \(count.said) نویسه دارد؛ بیش از \(most.said) نویسه پذیرفته نیست."
    case .fewOptions(let count, let needed):
      "سوال \(count.said) گزینه دارد؛ دست‌کم \(needed.said) گزینه لازم است."
    case .manyOptions(let count, let most):
      "سوال \(count.said) گزینه دارد؛ بیش از \(most.said) گزینه پذیرفته نیست."
    case .noRightOption: "هیچ گزینه‌ای پاسخ درست نیست."
    case .sharesDiffer(let total):
      "سهم پاسخ‌های درست روی هم \(Numbers.decimal(Double(total) / 1000, places: 3)) درصد است، نه ۱۰۰."
    case .optionRepeated(let text): "گزینهٔ «\(text)» دو بار آمده است."
    case .notNumber(let text): "«\(text)» عدد یا بازهٔ عددی نیست."
    case .matchMissing(let text): "جفت «\(text)» نوشته نشده است."
    case .fewPairs(let prompts, let answers):
      "سوال جورکردنی دست‌کم ۲ پرسش و ۳ پاسخ می‌خواهد؛ اینجا \(prompts.said) پرسش و \(answers.said) پاسخ دارد."
    case .matchesAlike: "پاسخ همهٔ جفت‌ها یکی است؛ چیزی برای جور کردن نمی‌ماند."
    case .optionsOnDescriptive: "سوال تشریحی گزینه ندارد."
    case .fixed(let exams):
      "این سوال در \(exams.said) آزمون بسته‌شده آمده است؛ آن را بازنشسته کنید و سوال تازه بنویسید."
    case .retired(let stem): "سوال «\(stem)» بازنشسته است."
    case .attachedAlready(let stem): "سوال «\(stem)» در این آزمون هست."
    }
  }
}

extension QuestionFile.Fault {
  var sentence: String {
    switch self {
    case .notClosed: "آکولاد «{» این سوال بسته نشده است."
    case .notOpened: "آکولاد «}» بی «{» آمده است."
    case .nested: "در یک سوال دو آکولاد «{» آمده است."
    case .titleNotClosed: "نام سوال با «::» بسته نشده است."
    case .noText: "سوال متن ندارد."
    case .noSign(let text): "پیش از «\(text)» نشانهٔ «=» یا «~» نیامده است."
    case .emptyAnswer: "پاسخ خالی است."
    case .badWeight(let text): "«\(text)» درصدی میان ۱۰۰- تا ۱۰۰ نیست."
    case .badNumber(let text): "«\(text)» عدد یا بازهٔ عددی نیست."
    case .unknownCommand(let name): "دستور «\(name)» شناخته نیست."
    case .textInLines: "متن سوال باید در یک سطر باشد و پس از آن گزینه‌ها بیاید."
    case .choiceWithoutText: "گزینه پیش از متن سوال آمده است."
    case .lettersOutOfOrder(let line): "حرف گزینه‌ها به ترتیب نیست: «\(line)»."
    case .answerWithoutChoices: "پاسخ بی متن سوال و گزینه آمده است."
    case .answerMissing: "این سوال سطر پاسخ ندارد."
    case .unknownAnswer(let text): "پاسخ «\(text)» از گزینه‌ها نیست."
    case .row(let problem): problem.sentence
    case .rule(let finding): finding.sentence
    case .pairWithoutArrow(let text): "در سوال جورکردنی، «\(text)» نشانهٔ «->» ندارد."
    case .pairWithWeight: "جفت سوال جورکردنی درصد نمی‌پذیرد؛ سهم همهٔ جفت‌ها برابر است."
    case .pairWithFeedback:
      "جفت سوال جورکردنی بازخورد نمی‌پذیرد؛ بازخورد سوال را پس از «####» بنویسید."
    case .description: "این متن پاسخی ندارد و سوال نیست؛ کنار گذاشته شد."
    case .picture: "سوال تصویر دارد که در پایانه دیده نمی‌شود؛ کنار گذاشته شد."
    }
  }
}
