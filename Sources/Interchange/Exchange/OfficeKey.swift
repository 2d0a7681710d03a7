private import Glibc

/// The key by which an office signs what it sends: made, kept and used by OpenSSH's own programs.
public struct OfficeKey: Sendable {
  /// Why the key could not be made or used.
  public enum Problem: Error, Equatable {
    /// There is no such program.
    case missing(String)
    /// A program said this.
    case failed(String, String)
    case unreadable(String)
    /// Not a line with a public key of the kind that offices have.
    case badKey
  }

  /// A public key, and the number of the copy that its comment names.
  public struct Public: Equatable, Sendable {
    /// `ssh-ed25519` and the key itself, without a comment.
    public var text: String
    /// 0 where the comment names none.
    public var replica: Int64

    /// Reads a line of a `.pub` file; options before the key and other kinds of keys are refused.
    public init(line: String) throws(Problem) {
      let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
      let signs = words.count > 1 ? Array(words[1].utf8) : []
      guard words.first == Self.kind, (60...100).contains(signs.count),
        signs.allSatisfy({ Self.letters.contains($0) })
      else { throw .badKey }
      text = "\(Self.kind) \(words[1])"
      let mark = words.count > 2 ? words[2] : ""
      replica = mark.hasPrefix(Self.mark) ? Int64(mark.dropFirst(Self.mark.count)) ?? 0 : 0
    }

    private static let kind = "ssh-ed25519"
    fileprivate static let mark = "faragir-"
    private static let letters = Set(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=".utf8)

    /// The line as it is carried to another office.
    public func line(of replica: Int64) -> String { "\(text) \(Self.mark)\(replica)\n" }
  }

  private static let tool = "/usr/bin/ssh-keygen"
  private static let namespace = "faragir-exchange"

  /// The private key, beside the records; the public one has `.pub` behind it.
  public let path: String

  public init(besideRecords records: String) { path = records + ".key" }

  public var exists: Bool { access(path, F_OK) == 0 }

  /// Makes the pair, for the owner of the records alone, where there is none yet.
  public func makeIfMissing(replica: Int64) throws(Problem) {
    guard !exists else { return }
    try Self.run([
      "-q", "-t", "ed25519", "-N", "", "-C", "\(Public.mark)\(replica)", "-f", path,
    ])
  }

  /// The public key, computed from the private one, which alone counts.
  public func publicKey() throws(Problem) -> Public {
    try Public(line: try Self.run(["-y", "-f", path]))
  }

  /// Signs a text with the help of files in a private folder, named after `scratch`.
  ///
  /// What comes back is armoured as OpenSSH writes it.
  public func sign(_ text: String, scratch: String) throws(Problem) -> String {
    defer { for name in [scratch, scratch + ".sig"] { unlink(name) } }
    try Self.write(text, to: scratch)
    try Self.run(["-q", "-Y", "sign", "-f", path, "-n", Self.namespace, scratch])
    guard let bytes = try? WholeFile.read(scratch + ".sig", limit: 1 << 14) else {
      throw .unreadable(scratch)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a text was signed by the owner of a public key.
  public static func verify(
    _ text: String, signature: String, by key: Public, scratch: String
  ) throws(Problem) -> Bool {
    let (signers, signed) = (scratch + ".signers", scratch + ".sig")
    defer { for name in [scratch, signers, signed] { unlink(name) } }
    try write(text, to: scratch)
    try write(signature, to: signed)
    try write("office namespaces=\"\(namespace)\" \(key.text)\n", to: signers)
    let words = ["-Y", "verify", "-f", signers, "-I", "office", "-n", namespace, "-s", signed]
    do throws(SystemCommand.Problem) {
      return try SystemCommand.run([tool] + words, input: scratch).status == 0
    } catch {
      throw problem(error)
    }
  }

  /// The short form of a key that two people can compare.
  public static func fingerprint(_ key: Public, scratch: String) throws(Problem) -> String {
    defer { unlink(scratch) }
    try write(key.text + "\n", to: scratch)
    let words = try run(["-l", "-f", scratch]).split(separator: " ")
    guard words.count > 1 else { throw .badKey }
    return String(words[1])
  }

  @discardableResult
  private static func run(_ words: [String]) throws(Problem) -> String {
    let result: SystemCommand.Result
    do throws(SystemCommand.Problem) {
      result = try SystemCommand.run([tool] + words)
    } catch {
      throw problem(error)
    }
    guard result.status == 0 else { throw .failed(tool, result.errors + result.output) }
    return result.output
  }

  private static func problem(_ problem: SystemCommand.Problem) -> Problem {
    switch problem {
    case .missing: .missing(tool)
    case .system(let code): .failed(tool, String(cString: strerror(code)))
    case .tooLong: .failed(tool, "timeout")
    }
  }

  private static func write(_ text: String, to path: String) throws(Problem) {
    unlink(path)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unreadable(path) }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
      throw .unreadable(path)
    }
  }
}
