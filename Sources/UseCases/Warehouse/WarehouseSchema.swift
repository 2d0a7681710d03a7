import Store

/// The scripts by which PostgreSQL takes the records of a region.
struct WarehouseSchema {
  let tables: [WarehouseTable]
  let parts: [WarehousePart]

  /// The name of a part in the names of its tables and files.
  static func suffix(_ part: WarehousePart) -> String {
    part.code.isEmpty
      ? "national"
      : String(part.code.lowercased().map { $0.isASCII && $0.isLetter || $0.isNumber ? $0 : "_" })
  }

  static func partition(_ table: WarehouseTable, _ part: WarehousePart) -> String {
    "\(table.name)_\(suffix(part))"
  }

  /// Tables, each that is not shared in one partition for a province.
  var script: String {
    var lines = [
      "-- Records of in-service training, one partition for each province. Days are numbers of the",
      "-- Julian day, times minutes, money whole rials; faragir.day() makes a date of a day.",
      "\\set ON_ERROR_STOP on",
      "SET client_encoding = 'UTF8';",
      "BEGIN;",
      "CREATE SCHEMA faragir;",
      "SET search_path = faragir;",
      "CREATE FUNCTION day(number bigint) RETURNS date LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE",
      "  AS $$ SELECT DATE '1970-01-01' + (number - 2440588)::integer $$;",
    ]
    for table in tables {
      var columns = table.columns.map {
        "  \($0.name.name) \(Self.type($0.kind))\($0.isRequired ? " NOT NULL" : "")"
      }
      let key = (table.isShared ? [] : ["province"]) + table.key
      if !table.isShared { columns.insert("  \"province\" text NOT NULL", at: 0) }
      columns.append("  PRIMARY KEY (\(key.map(\.name).joined(separator: ", ")))")
      let end = table.isShared ? ");" : ") PARTITION BY LIST (\"province\");"
      lines.append("CREATE TABLE \(table.name.name) (")
      lines.append(columns.joined(separator: ",\n"))
      lines.append(end)
      guard !table.isShared else { continue }
      for part in parts {
        lines.append(
          "CREATE TABLE \(Self.partition(table, part).name) PARTITION OF \(table.name.name) FOR VALUES IN (\(part.code.literal));"
        )
      }
      for column in table.references {
        lines.append("CREATE INDEX ON \(table.name.name) (\(column.name));")
      }
    }
    lines.append("COMMIT;")
    return lines.map { $0 + "\n" }.joined()
  }

  /// The commands of psql that fill them, from the folder in which they lie.
  func load(_ files: [String]) -> String {
    let lines =
      ["\\set ON_ERROR_STOP on", "\\encoding UTF8", "BEGIN;", "SET search_path = faragir;"]
      + files.map { "\\copy \($0.name) from 'data/\($0).copy'" }
      + ["COMMIT;", "ANALYZE;"]
    return lines.map { $0 + "\n" }.joined()
  }

  private static func type(_ kind: WarehouseTable.Kind) -> String {
    switch kind {
    case .integer: "bigint"
    case .real: "double precision"
    case .text: "text"
    case .bytes: "bytea"
    }
  }
}

extension String {
  /// As a name in SQL.
  fileprivate var name: String { "\"\(replacing("\"", with: "\"\""))\"" }
  /// As a text in SQL.
  fileprivate var literal: String { "'\(replacing("'", with: "''"))'" }
}
