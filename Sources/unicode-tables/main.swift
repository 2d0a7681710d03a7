import FoundationEssentials

#if canImport(Glibc)
import Glibc
#endif

// unicode-tables [DIRECTORY [OUTPUT]]: reads the Unicode Character Database and writes the tables
// of the module Persian, to standard output if no file is named.
func run() throws(TableError) {
  let arguments = CommandLine.arguments
  let directory = arguments.count > 1 ? arguments[1] : "/usr/share/unicode"
  let text = try TableWriter(properties: Properties(directory: directory)).source()
  guard arguments.count > 2 else {
    print(text, terminator: "")
    return
  }
  guard FileManager.default.createFile(atPath: arguments[2], contents: Data(text.utf8)) else {
    throw .unwritable(arguments[2])
  }
}

do {
  try run()
} catch {
  _ = "unicode-tables: \(error.message)\n".withCString { write(2, $0, strlen($0)) }
  exit(1)
}
