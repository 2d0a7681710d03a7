public import Training

/// What a course came to for its learners, for closing and for certificates.
extension Querying where Self: ~Copyable {
  /// Absence, score and standing of an enrolment as the conditions of the certificate look at them.
  public func outcome(
    of enrolment: Enrolment
  ) throws(StoreError) -> EnrolmentLife.Facts.Outcome {
    let marked: Int = try value(
      "SELECT count(*) FROM mark WHERE enrolment = ? AND value <> ''", [enrolment.id])
    let final = try finalScore(of: enrolment)
    var points: Fraction?
    if let score = final.score, let maximum = final.maximum, maximum.hundredths > 0 {
      points = Fraction(score.hundredths, maximum.hundredths)
    }
    return EnrolmentLife.Facts.Outcome(
      absentMinutes: try absentMinutes(of: enrolment.id), hasExam: final.hasExam,
      score: final.share, points: points, passMark: final.passingShare,
      missedExam: final.isAbsent, markedSessions: marked,
      hasLeft: enrolment.state == .withdrawn || enrolment.state == .removed)
  }
}
