import Glibc
import Store
import Training

/// A small schema for the tests of the machinery; the records of the house have their own tests.
let testMigration = Migration(
  version: 1, name: "Tests",
  script: """
    CREATE TABLE unit (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE mark (
      id INTEGER PRIMARY KEY,
      unit INTEGER NOT NULL REFERENCES unit,
      minutes INTEGER NOT NULL CHECK (minutes >= 0),
      note TEXT
    ) STRICT;
    CREATE TABLE link (
      a INTEGER NOT NULL, b TEXT NOT NULL, value INTEGER NOT NULL, PRIMARY KEY (a, b)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE local_draft (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
    """)

let testMigrations = [Migration.foundation, testMigration]

enum Unit {}

func memoryStore() throws -> Store {
  try Store.open(at: ":memory:", migrations: testMigrations)
}

/// A folder of its own for one test, gone with the value.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    // In memory where there is such a disk: sixteen hundred flushes take their time on a real one.
    let root = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    var name = Array("\(root)/store-tests-XXXXXX".utf8CString)
    path = String(cString: mkdtemp(&name))
  }

  var file: String { path + "/records.db" }

  func store(_ options: Store.Options = .init()) throws -> Store {
    try Store.open(at: file, options: options, migrations: testMigrations)
  }

  deinit {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        unlink(path + "/" + name)
      }
      closedir(folder)
    }
    rmdir(path)
  }
}

extension Cause {
  static let test = Cause(useCase: "test")
}

extension Querying where Self: ~Copyable {
  func notes() throws(StoreError) -> [String?] {
    try all("SELECT note FROM mark ORDER BY id") { row in try row[0] }
  }

  func count(_ table: String) throws(StoreError) -> Int {
    try value("SELECT count(*) FROM \(table)")
  }

  /// Every row of the watched test tables, to compare two states whole.
  func everything() throws(StoreError) -> [[Value]] {
    var rows: [[Value]] = []
    for table in ["unit", "mark", "link"] {
      rows += try all("SELECT '\(table)', * FROM \(table) ORDER BY 1, 2, 3") {
        row in (0..<row.count).map { row.value($0) }
      }
    }
    return rows
  }
}

extension Writing {
  @discardableResult
  func addUnit(_ name: String) throws(StoreError) -> Int64 {
    let id = try newID(Unit.self)
    try run("INSERT INTO unit (id, name) VALUES (?, ?)", [id, name])
    return id.rawValue
  }

  @discardableResult
  func addMark(unit: Int64, minutes: Int = 0, note: String? = nil) throws(StoreError) -> Int64 {
    let id = try newID(Unit.self)
    try run(
      "INSERT INTO mark (id, unit, minutes, note) VALUES (?, ?, ?, ?)", [id, unit, minutes, note])
    return id.rawValue
  }
}
