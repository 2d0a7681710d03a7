import Persian
import Training

/// What the offices of the sample tell and ask: notices, circulars, and tasks in every state.
struct DemoBoard {
  /// A notice of the file, hung by the province or by the first district.
  struct Notice: Decodable, Sendable {
    var kind: Announcement.Kind
    var title, body: String
    var isStarred, byProvince: Bool
    var roles: [Role]
  }

  /// What is asked: late, due soon, of a manager by name, and done with its answer.
  struct Tasks: Decodable, Sendable {
    var late, due, manager, done, answer: String
  }

  let names: DemoDistrict.Names
  let stage: DemoStage
  let cast: DemoCast

  func perform() throws {
    for (index, notice) in names.announcements.enumerated() {
      stage.now(-20 + 3 * index, 9 * 60)
      let author = notice.byProvince ? cast.province : cast.experts[0]
      _ = try stage.perform(
        Announce(
          Announcement(
            kind: notice.kind, title: notice.title, body: notice.body,
            isStarred: notice.isStarred, from: stage.today.adding(days: -20 + 3 * index),
            unit: author.unit, roles: Set(notice.roles))), as: author)
    }
    let expert = cast.experts[0]
    try ask(names.tasks.late, .expert, of: expert, by: cast.province, made: -15, due: -3)
    try ask(names.tasks.due, .expert, of: expert, by: cast.province, made: -5, due: 6)
    try ask(names.tasks.manager, .courseManager, of: cast.managers[0], by: expert, made: -2, due: 1)
    let done = try ask(
      names.tasks.done, .courseManager, of: cast.managers[0], by: expert, made: -12, due: -8)
    stage.now(-9, 11 * 60)
    _ = try stage.perform(FinishTask(done, answer: names.tasks.answer), as: cast.managers[0])
  }

  /// Asks an office, or a manager by name.
  @discardableResult
  private func ask(
    _ title: String, _ role: Role, of actor: Actor, by author: Actor, made: Int, due: Int
  ) throws -> ID<WorkTask> {
    stage.now(made, 10 * 60)
    let day = stage.today.adding(days: made)
    return try stage.perform(
      AssignTask(
        WorkTask(
          title: title, role: role, unit: actor.unit,
          person: role == .courseManager ? actor.person : nil,
          due: stage.today.adding(days: due), made: day, author: author.account)), as: author)
  }
}
