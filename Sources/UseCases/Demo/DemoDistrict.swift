import FoundationEssentials
public import Persian
public import Store
import Synchronization
public import Training

/// Sample records: a province with two districts at work, the same for the same seed and day.
///
/// Courses, classes, lists and marks come about by the use cases of the portal, each performed by
/// whoever does it in life, on its day; only people and accounts are written in bulk.
public struct DemoDistrict: Sendable {
  /// One login of the sample.
  public struct Login: Hashable, Sendable, Codable {
    public let role: Role
    public let username: String
    /// The person's name, or the user name.
    public let name: String
  }

  /// The password of every account of the sample.
  public static let password = "Faragir-1404"

  /// What the shipped file of names and titles holds.
  struct Names: Decodable, Sendable {
    var province, ministry, reason, shortage: String
    var districts, schools, male, female, family, fields, places, topics, classes: [String]
    var courses: [CourseName]
    var competency: DemoCompetency.Names
    var planning: DemoPlanning.Names
    var exams: DemoExamNames
    var finance: DemoFinance.Names
    var closing: DemoClosingNames
    var ranking: DemoRanking.Names
    var announcements: [DemoBoard.Notice]
    var tasks: DemoBoard.Tasks
    var oversight: DemoOversight.Names
  }

  /// A course of the file: code, title, hours, kind.
  struct CourseName: Decodable, Sendable {
    var code, title, kind: String
    var hours: Int

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      code = try list.decode(String.self)
      title = try list.decode(String.self)
      hours = try list.decode(Int.self)
      kind = try list.decode(String.self)
    }
  }

  let names: Names

  /// - Throws: `StoreError.damaged` when the bytes are not those of Assets/Demo/district.json.
  public init(decoding bytes: [UInt8]) throws {
    do {
      names = try JSONDecoder().decode(Names.self, from: Data(bytes))
    } catch {
      throw StoreError.damaged("the names of the sample records: \(error)")
    }
  }

  /// Fills a new file; the day is the last of the sample.
  ///
  /// `passwordHash` is that of `password`, since making one takes long; the editions and code lists
  /// are the shipped ones. Returns the logins, the course manager of the class of today first.
  public func build(
    in store: Store, today: JalaliDate, seed: UInt64 = 1, passwordHash: String,
    editions: [RuleValue], codeLists: [CodeList]
  ) throws -> [Login] {
    let stage = DemoStage(store: store, today: today)
    let office = try setUp(stage, passwordHash, editions, codeLists)
    var chance = SplitMix64(seed: seed)
    let cast = try DemoCast(office, names, stage, passwordHash, &chance)
    var play = DemoPlay(names: names, stage: stage, cast: cast, chance: chance)
    try play.perform(hash: passwordHash)
    try DemoCompetency(
      names: names.competency, stage: stage, cast: cast, passwordHash: passwordHash
    ).perform()
    try DemoPlanning(names: names.planning, stage: stage, cast: cast).perform()
    try DemoFinance(names: names.finance, stage: stage, cast: cast, stands: play.stands).perform()
    try play.closeClasses(hash: passwordHash)
    try DemoBoard(names: names, stage: stage, cast: cast).perform()
    let schools = DemoSchools(names: names, stage: stage, cast: cast, hash: passwordHash)
    let oversight = DemoOversight(
      names: names, stage: stage, administrator: cast.administrator, hash: passwordHash)
    let ranking = DemoRanking(
      names: names.ranking, stage: stage, cast: cast, hash: passwordHash)
    return cast.logins + (try schools.perform()) + (try oversight.perform())
      + (try ranking.perform())
  }

  private func setUp(
    _ stage: DemoStage, _ passwordHash: String, _ editions: [RuleValue], _ codeLists: [CodeList]
  ) throws -> DemoOffice {
    stage.now(-120, 8 * 60)
    let work = SetUp(
      offices: [
        SetUp.Office(kind: .ministry, code: "1", name: names.ministry),
        SetUp.Office(kind: .province, code: "16", name: names.province),
      ],
      username: "admin", passwordHash: passwordHash, editions: editions, codeLists: codeLists)
    let administrator = try stage.portal.setUp(work).get()
    let units = try stage.portal.store.read { try $0.units(in: .everything) }
    guard let province = units.last?.id else { throw StoreError.damaged("no province") }
    var office = DemoOffice(administrator: administrator, province: province)
    for (index, title) in names.districts.enumerated() {
      let unit = RegisterUnit(
        parent: province, kind: .district, code: "16\(index + 10)", title: title)
      office.districts.append(try stage.perform(unit, as: administrator))
    }
    for (index, title) in names.schools.enumerated() {
      // Two schools of three are in the first district.
      let district = office.districts[index % 3 == 2 ? 1 : 0]
      let unit = RegisterUnit(
        parent: district, kind: .school, code: "16\(1000 + index)", title: title)
      let school = try stage.perform(unit, as: administrator)
      office.schools[district, default: []].append(school)
    }
    return office
  }
}

/// The units of the sample.
struct DemoOffice {
  let administrator: Actor
  let province: ID<Training.Unit>
  var districts: [ID<Training.Unit>] = []
  var schools: [ID<Training.Unit>: [ID<Training.Unit>]] = [:]
}

/// Where the sample is played: a portal whose clock is set by hand.
struct DemoStage: Sendable {
  private final class Hand: Sendable {
    let moment = Mutex<Int64>(0)
  }

  let portal: Portal
  let today: JalaliDate
  private let hand: Hand

  init(store: Store, today: JalaliDate) {
    let hand = Hand()
    self.hand = hand
    self.today = today
    portal = Portal(store: store, clock: WallClock { hand.moment.withLock { $0 } })
  }

  /// Sets the clock to a minute of the day so many days after today; before it where negative.
  func now(_ days: Int, _ minute: Int) {
    hand.moment.withLock {
      $0 = Moment.milliseconds(of: today.adding(days: days), minute: minute)
    }
  }

  func now(on day: JalaliDate, _ minute: Int) { now(today.days(to: day), minute) }

  func perform<U: UseCase>(_ work: U, as actor: Actor, reason: String = "") throws -> U.Outcome {
    try portal.perform(work, as: actor, reason: reason).get().outcome
  }
}

/// Numbers that look drawn and are the same every time.
extension SplitMix64 {
  mutating func pick<T>(_ list: [T]) -> T { list[below(list.count)] }
  /// Whether something of so many in a hundred happens.
  mutating func happens(_ percent: Int) -> Bool { below(100) < percent }
}
