import Store
public import Training
public import UseCases

/// The lists of a class as sheets: attendance with one column for each session (S2-7.5a, P10), the
/// form of learners and scores for signatures (S2-7.4a, P9), and who is over the limit (S2-7.9a).
public enum AttendancePrint {
  /// Row, code and name, which stand again on every page of a class with many sessions.
  public static let repeating = 3

  public static func sheets(of data: GridData) -> [Sheet] {
    let line = data.line
    let name = "\(line.courseTitle) — \(line.trainingClass.name)"
    return [
      data.attendanceList.sheet(
        AttendancePhrases.listLabels(name, sessions: data.register.sessions)),
      data.classList.sheet(AttendancePhrases.formLabels(name)),
      data.overLimit.sheet(AttendancePhrases.overLimitLabels(name)),
    ]
  }
}
