/// A piece of work a screen asked for, addressed to come back to it.
public struct Job<Environment: Sendable>: Sendable {
  /// The number of the screen that waits for the answer.
  let layer: Int
  /// True when it must not hold up the keys.
  public let isLong: Bool
  public let progress: Progress
  let work: @Sendable (Environment, Progress) -> Answer<Environment>

  /// Does the work, on whatever thread this is called.
  public func perform(in environment: Environment) -> Answer<Environment> {
    work(environment, progress)
  }
}

/// What a job brought; the stack hands it to the screen that asked, or drops it when that closed.
public struct Answer<Environment: Sendable>: Sendable {
  let layer: Int
  let progress: Progress
  let deliver: @Sendable (inout any Screen<Environment>) -> [Step<Environment>]
}

/// One thing the stack does for a screen: an `Effect` without its type of reply.
enum Step<Environment: Sendable>: Sendable {
  case work(Job<Environment>)
  case cancelWork
  case open(any Screen<Environment>)
  case replace(any Screen<Environment>)
  case restart(any Screen<Environment>)
  case unwind
  case close
  case notice(String, Tone)
  case quit
}

extension Screen {
  /// Starts the screen as number `layer` of the stack.
  func started(as layer: Int) -> [Step<Environment>] {
    steps(of: start(), layer: layer)
  }

  mutating func advance(
    _ event: Event<Command, Reply>, layer: Int
  ) -> [Step<Environment>] {
    let effect = update(event)
    return steps(of: effect, layer: layer)
  }

  func steps(of effect: Effect<Environment, Reply>, layer: Int) -> [Step<Environment>] {
    switch effect {
    case .none: []
    case .run(let work): [.work(job(layer, isLong: false) { world, _ in work(world) })]
    case .background(let work): [.work(job(layer, isLong: true, work))]
    case .cancelWork: [.cancelWork]
    case .open(let screen): [.open(screen)]
    case .replace(let screen): [.replace(screen)]
    case .restart(let screen): [.restart(screen)]
    case .unwind: [.unwind]
    case .close: [.close]
    case .notice(let text, let tone): [.notice(text, tone)]
    case .quit: [.quit]
    case .all(let effects): effects.flatMap { steps(of: $0, layer: layer) }
    }
  }

  private func job(
    _ layer: Int, isLong: Bool, _ work: @escaping @Sendable (Environment, Progress) -> Reply
  ) -> Job<Environment> {
    Job(layer: layer, isLong: isLong, progress: Progress()) { environment, progress in
      let reply = work(environment, progress)
      return Answer(layer: layer, progress: progress) { screen in
        guard var typed = screen as? Self else { return [] }
        let steps = typed.advance(.reply(reply), layer: layer)
        screen = typed
        return steps
      }
    }
  }
}
