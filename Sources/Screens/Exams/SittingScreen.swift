import Persian
public import TerminalKit
public import Training
public import UseCases

/// A learner at an exam: one question at a time, every answer kept at once (S2-8.6c).
public struct SittingScreen: Screen {
  public typealias Environment = Portal

  public enum Command: String, CommandSet {
    case flag
    case handIn = "hand-in"
    public var help: String {
      switch self {
      case .flag: Phrases.Sitting.flag
      case .handIn: Phrases.Sitting.handIn
      }
    }
  }

  /// An answer on its way into the records.
  public struct Pending: Hashable, Sendable {
    let index: Int
    let question: ID<ExamQuestion>
    let response: String
    let isFlagged: Bool
  }

  public enum Reply: Sendable {
    case loaded(Result<ExamPaper, Failure>, moment: Int64)
    /// Only the time has gone on, through so many entries of the journal.
    case ticked(through: ExamPaper, moment: Int64)
    case kept(WritingTurn<Kept>.Outcome)
  }

  /// What came of an answer.
  public struct Kept: WritingAnswer, Sendable {
    let answer: Pending
    let result: Result<Void, Failure>
    let moment: Int64
    public var waits: Failure? { result.waits }
  }

  public static let name = "sitting"
  public var title: String { paper?.title ?? Phrases.Sitting.title }
  /// The time left is told without a key.
  public var watchesTime: Bool { isOpen }
  public var wantsText: Bool { isOpen && isWritten }

  private let sitting: Sitting
  private(set) var paper: ExamPaper?
  private(set) var moment: Int64 = 0
  private(set) var current = 0
  /// The choice under the cursor.
  private(set) var choice = 0
  /// Whether the beginning of a long question is wanted rather than the choice under the cursor.
  private(set) var isAtTop = true
  private(set) var input = TextInput("", limit: Question.longestOption)
  /// Set while somebody else writes and an answer waits for its turn.
  private(set) var pending: Pending?
  private(set) var failure: Failure?
  private var turn = WritingTurn<Kept>()

  /// `sitting` is what `TakeSeat` gave.
  public init(_ sitting: Sitting) { self.sitting = sitting }

  public func start() -> Effect<Portal, Reply> { load }

  private var load: Effect<Portal, Reply> {
    .run { [sitting] portal in
      .loaded(
        portal.read { try ExamPaper(sitting, $0, $1) }, moment: portal.clock.now())
    }
  }

  /// The time, every second; the paper only where somebody has touched what is on it.
  private var catchUp: Effect<Portal, Reply> {
    guard let paper else { return load }
    return .run { [sitting] portal in
      let moment = portal.clock.now()
      let known = portal.read { records, _ in try paper.caughtUp(records, at: moment) }
      if case .success(let known?) = known { return .ticked(through: known, moment: moment) }
      return .loaded(portal.read { try ExamPaper(sitting, $0, $1) }, moment: moment)
    }
  }

  var item: ExamPaper.Item? {
    paper.flatMap { $0.items.indices.contains(current) ? $0.items[current] : nil }
  }

  var isOpen: Bool { paper?.closed.isEmpty ?? false }
  private var isWritten: Bool { item.map { $0.kind == .text || $0.kind == .number } ?? false }

  public mutating func update(_ event: Event<Command, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .reply(.loaded(let result, let moment)):
      take(result, moment)
      return .none
    case .reply(.kept(let outcome)): return settle(outcome)
    case .reply(.ticked(let known, let moment)):
      self.moment = moment
      // An answer that was kept meanwhile stays.
      paper?.learn(from: known)
      return .none
    case .stale: return catchUp
    case .navigate(.refresh): return load
    case .navigate(.back): return .close
    case .command(let command):
      if let reason = reasonClosed(command) { return .notice(reason, .warning) }
      return command == .flag ? flag() : handIn()
    default: break
    }
    guard isOpen, pending == nil, let input = event.input else { return .none }
    if isWritten { return write(input) }
    return item?.kind == .matching ? match(input) : choose(input)
  }

  private mutating func take(_ result: Result<ExamPaper, Failure>, _ moment: Int64) {
    self.moment = moment
    switch result {
    case .success(let paper):
      let isFirst = self.paper == nil
      self.paper = paper
      failure = nil
      // Somebody who comes back goes on with what is not answered yet.
      if isFirst { go(to: paper.items.firstIndex { !$0.isAnswered } ?? 0) }
    case .failure(let problem): failure = problem
    }
  }

  private mutating func settle(_ outcome: WritingTurn<Kept>.Outcome) -> Effect<Portal, Reply> {
    let answer = outcome.answer.answer
    moment = outcome.answer.moment
    if let waiting = turn.wait(for: outcome, untilDone: true, Reply.kept) {
      pending = answer
      return waiting
    }
    pending = nil
    switch outcome.answer.result {
    case .success:
      paper?.items[answer.index].response = answer.response
      paper?.items[answer.index].isFlagged = answer.isFlagged
      return .none
    case .failure(let problem):
      if let item { input.set(item.response) }
      return .all([.open(WhyScreen(problem)), load])
    }
  }

  private func keep(_ response: String, isFlagged: Bool) -> Effect<Portal, Reply> {
    guard let item, response != item.response || isFlagged != item.isFlagged else { return .none }
    let answer = Pending(
      index: current, question: item.id, response: response, isFlagged: isFlagged)
    return turn.begin(Reply.kept) { [sitting] portal in
      let work = AnswerQuestion(
        sitting, answer.question, response: answer.response, isFlagged: answer.isFlagged)
      return Kept(
        answer: answer, result: portal.perform(work).map { _ in () }, moment: portal.clock.now())
    }
  }

  private mutating func flag() -> Effect<Portal, Reply> {
    item.map { keep($0.response, isFlagged: !$0.isFlagged) } ?? .none
  }

  private func handIn() -> Effect<Portal, Reply> {
    let open = paper?.items.count { !$0.isAnswered } ?? 0
    return .open(
      AskScreen(Phrases.Sitting.handInQuestion(unanswered: open), yes: Phrases.Sitting.handIn) {
        [sitting] portal, _ in
        portal.perform(HandInExam(sitting))
          .map { _ in .notice(Phrases.Sitting.handedIn, .good) }
      })
  }

  public func reasonClosed(_ command: Command) -> String? {
    paper?.closed.first?.sentence
  }
}

