import Glibc
import Screens
import Store
import Training
import UseCases

/// What a district's work of a year costs to exchange: marks made one by one at a station, sent, performed
/// again at the server, answered, and put below what the station has.
struct ExchangeFigures: Figures {
  let changes: Int
  let bundleMiB: Double
  let answerMiB: Double
  let sendSeconds: Double
  let performSeconds: Double
  let answerSeconds: Double
  let pullSeconds: Double
  let performedPerSecond: Double
  let memory: Measurement.Memory

  init(changes: Int, shared: SharedFiles) throws {
    self.changes = changes
    let folder = try TemporaryFolder()
    let sample = try SampleRecords(clock: .system, isEmpty: false, from: shared)
    let server = ExchangeDesk(store: sample.portal.store, clock: .system)
    let store = try Store.open(at: "\(folder.path)/station")
    let station = ExchangeDesk(store: store, clock: .system)
    let manager = try sample.actor()
    guard let manager else { throw Refusal(CommandLinePhrases.Records.notSetUp) }
    let (invitation, push, answer) = (
      "\(folder.path)/invitation", "\(folder.path)/push", "\(folder.path)/answer"
    )
    try server.enrol(try station.publicKeyLine(), for: manager.unit, to: invitation)
    try station.join(invitation)
    try store.withoutSync {
      try Self.mark(changes, shared.portal(store, .system), manager)
    }
    sendSeconds = try Self.seconds { try station.send(to: push) }
    performSeconds = try Self.seconds { try server.receive(from: push) }
    answerSeconds = try Self.seconds { try server.send(to: answer) }
    pullSeconds = try Self.seconds { try station.receive(from: answer) }
    bundleMiB = try Self.mebibytes(push)
    answerMiB = try Self.mebibytes(answer)
    performedPerSecond = (Double(changes) / performSeconds).rounded(to: 1)
    memory = Measurement.memory
    for name in try FileBytes.names(in: folder.path + "/station.exchange") {
      unlink("\(folder.path)/station.exchange/\(name)")
    }
    rmdir(folder.path + "/station.exchange")
    withExtendedLifetime(sample) {}
  }

  /// Marks the list of today's session again and again, a cell at a time.
  private static func mark(_ changes: Int, _ portal: Portal, _ manager: Actor) throws {
    portal.signIn(manager)
    let (session, learners) = try portal.read { records, context in
      for line in try records.classes(in: context.actor.courseReach, on: context.today) {
        let grid = try GridData(line.trainingClass.id, records, context)
        if let session = grid.sessions.first(where: { $0.session.day == context.today }) {
          return (session.session.id, grid.learners.map(\.enrolment.id))
        }
      }
      throw StoreError.notFound
    }.get()
    let marks: [AttendanceMark] = [.present, .absent]
    var now = [AttendanceMark?](repeating: nil, count: learners.count)
    for number in 0..<changes {
      let (learner, mark) = (number % learners.count, marks[number / learners.count % 2])
      let work = MarkAttendance(
        [.init(learners[learner], from: now[learner], to: mark)], in: session)
      _ = try portal.perform(work).get()
      now[learner] = mark
    }
  }

  private static func seconds<R>(_ work: () throws -> R) rethrows -> Double {
    let time = try ContinuousClock().measure { _ = try work() }
    return (Measurement.microseconds(time) / 1e6).rounded(to: 2)
  }

  private static func mebibytes(_ path: String) throws -> Double {
    (Double(try BundleFile.measure(path).size) / 1_048_576).rounded(to: 2)
  }

  var lines: [(name: String, value: String)] {
    [
      ("changes", "\(changes)"), ("bundle MiB", "\(bundleMiB)"), ("answer MiB", "\(answerMiB)"),
      ("send s", "\(sendSeconds)"), ("perform s", "\(performSeconds)"),
      ("answer s", "\(answerSeconds)"), ("pull s", "\(pullSeconds)"),
      ("performed/s", "\(performedPerSecond)"), ("private KiB", "\(memory.privateKiB)"),
    ]
  }
}
