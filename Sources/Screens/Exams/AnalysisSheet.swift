import Store
import Training
import UseCases

/// «تحلیل سوالات»: facility and discrimination of each question, and how reliable the exam is.
enum AnalysisSheet {
  static func sheet(_ it: ExamAnalysis) -> Sheet {
    let analysis = it.analysis
    var sheet = Sheet(
      title: "\(Phrases.Analysis.title): \(it.exam.title)",
      columns: [
        Sheet.Column("#", width: 5, alignment: .centre), Sheet.Column(Phrases.Bank.stem),
        Sheet.Column(Phrases.Analysis.facility, width: 12, alignment: .centre),
        Sheet.Column(Phrases.Analysis.discrimination, width: 12, alignment: .centre),
        Sheet.Column(Phrases.Analysis.remark, width: 18),
      ])
    for (line, item) in zip(it.questions, analysis.items) {
      let discrimination = item.discrimination.map { Sheet.Cell.decimal(rounded($0)) }
      sheet.rows.append(
        Sheet.Row([
          .number(line.asked.place), .text(line.question.stem), .decimal(rounded(item.facility)),
          discrimination ?? .empty, .text(Phrases.Analysis.remark(item)),
        ]))
    }
    sheet.rows.append(summary(Phrases.Analysis.learners, .number(analysis.learners)))
    sheet.rows.append(summary(Phrases.Analysis.group, .number(analysis.group)))
    sheet.rows.append(
      summary(
        analysis.isDichotomous ? Phrases.Analysis.kr20 : Phrases.Analysis.alpha,
        analysis.alpha.map { Sheet.Cell.decimal(rounded($0)) } ?? .empty))
    return sheet
  }

  private static func summary(_ title: String, _ value: Sheet.Cell) -> Sheet.Row {
    Sheet.Row([.empty, .text(title), value, .empty, .empty])
  }

  /// Two places are more than so few answers bear.
  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
