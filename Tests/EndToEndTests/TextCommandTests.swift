import Glibc
import Testing

@Suite("faragir text")
struct TextCommandTests {
  @Test("A line is shown right to left with joined letters, brackets mirrored, digits in order")
  func showsPersian() throws {
    let run = try Run.faragir(["text"], input: "سلام (۱۲۳) abc\n")
    #expect(run.status == 0)
    #expect(run.text == "abc (۱۲۳) \u{FEE1}\u{FEFC}\u{FEB3}\n")
  }

  @Test("One line out for every line in, nothing padded or wrapped without a width")
  func oneLineForOne() throws {
    let long = String(repeating: "کلاس ", count: 500)
    let run = try Run.faragir(["text"], input: "\n\n\(long)x\n  \na\n")
    #expect(run.lines.count == 6)
    #expect(run.lines[0].isEmpty && run.lines[1].isEmpty && run.lines[5].isEmpty)
    // Lam and alef share a cell.
    #expect(run.lines[2].unicodeScalars.count == 500 * 4 + 1)
    #expect(run.lines[3].count == 2)
    #expect(run.lines[4] == "a")
  }

  @Test("With a width every line fits, and right-to-left lines stand at the right edge")
  func wraps() throws {
    let run = try Run.faragir(["text", "--width", "12"], input: "ثبت حضور فراگیران کلاس\n")
    #expect(run.lines.count > 2)
    for line in run.lines.dropLast() { #expect(line.unicodeScalars.count == 12, "\(line)") }
  }

  @Test("--base decides the direction, --no-join leaves letters as they are")
  func options() throws {
    #expect(try Run.faragir(["text", "--base", "rtl"], input: "a!\n").text == "!a\n")
    #expect(try Run.faragir(["text", "--base=ltr"], input: "a!\n").text == "a!\n")
    #expect(try Run.faragir(["text"], input: "ب!\n").text == "!\u{FE8F}\n")
    #expect(try Run.faragir(["text", "--no-join"], input: "بب\n").text == "بب\n")
  }

  @Test(
    "A value that is none is refused with code 2 and the values that are",
    arguments: [
      ["--width", "0"], ["--width", "ten"], ["--width"], ["--base", "up"], ["--levels=1"],
    ]
  )
  func badValues(options: [String]) throws {
    let run = try Run.faragir(["text"] + options, input: "a\n")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(options[0].split(separator: "=")[0]))
  }

  @Test("Bytes that are no UTF-8 are replaced, never a crash, and lines stay apart")
  func badBytes() throws {
    let folder = try TemporaryFolder()
    let run = try Run.run(
      [Product.executable, "text"], input: [0xFF, 0xD8, 0x0A, 0xE2, 0x80, 0x0A, 0x61, 0x00],
      in: folder, environment: Product.environment(home: folder.path))
    #expect(run.status == 0)
    #expect(run.lines.count == 4)
    #expect(!run.output.contains(0))
  }

  @Test("A line is answered before the next one is written")
  func streams() throws {
    var input: [Int32] = [0, 0]
    var output: [Int32] = [0, 0]
    #expect(pipe(&input) == 0 && pipe(&output) == 0)
    for descriptor in input + output { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    let child = try Child(
      [Product.executable, "text"], environment: Product.environment(home: "/tmp"),
      descriptors: [input[0], output[1], -1])
    close(input[0])
    close(output[1])
    defer { close(output[0]) }
    for word in ["یک", "دو", "سه"] {
      try Descriptor.writeAll(Array("\(word)\n".utf8), to: input[1])
      var answer: [UInt8] = []
      var byte: UInt8 = 0
      while byte != 0x0A, read(output[0], &byte, 1) == 1 { answer.append(byte) }
      #expect(answer.last == 0x0A && answer.count > 1)
    }
    close(input[1])
    #expect(try child.wait() == 0)
  }

  @Test("When the reader goes away the program ends quietly, as a filter should")
  func closedPipe() throws {
    let folder = try TemporaryFolder()
    let lines = try folder.file("lines", String(repeating: "سلام دنیا\n", count: 200_000))
    let script = "'\(Product.executable)' text < '\(lines)' | head -n 1; echo ${PIPESTATUS[0]}"
    let run = try Run.run(
      ["bash", "-c", script], in: folder, environment: Product.environment(home: folder.path))
    #expect(run.lines.count == 3)
    #expect(run.lines[1] == "141")
    #expect(run.errors.isEmpty)
  }

  @Test("--levels agrees with every case of Unicode's BidiCharacterTest.txt")
  func unicodeCases() throws {
    let path = "/usr/share/unicode/BidiCharacterTest.txt"
    let text = String(decoding: try Descriptor.readAll(path), as: UTF8.self)
    #expect(text.hasPrefix("# BidiCharacterTest-15.0.0.txt"))
    var inputs = ["": "", "ltr": "", "rtl": "", "auto": ""]
    var expected: [String: [String]] = [:]
    var total = 0
    var withLineFeed = 0
    for line in text.split(separator: "\n") where line.first != "#" {
      let fields = line.split(separator: ";", omittingEmptySubsequences: false)
      guard fields.count == 5 else { continue }
      total += 1
      let codes = fields[0].split(separator: " ").compactMap { UInt32($0, radix: 16) }
      // A line feed ends a line of the filter, so it cannot stand inside one.
      if codes.contains(0x0A) {
        withLineFeed += 1
        continue
      }
      let base = ["0": "ltr", "1": "rtl", "2": "auto"][fields[1]] ?? ""
      var scalars = String.UnicodeScalarView()
      for code in codes { if let scalar = Unicode.Scalar(code) { scalars.append(scalar) } }
      inputs[base, default: ""] += String(scalars) + "\n"
      expected[base, default: []].append(fields[2...4].joined(separator: ";"))
    }
    #expect(total == 91_707)
    #expect(expected.values.reduce(withLineFeed) { $0 + $1.count } == total)
    for (base, wanted) in expected {
      let run = try Run.faragir(
        ["text", "--levels", "--base", base], input: inputs[base] ?? "", within: .seconds(300))
      #expect(run.status == 0)
      let given = run.lines.dropLast()
      #expect(given.count == wanted.count)
      let wrong = zip(given, wanted).filter { $0 != $1 }
      #expect(
        wrong.isEmpty, "\(base): \(wrong.count) wrong, first \(wrong.first.map { "\($0)" } ?? "")")
    }
  }
}
