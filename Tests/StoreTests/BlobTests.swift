import FoundationEssentials
import Store
import Testing

@Suite("Attachments")
struct BlobTests {
  @Test(
    "The digest is SHA-256 as FIPS 180-4 has it",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(repeating: "a", count: 1_000_000),
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
      ),
    ])
  func digest(text: String, expected: String) throws {
    let json = try JSONEncoder().encode(BlobDigest(of: Array(text.utf8)))
    #expect(String(decoding: json, as: UTF8.self) == "\"\(expected)\"")
    #expect(
      try JSONDecoder().decode(BlobDigest.self, from: json) == BlobDigest(of: Array(text.utf8)))
  }

  @Test("Digests around the block size agree with themselves through JSON and differ")
  func blockSizes() {
    let digests = (50...130).map { BlobDigest(of: [UInt8](repeating: 7, count: $0)) }
    #expect(Set(digests).count == digests.count)
  }

  @Test("An attachment is kept once and comes back byte for byte")
  func keep() throws {
    let store = try memoryStore()
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let digest = try store.write(at: 1) { try $0.keep(blob: bytes, limit: 100_000) }
    #expect(try store.write(at: 2) { try $0.keep(blob: bytes, limit: 100_000) } == digest)
    #expect(try store.read { try $0.blob(digest) } == bytes)
    #expect(try store.read { try $0.blobTotal() } == 100_000)
    try store.write(at: 3) { try $0.destroy(blob: digest) }
    #expect(try store.read { try $0.blob(digest) } == nil)
  }

  @Test("The size limit and the quota hold to the byte")
  func limits() throws {
    let store = try memoryStore()
    _ = try store.write(at: 1) { try $0.keep(blob: [1, 2, 3], limit: 3, quota: 5) }
    #expect(throws: StoreError.tooLarge(limit: 3)) {
      try store.write(at: 1) { try $0.keep(blob: [1, 2, 3, 4], limit: 3) }
    }
    _ = try store.write(at: 1) { try $0.keep(blob: [4, 5], limit: 3, quota: 5) }
    #expect(throws: StoreError.tooLarge(limit: 5)) {
      try store.write(at: 1) { try $0.keep(blob: [6], limit: 3, quota: 5) }
    }
  }
}
