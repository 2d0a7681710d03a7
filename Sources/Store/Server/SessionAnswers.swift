/// What was answered to the orders of sessions.
extension Querying where Self: ~Copyable {
  /// The answer to an order that was performed before; nil for one that was not.
  ///
  /// - Throws: `overtaken` for an order older than the last that was performed.
  public func answer(to number: Int64, of session: Int64) throws(StoreError) -> [UInt8]? {
    let last = try first("SELECT number, answer FROM local_request WHERE session = ?", [session]) {
      row in (number: try row[0] as Int64, answer: try row[1] as [UInt8])
    }
    guard let last, last.number >= number else { return nil }
    guard last.number == number else { throw .overtaken }
    return last.answer
  }

  /// What is kept of bulk changes that are not finished: they stand under numbers below zero.
  public func answersInHand() throws(StoreError) -> [(place: Int64, answer: [UInt8])] {
    try all("SELECT session, answer FROM local_request WHERE session < 0") { row in
      (place: try row[0] as Int64, answer: try row[1] as [UInt8])
    }
  }
}

extension Writing {
  /// Keeps the answer to an order beside what the order did; a session asks one thing at a time, so
  /// only its last is kept.
  public func keep(
    answer: [UInt8], to number: Int64, of session: Int64
  ) throws(StoreError) {
    try run(
      """
      INSERT INTO local_request (session, number, answer, moment) VALUES (?, ?, ?, ?)
      ON CONFLICT (session) DO UPDATE
        SET number = excluded.number, answer = excluded.answer, moment = excluded.moment
      """, [session, number, answer, moment])
  }

  /// Forgets sessions that have ended.
  public func forgetAnswers(of sessions: [Int64]) throws(StoreError) {
    for session in sessions { try run("DELETE FROM local_request WHERE session = ?", [session]) }
  }

  /// Forgets sessions that nobody has heard of since a moment.
  public func forgetAnswers(before moment: Int64) throws(StoreError) {
    try run("DELETE FROM local_request WHERE moment < ?", [moment])
  }
}
