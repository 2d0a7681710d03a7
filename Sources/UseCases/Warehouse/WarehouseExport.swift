import Interchange
import Store
import Training

/// The records of a region as files that PostgreSQL loads: `schema.sql`, `load.sql` and one file of
/// rows for each table and province.
public enum WarehouseExport {
  /// What was written.
  public struct Summary: Hashable, Sendable {
    public var files = 0
    public var rows = 0
  }

  /// Writes what the actor's offices have, all of one moment, whole or not at all.
  ///
  /// Passwords, tracking codes, questions of exams, votes, convictions and files stay here.
  ///
  /// - Parameters:
  ///   - folder: A new or empty folder.
  ///   - portal: With whoever is signed in.
  ///   - watch: Told files done and their number, now and then; throws to stop.
  /// - Returns: How much was written.
  /// - Throws: `FileProblem`, `Failure`, or what `watch` throws.
  public static func write(
    to folder: String, _ portal: Portal,
    watch: (_ done: Int, _ total: Int) throws -> Void = { _, _ in }
  ) throws -> Summary {
    var problem: (any Error)?
    let result = portal.read { records, context in
      do {
        try context.require(.exportWarehouse)
        return try write(folder, records, context, watch)
      } catch {
        problem = error
        throw error
      }
    }
    // As a failure of the records a problem with a file would lose its sentence.
    if let problem = problem as? FileProblem { throw problem }
    return try result.get()
  }

  private static func write(
    _ path: String, _ records: borrowing Reading, _ context: Context,
    _ watch: (Int, Int) throws -> Void
  ) throws -> Summary {
    let tables = try records.warehouseTables()
    let parts = try records.warehouseParts(in: context.actor.scope)
    let schema = WarehouseSchema(tables: tables, parts: parts)
    let folder = try NewFolder(path)
    try folder.folder("data")
    let total = tables.reduce(0) { $0 + ($1.isShared ? 1 : parts.count) }
    var summary = Summary()
    var names: [String] = []
    for table in tables {
      for part in table.isShared ? [nil] : parts.map(Optional.some) {
        let name = part.map { WarehouseSchema.partition(table, $0) } ?? table.name
        let file = try CopyFile(path: folder.file("data/\(name).copy"))
        try records.eachWarehouseRow(of: table, in: part) { values in
          try file.add((part.map { [.text($0.code)] } ?? []) + values.map(CopyFile.Cell.init))
          if file.rows.isMultiple(of: 1_000) { try watch(summary.files, total) }
        }
        try file.finish()
        names.append(name)
        summary.files += 1
        summary.rows += file.rows
        try watch(summary.files, total)
      }
    }
    try WholeFile.write(Array(schema.script.utf8), to: folder.file("schema.sql"))
    try WholeFile.write(Array(schema.load(names).utf8), to: folder.file("load.sql"))
    folder.keep()
    return summary
  }
}

extension CopyFile.Cell {
  fileprivate init(_ value: Value) {
    self =
      switch value {
      case .null: .null
      case .integer(let value): .integer(value)
      case .real(let value): .real(value)
      case .text(let value): .text(value)
      case .blob(let value): .bytes(value)
      }
  }
}
