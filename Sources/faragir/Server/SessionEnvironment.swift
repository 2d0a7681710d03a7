import Glibc
import Interchange

/// What a session takes of what the other end of the line sent: the kind of terminal and the words
/// of a command, and no variable besides.
struct SessionEnvironment {
  /// What was asked for in place of the portal; nil for the portal.
  let command: String?
  /// Where the connection came from.
  let origin: String
  /// The kind of terminal; nil where what was sent is none.
  let terminal: String?

  /// Reads the variables that sshd sets.
  init() {
    let ends = Locations.variable("SSH_CONNECTION") ?? ""
    origin = ends.split(separator: " ").first.map(String.init) ?? ""
    command = Locations.variable("SSH_ORIGINAL_COMMAND")
    let kind = Locations.variable("TERM") ?? ""
    terminal = FileName.isPlain(kind, besides: "+") && kind.utf8.count <= 40 ? kind : nil
  }

  /// Forgets everything that came from outside and makes the person's folder the home.
  func take(home: String, user: String) {
    let ends = Locations.variable("SSH_CONNECTION")
    clearenv()
    let own = [
      "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": home, "USER": user, "LOGNAME": user,
      "TERM": terminal ?? "unknown", "SSH_CONNECTION": ends ?? "",
    ]
    for (name, value) in own { setenv(name, value, 1) }
    umask(0o077)
  }
}
