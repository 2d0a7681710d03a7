import Store
import Testing

@Suite("Passwords")
struct PasswordTests {
  @Test("S0-10 a password matches its own hash and no other, in Persian too")
  func matches() throws {
    let hash = try PasswordHash(password: "گذرواژه ۱۲۳", cost: 1)
    #expect(hash.matches("گذرواژه ۱۲۳"))
    #expect(!hash.matches("گذرواژه ۱۲۴"))
    #expect(!hash.matches(""))
    #expect(hash.text.hasPrefix("$y$"))
  }

  @Test("S0-10 two hashes of one password differ, by their salts")
  func salts() throws {
    let one = try PasswordHash(password: "a", cost: 1)
    let two = try PasswordHash(password: "a", cost: 1)
    #expect(one != two)
    #expect(two.matches("a"))
  }

  @Test("A hash made by libcrypt's own tool is recognised")
  func foreign() {
    // crypt(3) of "faragir" with this setting, computed with Python's crypt module.
    let hash = PasswordHash(
      text: "$y$j75$Kl1PQ9sTzjdNO2QWv/vCf1$1M2okBt5WKgkuM4B.0vaHCDcVsmD3OScg338WUuvRq1")
    #expect(hash.matches("faragir"))
    #expect(!hash.matches("faragin"))
  }

  @Test("S0-10 what is no password or no hash never matches")
  func unfit() throws {
    #expect(throws: StoreError.tooLarge(limit: 511)) {
      try PasswordHash(password: String(repeating: "a", count: 512), cost: 1)
    }
    #expect(throws: StoreError.tooLarge(limit: 511)) {
      try PasswordHash(password: "a\0b", cost: 1)
    }
    let longest = String(repeating: "a", count: 511)
    #expect(try PasswordHash(password: longest, cost: 1).matches(longest))
    #expect(!PasswordHash(text: "").matches(""))
    #expect(!PasswordHash(text: "plain").matches("plain"))
    #expect(!PasswordHash.verify("x", against: nil))
  }

  @Test("A hash never prints")
  func silent() throws {
    let hash = try PasswordHash(password: "a", cost: 1)
    #expect(!"\(hash)".contains("$"))
  }
}
