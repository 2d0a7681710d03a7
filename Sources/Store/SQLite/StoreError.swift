import CSQLite

/// Why the records file could not do what it was asked.
public enum StoreError: Error, Equatable, Sendable, Codable {
  /// A rule of the schema that a change would have broken.
  public enum Constraint: Equatable, Sendable, Codable {
    case unique, primaryKey, foreignKey, check, notNull, other
  }

  /// Somebody else is writing; `since` in milliseconds since 1970, both nil when it is not known.
  case busy(holder: String?, since: Int64?)
  /// The program that writes for the sessions of a server does not answer; nothing was changed.
  case writerAway
  /// What was asked before, and not answered then, has been done meanwhile; this was not.
  case overtaken
  /// A bulk change stopped in the middle; so many parts of it stay done, since others have changed the
  /// same since.
  case partlyDone(parts: Int)
  /// Written by a newer version of the program; nothing was touched.
  case newerSchema(found: Int, known: Int)
  /// The file, a value in it or its journal is not what it should be.
  case damaged(String)
  /// A rule of the schema; the message names table and column as SQLite gives them.
  case constraint(Constraint, String)
  case diskFull
  case readOnly
  case notARecordsFile
  /// The file cannot be opened or created; the reason as SQLite gives it.
  case cannotOpen(String)
  /// The system would not let a file be read, written or renamed: the records or one beside them.
  case file(String, SystemFault)
  /// The disk under the records does not answer, or has gone; the reason as SQLite gives it.
  case diskFailed(String)
  /// The disk does not support many terminals on one file (a network share): the mode SQLite got.
  case unsuitableDisk(journalMode: String)
  /// Records were changed and no entry says who did it and why; rolled back.
  case unjournaled
  /// An entry has too many rows, an attachment too many bytes.
  case tooLarge(limit: Int)
  /// The person stopped the work; nothing was left half done.
  case cancelled
  case notFound
  case other(code: Int, message: String)
}

extension StoreError {
  /// What SQLite means by `code`, in our terms.
  init(code: Int32, message: String) {
    // The memory that terminals share lies on the disk too: SQLITE_IOERR_SHMSIZE, a macro of shifts.
    let sharedMemoryFull: Int32 = SQLITE_IOERR | 19 << 8
    switch code & 0xFF {
    case SQLITE_IOERR where code == sharedMemoryFull: self = .diskFull
    case SQLITE_IOERR: self = .diskFailed(message)
    case SQLITE_BUSY, SQLITE_LOCKED: self = .busy(holder: nil, since: nil)
    case SQLITE_FULL: self = .diskFull
    case SQLITE_READONLY: self = .readOnly
    case SQLITE_NOTADB: self = .notARecordsFile
    case SQLITE_CORRUPT: self = .damaged(message)
    case SQLITE_CANTOPEN: self = .cannotOpen(message)
    case SQLITE_INTERRUPT: self = .cancelled
    case SQLITE_TOOBIG: self = .tooLarge(limit: 1_000_000_000)
    case SQLITE_CONSTRAINT: self = .constraint(Constraint(extendedCode: code), message)
    default: self = .other(code: Int(code), message: message)
    }
  }
}

extension StoreError.Constraint {
  /// The extended codes are macros of shifts, which Swift does not import: `SQLITE_CONSTRAINT | n << 8`.
  init(extendedCode: Int32) {
    switch extendedCode >> 8 {
    case 1: self = .check
    case 3: self = .foreignKey
    case 5: self = .notNull
    case 6, 10: self = .primaryKey
    case 8: self = .unique
    default: self = .other
    }
  }
}
