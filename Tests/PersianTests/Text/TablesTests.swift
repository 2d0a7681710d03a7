import Persian
import Testing

#if canImport(Glibc)
import Glibc
#endif

@Suite("Tables of the Unicode Character Database")
struct TablesTests {
  @Test("The committed tables are those that unicode-tables writes from the installed files")
  func tablesAreCurrent() throws {
    let built = try #require(Self.generator, "unicode-tables is not beside the tests")
    let pipe = try #require(popen("\(built) \(UnicodeFile.directory)", "r"))
    var written: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 {
      written += buffer[..<count]
    }
    #expect(pclose(pipe) == 0)
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let committed = try UnicodeFile.bytes(
      path: "/\(root)/Sources/Persian/Text/Tables/UnicodeTables.swift")
    #expect(written.count > 10_000)
    #expect(written == committed)
  }

  /// The built program, beside the test program: its path is among the runner's arguments or its own.
  private static var generator: String? {
    var programs = CommandLine.arguments
    if let own = realpath("/proc/self/exe", nil) {
      programs.append(String(cString: own))
      free(own)
    }
    for program in programs {
      guard let slash = program.lastIndex(of: "/") else { continue }
      for place in ["unicode-tables", "../unicode-tables", "../../unicode-tables"] {
        let path = program[...slash] + place
        if access(String(path), X_OK) == 0 { return String(path) }
      }
    }
    return nil
  }

  private typealias WidthFunction = @convention(c) (Int32) -> Int32

  @Test("Widths agree with wcwidth(3) over all of Unicode; every difference is one of these")
  func widths() throws {
    let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
    // Swift's module of the C library leaves wcwidth out.
    let wcwidth = unsafeBitCast(try #require(dlsym(nil, "wcwidth")), to: WidthFunction.self)
    let old = uselocale(locale)
    defer {
      uselocale(old)
      freelocale(locale)
    }
    var counts: [Difference: Int] = [:]
    var unexplained: [String] = []
    var compared = 0
    for value in UInt32(1)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      compared += 1
      let (ours, theirs) = (CellWidth.of(scalar), Int(wcwidth(Int32(value))))
      guard ours != theirs else { continue }
      if let difference = Difference(scalar, ours: ours, theirs: theirs) {
        counts[difference, default: 0] += 1
      } else {
        unexplained.append("\(String(value, radix: 16)): \(ours), wcwidth \(theirs)")
      }
    }
    let list = counts.map { "\($0.value) \($0.key.rawValue)" }.sorted().joined(separator: ", ")
    print("Widths compared with wcwidth(3): \(compared) scalars; differences: \(list)")
    #expect(unexplained.prefix(20) == [])
    #expect(compared == 0x110000 - 2_048 - 1)
    #expect(counts[.softHyphen] == 1)
  }

  /// Why a width of ours is not that of the C library.
  private enum Difference: String {
    /// A control or line separator: −1 there, a visible sign in one cell here.
    case control
    /// Unassigned in our Unicode: −1 there, U+FFFD in one cell here.
    case unassigned
    /// Assigned in our Unicode but not yet in that of the C library, which says −1.
    case newer
    /// The soft hyphen: one cell there, never sent here.
    case softHyphen

    init?(_ scalar: Unicode.Scalar, ours: Int, theirs: Int) {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator:
        guard theirs == -1, ours == 1 else { return nil }
        self = .control
      case .unassigned:
        guard theirs == -1, ours == 1 else { return nil }
        self = .unassigned
      default:
        if scalar.value == 0xAD {
          self = .softHyphen
        } else if theirs == -1 {
          self = ours == 1 && shown(String(scalar), .ltr) == [0xFFFD] ? .unassigned : .newer
        } else {
          return nil
        }
      }
    }
  }
}