extension SittingScreen {
  /// A question with choices: digits give one, arrows move, space takes and gives back.
  private mutating func choose(_ input: WidgetInput) -> Effect<Portal, Reply> {
    guard let item else { return .none }
    switch input {
    case .text(let typed):
      for value in typed.scalars {
        guard let scalar = Unicode.Scalar(value), let digit = Digits.value(of: scalar),
          item.choices.indices.contains(digit - 1)
        else { continue }
        choice = digit - 1
        return give(digit)
      }
    case .navigate(.accept), .navigate(.toggle): return give(choice + 1)
    case .navigate(.down): step(by: 1, of: item.choices.count)
    case .navigate(.up): step(by: -1, of: item.choices.count)
    case .navigate(let navigation): move(navigation)
    case .click: break
    }
    return .none
  }

  /// Goes to the next or the last of so many lines; above the first one the question begins.
  private mutating func step(by distance: Int, of count: Int) {
    isAtTop = distance < 0 && choice == 0
    choice = max(0, min(choice + distance, count - 1))
  }

  /// One choice stands alone; of several each is taken or given back.
  private func give(_ number: Int) -> Effect<Portal, Reply> {
    guard let item, item.choices.indices.contains(number - 1) else { return .none }
    var choices = Question.choices(item.response)
    if item.kind == .multiple {
      choices.formSymmetricDifference([number])
    } else {
      choices = choices == [number] ? [] : [number]
    }
    return keep(Question.response(choices), isFlagged: item.isFlagged)
  }

  /// A question that is answered in writing: every letter is kept as it comes.
  private mutating func write(_ event: WidgetInput) -> Effect<Portal, Reply> {
    switch event {
    case .navigate(.accept), .navigate(.down): go(to: current + 1)
    case .navigate(.up): go(to: current - 1)
    case .navigate(.pageUp), .navigate(.pageDown), .navigate(.first), .navigate(.last):
      if case .navigate(let navigation) = event { move(navigation) }
    default:
      guard input.handle(event), let item else { return .none }
      return keep(Normalizer.line(input.text), isFlagged: item.isFlagged)
    }
    return .none
  }

  /// A question of pairs: arrows go through the prompts, digits give an answer and go on.
  private mutating func match(_ input: WidgetInput) -> Effect<Portal, Reply> {
    guard let item, item.prompts.indices.contains(choice) else { return .none }
    let prompt = item.prompts[choice].number
    let given = Question.pairs(item.response)[prompt]
    switch input {
    case .text(let typed):
      for value in typed.scalars {
        guard let scalar = Unicode.Scalar(value), let digit = Digits.value(of: scalar) else {
          continue
        }
        // The tenth stands under 0.
        let index = digit == 0 ? 9 : digit - 1
        guard item.answers.indices.contains(index) else { continue }
        if choice < item.prompts.count - 1 {
          choice += 1
          isAtTop = false
        }
        return give(item.answers[index].number, to: prompt)
      }
    case .navigate(.accept), .navigate(.toggle):
      // The next answer, and none after the last.
      let place = item.answers.firstIndex { $0.number == given }.map { $0 + 1 } ?? 0
      return give(
        item.answers.indices.contains(place) ? item.answers[place].number : nil, to: prompt)
    case .navigate(.down): step(by: 1, of: item.prompts.count)
    case .navigate(.up): step(by: -1, of: item.prompts.count)
    case .navigate(let navigation): move(navigation)
    case .click: break
    }
    return .none
  }

  private func give(_ answer: Int?, to prompt: Int) -> Effect<Portal, Reply> {
    guard let item else { return .none }
    var pairs = Question.pairs(item.response)
    pairs[prompt] = answer
    return keep(Question.response(pairs: pairs), isFlagged: item.isFlagged)
  }

  private mutating func move(_ navigation: Navigation) {
    switch navigation {
    case .left, .pageDown, .next: go(to: current + 1)
    case .right, .pageUp, .previous: go(to: current - 1)
    case .home, .first: go(to: 0)
    case .end, .last: go(to: (paper?.items.count ?? 1) - 1)
    default: break
    }
  }

  private mutating func go(to index: Int) {
    guard let items = paper?.items, items.indices.contains(index) else { return }
    current = index
    isAtTop = true
    let pairs = Question.pairs(items[index].response)
    choice =
      items[index].kind == .matching
      ? items[index].prompts.firstIndex { pairs[$0.number] == nil } ?? 0
      : max(0, (Question.choices(items[index].response).min() ?? 1) - 1)
    input = TextInput(
      items[index].response, limit: Question.longestOption,
      direction: items[index].kind == .number ? .ltr : .rtl)
  }
}
