import Glibc
import Store
import Testing
import Training

@Suite("Bundles of exchange")
struct BundleTests {
  private let slice = Slice([.init("unit"), .init("mark"), .init("link")])

  private func sample() throws -> (store: Store, digest: BlobDigest) {
    let store = try memoryStore()
    let digest = try store.write(at: 1) { records in
      let unit = try records.addUnit("الف")
      try records.addMark(unit: unit, note: nil)
      try records.run("INSERT INTO link VALUES (-1, '', 5)")
      try records.journal(Cause(useCase: "one", arguments: [1, 0, 2], reason: "چرا"))
      return try records.keep(blob: [UInt8](repeating: 9, count: 70_000), limit: 100_000)
    }
    try store.write(at: 2) { records in
      try records.run("UPDATE mark SET minutes = 3")
      try records.journal(Cause(useCase: "two"))
    }
    return (store, digest)
  }

  @Test("What was put into a bundle comes out of it, attachments included")
  func roundTrip() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/a.bundle"
    let (store, digest) = try sample()
    let images = try store.read { try $0.images(of: slice) }
    try store.read {
      try $0.writeBundle(to: path, entries: [1, 2], images: images, attachments: [digest])
    }
    let bundle = try ExchangeBundle.read(from: path, schema: 2)
    #expect(try bundle.replica == store.read { try $0.replica() })
    #expect(bundle.images == images)
    #expect(bundle.attachments == [digest])
    #expect(try bundle.items.map(\.entry) == store.read { try $0.entries(after: 0) })
    #expect(try bundle.items[1].changes == store.read { try $0.changes(of: 2) })
    let other = try memoryStore()
    try other.write(at: 3) { try $0.keepAttachments(ofBundle: path, limit: 70_000) }
    #expect(try other.read { try $0.blob(digest) }?.count == 70_000)
    #expect(throws: StoreError.tooLarge(limit: 69_999)) {
      try memoryStore().write(at: 3) { try $0.keepAttachments(ofBundle: path, limit: 69_999) }
    }
  }

  @Test("A bundle of a newer schema, of another kind, or altered on the way is refused")
  func refused() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/a.bundle"
    let (store, _) = try sample()
    try store.read { try $0.writeBundle(to: path, entries: [1, 2]) }
    #expect(throws: StoreError.newerSchema(found: 2, known: 1)) {
      try ExchangeBundle.read(from: path, schema: 1)
    }
    let sound = try #require(folder.bytes("a.bundle"))
    // One letter of a use case's name.
    var altered = sound
    let place = try #require(
      altered.indices.dropLast(3).first { Array(altered[$0..<($0 + 3)]) == Array("two".utf8) })
    altered[place] = UInt8(ascii: "T")
    folder.write("a.bundle", altered)
    #expect(throws: StoreError.damaged(path)) { try ExchangeBundle.read(from: path, schema: 2) }
    _ = try folder.store()
    #expect(throws: StoreError.notARecordsFile) {
      try ExchangeBundle.read(from: folder.file, schema: 2)
    }
  }

  @Test("A bundle that cannot be completed leaves an older one as it was")
  func incomplete() throws {
    let folder = TemporaryFolder()
    folder.write("a.bundle", [1])
    let (store, _) = try sample()
    #expect(throws: StoreError.notFound) {
      try store.read { try $0.writeBundle(to: folder.path + "/a.bundle", entries: [1, 99]) }
    }
    #expect(folder.bytes("a.bundle") == [1])
    #expect(folder.bytes("a.bundle.partial") == nil)
  }
}
