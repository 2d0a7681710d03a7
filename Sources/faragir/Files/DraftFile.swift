import UseCases

extension DraftShelf {
  /// The drafts in a file of the person's own.
  ///
  /// A file that cannot be read or written costs no more than the drafts.
  static func kept(in path: String) -> DraftShelf {
    DraftShelf {
      try? FileBytes.read(path, limit: 1 << 20)
    } write: { bytes in
      try? Locations.makeFolder(for: path)
      try? FileBytes.write(bytes, to: path)
    }
  }
}
