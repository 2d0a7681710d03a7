import FoundationEssentials
import Store
import Training

/// A bulk change under way: what is done of it is durable and waits for the rest.
///
/// Its parts are done in turns, each a transaction of its own, so that others are not held up by a
/// list of thousands. Where a part is refused or the person leaves, what was done is taken back.
struct BulkOrder {
  let asked: WriterDesk.Asked
  /// What was done so far.
  fileprivate(set) var answer: OrderAnswer
  /// The common number of the entries.
  fileprivate var batch: Int64 = 0

  init(_ asked: WriterDesk.Asked) {
    self.asked = asked
    answer = OrderAnswer(number: asked.order.number)
  }

  /// Under which what is done of it is kept, beside the last answer of the session.
  fileprivate var place: Int64 { -asked.hello.session }
}

extension WriterDesk {
  /// Does the next parts of a bulk change.
  ///
  /// - Parameters:
  ///   - bulk: What is to be done; afterwards with what was done.
  ///   - turn: After which time others are let in; one part is done at least.
  ///   - patience: How long another writer, such as a backup, is waited for.
  ///   - watch: Told after each part how many are done.
  /// - Returns: The answer, once there is nothing left to do; nil before.
  /// - Throws: `StoreError.busy` while another program writes. Anything else ends the change, and
  ///   what was done of it before is to be taken back.
  func goOn(
    with bulk: inout BulkOrder, turn: Duration, patience: Duration, watch: (_ done: Int) -> Void
  ) throws -> OrderAnswer? {
    var next = bulk
    let answer = try portal.store.write(at: portal.clock.now(), patience: patience) { records in
      try goOn(with: &next, turn, records, watch)
    }
    bulk = next
    return answer
  }

  private func goOn(
    with bulk: inout BulkOrder, _ turn: Duration, _ records: borrowing Writing,
    _ watch: (_ done: Int) -> Void
  ) throws -> OrderAnswer? {
    let (hello, works) = (bulk.asked.hello, bulk.asked.order.works)
    if bulk.answer.entries.isEmpty {
      if let earlier = try records.earlierAnswer(hello, bulk.answer.number) { return earlier }
      bulk.batch = try records.newID(Entry.self).rawValue
    }
    // What the person may do is asked again each time.
    let context = try context(of: bulk.asked, records)
    let end = ContinuousClock.now + turn
    var shared: Any?
    repeat {
      let index = bulk.answer.entries.count
      let cause = Cause(
        useCase: works[index].name, batch: bulk.batch, id: index == 0 ? bulk.batch : nil)
      let done = try perform(works[index], records, context, cause, sharing: &shared)
      bulk.answer.entries.append(done.entry)
      bulk.answer.outcomes.append(done.outcome)
      watch(index + 1)
    } while bulk.answer.entries.count < works.count && ContinuousClock.now < end
    let isDone = bulk.answer.entries.count == works.count
    if isDone { try records.forgetAnswers(of: [bulk.place]) }
    try records.keep(
      answer: Array(try JSONEncoder().encode(bulk.answer)), to: bulk.answer.number,
      of: isDone ? hello.session : bulk.place)
    return isDone ? bulk.answer : nil
  }

  /// Takes back what was done of a bulk change that goes no further.
  ///
  /// - Throws: `StoreError.partlyDone` where somebody has changed the same since, and nothing is
  ///   taken back.
  func takeBack(_ bulk: BulkOrder, patience: Duration) throws {
    guard !bulk.answer.entries.isEmpty else { return }
    try takeBack(bulk.answer, keptAt: bulk.place, patience)
  }

  /// Takes back what a writer that was killed had done of bulk changes; whoever asked for them asks
  /// again.
  ///
  /// - Parameter log: Told of what could not be taken back.
  /// - Throws: `StoreError` where what is in hand cannot be read.
  func takeBackUnfinished(log: (String) -> Void) throws {
    let unfinished = try portal.store.read { try $0.answersInHand() }
    for (place, bytes) in unfinished {
      do {
        let answer = try JSONDecoder().decode(OrderAnswer.self, from: Data(bytes))
        try takeBack(answer, keptAt: place, .seconds(10))
      } catch {
        log("\(error)")
      }
    }
  }

  private func takeBack(
    _ answer: OrderAnswer, keptAt place: Int64, _ patience: Duration
  ) throws {
    let moment = portal.clock.now()
    do {
      try portal.store.write(at: moment, patience: patience) { records in
        guard let first = try records.entry(number: answer.entries[0]),
          let account = try records.account(ID(rawValue: first.actor)),
          let actor = try records.actor(of: account)
        else { throw StoreError.notFound }
        let context = Context(
          actor: actor, rules: try portal.rules(at: moment, records), moment: moment,
          reason: first.reason)
        for entry in answer.entries.reversed() {
          // What is undone was never told as done: nobody's permission is needed for that.
          _ = try Portal.perform(Undo(number: entry), records, context, cause: nil) {
            work, records, context in try work.run(records, context)
          }
        }
        try records.forgetAnswers(of: [place])
      }
    } catch  where Failure(error).isVerdict {
      try portal.store.write(at: moment) { try $0.forgetAnswers(of: [place]) }
      throw StoreError.partlyDone(parts: answer.entries.count)
    }
  }
}
