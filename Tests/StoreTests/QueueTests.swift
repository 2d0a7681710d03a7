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

  /// Shares of a time say nothing where the machine leaves a thread lying, so this counts an order.
  @Test("Nobody starves: who waits writes in the order of coming, and who wrote waits behind them")
  func fairness() async throws {
    let folder = TemporaryFolder()
    let first = try folder.store(.init(patience: .seconds(60)))
    for round in 0..<20 {
      let before = folder.numbersDrawn
      let order = Order()
      try await withThrowingTaskGroup { group in
        for writer in 1...3 {
          group.addTask {
            try await onThread {
              let store = try folder.store(.init(patience: .seconds(60)))
              try folder.waitUntilDrawn(before + writer)
              try store.write(at: 1) { _ in order.come(writer) }
            }
          }
        }
        group.addTask {
          try await onThread {
            try first.write(at: 1) { _ in try folder.waitUntilDrawn(before + 4) }
            // At once again, as one who writes without a pause.
            try first.write(at: 1) { _ in order.come(4) }
          }
        }
        try await group.waitForAll()
      }
      #expect(order.writers == [1, 2, 3, 4], "round \(round)")
    }
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

/// Nobody drew the number.
private struct LateError: Error { let number: Int }

extension TemporaryFolder {
  /// How many have drawn a number in the line before the queue: it stands behind the note.
  fileprivate var numbersDrawn: Int {
    let descriptor = open(file + ".queue", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return 0 }
    defer { close(descriptor) }
    var number: Int64 = 0
    let size = MemoryLayout<Int64>.size
    let count = withUnsafeMutableBytes(of: &number) { pread(descriptor, $0.baseAddress, size, 512) }
    return count == size ? Int(number) : 0
  }

  fileprivate func waitUntilDrawn(_ number: Int) throws {
    let end = ContinuousClock.now + .seconds(60)
    while numbersDrawn < number {
      guard ContinuousClock.now < end else { throw LateError(number: number) }
      usleep(500)
    }
  }
}

private final class Order: Sendable {
  private let list = Mutex<[Int]>([])

  var writers: [Int] { list.withLock { $0 } }
  func come(_ writer: Int) { list.withLock { $0.append(writer) } }
}

private final class Work: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}
