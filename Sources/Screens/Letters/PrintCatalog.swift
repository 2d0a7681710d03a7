import TerminalKit
import Training

/// The papers of the portal: which letter each print of a state table is, and every layout in use.
///
/// A new paper adds its type to ``papers``, and its line to ``letters`` where a state table names it.
public enum PrintCatalog {
  /// What is checked against the layouts that are shipped.
  public static let papers: [any LetterDescription.Type] = [
    IntroductionLetter.self, MissionOrder.self, AnnouncementPaper.self,
    CoursePermit.self, AppointmentLetters.self, ClassListForm.self, AttendanceListForm.self,
    SessionSlips.self, InstructorReminder.self, UnregisteredForm.self,
    UnregisteredAttendanceForm.self,
    FormOnePaper.self, MemorandumPaper.self, VenueLetter.self,
    ReceiptLetter.self, SecurityInquiry.self,
    BankReport.self,
    FolderAPaper.self, FolderBPaper.self, FormFourPaper.self, DailyReportPaper.self,
    FinancialPaper.self, FinancialFormTwo.self, FinancialFormThree.self, FinancialFormFour.self,
    ContractPaper.self,
    CertificateLetter.self,
    ExamAttendanceForm.self, ExamPaperLetter.self, ExamKeyLetter.self,
    SurveyPaper.self, SurveySummaryPaper.self, BehaviourPaper.self,
    ResultsPaper.self,
    PermitLetter.self,
    ImprovementReport.self, RankNoticeLetter.self, RankDecreeLetter.self, BoardMinutes.self,
  ]

  /// The letter of a print, from the id of the record that its state table is about.
  static let letters: [Print: @Sendable (Int64) -> any LetterDescription] = [
    .coursePermit: { CoursePermit(ID(rawValue: $0)) },
    .introductionLetter: { IntroductionLetter(ID(rawValue: $0)) },
    .missionOrder: { MissionOrder(ID(rawValue: $0)) },
    .announcement: { AnnouncementPaper(ID(rawValue: $0)) },
    .classList: { ClassListForm(ID(rawValue: $0)) },
    .attendanceList: { AttendanceListForm(ID(rawValue: $0)) },
    .attendanceSlips: { SessionSlips(ID(rawValue: $0)) },
    .certificate: { CertificateLetter($0) },
    .instructorReminder: { InstructorReminder(ID(rawValue: $0)) },
  ]
}

extension Lifecycle {
  /// The papers of a record in a state, as its screen offers them.
  static func prints<Record>(in state: State, of id: ID<Record>) -> [RecordPage.Item] {
    prints(in: state).compactMap { print in
      PrintCatalog.letters[print].map {
        RecordPage.Item(print.name, step: .open(LetterScreen($0(id.rawValue))))
      }
    }
  }
}
