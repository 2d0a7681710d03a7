import Synchronization

/// Where long work leaves what it has brought, until the loop comes by.
final class Inbox<Environment: Sendable>: Sendable {
  private let answers = Mutex<[Answer<Environment>]>([])

  func put(_ answer: Answer<Environment>) { answers.withLock { $0.append(answer) } }

  func takeAll() -> [Answer<Environment>] {
    answers.withLock {
      let all = $0
      $0 = []
      return all
    }
  }

  /// Does a job on a thread of its own.
  func perform(_ job: Job<Environment>, in environment: Environment) {
    Task.detached { self.put(job.perform(in: environment)) }
  }
}
