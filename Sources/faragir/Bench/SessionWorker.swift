import Glibc
import Interchange
import Persian
import Screens
import Store
import TerminalKit
import Training
import UseCases

/// One session of `bench sessions`, in a process of its own: told what to do by frames.
struct SessionWorker {
  /// Where it marks, as whom.
  struct Place {
    var key: ID<AccessKey>
    var trainingClass: ID<TrainingClass>
    var session: ID<Session>
    /// Of the list, from 0.
    var row: Int

    func words(marks: Int) -> String {
      "\(key.rawValue) \(trainingClass.rawValue) \(row + 1) \(marks)"
    }
  }

  /// What it found: how long each mark took in microseconds, and what it last saw saved.
  struct Found {
    var times: [Double] = []
    /// 0 nothing, 1 present, 2 absent.
    var last = 0
    var errors = 0
    var privateKiB = 0

    init() {}

    init(_ frame: FrameLine.Frame) throws {
      guard frame.letter == "T", frame.words.count >= 3 else {
        throw FrameLine.Problem.cut(frame.text)
      }
      let numbers = frame.words.compactMap(Double.init)
      (last, errors, privateKiB) = (Int(numbers[0]), Int(numbers[1]), Int(numbers[2]))
      times = Array(numbers.dropFirst(3))
    }

    var frame: FrameLine.Frame {
      let words = ["\(last)", "\(errors)", "\(privateKiB)"] + times.map { "\($0)" }
      return FrameLine.Frame("T", words.joined(separator: " "))
    }
  }

  private static let size = Size(rows: 24, columns: 80)
  private static let pace: Duration = .milliseconds(250)

  let records: String
  let wiring: Wiring
  private let line = FrameLine.standard()

  init(_ records: String, _ wiring: Wiring) {
    self.records = records
    self.wiring = wiring
  }

  func run() throws {
    let order = try line.receive()
    switch order.letter {
    case "B": try commitAlone(order.words)
    case "S": try mark(order.words)
    default: throw FrameLine.Problem.cut(order.text)
    }
  }

  private func commitAlone(_ words: [String]) throws {
    guard words.count == 3, let rounds = Int(words[1]), let delay = Int(words[2]) else { return }
    var found = Found()
    found.times = try BareCommits.measure(
      at: words[0], rounds: rounds, syncDelay: delay > 0 ? .milliseconds(delay) : nil
    ).map(Measurement.microseconds)
    found.privateKiB = Measurement.memory.privateKiB
    try line.send(found.frame)
  }

  private func mark(_ words: [String]) throws {
    let numbers = words.compactMap { Int64($0) }
    guard numbers.count == 4 else { throw FrameLine.Problem.cut("") }
    let store = try Store.open(at: records, options: .init(isReadOnly: true))
    let writer = WriterLine(records: records, key: ID(rawValue: numbers[0]), origin: "bench")
    let portal = wiring.shared.portal(store, .system, writer: writer)
    guard
      case .user(let username)? = try store.read({
        try $0.accessKey(ID(rawValue: numbers[0]))?.holder
      }), let actor = try portal.actors(named: username).get().first
    else { throw StoreError.notFound }
    portal.signIn(actor)
    _ = try portal.waiting(.seconds(60)) { try portal.perform(RecordAccess(.entered)).get() }
    var session = try wiring.session(
      portal, at: AttendanceScreen(trainingClass: ID(rawValue: numbers[1])))
    _ = picture(session)
    try line.send(FrameLine.Frame("R"))
    _ = try line.receive()
    var found = Found()
    // Spread over the half second, as people are.
    var due = ContinuousClock.now + .milliseconds(Int.random(in: 0..<500))
    for number in 0..<Int(numbers[3]) {
      wait(until: due, &session)
      due = due + .milliseconds(500)
      let mark = number % 2 == 0 ? 1 : 2
      let start = ContinuousClock.now
      for digit in String(numbers[2]).unicodeScalars { session.press(Key(.character(digit.value))) }
      session.press(Key(.character(mark == 1 ? 0x62D : 0x63A)))
      _ = picture(session)
      found.times.append(Measurement.microseconds(ContinuousClock.now - start))
      if session.stack.isComplaining { found.errors += 1 } else { found.last = mark }
    }
    try line.send(FrameLine.Frame("D"))
    _ = try line.receive()
    found.privateKiB = Measurement.memory.privateKiB
    try line.send(found.frame)
  }

  /// What the loop of the portal does while no key comes.
  private func wait(until due: ContinuousClock.Instant, _ session: inout ScreenSession<Portal>) {
    while ContinuousClock.now < due {
      let left = min(due - ContinuousClock.now, Self.pace)
      usleep(UInt32(max(0, Measurement.microseconds(left))))
      if session.lookForChanges() { _ = picture(session) }
    }
  }

  private func picture(_ session: ScreenSession<Portal>) -> Raster {
    Raster(session.picture(size: Self.size))
  }
}
