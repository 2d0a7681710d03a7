import Persian
import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

@Suite("Every item of every menu, opened by every other role")
struct PermissionWalkTests {
  private static let refusal = "شما به این بخش دسترسی ندارید."

  /// Items that roles reach by another way than their own menu, since they hold its permission.
  private static let shared: [String: Set<Role>] = {
    let experts: Set<Role> = [.expert, .provincialExpert, .ministryExpert]
    return [
      "دوره‌های ضمن خدمت": [.courseManager, .instructor, .learner],
      "کلاس‌های دوره": experts, "حضور و غیاب": experts, "عوامل اجرا": experts,
      "شرکت‌کنندگان": experts.union([.instructor]), "درخواست دوره": experts,
      "دوره‌های درخواستی": [.courseManager],
      "معرفی فراگیران دوره‌های متمرکز": [
        .courseManager, .instructor, .ministryExpert, .provincialExpert,
      ],
      "تایید دوره": [.courseManager, .expert, .ministryExpert],
      "اطلاعات فراگیر": experts.union([.administrator]),
      "متقاضیان خارج از سامانه": experts, "گزارش‌های کنترل": experts, "اشخاص": [.principal],
      "درخواست‌های توسعه شایستگی": [.administrator],
      "ریست کد ملی (راه‌اندازی مجدد)": [.administrator],
    ]
  }()

  /// Roles that look after nothing: whatever is not in their own menu is closed to them.
  private static let plain: Set<Role> = [.learner, .principal, .oversight, .visitor]

  /// What applicants may read where they have another way to it.
  private static let ofApplicants: Set<String> = [
    "دوره‌های رتبه‌بندی", "رتبه‌های دارندگان", "ضوابط و جدول‌های رتبه‌بندی", "نظارت و پشتیبانی هیأت",
  ]

  private static func mustBeRefused(_ title: String, to role: Role) -> Bool {
    // Everybody has the own password, under this name or within «حساب کاربری من».
    if title == "تغییر گذرواژه" || role == .learner && ofApplicants.contains(title) { return false }
    return shared[title].map { !$0.contains(role) } ?? plain.contains(role)
  }

  private static func menu(_ portal: Portal) -> [Destination<Portal>] {
    Chrome.portal().destinations(portal)
  }

  private static func actors(_ office: Office) throws -> [Actor] {
    let ministry = try #require(
      try office.portal.store.read { try $0.units(in: .everything).first?.id })
    let oversight = try ReportOffice(office)
    return try Role.allCases.map { role in
      let unit: ID<Training.Unit> =
        switch role {
        case .administrator, .ministryExpert: ministry
        case .provincialExpert: office.province
        case .principal: office.school
        case .oversight: oversight.management
        case .liaison, .agencyManager: oversight.roads
        default: office.district
        }
      let person = try office.person(7_000 + (Role.allCases.firstIndex(of: role) ?? 0))
      return try office.signIn(role, at: unit, person: person.id, as: "walk-\(role.rawValue)")
    }
  }

  @Test("S0-9 whoever opens an item that is not in the own menu is told so, whatever the item")
  func others() throws {
    let office = try Office()
    let actors = try Self.actors(office)
    var opened = 0
    for owner in actors {
      office.portal.signIn(owner)
      let items = Self.menu(office.portal)
      for stranger in actors where stranger.role != owner.role {
        office.portal.signIn(stranger)
        let own = Set(Self.menu(office.portal).map(\.title))
        for item in items
        where !own.contains(item.title) && Self.mustBeRefused(item.title, to: stranger.role) {
          guard case .open(let screen) = item.effect else { continue }
          opened += 1
          let robot = Robot(screen, in: office.portal, chrome: .portal())
          #expect(
            robot.picture.contains(Self.refusal),
            "\(item.title) of \(owner.role), opened by \(stranger.role):\n\(robot.picture)")
        }
      }
    }
    #expect(opened > 100)
  }

  @Test("S0-9 every item of the own menu opens for its role, and for the same role of any office")
  func own() throws {
    let office = try Office()
    for actor in try Self.actors(office) where actor.role != .visitor {
      office.portal.signIn(actor)
      for item in Self.menu(office.portal) {
        guard case .open(let screen) = item.effect else { continue }
        // Leaving would sign the actor out for the items after it.
        guard item.title != "خروج از حساب" else { continue }
        let robot = Robot(screen, in: office.portal, chrome: .portal())
        #expect(!robot.picture.contains(Self.refusal), "\(item.title) of \(actor.role)")
      }
    }
  }

  @Test("S0-9 a record out of scope is refused at its door with the sentence, and not shown")
  func doors() throws {
    let desk = try HomeTests.desk()
    var robot = desk.home("expert")
    robot.press("tab", "down", "enter")
    let title = robot.title
    #expect(title.contains("آشنایی با روش‌های نوین"))
    robot.press("esc")
    // The session goes over to the neighbour while the home page still stands there.
    try desk.office.signIn(.expert, at: desk.office.otherDistrict, as: "neighbour")
    robot.press("enter")
    robot.expect(contains: Self.refusal)
  }
}

@Suite("What changes elsewhere is seen here without a key")
struct LiveScreensTests {
  @Test("S2-1.6 the province approves in one program, the district's list shows it in another")
  func approval() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/records.faragir"
    let office = try Office(path: path)
    let course = try office.portal.perform(
      RegisterCourse(
        Course(id: ID(rawValue: 0), code: "91400102", title: "مدیریت کلاس درس", minutes: 960))
    ).get().outcome
    try office.signIn(.expert, as: "expert")
    let today = Office.today
    let request = try office.portal.perform(
      RequestCourse(
        CourseRequest(
          id: ID(rawValue: 0), course: course, unit: office.district, year: today.year,
          from: today.adding(days: 10), to: today.adding(days: 100), classCount: 1,
          method: .expert, mode: .inPerson, quota: 30, classCapacity: 30))
    ).get().outcome
    let province = Portal(store: try Store.open(at: path), clock: .fixed(today)) {
      try Office.asset($0)
    }
    let account = try province.store.write(at: province.clock.now()) { records in
      let account = Account(
        id: try records.newID(), person: nil, role: .provincialExpert, unit: office.province,
        username: "province", state: .active)
      try records.insert(account, passwordHash: Office.hash.text)
      try records.journal(Cause(useCase: "test.account"))
      return account
    }
    province.signIn(try #require(try province.store.read { try $0.actor(of: account) }))

    var district = Robot.portal(office)
    district.press("down", "enter")
    district.logIn("expert", Office.password)
    district.press("ctrl-p")
    district.type("دوره‌های درخواستی")
    district.press("enter")
    district.expect(contains: "در انتظار تأیید استان")
    let before = office.portal.store.version
    _ = try province.perform(Advance<CourseRequestLife>(request, .approve)).get()
    // The district's program notices by itself: this is what it looks at between keys.
    #expect(office.portal.store.version != before)
    district.markStale()
    district.expect(contains: "تأیید شده")
    district.expect(lacks: "در انتظار تأیید استان")
  }
}
