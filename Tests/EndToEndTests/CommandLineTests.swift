import Testing

@Suite("The command line")
struct CommandLineTests {
  @Test("Help and version are answered without records, a terminal or a home")
  func helpAndVersion() throws {
    let help = try Run.faragir(["--help"], environment: ["HOME": ""])
    #expect(help.status == 0)
    #expect(help.errors.isEmpty)
    #expect(help.text.contains("faragir فرمان --help"))
    let version = try Run.faragir(["--version"], environment: ["HOME": ""])
    #expect(version.status == 0)
    #expect(version.text.wholeMatch(of: /faragir \d+\.\d+\.\d+\n/) != nil)
  }

  @Test(
    "A wrong command line is one sentence on the error output and code 2",
    arguments: [["nonsense"], ["--nonsense"], ["-x"]])
  func usageErrors(words: [String]) throws {
    let run = try Run.faragir(words)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("faragir: ") && run.errors.hasSuffix("\n"))
    #expect(run.errors.contains(words[0]))
    #expect(run.errors.filter { $0 == "\n" }.count == 1)
  }
}
