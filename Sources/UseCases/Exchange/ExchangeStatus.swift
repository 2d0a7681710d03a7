import Interchange
public import Store
import Training

extension ExchangeDesk {
  /// What an office is told of its exchange.
  public struct Status: Sendable {
    public enum Role: String, Sendable { case independent, station, server }

    /// A station, with the name of the unit it works for.
    public struct Line: Sendable {
      public var station: Station
      public var unit: String
    }

    /// The number of this copy.
    public var replica: Int64
    public var role: Role
    /// The short form of this office's key.
    public var fingerprint: String
    /// Entries that the server has not performed yet.
    public var waiting: Int
    /// Entries that wait for a person.
    public var conflicts: Int
    public var server: ServerOffice?
    public var stations: [Line]
  }

  /// How the exchange of this office stands; makes the key where there is none yet.
  public func status() throws -> Status {
    let key = try fingerprint(try ownKey().text)
    return try store.read { records in
      let counts = try records.exchangeCounts()
      let isStation = try records.isStation()
      let stations = try records.stations().map { station in
        Status.Line(station: station, unit: try records.unit(station.unit)?.name ?? "")
      }
      return Status(
        replica: try records.replica(),
        role: isStation ? .station : stations.isEmpty ? .independent : .server, fingerprint: key,
        waiting: counts.waiting, conflicts: counts.conflicts,
        server: isStation ? try records.server() : nil, stations: stations)
    }
  }
}
