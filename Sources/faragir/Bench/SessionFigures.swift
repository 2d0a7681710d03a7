import FoundationEssentials
import Glibc
import Interchange
import Persian
import Screens
import Store
import Training
import UseCases

/// What many sessions on one file cost: each a process of its own with the screens of the attendance
/// list, the records open for reading and the line to one writer, without the terminal around it.
///
/// Every session marks its own learner, twice a second, and takes in the marks of the others in the same
/// class as the portal does. A mark is timed from the key to the picture that shows it saved. The
/// bare program commits one cell through SQLite alone on the same disk, right before.
struct SessionFigures: Figures {
  let sessions: Int
  let marks: Int
  let syncDelayMilliseconds: Int
  /// Marks shown as saved that the records do not hold.
  let lost: Int
  /// Refusals and failures that a person would have seen.
  let errors: Int
  let markP50: Double
  let markP99: Double
  let markMost: Double
  let bareP50: Double
  let bareP99: Double
  let ratioP50: Double
  let ratioP99: Double
  /// Of a session, the median, all of them running.
  let privateKiB: Int
  let barePrivateKiB: Int
  let writerPrivateKiB: Int
  let ratioPrivate: Double

  struct Plan {
    var sessions: Int
    var marks: Int
    var syncDelay: Int
    /// How many sessions are before the list of the same class.
    var classSize: Int
  }

  init(_ plan: Plan, shared: SharedFiles, in parent: String?) throws {
    (sessions, syncDelayMilliseconds) = (plan.sessions, plan.syncDelay)
    let bench = try SessionBench(plan, shared, in: parent)
    let bare = try bench.bare()
    let found = try bench.run()
    let times = found.flatMap(\.times).sorted()
    let bareTimes = bare.times.sorted()
    marks = times.count
    lost = try bench.lost(found)
    errors = found.reduce(0) { $0 + $1.errors }
    func quantile(_ sorted: [Double], _ share: Double) -> Double {
      sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }
    (markP50, markP99) = (quantile(times, 0.5), quantile(times, 0.99))
    markMost = times.last ?? 0
    (bareP50, bareP99) = (quantile(bareTimes, 0.5), quantile(bareTimes, 0.99))
    ratioP50 = (markP50 / max(bareP50, 1)).rounded(to: 2)
    ratioP99 = (markP99 / max(bareP99, 1)).rounded(to: 2)
    let memory = found.map(\.privateKiB).sorted()
    privateKiB = memory.isEmpty ? 0 : memory[memory.count / 2]
    barePrivateKiB = bare.privateKiB
    writerPrivateKiB = bench.writerPrivateKiB
    ratioPrivate = (Double(privateKiB) / Double(max(1, barePrivateKiB))).rounded(to: 2)
  }

  var lines: [(name: String, value: String)] {
    [
      ("sessions", "\(sessions)"), ("marks", "\(marks)"), ("lost", "\(lost)"),
      ("errors", "\(errors)"), ("sync delay ms", "\(syncDelayMilliseconds)"),
      ("mark p50 µs", "\(markP50)"), ("mark p99 µs", "\(markP99)"),
      ("mark most µs", "\(markMost)"), ("bare p50 µs", "\(bareP50)"),
      ("bare p99 µs", "\(bareP99)"), ("p50 : bare", "\(ratioP50)"),
      ("p99 : bare", "\(ratioP99)"), ("session private KiB", "\(privateKiB)"),
      ("bare private KiB", "\(barePrivateKiB)"), ("private : bare", "\(ratioPrivate)"),
      ("writer private KiB", "\(writerPrivateKiB)"),
    ]
  }
}

/// The processes of one measurement.
private final class SessionBench {
  private let plan: SessionFigures.Plan
  private let folder: TemporaryFolder
  private let records: String
  private let portal: Portal
  /// Where each session marks.
  private let places: [SessionWorker.Place]
  /// Where the processes find the files that came with the program.
  private let share: [String]
  private(set) var writerPrivateKiB = 0

  init(_ plan: SessionFigures.Plan, _ shared: SharedFiles, in parent: String?) throws {
    self.plan = plan
    share = ["--share", Locations.parent(of: try shared.locations.shared("Assets"))]
    folder = try TemporaryFolder(in: parent)
    records = "\(folder.path)/sessions.faragir"
    let sample = try SampleRecords(clock: .system, isEmpty: false, at: records, from: shared)
    portal = sample.portal
    guard let manager = try sample.actor() else {
      throw Refusal(CommandLinePhrases.Records.notSetUp)
    }
    places = try Self.places(for: plan, of: manager, in: portal)
  }

