/// The place of the one program that writes for the sessions of a server: held as long as it runs.
public final class WriterSeat: Sendable {
  private let lock: FileLock

  /// Takes the place.
  ///
  /// - Throws: `StoreError.busy` when another program has it.
  public init(besideRecords records: String) throws(StoreError) {
    // A program that was just started from here has a copy of a lock until it is itself.
    let found = try FileLock.acquire(
      path: records + ".writer-lock", mode: 0o600, patience: .seconds(1))
    guard let found else { throw .busy(holder: "faragir writer", since: nil) }
    lock = found
  }
}
