import Glibc
import Screens

/// A file that the system would not let us read or write.
struct FileProblem: Error, Equatable {
  var path: String
  /// The system's error number.
  var error: Int32

  var sentence: String {
    switch error {
    case ENOENT: CommandLinePhrases.File.missing(path)
    case EACCES, EPERM: CommandLinePhrases.File.forbidden(path)
    case EISDIR: CommandLinePhrases.File.isDirectory(path)
    case EFBIG: CommandLinePhrases.File.tooLarge(path)
    case ENOTDIR: CommandLinePhrases.File.notADirectory(path)
    case EEXIST: CommandLinePhrases.File.exists(path)
    case ENOSPC, EDQUOT: CommandLinePhrases.File.full(path)
    case EROFS: CommandLinePhrases.File.readOnly(path)
    default: CommandLinePhrases.File.other(path, system: String(cString: strerror(error)))
    }
  }
}