  /// The class that meets today and others like it, with a learner for each session, and the
  /// manager's key.
  private static func places(
    for plan: SessionFigures.Plan, of manager: Actor, in portal: Portal
  ) throws -> [SessionWorker.Place] {
    portal.signIn(manager)
    let (model, session, learners) = try portal.read { records, context in
      for line in try records.classes(in: context.actor.courseReach, on: context.today) {
        let grid = try GridData(line.trainingClass.id, records, context)
        if let session = grid.sessions.first(where: { $0.session.day == context.today }) {
          return (line.trainingClass, session.session, grid.learners.map(\.person.name))
        }
      }
      throw StoreError.notFound
    }.get()
    guard let username = try portal.store.read({ try $0.account(manager.account)?.username }) else {
      throw StoreError.notFound
    }
    let text = AccessKey.Text(kind: "ssh-ed25519", body: "bench", comment: "")
    let key = try portal.perform(RegisterKey(text, for: .user(username)), as: .owner).get().outcome
    let today = portal.today
    return try portal.store.write(at: portal.clock.now()) { records in
      var places: [SessionWorker.Place] = []
      while places.count < plan.sessions {
        let isFirst = places.isEmpty
        var (trainingClass, session) = (model, session)
        if !isFirst {
          trainingClass.id = try records.newID()
          trainingClass.name += " \(places.count)"
          session.id = try records.newID()
          session.trainingClass = trainingClass.id
          try records.insert(trainingClass)
          try records.insert(session)
        }
        for row in 0..<min(plan.classSize, plan.sessions - places.count) {
          if !isFirst || row >= learners.count {
            let person = try self.person(
              places.count, named: learners[row % learners.count], at: manager.unit, records)
            try records.insert(
              Enrolment(
                id: try records.newID(), trainingClass: trainingClass.id, person: person,
                method: .expert, day: today))
          }
          places.append(
            SessionWorker.Place(
              key: key, trainingClass: trainingClass.id, session: session.id, row: row))
        }
      }
      try records.journal(Cause(useCase: "bench.enrolments"))
      return places
    }
  }

  private static func person(
    _ number: Int, named name: PersonName, at unit: ID<Training.Unit>, _ records: borrowing Writing
  ) throws -> ID<Person> {
    let person = Person(
      id: try records.newID(), nationalCode: try NationalRecords.nationalCode(number),
      personnelCode: try PersonnelCode(recorded: String(20_000_000 + number)), name: name,
      gender: .male, unit: unit)
    try records.insert(person)
    return person.id
  }

  /// The bare program, alone.
  func bare() throws -> SessionWorker.Found {
    let line = try start(0)
    try line.send(
      FrameLine.Frame("B", "\(folder.path)/bare \(max(200, plan.marks * 10)) \(plan.syncDelay)"))
    return try SessionWorker.Found(try line.receive())
  }

  /// All sessions beside one writer; each has told what it found when this returns.
  func run() throws -> [SessionWorker.Found] {
    var words = ["writer", "--db", records]
    if plan.syncDelay > 0 { words += ["--sync-delay", "\(plan.syncDelay)"] }
    let writer = try FrameLine.start(
      [Locations.ownFile] + words + share, notes: "\(folder.path)/writer.log")
    let lines = try (0..<plan.sessions).map { try start($0 + 1) }
    for (place, line) in zip(places, lines) {
      try line.send(FrameLine.Frame("S", place.words(marks: plan.marks)))
    }
    // Everybody stands before the list before anybody marks.
    for line in lines { _ = try line.receive() }
    for line in lines { try line.send(FrameLine.Frame("G")) }
    for line in lines { _ = try line.receive() }
    // All are there still: what each holds is told now.
    for line in lines { try line.send(FrameLine.Frame("M")) }
    let found = try lines.map { try SessionWorker.Found(try $0.receive()) }
    writerPrivateKiB = Measurement.privateKiB(of: writer.process)
    return found
  }

  /// How many marks were shown as saved and are not there.
  func lost(_ found: [SessionWorker.Found]) throws -> Int {
    var grids: [ID<TrainingClass>: GridData] = [:]
    for place in places where grids[place.trainingClass] == nil {
      grids[place.trainingClass] = try portal.read {
        try GridData(place.trainingClass, $0, $1)
      }.get()
    }
    return zip(places, found).count { place, found in
      guard let grid = grids[place.trainingClass] else { return true }
      let mark = grid.register[grid.learners[place.row].enrolment.id, place.session]
      return found.last != mark.map { $0 == .present ? 1 : 2 } ?? 0
    }
  }

  private func start(_ number: Int) throws -> FrameLine {
    try FrameLine.start(
      [Locations.ownFile, "bench", "session-worker", records] + share,
      notes: "\(folder.path)/\(number).log")
  }
}
