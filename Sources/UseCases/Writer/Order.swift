import FoundationEssentials
import Store
import Training

/// What a session hands to the program that writes: one use case, or the parts of one bulk change,
/// encoded as the journal keeps them.
struct Order: Codable, Sendable {
  /// One use case by its name in the journal, or an errand.
  struct Work: Codable, Equatable, Sendable {
    var name: String
    var arguments: Data
  }

  /// Counts the orders of a session from 1; the same number is the same order.
  var number: Int64
  var account: Int64
  var reason: String
  var works: [Work]
  /// Performed as one bulk change with progress, rather than as one use case.
  var isBulk: Bool

  /// Whether it may take so long that others get their turn in between.
  var isLong: Bool { isBulk && works.count > 1 }

  /// Whether it asks for the same as another, whatever their numbers.
  func asks(sameAs other: Order) -> Bool {
    account == other.account && reason == other.reason && works == other.works
      && isBulk == other.isBulk
  }
}

/// What came of an order.
struct OrderAnswer: Codable, Sendable {
  var number: Int64
  /// The number of the journal's entry of each part; 0 for an errand.
  var entries: [Int64] = []
  var outcomes: [Data] = []
  /// Why nothing was changed; nil when it was.
  var failure: Failure?
}

/// Who comes, the first thing said on the line.
struct SessionHello: Codable, Sendable {
  static let version = 1
  /// In the place of a key: the owner of the records at the machine, who asks and says something but
  /// hands over no work.
  static let owner: Int64 = 0

  var version = SessionHello.version
  /// Drawn by the session; the same after the line was cut.
  var session: Int64
  /// The key that opened the door.
  var key: Int64
  /// Where the connection came from.
  var origin: String
}

/// Work that changes no record and is not journaled, such as that an announcement was read; it comes
/// the same way as a use case.
protocol Errand: Codable, Sendable {
  associatedtype Outcome: Codable & Sendable
  static var name: String { get }
  func run(_ records: borrowing Writing, _ context: Context) throws -> Outcome
}

/// How use cases, errands and outcomes travel.
enum OrderCoding {
  /// Files go along where the journal would only name them.
  static func encoder() -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    if let key = CodingUserInfoKey.carriesFiles { encoder.userInfo[key] = true }
    return encoder
  }

  static func decoder() -> JSONDecoder {
    let decoder = JSONDecoder()
    if let key = CodingUserInfoKey.carriesFiles { decoder.userInfo[key] = true }
    return decoder
  }

  static func work<U: UseCase>(_ useCase: U) throws -> Order.Work {
    Order.Work(name: U.name, arguments: try encoder().encode(useCase))
  }

  /// An outcome as bytes; empty for none.
  static func bytes<Outcome>(_ outcome: Outcome) throws -> Data {
    if outcome is Void { return Data() }
    guard let value = outcome as? any Encodable else {
      throw StoreError.damaged("\(Outcome.self) cannot be handed over")
    }
    return try wrapped(value)
  }

  /// The outcome back from its bytes.
  static func outcome<Outcome>(_ type: Outcome.Type, of bytes: Data) throws -> Outcome {
    if let nothing = () as? Outcome { return nothing }
    guard let known = type as? any Decodable.Type, let outcome = try value(known, bytes) as? Outcome
    else { throw StoreError.damaged("\(Outcome.self) cannot be handed over") }
    return outcome
  }

  // In a list, so that a bare number is JSON too.
  private static func wrapped<Value: Encodable>(_ value: Value) throws -> Data {
    try JSONEncoder().encode([value])
  }

  private static func value<Value: Decodable>(_ type: Value.Type, _ bytes: Data) throws -> Value {
    guard let value = try JSONDecoder().decode([Value].self, from: bytes).first else {
      throw StoreError.damaged("an empty outcome")
    }
    return value
  }
}

extension CodingUserInfoKey {
  static let carriesFiles = CodingUserInfoKey(rawValue: "faragir.carries-files")
}

extension Encoder {
  /// Whether the bytes of files go along.
  var carriesFiles: Bool {
    CodingUserInfoKey.carriesFiles.flatMap { userInfo[$0] as? Bool } ?? false
  }
}

extension Decoder {
  /// Whether bytes of files are taken; what another office sends brings none this way.
  var carriesFiles: Bool {
    CodingUserInfoKey.carriesFiles.flatMap { userInfo[$0] as? Bool } ?? false
  }
}
