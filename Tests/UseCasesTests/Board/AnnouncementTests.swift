import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("The notice board")
struct AnnouncementTests {
  private let office: Office

  init() throws { office = try Office() }

  private func draft(
    _ unit: ID<Training.Unit>, title: String = "بخشنامه ثبت‌نام", roles: Set<Role> = [],
    from days: Int = 0, to last: Int? = nil
  ) -> Announcement {
    Announcement(
      kind: .circular, title: title, body: "بند یک\nبند دو", from: Office.today.adding(days: days),
      to: last.map { Office.today.adding(days: $0) }, unit: unit, roles: roles)
  }

  /// The titles that hang for an actor today.
  private func seen(_ actor: Actor, ownToo: Bool = false) throws -> [String] {
    try office.portal.store.read { records in
      try records.announcements(
        in: actor.announcementReach, on: Office.today, ownToo: ownToo
      ).map(\.announcement.title)
    }
  }

  private func perform<U: UseCase>(_ work: U, _ actor: Actor) throws -> U.Outcome {
    try office.portal.perform(work, as: actor).get().outcome
  }

  @Test(
    "S0-14 S1-6a a circular of the province is read by learners of its districts, by their role")
  func audience() throws {
    let province = try office.signIn(.provincialExpert, at: office.province)
    let learner = try office.signIn(.learner, person: try office.person(1).id)
    let expert = try office.signIn(.expert)
    _ = try perform(Announce(draft(office.province, roles: [.learner])), province)
    _ = try perform(Announce(draft(office.province, title: "برای همه")), province)
    #expect(try seen(learner).sorted() == ["بخشنامه ثبت‌نام", "برای همه"])
    #expect(try seen(expert) == ["برای همه"])
    // Whoever looks after it sees it whatever role it is for.
    #expect(try seen(province, ownToo: true).count == 2)
  }

  @Test(
    "S0-14 S2-4.9b an announced course hangs before the learners of its district until enrolment ends, before nobody else, and not where the board is no channel"
  )
  func announcedCourse() throws {
    let it = try CourseOffice()
    let own = try it.office.signIn(.learner, person: try it.office.person(1).id)
    let other = try it.office.signIn(
      .learner, at: it.office.otherDistrict, person: try it.office.person(2).id)
    func seen(_ actor: Actor, after days: Int) throws -> [String] {
      try it.portal.store.read { records in
        try records.announcements(
          in: actor.announcementReach, on: CourseOffice.today.adding(days: days)
        ).map(\.announcement.title)
      }
    }
    // Enrolment in the class ends on the fifth day.
    _ = try it.define()
    #expect(try seen(own, after: 0).isEmpty)
    try it.perform(
      AnnounceCourse(it.request, channels: ["board", "district-site"], text: "متن\nمکان: سالن"),
      it.expert)
    for days in [0, 5] { #expect(try seen(own, after: days) == ["مدیریت کلاس درس"]) }
    #expect(try seen(own, after: 6).isEmpty)
    #expect(try seen(own, after: -1).isEmpty)
    #expect(try seen(other, after: 0).isEmpty)
    #expect(try seen(it.manager, after: 0).isEmpty)
    #expect(try seen(it.province, after: 0).isEmpty)

    let elsewhere = try CourseOffice()
    _ = try elsewhere.define()
    try elsewhere.perform(
      AnnounceCourse(elsewhere.request, channels: ["district-site"], text: "متن"), elsewhere.expert)
    let reader = try elsewhere.office.signIn(.learner, person: try elsewhere.office.person(1).id)
    let board = try elsewhere.portal.store.read {
      try $0.announcements(in: reader.announcementReach, on: CourseOffice.today)
    }
    #expect(board.isEmpty)
  }

  @Test("S0-14 S2-4.9b the announcement of a course that is cancelled hangs no more")
  func cancelledCourse() throws {
    let it = try CourseOffice()
    let own = try it.office.signIn(.learner, person: try it.office.person(1).id)
    let id = try it.define()
    try it.perform(AnnounceCourse(it.request, channels: ["board"], text: "متن"), it.expert)
    try it.perform(Advance<ClassLife>(id, .cancel), it.manager, reason: "کمبود فراگیر")
    try it.perform(
      Advance<CourseRequestLife>(it.request, .cancel), it.expert, reason: "کمبود فراگیر")
    try it.portal.store.read { records in
      #expect(
        try records.announcements(in: own.announcementReach, on: CourseOffice.today).isEmpty)
      let lines = try records.announcements(
        in: it.expert.announcementReach, on: CourseOffice.today, ownToo: true)
      #expect(lines.map { $0.hangs(on: CourseOffice.today) } == [false])
    }
  }

