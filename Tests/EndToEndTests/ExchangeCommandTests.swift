import Glibc
import Store
import TestKit
import Testing
import Training

@Suite("Exchange by one file on a stick")
struct ExchangeCommandTests {
  @Test("S0-12 an office is enrolled by one command on each side, and works on its slice at once")
  func enrol() throws {
    let it = try ExchangeOffices()
    try it.enrol()
    #expect(try it.status(it.station).contains(#""role":"station""#))
    #expect(try it.status(it.server).contains(#""role":"server""#))
    let people = try Store.open(at: it.station).read { try $0.people(in: .everything, limit: 500) }
    #expect(people.count > 300)
    var facts = stat()
    for records in [it.server, it.station] {
      #expect(stat(records + ".key", &facts) == 0 && facts.st_mode & 0o777 == 0o600)
    }
    // The records of others are no station's to begin with.
    let own = try it.sample.copy("own.faragir")
    #expect(try it.exchange(own, "join", "\(it.stick)/invitation").status == 1)
    // That is said before anything is carried to the server.
    let key = try it.exchange(own, "key", "\(it.stick)/own.pub")
    #expect(key.status == 1 && key.errors.contains("داده‌های خودش را دارد"), "\(key.errors)")
    #expect(access("\(it.stick)/own.pub", F_OK) != 0)
    #expect(try it.exchange(it.station, "key", "\(it.stick)/station.pub").status == 0)
  }

  @Test("A bundle is written over one of the same two offices, and over nothing else")
  func places() throws {
    let it = try ExchangeOffices()
    try it.enrol()
    let push = "\(it.stick)/push"
    for _ in 0..<2 { #expect(try it.exchange(it.station, "send", push).status == 0) }
    // The answer may lie where the work came.
    #expect(try it.exchange(it.server, "receive", push).status == 0)
    #expect(try it.exchange(it.server, "send", push).status == 0)
    // Not over a file of another kind, nor over a bundle of other offices.
    let text = Array("فهرست خرید".utf8)
    try it.folder.write(text, to: "\(it.stick)/list")
    let list = try it.exchange(it.station, "send", "\(it.stick)/list")
    #expect(list.status == 1 && list.errors.contains("روی آن نوشته نشد"), "\(list.errors)")
    #expect(try Descriptor.readAll("\(it.stick)/list") == text)
    let foreign = try #require(
      String(decoding: try Descriptor.readAll(push).prefix(200), as: UTF8.self)
        .firstMatch(of: /to [0-9]+\n/)
    ).output
    var bytes = try Descriptor.readAll(push)
    let place = try #require(bytes.firstRange(of: Array(foreign.utf8)))
    bytes[place.lowerBound + 3] = bytes[place.lowerBound + 3] == 0x31 ? 0x32 : 0x31
    try it.folder.write(bytes, to: push)
    #expect(try it.exchange(it.server, "send", push).status == 1)
    #expect(try Descriptor.readAll(push) == bytes)
  }

  @Test("S0-12 work done offline goes to the server on a stick, and its records come back on it")
  func bothWays() throws {
    let it = try ExchangeOffices()
    try it.enrol()
    try it.register(700, in: it.station)
    try it.register(701, in: it.server)
    #expect(try it.status(it.station).contains(#""waiting":1"#))
    let (push, answer) = ("\(it.stick)/push", "\(it.stick)/answer")
    #expect(try it.exchange(it.station, "send", push).status == 0)
    let taken = try it.exchange(it.server, "receive", push)
    #expect(taken.status == 0 && taken.text.contains("۱ تغییر پذیرفته شد"), "\(taken.errors)")
    #expect(try it.knows(700, in: it.server))
    // Once more changes nothing.
    #expect(try it.exchange(it.server, "receive", push).text.contains("۰ تغییر پذیرفته شد"))
    #expect(try it.exchange(it.server, "send", answer).status == 0)
    let pulled = try it.exchange(it.station, "receive", answer)
    #expect(pulled.status == 0, "\(pulled.errors)")
    #expect(try it.knows(701, in: it.station))
    #expect(try it.status(it.station).contains(#""waiting":0"#))
    // Nothing half written lies on the stick.
    #expect(access(push + ".partial", F_OK) != 0)
  }

  @Test(
    "A bundle that is altered, cut, of a stranger, for another or of a newer program is refused")
  func refused() throws {
    let it = try ExchangeOffices()
    try it.enrol()
    try it.register(700, in: it.station)
    let push = "\(it.stick)/push"
    #expect(try it.exchange(it.station, "send", push).status == 0)
    let bytes = try Descriptor.readAll(push)
    let text = String(decoding: bytes.prefix(600), as: UTF8.self)
    func refuses(_ bytes: [UInt8], _ words: String, at records: String? = nil) throws {
      let path = "\(it.stick)/bad"
      try it.folder.write(bytes, to: path)
      let run = try it.exchange(records ?? it.server, "receive", path)
      #expect(run.status == 1)
      #expect(run.errors.contains(words), "\(run.errors)")
      #expect(try !it.knows(700, in: it.server))
    }
    var altered = bytes
    altered[bytes.count - 100] ^= 1
    try refuses(altered, "نمی‌خواند")
    try refuses(Array(bytes.dropLast(4096)), "ناقص")
    try refuses(Array(bytes.prefix(300)), "ناقص")
    try refuses(bytes + [0], "نمی‌خواند")
    try refuses(Array("a letter to the office".utf8), "بستهٔ تبادل فراگیر نیست")
    func changed(_ name: String, to value: String) throws -> [UInt8] {
      let line = try #require(text.split(separator: "\n").first { $0.hasPrefix(name + " ") })
      let range = try #require(bytes.firstRange(of: Array(line.utf8)))
      return bytes[..<range.lowerBound] + Array("\(name) \(value)".utf8)
        + bytes[range.upperBound...]
    }
    try refuses(try changed("moment", to: "1"), "نمی‌خواند")
    try refuses(try changed("schema", to: "999"), "نسخهٔ تازه‌تری")
    try refuses(try changed("to", to: "77"), "برای دفتر شمارهٔ ۷۷")
    try refuses(try changed("from", to: "78"), "۷۸ در این سرور نام‌نویسی نشده")
    try refuses(bytes, "سرور بخوانید", at: it.station)
  }
}
