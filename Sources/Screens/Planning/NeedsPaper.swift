import Persian
import Store
import Training
import UseCases

/// The needs of an office on paper: step 1-1's list of needs.
enum NeedsPaper {
  static func screen() -> SheetLoader {
    SheetLoader(Phrases.Needs.print) { records, context in
      let rows = try NeedsList(role: context.actor.role).load(records, context)
      let lines = rows.map { row in
        NeedsReport.Line(
          year: row.line.need.year, priority: row.line.need.priority,
          code: row.line.course?.code ?? "", title: row.line.title,
          minutes: row.line.course?.minutes, wishes: row.line.wishes, audience: row.audience,
          office: row.line.unitName)
      }
      return [
        NeedsReport(lines).sheet(
          title: Phrases.Needs.sheetTitle(context.today.year),
          titles: [
            Phrases.Needs.year, Phrases.Needs.priority, Phrases.Catalogue.code,
            Phrases.Catalogue.courseTitle, Phrases.Catalogue.hours, Phrases.Needs.count,
            Phrases.Needs.audience, Phrases.Courses.unit,
          ])
      ]
    }
  }
}
