import Persian
import Store
import Training

/// What preparing and enrolling leave in the sample records: checklists in every state, a second
/// registration, past courses, somebody outside the system.
struct DemoEnrolment {
  let names: DemoDistrict.Names
  let stage: DemoStage
  let cast: DemoCast

  /// Prepares a course once its classes are defined.
  func prepare(_ request: ID<CourseRequest>, by manager: Actor) throws {
    stage.now(-84, 10 * 60)
    let after = CoursePreparation(
      id: ID(rawValue: 0), request: request, needsContentSystem: true, hasPretest: true)
    _ = try stage.perform(
      PrepareCourse(before: nil, after: after, task: names.topics[0]), as: manager)
    let states = PreparationItem.State.allCases
    for area in PreparationArea.allCases {
      let codes = try stage.portal.store.read { try $0.items(of: area.list).map(\.code) }
      for (index, code) in codes.prefix(states.count).enumerated() {
        let item = PreparationItem(
          id: ID(rawValue: 0), request: request, area: area, code: code, state: states[index],
          responsible: manager.name)
        _ = try stage.perform(SetPreparationItem(before: nil, after: item), as: manager)
      }
    }
  }

  /// What learners bring with them from other years, and one whom the portal could not take.
  func bring(_ course: ID<Course>, to expert: Actor) throws {
    stage.now(-83, 10 * 60)
    let past = names.courses.suffix(2)
    var rows: [PaperRow] = []
    for learner in cast.teachers[0].prefix(3) {
      for name in past {
        rows.append(
          PaperRow(
            number: rows.count + 2, personnelCode: learner.personnelCode?.digits ?? "",
            nationalCode: "",
            paper: .past(
              TrainingRecord(
                id: ID(rawValue: 0), person: learner.id, courseCode: "", title: name.title,
                minutes: name.hours * 60, year: stage.today.adding(days: -83).year))))
      }
    }
    _ = try stage.perform(ImportPapers(rows), as: expert)
    guard let teacher = cast.teachers[0].last else { return }
    let applicant = OutsideApplicant(
      id: ID(rawValue: 0), unit: expert.unit, course: course, name: teacher.name.inFull,
      nationalCode: teacher.nationalCode, personnelCode: teacher.personnelCode?.digits ?? "",
      school: names.schools[0], subject: names.fields[0], reason: names.reason, letter: "")
    _ = try stage.perform(PutOutsideApplicant(before: nil, after: applicant), as: expert)
  }
}
