public import Training

/// One value of a cell as SQLite holds it.
public enum Value: Hashable, Sendable, Codable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])
}

/// What can stand in a cell: arguments of statements and columns of rows.
///
/// A domain type joins with an empty extension when its raw value is storable:
/// `extension RequestState: Storable {}`.
package protocol Storable: Sendable {
  /// Nil when the value cannot be of this type, which on reading means a damaged file.
  init?(stored: Value)
  var stored: Value { get }
}

extension Storable where Self: RawRepresentable, RawValue: Storable {
  package init?(stored: Value) {
    guard let raw = RawValue(stored: stored) else { return nil }
    self.init(rawValue: raw)
  }

  package var stored: Value { rawValue.stored }
}

extension Value: Storable {
  package init?(stored: Value) { self = stored }
  package var stored: Value { self }
}

extension Int64: Storable {
  package init?(stored: Value) {
    guard case .integer(let value) = stored else { return nil }
    self = value
  }

  package var stored: Value { .integer(self) }
}

extension Int: Storable {
  package init?(stored: Value) {
    guard case .integer(let value) = stored else { return nil }
    self = Int(value)
  }

  package var stored: Value { .integer(Int64(self)) }
}

extension Bool: Storable {
  package init?(stored: Value) {
    switch stored {
    case .integer(0): self = false
    case .integer(1): self = true
    default: return nil
    }
  }

  package var stored: Value { .integer(self ? 1 : 0) }
}

extension Double: Storable {
  package init?(stored: Value) {
    switch stored {
    case .real(let value): self = value
    case .integer(let value): self = Double(value)
    default: return nil
    }
  }

  package var stored: Value { .real(self) }
}

extension String: Storable {
  package init?(stored: Value) {
    guard case .text(let value) = stored else { return nil }
    self = value
  }

  package var stored: Value { .text(self) }
}

extension [UInt8]: Storable {
  package init?(stored: Value) {
    guard case .blob(let value) = stored else { return nil }
    self = value
  }

  package var stored: Value { .blob(self) }
}

extension Optional: Storable where Wrapped: Storable {
  package init?(stored: Value) {
    if case .null = stored {
      self = Wrapped?.none
    } else {
      guard let value = Wrapped(stored: stored) else { return nil }
      self = value
    }
  }

  package var stored: Value { self?.stored ?? .null }
}

extension ID: Storable {}
