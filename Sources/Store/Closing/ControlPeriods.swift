public import Training

/// The days on which learners check their scores and absences.
extension Querying where Self: ~Copyable {
  /// Nil before it is announced.
  public func controlPeriod(of it: ID<TrainingClass>) throws(StoreError) -> ControlPeriod? {
    try first(
      "SELECT id, class, from_day, to_day, announced_day FROM control_period WHERE class = ?", [it]
    ) { row in
      ControlPeriod(
        id: try row[0], trainingClass: try row[1], from: try row[2], to: try row[3],
        announced: try row[4])
    }
  }
}

extension Writing {
  /// Writes the period of a class: `old` is nil where none was announced.
  public func put(
    _ new: ControlPeriod, from old: ControlPeriod?
  ) throws(StoreError) -> Conflict? {
    try put("control_period", new.id, from: old?.cells, to: new.cells)
  }
}

extension ControlPeriod {
  fileprivate var cells: Cells {
    [
      ("class", trainingClass), ("from_day", from), ("to_day", to), ("announced_day", announced),
    ]
  }
}
