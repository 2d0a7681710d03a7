import Glibc

/// Why the system would not let a file be read or written, as far as a person can do something
/// about it.
public enum SystemFault: Equatable, Hashable, Sendable, Codable {
  case missing
  case forbidden
  case isFolder
  case notAFolder
  case exists
  case tooLarge
  case full
  case readOnly
  /// The disk does not answer, or is not there any more: a stick that was pulled, or a broken disk.
  case gone
  /// Anything else, in the words of the system.
  case other(String)

  /// - Parameter error: The system's error number.
  public init(error: Int32) {
    switch error {
    case ENOENT: self = .missing
    case EACCES, EPERM: self = .forbidden
    case EISDIR: self = .isFolder
    case ENOTDIR: self = .notAFolder
    case EEXIST: self = .exists
    case EFBIG: self = .tooLarge
    case ENOSPC, EDQUOT: self = .full
    case EROFS: self = .readOnly
    case EIO, ENODEV, ENXIO, ESTALE, ENOTCONN: self = .gone
    default: self = .other(String(cString: strerror(error)))
    }
  }

  /// What the call that failed just now in this thread left behind.
  static var last: SystemFault { SystemFault(error: errno) }
}
