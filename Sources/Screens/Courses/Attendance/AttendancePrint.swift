import Store
import Training
import UseCases

/// The lists of a class as sheets: attendance with one column for each session (S2-7.5a, P10), and
/// the form of learners and scores for signatures (S2-7.4a, P9).
enum AttendancePrint {
  static func sheets(of board: AttendanceBoard) -> [Sheet] {
    let line = board.data.line
    let name = "\(line.courseTitle) — \(line.trainingClass.name)"
    return [
      board.data.attendanceList.sheet(AttendancePhrases.listLabels(name)),
      board.data.classList.sheet(AttendancePhrases.formLabels(name)),
    ]
  }
}
