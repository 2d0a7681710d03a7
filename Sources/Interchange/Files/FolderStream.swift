private import Glibc

/// Goes through the names of an opened folder.
package enum FolderStream {
  /// The next name in the order of the disk; nil behind the last.
  ///
  /// The folder itself and the one above are left out.
  package static func next(_ stream: OpaquePointer) -> String? {
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { return name }
    }
    return nil
  }
}
