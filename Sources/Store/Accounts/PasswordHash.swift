import CCrypt
import Glibc

/// The form in which a password is kept: yescrypt, made and checked by the system's libcrypt.
///
/// Prints as dots, so that no log can hold it by accident.
public struct PasswordHash: Hashable, Sendable, CustomStringConvertible {
  /// The whole of it: method, cost, salt and digest.
  public let text: String

  public init(text: String) { self.text = text }

  /// Makes the hash of a new password with a salt of its own.
  ///
  /// - Parameters:
  ///   - password: At most 511 bytes of UTF-8, without NUL, at which C would cut it.
  ///   - cost: 1…11, each step twice the work; 0 takes the system's default, some 20 ms.
  /// - Throws: `StoreError.tooLarge` for a password libcrypt does not take.
  public init(password: String, cost: Int = 0) throws(StoreError) {
    guard Self.isFit(password) else { throw .tooLarge(limit: 511) }
    guard let salt = crypt_gensalt_ra("$y$", UInt(cost), nil, 0) else {
      throw .other(code: Int(errno), message: "no salt")
    }
    defer { free(salt) }
    guard let text = Self.crypt(password, setting: String(cString: salt)) else {
      throw .other(code: Int(errno), message: "yescrypt")
    }
    self.text = text
  }

  /// Whether a password is the one of this hash; takes as long for a wrong one.
  public func matches(_ password: String) -> Bool {
    guard Self.isFit(password), let computed = Self.crypt(password, setting: text) else {
      return false
    }
    return Self.areEqual(Array(computed.utf8), Array(text.utf8))
  }

  /// Checks a password, spending the time of a check also when there is no such account.
  public static func verify(_ password: String, against hash: PasswordHash?) -> Bool {
    guard let hash else {
      _ = crypt(password, setting: decoy)
      return false
    }
    return hash.matches(password)
  }

  public var description: String { "••••" }

  /// A setting of the default cost that belongs to nobody.
  private static let decoy = "$y$j9T$F5Jx5fExrKuPp53xLKQ..1$"

  private static func isFit(_ password: String) -> Bool {
    password.utf8.count <= 511 && !password.utf8.contains(0)
  }

  private static func crypt(_ password: String, setting: String) -> String? {
    var memory: UnsafeMutableRawPointer?
    var size: CInt = 0
    defer {
      if let memory {
        // It held the password.
        explicit_bzero(memory, Int(size))
        free(memory)
      }
    }
    guard let result = crypt_ra(password, setting, &memory, &size) else { return nil }
    let text = String(cString: result)
    // libcrypt tells failure by a text that is no hash.
    return text.hasPrefix("*") ? nil : text
  }

  /// Compares without stopping at the first difference.
  private static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
