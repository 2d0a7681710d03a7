import Screens
import Store
import Training
import UseCases

/// Sample records in a folder of their own, removed with everything in it.
final class SampleRecords {
  let portal: Portal
  /// What the login card of the sample says; nil for an empty file.
  let card: DemoCard?
  /// Nil where the records are kept.
  private let folder: TemporaryFolder?

  /// Makes records that nobody keeps, filled with a district at work or, when `isEmpty`, not even
  /// set up.
  ///
  /// - Parameters:
  ///   - clock: The day of the sample.
  ///   - isEmpty: Whether nothing is filled in.
  ///   - path: A new file that is kept; nil for one that is removed.
  ///   - shared: Where its names come from.
  /// - Throws: What opening a file, or a use case of the sample, does.
  init(
    clock: WallClock, isEmpty: Bool, at path: String? = nil, from shared: SharedFiles
  ) throws {
    folder = try path == nil ? TemporaryFolder() : nil
    let store = try Store.open(at: path ?? "\(folder?.path ?? ".")/sample.faragir")
    portal = shared.portal(store, clock)
    guard !isEmpty else {
      card = nil
      return
    }
    let district = try DemoDistrict(decoding: try shared.asset("Demo/district.json"))
    let (editions, codeLists) = (try shared.editions(), try shared.codeLists())
    // The login card shows the password: its hash need not take time.
    let hash = try PasswordHash(password: DemoDistrict.password, cost: 1).text
    let logins = try store.withoutSync {
      try district.build(
        in: store, today: clock.today, passwordHash: hash, editions: editions,
        codeLists: codeLists)
    }
    if path != nil { try DemoDistrict.note(logins, in: store, at: clock.now()) }
    card = DemoCard(logins)
  }
}

extension DemoCard {
  /// The users of a sample with their password, which is the same for all.
  init(_ logins: [DemoDistrict.Login]) {
    self.init(
      users: logins.compactMap { login in
        login.role.section.map {
          ($0, login.username, CommandLinePhrases.pair(login.role.name, login.name))
        }
      },
      password: DemoDistrict.password)
  }
}

extension SampleRecords {
  /// The first user of the sample, a course manager with a class to mark; signed in by nobody yet.
  func actor() throws -> Actor? {
    guard let user = card?.users.first else { return nil }
    return try portal.logIn(
      section: user.section, username: user.username, password: DemoDistrict.password
    ).get().first
  }
}
