public import Persian

/// Reasons about accounts and login.
public enum PortalReason: Hashable, Sendable, Codable {
  case personUnknown
  case usernameTaken
  case notOwnAccount
  /// Wrong user or wrong password, which is never told apart.
  case wrongCredentials
  case wrongSecurityCode
  case accountInactive
  /// Seconds still to wait after too many failures.
  case waiting(seconds: Int)
  case passwordUnchanged
  case passwordIsInitial
  /// A guide gives it to everybody.
  case passwordIsPublished
  case passwordShort(length: Int, required: Int)
  case outsideOffice
  case reasonMissing
  /// Neither a national nor a personnel code is given.
  case codesMissing
  /// A place of work that is no school of the office; the person is recorded without it.
  case schoolUnknown(String)
  /// A code that belongs to somebody already, with the name.
  case codeTaken(String, String)
  /// The table has no such line from the state the record is in by now.
  case stateMoved(life: String, state: String)
  /// Only its own reverse action takes it back.
  case notUndoable
  case takenBackAlready
  /// A task that was due before it was asked for.
  case dueBeforeToday(JalaliDate)
  case taskDone
  /// Work goes to another person in the same role whose account is in use.
  case noSuccessor
  /// The key of another door: each opens one.
  case keyTaken
  case endsBeforeStart(from: JalaliDate, to: JalaliDate)
  /// Others look on.
  case onlyRole(Role)
}
