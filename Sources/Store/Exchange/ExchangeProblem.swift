/// Why a bundle, or an exchange, was refused before anything was applied.
public enum ExchangeProblem: Error, Equatable, Sendable {
  /// A file that the system would not let us read or write.
  case file(String, SystemFault)
  case notABundle(String)
  /// Something else lies where a bundle was to be written: another file, or a bundle of others.
  case occupied(String)
  /// It ends before its end: a copy that was not finished, or a stick that was pulled.
  case truncated(String)
  /// Its signature or digest does not fit what is in it.
  case altered(String)
  /// An office that is enrolled for another unit, by name, than the one it is now to be enrolled for.
  case enrolledFor(String)
  /// It comes from a copy that is not enrolled here.
  case unknownOffice(Int64)
  /// A station we know by its key, under a number it got by being copied or restored.
  case copiedOffice(Int64)
  /// It is for another copy of the records than this one.
  case forAnother(to: Int64, own: Int64)
  /// The server is another copy than the one this station joined.
  case otherServer(found: Int64, known: Int64)
  /// The station has seen entries that this server does not have: an old copy took its place by hand.
  case serverRolledBack(known: Int64, last: Int64)
  /// What the station has seen of this server is not what this server did: two copies of it are at
  /// work.
  case twoServers
  case newer(found: Int, known: Int)
  case older(found: Int, known: Int)
  /// A push at a station, an answer at a server, an invitation where join is meant.
  case wrongKind(BundleManifest.Kind)
  /// An answer from before what this station has already.
  case outdated
  /// It exchanges with nobody yet.
  case notAStation
  /// A station, where the server is meant.
  case notAServer
  /// Records of its own, which a station must not have.
  case hasRecords
  case chooseStation([Int64])
  case noAddress
  case badKey
  case noTool(String)
  case toolFailed(String, String)
  /// The other side hung up, or speaks otherwise.
  case lineCut
  /// There is no line; with what the program that makes it says.
  case lineFailed(String)
  /// The machine at the server's address shows another key than it did.
  case hostKeyChanged
  /// The other side refuses, in its own words.
  case refused(String)
  /// A session on a server, which writes nothing itself.
  case inSession
  /// Somebody exchanges on this file just now.
  case busy
  case cancelled
}
