import FoundationEssentials

/// The public half of a key with which somebody, or another office, comes in over SSH.
public struct AccessKey: Hashable, Sendable {
  /// Whose it is.
  public enum Holder: Hashable, Sendable {
    /// A person by the user name, with all the roles it has.
    case user(String)
    /// An office that exchanges, by the number of its copy.
    case station(Int64)
  }

  /// The two parts of a public key as OpenSSH writes them.
  public struct Text: Hashable, Sendable, Codable {
    public let kind: String
    public let body: String
    /// What its owner wrote beside it; shown, never believed.
    public let comment: String

    /// The parts as they are kept; a file is read with `init(reading:)`.
    public init(kind: String, body: String, comment: String) {
      self.kind = kind
      self.body = body
      self.comment = comment
    }
  }

  /// Why a file is no public key.
  public enum Problem: Error, Hashable, Sendable {
    /// It holds the half that nobody may give away.
    case isPrivate
    /// Nothing of the form `kind body comment` stands in it, or more than one line.
    case notKey
    case unknownKind(String)
  }

  public var id: ID<AccessKey>
  public var holder: Holder
  public var text: Text
  /// Milliseconds since 1970.
  public var added: Int64
  public var isActive: Bool

  public init(
    id: ID<AccessKey>, holder: Holder, text: Text, added: Int64, isActive: Bool = true
  ) {
    self.id = id
    self.holder = holder
    self.text = text
    self.added = added
    self.isActive = isActive
  }
}

extension AccessKey.Text {
  /// The kinds that OpenSSH 9 takes without being told to.
  private static let kinds: Set<String> = [
    "ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521",
    "sk-ssh-ed25519@openssh.com", "sk-ecdsa-sha2-nistp256@openssh.com",
  ]

  /// The key in a file such as `id_ed25519.pub`: one line, without options before the kind.
  ///
  /// - Throws: `AccessKey.Problem`.
  public init(reading file: String) throws(AccessKey.Problem) {
    guard !file.contains("PRIVATE KEY") else { throw .isPrivate }
    let lines = file.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
    let words = lines.first?.split(separator: " ", maxSplits: 2).map(String.init) ?? []
    guard lines.count == 1, words.count >= 2 else { throw .notKey }
    guard Self.kinds.contains(words[0]) else {
      throw .unknownKind(String(words[0].prefix(40)))
    }
    // The body names its kind again, length first: one that does not was cut or pasted together.
    guard let bytes = Data(base64Encoded: words[1]),
      bytes.count > 4 + words[0].utf8.count, bytes.count < 8192,
      Array(bytes.prefix(4)) == [0, 0, 0, UInt8(words[0].utf8.count)],
      bytes.dropFirst(4).starts(with: words[0].utf8)
    else { throw .notKey }
    let comment = words.count > 2 ? words[2] : ""
    let visible = comment.unicodeScalars.filter { (0x20...0x7E).contains($0.value) }
    var shown = String.UnicodeScalarView()
    shown.append(contentsOf: visible)
    self.init(kind: words[0], body: words[1], comment: String(String(shown).prefix(100)))
  }
}
