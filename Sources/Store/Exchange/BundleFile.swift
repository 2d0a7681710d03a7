import Glibc

/// The first lines of a bundle: who wrote it for whom, and the digest of all that follows.
///
/// Its text is what is signed. Every line is a name and a value; a text with anything else in it is
/// no manifest.
public struct BundleManifest: Equatable, Sendable {
  public enum Kind: String, Sendable { case invitation, push, answer }

  /// What an invitation tells a new station of its server.
  public struct Invitation: Equatable, Sendable {
    public var key: String
    public var unit: Int64
    public var office: String
    public var address: String

    public init(key: String, unit: Int64, office: String, address: String) {
      self.key = key
      self.unit = unit
      self.office = office
      self.address = address
    }
  }

  public var kind: Kind
  public var from: Int64
  public var to: Int64
  public var schema: Int
  /// Milliseconds since 1970.
  public var moment: Int64
  /// Bytes of what follows the signature.
  public var size: Int
  public var digest: BlobDigest
  public var invitation: Invitation?

  public init(
    kind: Kind, from: Int64, to: Int64, schema: Int, moment: Int64, size: Int, digest: BlobDigest,
    invitation: Invitation? = nil
  ) {
    self.kind = kind
    self.from = from
    self.to = to
    self.schema = schema
    self.moment = moment
    self.size = size
    self.digest = digest
    self.invitation = invitation
  }

  static let opening = "faragir exchange 1"

  public var text: String {
    var lines = [
      Self.opening, "kind \(kind.rawValue)", "from \(from)", "to \(to)", "schema \(schema)",
      "moment \(moment)", "size \(size)", "sha256 \(digest.hexadecimal)",
    ]
    if let invitation {
      lines += [
        "key \(invitation.key)", "unit \(invitation.unit)",
        "office \(invitation.office.filter { !$0.isNewline })", "address \(invitation.address)",
      ]
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Nil for anything that is not exactly such a text.
  public init?(text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard lines.popLast() == "", lines.popFirst().map(String.init) == Self.opening else {
      return nil
    }
    func value(_ name: String) -> String? {
      guard let line = lines.first, line.hasPrefix(name + " ") else { return nil }
      lines.removeFirst()
      return String(line.dropFirst(name.count + 1))
    }
    guard let kind = value("kind").flatMap(Kind.init), let from = value("from").flatMap(Int64.init),
      let to = value("to").flatMap(Int64.init), let schema = value("schema").flatMap(Int.init),
      let moment = value("moment").flatMap(Int64.init), let size = value("size").flatMap(Int.init),
      let digest = value("sha256").flatMap(BlobDigest.init(hexadecimal:)), size >= 0
    else { return nil }
    var invitation: Invitation?
    if kind == .invitation {
      guard let key = value("key"), let unit = value("unit").flatMap(Int64.init),
        let office = value("office"), let address = value("address")
      else { return nil }
      invitation = Invitation(key: key, unit: unit, office: office, address: address)
    }
    guard lines.isEmpty else { return nil }
    self.init(
      kind: kind, from: from, to: to, schema: schema, moment: moment, size: size, digest: digest,
      invitation: invitation)
  }
}

/// A bundle as it goes on a stick or over a line: manifest, signature, and the sealed database.
public struct BundleFile: Sendable {
  public let path: String
  public let manifest: BundleManifest
  /// What the signature is of, as it stands in the file.
  public let signedText: String
  public let signature: String
  private let start: Int

  private static let begin = "-----BEGIN SSH SIGNATURE-----\n"
  private static let end = "-----END SSH SIGNATURE-----\n"
  private static let longestHead = 16_384

  /// Reads the head of a file, which may come from anywhere; nothing else is looked at.
  public init(reading path: String) throws(ExchangeProblem) {
    let file = try OpenFile(path, O_RDONLY)
    let head = try file.read(Self.longestHead)
    let text = String(decoding: head, as: UTF8.self)
    guard text.hasPrefix(BundleManifest.opening + "\n") else {
      throw .notABundle(path)
    }
    let bytes = head[...]
    guard let from = bytes.firstRange(of: Array(Self.begin.utf8)),
      let until = bytes[from.upperBound...].firstRange(of: Array(Self.end.utf8))
    else {
      if head.count < Self.longestHead { throw .truncated(path) }
      throw .notABundle(path)
    }
    signedText = String(decoding: bytes[..<from.lowerBound], as: UTF8.self)
    signature = String(decoding: bytes[from.lowerBound..<until.upperBound], as: UTF8.self)
    guard let manifest = BundleManifest(text: signedText) else { throw .altered(path) }
    self.path = path
    self.manifest = manifest
    start = until.upperBound
  }

  /// Throws what would keep `write` from making a bundle there, before anything else is done.
  public static func prove(place path: String) throws(ExchangeProblem) {
    let partial = path + ".partial"
    _ = try OpenFile(partial, O_WRONLY | O_CREAT | O_TRUNC, named: path)
    unlink(partial)
  }

  /// Writes a bundle beside its place and renames it when it is whole and on the disk.
  public static func write(
    _ manifest: BundleManifest, signature: String, payload: String, to path: String
  ) throws(ExchangeProblem) {
    let partial = path + ".partial"
    do throws(ExchangeProblem) {
      let source = try OpenFile(payload, O_RDONLY)
      let target = try OpenFile(partial, O_WRONLY | O_CREAT | O_TRUNC, named: path)
      try target.write(Array((manifest.text + signature).utf8))
      try source.forEachPiece { bytes throws(ExchangeProblem) in try target.write(bytes) }
      try target.flush()
      guard rename(partial, path) == 0 else {
        // What was just written there is not there any more.
        throw .file(path, errno == ENOENT ? .gone : .last)
      }
      Store.synchroniseFolder(of: path)
    } catch {
      unlink(partial)
      throw error
    }
  }

  /// Copies the database out of the bundle, once its length and digest are what the manifest says.
  public func extract(to target: String) throws(ExchangeProblem) {
    let source = try OpenFile(path, O_RDONLY)
    let size = try source.size()
    guard size >= start + manifest.size else { throw .truncated(path) }
    guard size == start + manifest.size else { throw .altered(path) }
    try source.seek(to: start)
    let copy = try OpenFile(target, O_WRONLY | O_CREAT | O_TRUNC)
    var hash = SHA256()
    try source.forEachPiece { bytes throws(ExchangeProblem) in
      hash.update(bytes)
      try copy.write(bytes)
    }
    guard hash.finish() == manifest.digest.bytes else { throw .altered(path) }
  }

  /// The bytes of a file and their digest.
  public static func measure(
    _ path: String
  ) throws(ExchangeProblem) -> (size: Int, digest: BlobDigest) {
    let file = try OpenFile(path, O_RDONLY)
    var hash = SHA256()
    var size = 0
    try file.forEachPiece { bytes throws(ExchangeProblem) in
      size += bytes.count
      hash.update(bytes)
    }
    guard let digest = BlobDigest(bytes: hash.finish()) else { throw .altered(path) }
    return (size, digest)
  }
}
