import Glibc
import TestKit
import Testing

@Suite("Printing")
struct PrintingTests {
  private let office: SampleOffice

  init() throws { office = try SampleOffice() }

  /// Goes to a list and prints it, with the programs of a folder alone on the path.
  private func play(_ script: String, tools: [String: String]) throws -> Run {
    let folder = "\(office.folder.path)/tools"
    mkdir(folder, 0o755)
    for (name, text) in tools {
      try office.folder.write(Array("#!/bin/sh\n\(text)\n".utf8), to: "\(folder)/\(name)")
      chmod("\(folder)/\(name)", 0o755)
    }
    return try Run.faragir(
      ["play", "-", "--db", office.records],
      input: """
        login expert expert1 \(Office.password)
        go مهلت‌ها
        key F9
        key F9
        \(script)
        """, in: office.folder, environment: ["PATH": folder])
  }

  private let printers = [
    "lpstat": """
    case "$1" in
      -a) echo "office accepting requests since Sat 28 Sep 2024"
          echo "hall not accepting requests since Sat 28 Sep 2024 - out of paper"
          echo "laser accepting requests since Sat 28 Sep 2024" ;;
      -d) echo "system default destination: laser" ;;
    esac
    """
  ]

  @Test("S0-7 a printer is chosen, the default one first, and gets the paper as PDF")
  func printed() throws {
    let copy = "\(office.folder.path)/printed.pdf"
    let lp = """
      for word in "$@"; do file="$word"; done
      /bin/cat "$file" > "\(copy)"
      echo "$2" > "\(copy).printer"
      """
    let run = try play(
      """
      expect چاپگر پیش‌فرض
      expect office
      absent hall
      key Enter
      expect فرستاده شد.
      """, tools: printers.merging(["lp": lp]) { $1 })
    #expect(run.status == 0, "\(run.errors)")
    #expect(try Descriptor.readAll(copy).starts(with: Array("%PDF-1.7".utf8)))
    #expect(try Descriptor.readAll(copy + ".printer") == Array("laser\n".utf8))
  }

  @Test("S0-7 what lp refuses is said, and the paper can be saved beside it")
  func refused() throws {
    let lp = "echo 'lp: The printer or class does not exist.' >&2; exit 1"
    let run = try play(
      """
      key Enter
      expect does not exist
      keys End Enter Ctrl-U
      type \(office.folder.path)/saved.pdf
      key Enter
      expect ذخیره شد
      """, tools: printers.merging(["lp": lp]) { $1 })
    #expect(run.status == 0, "\(run.errors)")
    let saved = try Descriptor.readAll("\(office.folder.path)/saved.pdf")
    #expect(saved.starts(with: Array("%PDF-1.7".utf8)))
  }

  @Test(
    "S0-7 a machine without lp, or without printers, says what to do and still saves",
    arguments: [
      ([:], "cups-client"), (["lpstat": "exit 0"], "چاپگری روی این رایانه تعریف نشده است"),
      (["lpstat": "echo 'lpstat: Scheduler is not running.' >&2; exit 1"], "Scheduler"),
    ])
  func nothing(_ tools: [String: String], _ said: String) throws {
    let run = try play("expect \(said)\nexpect ذخیرهٔ PDF در پرونده\n", tools: tools)
    #expect(run.status == 0, "\(run.errors)")
  }
}
