import Testing

@Suite("A real sshd on the loopback")
struct LoopbackSSHTests {
  @Test("A key is let in to the command it is bound to, and no other key is")
  func boundKey() throws {
    let keys = try TemporaryFolder()
    let own = try LoopbackSSH.makeKey("\(keys.path)/own")
    try LoopbackSSH.makeKey("\(keys.path)/other")
    let server = try LoopbackSSH(
      authorizedKeys: "restrict,command=\"/bin/echo bound $SSH_ORIGINAL_COMMAND\" \(own)")
    let environment = Product.environment(home: keys.path)
    let bound = try Run.run(
      server.client(key: "\(keys.path)/own") + ["uname"], in: keys, environment: environment)
    #expect(bound.status == 0, "\(bound.errors) \(server.log)")
    #expect(bound.text == "bound uname\n")
    let other = try Run.run(
      server.client(key: "\(keys.path)/other") + ["uname"], in: keys, environment: environment)
    #expect(other.status == 255)
  }
}
