import Glibc
import Store
import Synchronization
import Testing
import Training

@Suite("Many writers")
struct QueueTests {
  @Test("Eight terminals write 200 transactions each without one busy error or lost change")
  func eightWriters() async throws {
    let folder = TemporaryFolder()
    _ = try folder.store()
    try await withThrowingTaskGroup { group in
      for writer in 0..<8 {
        group.addTask {
          try await onThread {
            let store = try folder.store(.init(name: "w\(writer)", patience: .seconds(60)))
            for index in 0..<200 {
              try store.write(at: Int64(index)) { records in
                try records.addUnit("\(writer)-\(index)")
                try records.journal(.test)
              }
            }
          }
        }
      }
      try await group.waitForAll()
    }
    let store = try folder.store()
    #expect(try store.read { try $0.count("unit") } == 1_600)
    #expect(try store.read { try $0.lastEntryNumber() } == 1_600)
    #expect(try store.firstAlteredEntry() == nil)
  }

  @Test("Who waits in vain is told who is writing and since when; afterwards the way is free")
  func busy() throws {
    let folder = TemporaryFolder()
    let writer = try folder.store(.init(name: "زهرا"))
    let other = try folder.store(.init(name: "علی", patience: .milliseconds(50)))
    try writer.write(at: 1) { records in
      #expect(Store.isHoldingQueue)
      do {
        try other.write(at: 1) { _ in }
        Issue.record("two writers at once")
      } catch let error as StoreError {
        guard case .busy(let holder, let since) = error else { throw error }
        #expect(holder == "زهرا")
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let elapsed = Int64(now.tv_sec) * 1000 - (since ?? 0)
        #expect((-1_000...60_000).contains(elapsed))
      }
      // Reading goes on while somebody writes.
      #expect(try other.read { try $0.count("unit") } == 0)
      try records.addUnit("الف")
      try records.journal(.test)
    }
    try other.write(at: 2) { records in
      try records.addUnit("ب")
      try records.journal(.test)
    }
    #expect(try writer.read { try $0.count("unit") } == 2)
  }

  @Test("Who waits gets its turn when the writer ends, also one that ends by force")
  func turnAfterForce() async throws {
    let folder = TemporaryFolder()
    let file = folder.file
    let store = try folder.store(.init(patience: .seconds(60)))
    await #expect(processExitsWith: .signal(SIGKILL)) { [file = file as String] in
      let store = try Store.open(at: file, migrations: testMigrations)
      try store.write(at: 1) { records in
        try records.addUnit("half")
        kill(getpid(), SIGKILL)
      }
    }
    try store.write(at: 2) { records in
      try records.addUnit("الف")
      try records.journal(.test)
    }
    #expect(try store.read { try $0.count("unit") } == 1)
  }

  @Test("Nobody starves while others write without a pause")
  func fairness() async throws {
    let folder = TemporaryFolder()
    _ = try folder.store()
    let tally = Tally()
    try await withThrowingTaskGroup { group in
      for writer in 0..<3 {
        group.addTask {
          try await onThread {
            let store = try folder.store(.init(patience: .seconds(60)))
            tally.ready()
            while !tally.areAllReady { usleep(1_000) }
            // A fair share is 60; SQLite's own busy handler lets some get nothing at all.
            while tally.total < 180 {
              try store.write(at: 1) { records in
                try records.addUnit("\(try records.newID(Unit.self).rawValue)")
                try records.journal(.test)
              }
              tally.count(writer)
            }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(tally.least >= 40)
  }

  @Test("An abandoned wait takes nothing from those who come later")
  func abandoned() throws {
    let folder = TemporaryFolder()
    let writer = try folder.store()
    let other = try folder.store(.init(patience: .milliseconds(10)))
    try writer.write(at: 1) { _ in
      for _ in 0..<5 {
        #expect(throws: StoreError.self) { try other.write(at: 1) { _ in } }
      }
    }
    try other.write(at: 2, patience: .seconds(60)) { _ in }
    try writer.write(at: 3, patience: .seconds(60)) { _ in }
  }
}

/// Runs blocking work on a thread of its own: the pool of tasks has as many threads as the machine
/// has processors, and must not be blocked.
func onThread(_ work: @escaping @Sendable () throws -> Void) async throws {
  try await withCheckedThrowingContinuation {
    (continuation: CheckedContinuation<Void, any Error>) in
    let box = Unmanaged.passRetained(
      Work { continuation.resume(with: Result { try work() }) })
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { argument in
        argument.map { Unmanaged<Work>.fromOpaque($0).takeRetainedValue().body() }
        return nil
      }, box.toOpaque())
    precondition(code == 0)
    pthread_detach(thread)
  }
}

private final class Tally: Sendable {
  private let counts = Mutex([0, 0, 0])

  private let waiting = Mutex(3)

  var total: Int { counts.withLock { $0.reduce(0, +) } }
  var areAllReady: Bool { waiting.withLock { $0 == 0 } }
  var least: Int { counts.withLock { $0.min() ?? 0 } }

  func ready() { waiting.withLock { $0 -= 1 } }
  func count(_ writer: Int) { counts.withLock { $0[writer] += 1 } }
}

private final class Work: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}
