/// A number of the regulations by name; the raw value is the key in editions and records.
public enum RuleKey: String, CaseIterable, Hashable, Sendable {
  case hoursPerDay = "day.hours.maximum"
  case absenceLimit = "absence.limit"
  case absenceWarning = "absence.warning"
  case yearCeiling = "year.hours.ceiling"
  case passMark = "score.pass"
  case examWindowFirst = "exam.window.first"
  case examWindowLast = "exam.window.last"
  case scoreEntry = "score.entry"
  case noticeDays = "notice.days.minimum"
  case enrolmentDays = "enrolment.days.minimum"
  case courseFileDelivery = "file.delivery"
  case objectionDays = "objection.days"
  case folderRetention = "file.b.retention"
  case behaviourWindowFirst = "level3.window.first"
  case behaviourWindowLast = "level3.window.last"
  case resultsWindowFirst = "level4.window.first"
  case resultsWindowLast = "level4.window.last"
  case selectedShare = "level34.share"
  case surveyGroup = "survey.group.minimum"
  case competencyStart = "competency.start"
  case competencyScore = "competency.score.maximum"
  case personnelCodeLength = "personnel.code.length"
  case securityCodeLength = "security.code.length"
  case passwordLength = "password.length.minimum"
  case attachmentSize = "attachment.size.maximum"
  case lockoutAfter = "lockout.after"
  case lockoutFirstDelay = "lockout.delay.first"
  case lockoutLongestDelay = "lockout.delay.longest"
  case attachmentTotal = "attachment.total.maximum"
  case publicFormsPerHour = "public.forms.hour"
  case payDivisor = "pay.divisor"
  case payInstructorFactor = "pay.factor.instructor"
  case payTax = "pay.deduction.tax"
  case payInsurance = "pay.deduction.insurance"
  case rankVeteranPoints = "rank.special.veteran"
  case rankElitePoints = "rank.special.elite"
  case rankTrainingBlock = "rank.training.block"
  case rankTrainingShare = "rank.training.specialised"
  case rankReprintShare = "rank.book.reprint"
  case rankForeignSpeakers = "rank.conference.speakers"
  case rankForeignCountries = "rank.conference.countries"
  case rankAppraisalShare = "rank.appraisal.share"
  case rankCollegeSeparation = "rank.colleges.separation"
  case rankDecisionDays = "rank.decision"
  case rankAppealDays = "rank.appeal"
  case rankAppealHandling = "rank.appeal.handling"
  case rankReassessment = "rank.reassessment"
  case rankBylawReview = "rank.bylaw.review"
  case rankBylawStart = "rank.bylaw.start"
  case rankCoefficientLeast = "rank.coefficient.least"
  case rankCoefficientMost = "rank.coefficient.most"
  case boardQuorum = "board.quorum"
  case boardFee = "board.fee"
  case oversightStart = "oversight.start"
  case quarterMonths = "oversight.quarter.months"
  case programmeRows = "oversight.programme.rows"
  case uploadFaults = "oversight.upload.faults"

  /// The dimension its values must have.
  public var unit: RuleValue.Unit {
    switch self {
    case .hoursPerDay, .yearCeiling, .payDivisor: .hour
    case .absenceLimit, .absenceWarning, .passMark, .selectedShare, .payInstructorFactor, .payTax,
      .payInsurance, .uploadFaults:
      .fraction
    case .boardQuorum, .rankCoefficientLeast, .rankCoefficientMost: .fraction
    case .boardFee: .rial
    case .rankDecisionDays, .rankAppealDays, .rankAppealHandling: .day
    case .rankReassessment, .rankBylawReview: .year
    case .rankBylawStart: .date
    case .surveyGroup: .person
    case .examWindowFirst, .examWindowLast, .scoreEntry, .noticeDays, .enrolmentDays,
      .objectionDays:
      .day
    case .courseFileDelivery, .behaviourWindowFirst, .behaviourWindowLast, .resultsWindowFirst,
      .resultsWindowLast:
      .month
    case .folderRetention: .year
    case .rankVeteranPoints, .rankElitePoints: .point
    case .rankTrainingBlock: .hour
    case .rankTrainingShare, .rankReprintShare, .rankAppraisalShare: .fraction
    case .rankForeignSpeakers, .rankForeignCountries: .person
    case .rankCollegeSeparation: .year
    case .competencyStart, .oversightStart: .date
    case .quarterMonths: .month
    case .programmeRows: .day
    case .competencyScore: .point
    case .personnelCodeLength: .digit
    case .securityCodeLength, .passwordLength: .character
    case .lockoutAfter, .publicFormsPerHour: .attempt
    case .attachmentSize, .attachmentTotal: .kilobyte
    case .lockoutFirstDelay, .lockoutLongestDelay: .second
    }
  }

  /// Whether nothing is a value too: a deduction that is not made, no fault that is let pass.
  var mayBeNothing: Bool {
    [.payTax, .payInsurance, .boardFee, .uploadFaults].contains(self)
  }
}
