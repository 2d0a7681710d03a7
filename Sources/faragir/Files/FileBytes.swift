import Glibc
import Interchange

/// Whole files as bytes, for scripts and lists that a person names on the command line.
enum FileBytes {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The names in a folder, in their order; hidden ones left out.
  static func names(in folder: String) throws(FileProblem) -> [String] {
    guard let stream = opendir(folder) else { throw FileProblem(path: folder, error: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let name = FolderStream.next(stream) {
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// The whole of a file; `-` stands for standard input.
  ///
  /// A directory and a file over `limit` bytes are refused.
  static func read(_ path: String, limit: Int = 256 << 20) throws(FileProblem) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(path: path, error: errno) }
    defer { if path != "-" { close(descriptor) } }
    var bytes: [UInt8] = []
    // Room for all of a small file and its end: most are read at the start of the program.
    var facts = stat()
    let size = fstat(descriptor, &facts) == 0 ? Int(facts.st_size) : 0
    let chunk = max(4096, min(size + 1, 1 << 18))
    while true {
      let old = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: chunk))
      let count = bytes[old...].withUnsafeMutableBytes { room in
        Glibc.read(descriptor, room.baseAddress, room.count)
      }
      bytes.removeLast(chunk - max(0, count))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileProblem(path: path, error: errno) }
      if count == 0 { return bytes }
      guard bytes.count <= limit else { throw FileProblem(path: path, error: EFBIG) }
    }
  }

  /// Writes beside the place and renames, so that a reader never sees half a file.
  static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    let draft = "\(path).\(getpid()).part"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileProblem(path: path, error: errno) }
    let isWhole = WholeWrite.write(bytes, to: descriptor) && fsync(descriptor) == 0
    let error = errno
    close(descriptor)
    guard isWhole, rename(draft, path) == 0 else {
      let problem = FileProblem(path: path, error: isWhole ? errno : error)
      unlink(draft)
      throw problem
    }
  }
}
