public import Persian

/// Reasons about exams, their questions and who sits them.
public enum ExamReason: Hashable, Sendable, Codable {
  case noExaminer
  case fewLearners(Int, minimum: Int)
  case titleMissing
  case questionCountMissing
  case durationMissing
  case maximumMissing
  case passingOverMaximum(Score, maximum: Score)
  case projectElectronic
  case kindTaken(Exam.Kind)
  case effectOutOfRange(Int)
  case effectOver(total: Int)
  case outsideWindow(JalaliDate, from: JalaliDate, to: JalaliDate)
  case pretestLate(JalaliDate, first: JalaliDate)
  case questionsDiffer(attached: Int, needed: Int)
  case descriptiveAtTerminal(Int)
  case answered(Int)
  case notOver(JalaliDate, minute: Int)
  case resultsMissing(Int)
  case questionsFixed
  case notBegun(JalaliDate, minute: Int)
  case timeOver(JalaliDate, minute: Int)
  case notEnrolled
  case handedIn
  case otherTerminal
}
