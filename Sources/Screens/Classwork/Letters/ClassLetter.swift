import Persian
import Store
import Training
import UseCases

/// What every paper about a class says of it.
enum ClassLetter {
  static let names: [String: LetterShape.Kind] = CourseLetter.names.merging(
    [
      "office": .list, "class.name": .cell, "class.from": .cell, "class.to": .cell,
      "class.place": .cell, "class.learners": .cell,
    ], uniquingKeysWith: { own, _ in own })

  /// The class and its course, within the reach of whoever prints.
  ///
  /// - Throws: `Failure.forbidden` when the class is not there for the actor.
  static func values(
    _ id: ID<TrainingClass>, _ records: borrowing Reading, _ context: Context
  ) throws -> (values: LetterValues, line: ClassLine) {
    try context.require(.viewAttendance)
    let reach = context.actor.courseReach
    guard let line = try records.trainingClass(id, in: reach, on: context.today),
      let request = try records.request(line.trainingClass.request, in: reach)
    else { throw Failure.forbidden }
    let it = line.trainingClass
    var values = try CourseLetter.values(request, records)
    values["class.name"] = .text(it.name)
    values["class.from"] = .cell(.date(it.from))
    values["class.to"] = .cell(.date(it.to))
    values["class.place"] = .text(it.place.isEmpty ? Phrases.Classes.electronic : it.place)
    values["class.learners"] = .cell(.number(line.enrolled + line.guests))
    return (values, line)
  }
}
