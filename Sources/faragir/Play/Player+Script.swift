import Screens
import TerminalKit
import Training
import UseCases

extension Player where Environment == Portal {
  /// Plays a script; `show` takes the screens that it prints, `clock` is the one of these records.
  mutating func play(
    _ script: Script, clock: PlayClock?, show: (String) throws -> Void
  ) throws {
    for line in script.lines {
      do throws(ScriptProblem.Kind) {
        try perform(line.action, clock)
      } catch {
        throw ScriptProblem(place: line.place, kind: error, frame: frame.transcript)
      }
      if line.action == .frame { try show(frame.transcript) }
    }
  }

  private mutating func perform(
    _ action: Script.Action, _ clock: PlayClock?
  ) throws(ScriptProblem.Kind) {
    switch action {
    case .keys(let keys):
      for key in keys { try press(key) }
    case .type(let text): try write(text)
    case .typeCode: try write(try shownCode())
    case .fill(let values):
      for value in values {
        if !value.isEmpty {
          try press(Key(.character(0x75), .control))
          try write(value)
        }
        try press(value.isEmpty ? .tab : .enter)
      }
    case .go(let name): try go(name)
    case .login(let login): try logIn(login)
    case .expect(let text):
      guard shows(text) else { throw .notShown(text) }
    case .absent(let text):
      guard !shows(text) else { throw .shown(text) }
    case .now(let day, let minute):
      guard let clock else { throw .fixedClock }
      clock.set(day, minute: minute)
      settle()
    case .frame: break
    case .resize(let size): resize(to: size)
    }
  }

  private mutating func press(_ key: Key.Code) throws(ScriptProblem.Kind) { try press(Key(key)) }

  private mutating func press(_ key: Key) throws(ScriptProblem.Kind) {
    guard !isFinished else { throw .ended }
    strike(key)
  }

  private mutating func write(_ text: String) throws(ScriptProblem.Kind) {
    for scalar in text.unicodeScalars { try press(.character(scalar.value)) }
  }

  private func shows(_ text: String) -> Bool {
    frame.transcript.split(separator: "\n").contains { $0.contains(text) }
  }

  private func shownCode() throws(ScriptProblem.Kind) -> String {
    guard let login = top as? LoginScreen else { throw .noCode }
    return login.securityCode.digits
  }

  /// Where the palette leads by a name.
  private mutating func go(_ name: String) throws(ScriptProblem.Kind) {
    try press(Key(.character(0x70), .control))
    try write(name)
    guard shows(name) else { throw .notShown(name) }
    try press(.enter)
  }

  private var topName: String? { top.map { type(of: $0).name } }

  /// Leaves the account, if somebody is in, and fills the login card of the role's section.
  private mutating func logIn(_ login: Script.Login) throws(ScriptProblem.Kind) {
    if topName != StartScreen.name { try go(CommandLinePhrases.Play.logOut) }
    let sections = PortalSection.allCases
    guard topName == StartScreen.name,
      let place = sections.firstIndex(where: { $0 == login.role.section })
    else { throw .noLogin(login.username) }
    try press(.home)
    for _ in 0..<place { try press(.down) }
    try press(.enter)
    let code = try shownCode()
    for text in [login.username, login.password, code] {
      try write(text)
      try press(.enter)
    }
    if let roles = (top as? RoleScreen)?.actors.map(\.role) {
      for _ in 0..<(roles.firstIndex(of: login.role) ?? 0) { try press(.down) }
      try press(.enter)
    }
    if let new = login.newPassword {
      for text in [login.password, new, new] {
        try write(text)
        try press(.enter)
      }
    }
    guard topName != LoginScreen.name, topName != StartScreen.name else {
      throw .noLogin(login.username)
    }
  }
}
