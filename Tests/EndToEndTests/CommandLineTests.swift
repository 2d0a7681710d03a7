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

  /// The subcommands that help lists.
  private func commands() throws -> [String] {
    try Run.faragir(["--help"]).lines.compactMap { line in
      line.wholeMatch(of: #/  faragir ([a-z]+).*/#).map { String($0.1) }
    }
  }

  @Test("Every subcommand has a help page with all its options, and the man page knows them")
  func helpPages() throws {
    let manual = String(
      decoding: try Descriptor.readAll(Repository.file("Assets/man/faragir.1")), as: UTF8.self
    ).replacing("\\-", with: "-")
    let commands = try commands()
    #expect(commands.count >= 5)
    for command in commands + [""] {
      let help = try Run.faragir((command.isEmpty ? [] : [command]) + ["--help"])
      #expect(help.status == 0)
      #expect(manual.contains(command), "\(command)")
      for match in help.text.matches(of: /--[a-z][a-z-]+/) {
        #expect(manual.contains(match.output) || match.output == "--help", "\(match.output)")
      }
    }
  }

  @Test("No line of help is wider than a terminal but for a sentence, which the terminal wraps")
  func helpFits() throws {
    for page in [["--help"], ["export", "--help"], ["play", "--help"]] {
      let usage = try Run.faragir(page).lines.filter { $0.contains(/^ +(faragir|\||\[--)/) }
      for line in usage { #expect(line.prefix { $0.isASCII }.count <= 80, "\(line)") }
    }
  }

  @Test("bash completes commands, choices and options from the program's own help")
  func completion() throws {
    let folder = try TemporaryFolder()
    func complete(_ words: String...) throws -> [String] {
      let script = """
        source '\(Repository.file("Assets/completions/faragir.bash"))'
        COMP_WORDS=(\(words.map { "'\($0)'" }.joined(separator: " "))); COMP_CWORD=\(words.count - 1)
        _faragir; printf '%s\\n' "${COMPREPLY[@]}"
        """
      return try Run.run(
        ["bash", "-c", script], in: folder,
        environment: Product.environment(
          home: folder.path, ["PATH": "\(Product.folder):/usr/bin:/bin"])
      ).lines.dropLast().map { $0 }
    }
    #expect(try complete("faragir", "re").contains("restore"))
    #expect(try complete("faragir", "account", "").sorted() == ["add", "list", "lock", "reset"])
    let reports = try complete("faragir", "export", "")
    #expect(reports.contains("attendance") && reports.contains("folder-a"))
    #expect(reports.contains("financial-1") && !reports.contains { $0.contains("|") })
    #expect(try complete("faragir", "text", "--w") == ["--width"])
    #expect(try complete("faragir", "--th") == ["--theme"])
  }

  @Test("The program stands on Foundation's essentials alone: all of it costs start-up and memory")
  func noFoundation() throws {
    #expect(try Run.system(["grep", "-q", "libFoundation\\.so", Product.executable]) == 1)
  }
}
