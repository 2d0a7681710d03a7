public import Persian
public import Training

/// An approved permit on which no completed course stands, as rows of workbooks look for it.
public struct FreePermit: Hashable, Sendable {
  public let id: ID<Permit>
  public let group: CourseGroup
  public let title: String
  /// The first day of its programme, or of its request.
  public let start: JalaliDate
}

/// What reading a workbook of completed courses looks up.
extension Querying where Self: ~Copyable {
  /// The free permits of an agency, the earliest request first.
  public func freePermits(of agency: ID<Unit>) throws(StoreError) -> [FreePermit] {
    try all(
      """
      SELECT q.id, q.course_group, q.title,
        ifnull((SELECT min(w.day) FROM permit_day w WHERE w.permit = q.id), q.requested_day)
      FROM permit q WHERE q.agency = ? AND q.state = 'approved' AND NOT EXISTS (
        SELECT 1 FROM completed_course d WHERE d.permit = q.id AND d.state <> 'removed')
      ORDER BY q.requested_day, q.id
      """, [agency]
    ) { row in
      FreePermit(id: try row[0], group: try row[1], title: try row[2], start: try row[3])
    }
  }

  /// The workbooks that an agency has sent, the latest first.
  public func completedImports(
    of agency: ID<Unit>, limit: Int
  ) throws(StoreError) -> [CompletedImport] {
    try all(
      """
      SELECT id, agency, file_name, file_kind, file_size, file_digest, moment, accepted, rejected
      FROM completed_import WHERE agency = ? ORDER BY moment DESC, id DESC LIMIT ?
      """, [agency, limit]
    ) { row in
      CompletedImport(
        id: try row[0], agency: try row[1],
        file: Attachment(
          name: try row[2], kind: Attachment.Kind(rawValue: try row[3]) ?? .workbook,
          size: try row[4], digest: try row[5]),
        moment: try row[6], accepted: try row[7], rejected: try row[8])
    }
  }
}
