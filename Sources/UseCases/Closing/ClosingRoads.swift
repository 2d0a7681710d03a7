import Persian
public import Store
public import Training

extension Querying where Self: ~Copyable {
  /// What a class within reach still needs until its certificates are printed.
  public func closingRoad(of line: ClassLine, _ context: Context) throws -> ClosingRoad {
    let id = line.trainingClass.id
    guard let situation = try ClassLife.situation(of: id, self, context) else {
      throw Failure.forbidden
    }
    return ClosingRoad(
      ClosingRoad.Facts(
        state: situation.state, life: situation.facts, sessions: line.sessions,
        lastSession: line.lastSession, unmarkedSessions: line.unmarkedSessions,
        lastExam: try exams(of: id).filter(\.kind.counts).map(\.day).max(),
        levels: try compulsoryLevels(of: line.trainingClass.request),
        certificates: try certificates(of: id).count { $0.state == .issued }))
  }
}

extension ClosingRoad {
  /// Why an action of the class is not to be had now: what comes first, one finding each.
  public func findings(before action: ClassLife.Action) -> [Finding] {
    // What was not measured is answered with a reason; it holds nothing up (S2-8.2a).
    items(before: action).filter { $0.step != .measures }.map {
      Finding(.closingConditions, .refusal, .closing(.stepOpen($0)))
    }
  }
}
