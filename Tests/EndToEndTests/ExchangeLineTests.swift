import Glibc
import Store
import Testing

@Suite("Exchange over SSH")
struct ExchangeLineTests {
  private let it: ExchangeOffices
  private let ssh: LoopbackSSH

  /// A station with its own key, and two keys whose lines break after some bytes, up or down.
  init() throws {
    it = try ExchangeOffices()
    try it.enrol()
    let folder = it.folder.path
    let number = try Store.open(at: it.station).read { try $0.replica() }
    let serve = "\(Product.executable) exchange serve --station \(number) --db \(it.server)"
    func line(_ command: String, _ key: String) -> String {
      "restrict,command=\"\(command)\" \(key)"
    }
    // Byte by byte: what is not written at once would be waited for on the other side.
    let cut = "dd bs=1 status=none"
    let own = String(
      decoding: try Descriptor.readAll(it.station + ".key.pub"), as: UTF8.self)
    let up = try LoopbackSSH.makeKey("\(folder)/up")
    let down = try LoopbackSSH.makeKey("\(folder)/down")
    ssh = try LoopbackSSH(
      authorizedKeys: line(serve, own) + line("\(cut) count=40000 | \(serve)", up)
        + line("\(serve) | \(cut) count=60000", down))
  }

  private var address: String { "\(ssh.user)@127.0.0.1:\(ssh.port)" }

  @Test("S0-12 a station sends its work over SSH and becomes equal to the server, and again")
  func bothWays() throws {
    try it.register(700, in: it.station)
    try it.register(701, in: it.server)
    let push = try it.exchange(it.station, "push", "--server", address)
    #expect(push.status == 0, "\(push.errors) \(ssh.log)")
    #expect(push.text.contains("۱ تغییر پذیرفته شد"))
    #expect(try it.knows(700, in: it.server))
    // The address is remembered.
    let pull = try it.exchange(it.station, "pull")
    #expect(pull.status == 0, "\(pull.errors)")
    #expect(try it.knows(701, in: it.station))
    #expect(try it.exchange(it.station, "push").text.contains("۰ تغییر پذیرفته شد"))
    #expect(try it.status(it.station).contains(#""waiting":0"#))
  }

  @Test("S0-12 a line that is cut is gone on with where it was, up and down, and nothing is lost")
  func resumed() throws {
    for number in 700..<760 { try it.register(number, in: it.station) }
    let number = try Store.open(at: it.station).read { try $0.replica() }
    let cut = try it.exchange(
      it.station, "push", "--server", address, "--identity", "\(it.folder.path)/up")
    #expect(cut.status == 1 && cut.errors.contains("دوباره بزنید"), "\(cut.errors)")
    #expect(try !it.knows(700, in: it.server))
    let part = try Descriptor.readAll("\(it.server).exchange/in-\(number)")
    #expect(part.count > 10_000)
    let push = try it.exchange(it.station, "push")
    #expect(push.text.contains("۶۰ تغییر پذیرفته شد"), "\(push.errors)")
    let broken = try it.exchange(it.station, "pull", "--identity", "\(it.folder.path)/down")
    #expect(broken.status == 1, "\(broken.text)")
    let half = try Descriptor.readAll("\(it.station).exchange/answer")
    #expect(half.count > 10_000)
    // What is already here is not sent again: so a byte that went bad in it is found at the end.
    try it.folder.write(
      half.dropLast() + [half[half.count - 1] ^ 1], to: "\(it.station).exchange/answer")
    #expect(try it.exchange(it.station, "pull").errors.contains("نمی‌خواند"))
    let pull = try it.exchange(it.station, "pull")
    #expect(pull.status == 0, "\(pull.errors)")
    #expect(try it.status(it.station).contains(#""waiting":0"#))
  }

  @Test("A server that cannot be reached, and a key that is no station's, are said in a sentence")
  func refused() throws {
    let nowhere = try it.exchange(it.station, "push", "--server", "\(ssh.user)@127.0.0.1:1")
    #expect(nowhere.status == 1 && nowhere.errors.contains("شبکه و نشانی"), "\(nowhere.errors)")
    for address in ["-oProxyCommand=x@host", "nobody", "a b@host", "x@host:99999"] {
      let run = try it.exchange(it.station, "push", "--server=\(address)")
      #expect(run.status == 1 && run.errors.contains("نشانی سرور"), "\(run.errors)")
    }
    let stranger = try it.exchange(it.station, "serve", "--station", "5")
    #expect(stranger.status == 1)
  }
}
