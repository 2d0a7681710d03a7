import Glibc
import Interchange
import Screens
import UseCases

/// What a person's key may ask for besides the portal: the files of the person's own folder.
enum FolderRequest: Equatable {
  case put(String)
  case get(String)
  case list

  /// The request of a command line as sshd hands it over; nil for anything else.
  ///
  /// There is no shell to expand anything: what follows the first space is the name.
  init?(_ words: String) {
    guard words.utf8.count <= 1_024 else { return nil }
    let parts = words.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.count > 1 ? String(parts[1]) : ""
    switch (parts.first.map(String.init), name.isEmpty) {
    case ("list", true): self = .list
    case ("put", false): self = .put(name)
    case ("get", false): self = .get(name)
    default: return nil
    }
  }

  /// Does it and journals it; a file comes in only together with its entry.
  func perform(in folder: PersonalFolder, _ record: (RecordAccess.Deed, String, Int) throws -> Void)
    throws
  {
    switch self {
    case .list:
      let items = try folder.items()
      try record(.list, "", 0)
      var output = Output()
      for item in items { try output.write("\(item.name)\t\(item.bytes)\n") }
      try output.flush()
    case .get(let name):
      var output = Output()
      let bytes = try folder.read(name) { try output.write(bytes: $0) }
      try record(.get, name, bytes)
      try output.flush()
    case .put(let name):
      let file = try folder.begin(name, limits: PersonalFolder.Limits())
      var input = ByteInput()
      while try input.next({ try file.write(UnsafeRawBufferPointer($0)) }) {}
      try record(.put, name, file.bytes)
      try file.finish()
      ErrorOutput.write(CommandLinePhrases.Server.stored(name, file.bytes) + "\n")
    }
  }
}
