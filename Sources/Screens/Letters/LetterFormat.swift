public import Interchange
public import Training
public import UseCases

/// The forms in which papers leave the program.
public enum LetterFormat: String, CaseIterable, Sendable {
  case pdf, text = "txt"
  /// The tables of the paper alone; in CSV the first.
  case workbook = "xlsx", table = "csv"

  var wantsTable: Bool { self == .workbook || self == .table }

  /// Writes the file whole or not at all.
  ///
  /// A paper without a table makes an empty workbook.
  public func write(_ letters: [Letter], to path: String) -> Result<String, FileProblem> {
    Result { () throws(FileProblem) in
      switch self {
      case .pdf: try PDFDocument.portal().write(letters.map(\.onPaper), to: path)
      case .text:
        let pages = LetterScreen.paper.pages(of: letters.map(\.onPaper))
        try PaperFile.write(pages: pages, to: path)
      case .workbook: try WorkbookWriter.write(letters.flatMap(\.sheets), to: path)
      case .table:
        let empty = Sheet(title: "", columns: [])
        try TextWriter.write(letters.lazy.flatMap(\.sheets).first ?? empty, to: path)
      }
      return path
    }
  }
}

extension PrintCatalog {
  /// The papers of a class and of its course, by the names of their layouts.
  public static let ofClass: [String: @Sendable (TrainingClass) -> any LetterDescription] = [
    ClassListForm.shape.name: { ClassListForm($0.id) },
    AttendanceListForm.shape.name: { AttendanceListForm($0.id) },
    SessionSlips.shape.name: { SessionSlips($0.id) },
    InstructorReminder.shape.name: { InstructorReminder($0.id) },
    IntroductionLetter.shape.name: { IntroductionLetter(of: $0.id) },
    UnregisteredForm.shape.name: { UnregisteredForm($0.id) },
    UnregisteredAttendanceForm.shape.name: { UnregisteredAttendanceForm($0.id) },
    CoursePermit.shape.name: { CoursePermit($0.request) },
    AppointmentLetters.shape.name: { AppointmentLetters($0.request) },
    AnnouncementPaper.shape.name: { AnnouncementPaper($0.request) },
    FolderAPaper.shape.name: { FolderAPaper($0.request) },
    FolderBPaper.shape.name: { FolderBPaper($0.request) },
    FormFourPaper.shape.name: { FormFourPaper($0.id) },
    DailyReportPaper.shape.name: { DailyReportPaper($0.request) },
    FinancialPaper.shape.name: { FinancialPaper($0.request) },
    FinancialFormTwo.shape.name: { FinancialFormTwo($0.request) },
    FinancialFormThree.shape.name: { FinancialFormThree($0.request) },
    FinancialFormFour.shape.name: { FinancialFormFour($0.request) },
  ]

  /// The letters of a paper with the number, day and attachment that the records know.
  public static func letters(
    _ description: any LetterDescription, _ portal: Portal
  ) -> Result<[Letter], LetterFailure> {
    LetterDraft.load(description, portal).flatMap { $0.letters(description.reference) }
  }
}