  @Test("S0-9 S0-14 what one district hangs, another neither reads nor changes")
  func districts() throws {
    let expert = try office.signIn(.expert)
    let other = try office.signIn(.expert, at: office.otherDistrict)
    let stranger = try office.signIn(
      .learner, at: office.otherDistrict, person: try office.person(2).id)
    let id = try perform(Announce(draft(office.district)), expert)
    #expect(try seen(expert).count == 1)
    #expect(try seen(other, ownToo: true).isEmpty)
    #expect(try seen(stranger).isEmpty)
    #expect(throws: Failure.forbidden) { try perform(WithdrawAnnouncement(id), other) }
    var changed = draft(office.district, title: "دیگر")
    changed.id = id
    #expect(throws: Failure.forbidden) { try perform(EditAnnouncement(changed), other) }
    // Nor does it hang anything on the board of another office, or take over a notice into its own.
    #expect(throws: Failure.forbidden) {
      try perform(Announce(draft(office.otherDistrict)), expert)
    }
    changed.unit = office.otherDistrict
    #expect(throws: Failure.forbidden) { try perform(EditAnnouncement(changed), expert) }
    let learner = try office.signIn(.learner, person: try office.person(1).id)
    #expect(throws: Failure.forbidden) { try perform(Announce(draft(office.district)), learner) }
    #expect(try seen(expert) == ["بخشنامه ثبت‌نام"])
  }

  @Test("S0-14 it hangs from its first day to its last, both included, and not once withdrawn")
  func days() throws {
    let expert = try office.signIn(.expert)
    _ = try perform(Announce(draft(office.district, title: "امروز", to: 0)), expert)
    _ = try perform(Announce(draft(office.district, title: "فردا", from: 1)), expert)
    _ = try perform(Announce(draft(office.district, title: "دیروز", from: -3, to: -1)), expert)
    #expect(try seen(expert) == ["امروز"])
    #expect(try seen(expert, ownToo: true).count == 3)
    for line in try office.portal.store.read({ records in
      try records.announcements(in: expert.announcementReach, on: Office.today, ownToo: true)
    }) {
      try perform(WithdrawAnnouncement(line.announcement.id), expert)
    }
    #expect(try seen(expert).isEmpty)
    let backwards = office.portal.perform(
      Announce(draft(office.district, from: 2, to: 1)), as: expert)
    #expect(
      refusals(backwards) == [
        .portal(
          .endsBeforeStart(
            from: Office.today.adding(days: 2), to: Office.today.adding(days: 1)))
      ])
  }

  @Test("S0-14 it is new until it is opened, for each account by itself")
  func reading() throws {
    let expert = try office.signIn(.expert)
    let id = try perform(Announce(draft(office.district)), expert)
    let learner = try office.signIn(.learner, person: try office.person(1).id)
    func isRead(_ actor: Actor) throws -> Bool? {
      try office.portal.store.read { records in
        try records.announcement(id, in: actor.announcementReach, on: Office.today)?.isRead
      }
    }
    #expect(try isRead(learner) == false)
    office.portal.signIn(learner)
    _ = try office.portal.read(id).get()
    #expect(try isRead(learner) == true)
    #expect(try isRead(expert) == false)
    let stranger = try office.signIn(.expert, at: office.otherDistrict)
    office.portal.signIn(stranger)
    #expect(throws: Failure.forbidden) { try office.portal.read(id).get() }
  }

  @Test("S0-6 S0-14 the attachment comes back byte for byte, for readers only, within its size")
  func attachment() throws {
    let expert = try office.signIn(.expert)
    let bytes = [UInt8]((0..<5_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })
    var it = draft(office.district)
    it.attachment = .init(
      name: "بخشنامه.pdf", size: bytes.count, digest: BlobDigest(of: bytes).bytes)
    let id = try perform(Announce(it, content: bytes), expert)
    office.portal.signIn(try office.signIn(.learner, person: try office.person(1).id))
    #expect(try office.portal.attachment(of: id).get() == bytes)
    office.portal.signIn(try office.signIn(.expert, at: office.otherDistrict))
    #expect(throws: Failure.forbidden) { try office.portal.attachment(of: id).get() }
    // Other bytes than the digest says, or too many, are not kept.
    #expect(throws: (any Error).self) { try perform(Announce(it, content: [1, 2, 3]), expert) }
    let large = [UInt8](repeating: 7, count: 5_120 * 1_024 + 1)
    it.attachment = .init(name: "بزرگ", size: large.count, digest: BlobDigest(of: large).bytes)
    #expect(throws: Failure.records(.tooLarge(limit: 5_120 * 1_024))) {
      try perform(Announce(it, content: large), expert)
    }
  }

  @Test("S0-8 hanging, changing and withdrawing stand in the history, and are taken back")
  func history() throws {
    let expert = try office.signIn(.expert)
    let id = try perform(Announce(draft(office.district)), expert)
    let done = try office.portal.perform(WithdrawAnnouncement(id), as: expert).get()
    #expect(try seen(expert).isEmpty)
    office.portal.signIn(expert)
    _ = try office.portal.undo(done.entry).get()
    #expect(try seen(expert).count == 1)
    let names = try office.portal.store.read { records in
      try records.history(of: "announcement", id.rawValue).map(\.entry.useCase)
    }
    #expect(names == ["announcement.publish", "announcement.withdraw", "undo"])
  }
}
