import Screens
import Store

/// A file that the system would not let us read or write.
struct FileProblem: Error, Equatable {
  var path: String
  /// The system's error number.
  var error: Int32

  var sentence: String { SystemFault(error: error).sentence(of: path) }
}
