/// Cases that wait for somebody to do something, as desks count and list them.
public enum RankingQueue: String, CaseIterable, Hashable, Sendable {
  /// The secretariat begins to gather what the sources say.
  case requests
  /// The centre decides on the evidence and what the sources said.
  case verification
  /// Nobody is asked for a report yet.
  case unassigned
  /// An assessor was asked and has not reported.
  case reports
  /// The report is there: the case goes to the board.
  case referral
  /// Referred, and on the agenda of no meeting.
  case agenda
  /// Decided, and nobody was told.
  case notification
  /// Stopped until the disciplinary board has decided.
  case suspended
  /// A rank was notified, and the decree of it is missing.
  case decree

  /// The condition on `c`, a row of `ranking_case`.
  var condition: String {
    switch self {
    case .requests: "c.state = 'registered'"
    case .verification: "c.state = 'collecting'"
    case .unassigned:
      """
      (c.state = 'verified'
        AND NOT EXISTS (SELECT 1 FROM assessor_report r WHERE r.ranking_case = c.id))
      """
    case .reports:
      """
      (c.state = 'verified'
        AND EXISTS (SELECT 1 FROM assessor_report r WHERE r.ranking_case = c.id AND r.day IS NULL))
      """
    case .referral: "c.state = 'assessed'"
    case .agenda:
      """
      (c.state = 'referred' AND NOT EXISTS (SELECT 1 FROM agenda_item i
        JOIN board_meeting m ON m.id = i.meeting
        WHERE i.ranking_case = c.id AND i.appeal IS NULL
          AND m.state IN ('invited', 'official', 'voted')))
      """
    case .notification: "c.state IN ('rankSet', 'notReached')"
    case .suspended: "c.state = 'suspended'"
    case .decree: "(c.state IN ('notified', 'final') AND c.final_rank IS NOT NULL)"
    }
  }
}

extension Querying where Self: ~Copyable {
  /// How many cases within reach wait so.
  public func rankingCount(
    _ queue: RankingQueue, in reach: RankingReach
  ) throws(StoreError) -> Int {
    try first(
      """
      SELECT count(*) FROM ranking_case c JOIN person p ON p.id = c.person
      WHERE \(queue.condition) AND \(reach.condition)
      """, reach.arguments
    ) { try $0[0] } ?? 0
  }
}
