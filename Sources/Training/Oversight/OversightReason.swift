public import Persian

/// Reasons of the oversight of government employees' training.
public enum OversightReason: Hashable, Sendable, Codable {
  case yearExists(Int)
  case calendarMissing
  case negative
  /// More were trained than there are.
  case trainedAboveCount(trained: Int, count: Int)
  case quarterOver(due: JalaliDate)
  /// Confirmed and sent: nothing is edited any more.
  case sent
  case quarterNotFilled
  /// Nothing but zeros is told of the quarter.
  case quarterAllZero
  /// A later day has been asked for already.
  case extensionAsked
  case extensionNotAsked
  /// An extension must reach further than the day and the deadline.
  case extensionTooEarly(after: JalaliDate)
  case titleNotChosen
  case titleMissing
  case hoursMissing
  case syllabusMissing
  case programmeFileMissing(limit: Int)
  case daysMissing
  /// The programme has rows of so many days, and is said to last so many.
  case daysDiffer(rows: Int, said: Int)
  case firstDayMissing
  case timesReversed(JalaliDate)
  case organiserMissing
  case instructorMissing
  case instructorIncomplete
  case fieldExists(String)
  case courseExists(String)
  case permitSent
  case permitUsed
  case noPermit
  /// The course is not that of the permit.
  case otherThanPermit
  case permitAfterStart(requested: JalaliDate)
  case datesReversed(start: JalaliDate, end: JalaliDate)
  case notOver(end: JalaliDate)
  case participantsWrong
  case courseSent
  case nothingTicked
  case liaisonElsewhere
  case codeTaken(String)
}
