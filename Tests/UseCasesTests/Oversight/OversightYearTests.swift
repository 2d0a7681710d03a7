import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Agencies, their years and quarters")
struct OversightYearTests {
  private func clocked(_ text: String) throws -> WallClock {
    .fixed(try #require(JalaliDate(plain: text)))
  }

  @Test("S5-1a S5-2a base data bring the four quarters with them, and none are there before")
  func quarters() throws {
    let it = try OversightOffice()
    #expect(
      try it.portal.store.read { try $0.agencyYears(in: .agencies(.everything)) }.isEmpty)
    let quarters = try it.quarters(of: it.year())
    #expect(quarters.map(\.quarter.number) == [1, 2, 3, 4])
    #expect(quarters.allSatisfy { $0.state == .empty && $0.filled == nil })
  }

  @Test("S5-1b SM-18 base data are kept once per year and agency")
  func once() throws {
    let it = try OversightOffice()
    try it.year()
    let again = CreateAgencyYear(
      AgencyYear.Form(year: 1403, budget: Rial(1), courseCount: 1),
      calendar: OversightOffice.paper)
    #expect(it.reasons(of: again, it.liaison) == [.oversight(.yearExists(1403))])
    try it.year(1404)
    try it.year(1403, by: it.otherLiaison)
  }

  @Test(
    "S5-1 base data need the calendar, amounts that are not negative, and a year of the oversight")
  func data() throws {
    let it = try OversightOffice()
    func work(_ year: Int = 1403, _ budget: Int = 0, _ file: AttachedFile?) -> CreateAgencyYear {
      CreateAgencyYear(
        AgencyYear.Form(year: year, budget: Rial(budget), courseCount: 0), calendar: file)
    }
    #expect(it.reasons(of: work(1403, 0, nil), it.liaison) == [.oversight(.calendarMissing)])
    #expect(
      it.reasons(of: work(1403, -1, OversightOffice.paper), it.liaison)
        == [.oversight(.negative)])
    for year in [1399, 1405] {
      let result = it.result(work(year, 0, OversightOffice.paper), it.liaison)
      #expect(throws: Failure.complaint(field: "year", .outOfRange(1400...1404))) {
        try result.get()
      }
    }
    try it.perform(work(1400, 0, OversightOffice.paper), it.liaison)
  }

  @Test("S5-1c SM-18 sent base data are closed until the management opens them with a reason")
  func locked() throws {
    let it = try OversightOffice()
    let id = try it.year()
    func year() throws -> AgencyYear {
      try #require(
        try it.portal.store.read { try $0.agencyYear(id, in: .agencies(.everything)) }
      ).year
    }
    func edit(_ count: Int) throws -> EditAgencyYear {
      let before = try year()
      var form = before.form
      form.courseCount = count
      return EditAgencyYear(before, form, calendar: AttachedFile(before.calendar))
    }
    try it.perform(edit(13), it.liaison)
    #expect(try year().form.courseCount == 13)
    try it.perform(Advance<AgencyYearLife>(id, .send), it.liaison)
    #expect(try year().state == .sent)
    #expect(it.reasons(of: try edit(14), it.liaison) == [.oversight(.sent)])
    #expect(try year().form.courseCount == 13)
    let reopen = Advance<AgencyYearLife>(id, .reopen)
    #expect(it.reasons(of: reopen, it.oversight) == [.portal(.reasonMissing)])
    try it.perform(reopen, it.oversight, reason: "اصلاح اعتبار")
    try it.perform(edit(14), it.liaison)
    #expect(try year().form.courseCount == 14)
  }

  private static let figures = QuarterFigures(
    spent: Rial(500), managers: .init(count: 3, trained: 2, personHours: 16),
    staff: .init(count: 17, trained: 5, personHours: 40))

  @Test("S5-2d SM-19 «بروزرسانی» saves, «تأیید اطلاعات» sends and removes editing")
  func updateAndConfirm() throws {
    let it = try OversightOffice()
    let quarter = try #require(try it.quarters(of: it.year()).last)
    let confirm = Advance<AgencyQuarterLife>(quarter.id, .confirm)
    try it.perform(UpdateQuarter(quarter, Self.figures), it.liaison)
    let filled = try it.quarter(quarter.id).quarter
    #expect(filled.figures == Self.figures && filled.state == .registered)
    #expect(filled.filled == Office.today)
    try it.perform(confirm, it.liaison)
    #expect(try it.quarter(quarter.id).quarter.state == .sent)
    let again = UpdateQuarter(try it.quarter(quarter.id).quarter, QuarterFigures())
    #expect(it.reasons(of: again, it.liaison) == [.oversight(.sent)])
    #expect(try it.quarter(quarter.id).quarter.figures == Self.figures)
  }

  @Test(
    "S5-2c SM-19 a quarter is saved on the day of its deadline and refused the day after",
    arguments: [
      (1, "1403/04/31", "1403/05/01"), (2, "1403/07/30", "1403/08/01"),
      (3, "1403/10/30", "1403/11/01"), (4, "1404/01/31", "1404/02/01"),
    ])
  func deadline(_ number: Int, _ last: String, _ after: String) throws {
    let inTime = try OversightOffice(clock: clocked(last))
    let open = try inTime.quarters(of: inTime.year())[number - 1]
    try inTime.perform(UpdateQuarter(open, Self.figures), inTime.liaison)
    let late = try OversightOffice(clock: clocked(after))
    let over = try late.quarters(of: late.year())[number - 1]
    #expect(
      late.reasons(of: UpdateQuarter(over, Self.figures), late.liaison)
        == [.oversight(.quarterOver(due: try #require(JalaliDate(plain: last))))])
    #expect(try late.quarter(over.id).quarter.filled == nil)
  }

  @Test(
    "S5-2c SM-19 the management extends a quarter with a reason; the liaison goes on till that day")
  func extend() throws {
    let it = try OversightOffice(clock: clocked("1403/05/02"))
    let quarter = try it.quarters(of: it.year())[0]
    let until = try #require(JalaliDate(plain: "1403/05/10"))
    let work = ExtendQuarter(quarter.id, until: until)
    #expect(it.reasons(of: work, it.oversight) == [.portal(.reasonMissing)])
    #expect(it.result(work, it.liaison, reason: "ما").failure == .forbidden)
    try it.perform(work, it.oversight, reason: "قطع سامانه")
    let line = try it.quarter(quarter.id)
    #expect(line.quarter.due(under: try it.rules()) == until)
    // Nothing has been written yet, so that there is nothing to confirm.
    #expect(
      it.reasons(of: Advance<AgencyQuarterLife>(quarter.id, .confirm), it.liaison)
        == [.oversight(.quarterNotFilled)])
    try it.perform(UpdateQuarter(line.quarter, Self.figures), it.liaison)
    try it.perform(Advance<AgencyQuarterLife>(quarter.id, .confirm), it.liaison)
    try it.perform(work, it.oversight, reason: "بازگشایی")
    #expect(try it.quarter(quarter.id).quarter.state == .registered)
  }

  @Test("S5-2c SM-19 the liaison asks for a later day, the management grants or declines it")
  func asks() throws {
    let it = try OversightOffice(clock: clocked("1403/05/02"))
    let quarters = try it.quarters(of: it.year())
    let quarter = quarters[0].id
    let ask = AskExtension(quarter)
    func asked() throws -> Int {
      it.portal.signIn(it.oversight)
      return try it.portal.read { try OversightMatter.extensionsAsked.count($0, $1) }.get()
    }
    #expect(it.reasons(of: ask, it.liaison) == [.portal(.reasonMissing)])
    for stranger in [it.otherLiaison, it.manager, it.oversight] {
      #expect(it.result(ask, stranger, reason: "ما").failure == .forbidden)
    }
    // A quarter that still runs is written, not asked for.
    guard
      case .failure(.refused) = it.result(AskExtension(quarters[1].id), it.liaison, reason: "زود")
    else {
      Issue.record("asked before its time was over")
      return
    }
    #expect(
      it.reasons(of: DeclineExtension(quarter), it.oversight, reason: "نه")
        == [.oversight(.extensionNotAsked)])
    #expect(try asked() == 0)
    try it.perform(ask, it.liaison, reason: "قطع سامانه")
    #expect(try asked() == 1)
    #expect(it.reasons(of: ask, it.liaison, reason: "باز") == [.oversight(.extensionAsked)])
    #expect(it.result(DeclineExtension(quarter), it.liaison, reason: "نه").failure == .forbidden)
    try it.perform(DeclineExtension(quarter), it.oversight, reason: "مهلت کافی بود")
    #expect(try asked() == 0)
    #expect(try it.quarter(quarter).quarter.declined == "مهلت کافی بود")
    try it.perform(ask, it.liaison, reason: "رابط بیمار بود")
    #expect(try it.quarter(quarter).quarter.declined.isEmpty)
    let until = try #require(JalaliDate(plain: "1403/05/10"))
    try it.perform(ExtendQuarter(quarter, until: until), it.oversight, reason: "پذیرفته")
    let line = try it.quarter(quarter)
    #expect(line.quarter.asked.isEmpty && line.quarter.declined.isEmpty)
    #expect(line.quarter.due(under: try it.rules()) == until)
    #expect(try asked() == 0)
    // What was sent may be asked for again.
    try it.perform(UpdateQuarter(line.quarter, Self.figures), it.liaison)
    try it.perform(Advance<AgencyQuarterLife>(quarter, .confirm), it.liaison)
    try it.perform(ask, it.liaison, reason: "رقم هزینه اشتباه است")
    #expect(try it.quarter(quarter).quarter.asked == "رقم هزینه اشتباه است")
  }

  @Test("S5-2b quarters that are not sent stand in the radar of their agency and of the management")
  func radar() throws {
    let it = try OversightOffice()
    let quarters = try it.quarters(of: it.year())
    func items(_ actor: Actor) throws -> [DeadlineItem] {
      it.portal.signIn(actor)
      return try it.portal.read { try DeadlineRadar.items($0, $1) }.get()
        .filter { $0.matter == .quarterReport }
    }
    // On 7 Mehr: the first is overdue, the second runs till 30 Mehr, the third till 30 Dey is far.
    let own = try items(it.liaison)
    #expect(
      own.map(\.deadline.due)
        == ["1403/04/31", "1403/07/30"].compactMap { JalaliDate(plain: $0) })
    #expect(own.allSatisfy { $0.isOwed(by: it.liaison) })
    #expect(try items(it.oversight).count == 2)
    #expect(try items(it.otherLiaison).isEmpty)
    let second = quarters[1]
    try it.perform(UpdateQuarter(second, Self.figures), it.liaison)
    try it.perform(Advance<AgencyQuarterLife>(second.id, .confirm), it.liaison)
    #expect(try items(it.liaison).count == 1)
  }

  @Test("S5-Lb S5-Ld liaisons are registered beforehand by the management, each for one agency")
  func liaisons() throws {
    let it = try OversightOffice()
    let code = try Office.nationalCode(8_500)
    func work(_ agency: ID<Training.Unit>, _ role: Role = .liaison) throws -> RegisterLiaison {
      RegisterLiaison(
        role, of: agency, nationalCode: code,
        name: try PersonName(first: "زهره", last: "نیکو"), passwordHash: Office.hash.text)
    }
    for stranger in [it.liaison, it.manager] {
      #expect(it.result(try work(it.agency), stranger).failure == .forbidden)
    }
    let id = try it.perform(try work(it.agency), it.oversight)
    let account = try #require(try it.portal.store.read { try $0.account(id) })
    #expect(account.username == code.digits && account.state == .initial)
    #expect(account.unit == it.agency && account.role == .liaison)
    #expect(
      it.reasons(of: try work(it.otherAgency), it.oversight) == [.oversight(.liaisonElsewhere)])
    #expect(it.reasons(of: try work(it.agency), it.oversight) == [.portal(.usernameTaken)])
    #expect(it.result(try work(it.agency, .expert), it.oversight).failure == .forbidden)
  }

  @Test(
    "S5-La S5-Ld the given password opens nothing but its change, and the published default is refused"
  )
  func password() throws {
    let it = try OversightOffice()
    let code = try Office.nationalCode(8_501)
    try it.perform(
      RegisterLiaison(
        .liaison, of: it.agency, nationalCode: code,
        name: try PersonName(first: "زهره", last: "نیکو"), passwordHash: Office.hash.text),
      it.oversight)
    let actors = try it.portal.logIn(
      section: .oversight, username: code.digits, password: Office.password
    ).get()
    let actor = try #require(actors.first)
    #expect(actor.mustChangePassword)
    #expect(
      it.result(
        CreateAgencyYear(
          AgencyYear.Form(year: 1403, budget: Rial(1), courseCount: 1),
          calendar: OversightOffice.paper), actor
      ).failure == .forbidden)
    // Refused for what it is, not only for its length.
    for typed in ["123456", "۱۲۳۴۵۶"] {
      guard
        case .failure(.refused(let findings)) = it.portal.changePassword(
          from: Office.password, to: typed)
      else {
        Issue.record("\(typed) was taken")
        continue
      }
      #expect(findings.contains { $0.reason == .portal(.passwordIsPublished) })
    }
    try it.portal.changePassword(from: Office.password, to: "Zohreh-1403-x").get()
    #expect(it.portal.actor?.mustChangePassword == false)
    try it.portal.changePassword(from: "Zohreh-1403-x", to: "Zohreh-1404-y").get()
  }

  @Test("S5-Lb the management gives a liaison a new password and ends the account; others do not")
  func accounts() throws {
    let it = try OversightOffice()
    let reset = ResetPassword(account: it.otherLiaison.account, passwordHash: Office.hash.text)
    #expect(it.result(reset, it.liaison).failure == .forbidden)
    let ministry = try it.portal.store.read { try $0.units(in: .everything)[0].id }
    let administrator = try it.office.signIn(.administrator, at: ministry)
    #expect(it.result(reset, administrator).failure == .forbidden)
    try it.perform(reset, it.oversight)
    let account = try it.portal.store.read { try $0.account(it.otherLiaison.account) }
    #expect(account?.state == .initial)
    try it.perform(
      DeactivateAccount(account: it.otherLiaison.account), it.oversight, reason: "بازنشسته شد")
    let ended = try it.portal.store.read { try $0.account(it.otherLiaison.account) }
    #expect(ended?.state == .inactive)
  }

  @Test(
    "S5-0b agencies of the three kinds are registered once by code, renamed and taken out of use")
  func agencies() throws {
    let it = try OversightOffice()
    for (index, kind) in Agency.Kind.allCases.enumerated() {
      try it.perform(
        RegisterAgency(AgencyDraft(kind: kind, code: "20\(index)", name: "دستگاه \(index)")),
        it.oversight)
    }
    #expect(
      it.reasons(of: RegisterAgency(AgencyDraft(code: "101", name: "دیگری")), it.oversight)
        == [.oversight(.codeTaken("101"))])
    let line = try #require(
      try it.portal.store.read { try $0.agency(it.agency, in: .agencies(.everything)) })
    var after = AgencyDraft(line)
    (after.name, after.kind, after.isActive) = ("اداره کل راه", .institute, false)
    let edit = EditAgency(it.agency, before: AgencyDraft(line), after: after)
    #expect(it.result(edit, it.liaison).failure == .forbidden)
    try it.perform(edit, it.oversight)
    let now = try #require(
      try it.portal.store.read { try $0.agency(it.agency, in: .agencies(.everything)) })
    #expect(AgencyDraft(now) == after)
    // Whoever belongs to an agency out of use records nothing any more.
    #expect(
      it.result(
        CreateAgencyYear(
          AgencyYear.Form(year: 1403, budget: Rial(1), courseCount: 1),
          calendar: OversightOffice.paper), it.liaison
      ).failure == .forbidden)
  }
}

extension OversightOffice {
  func rules() throws -> Rules {
    portal.signIn(oversight)
    return try portal.read { _, context in context.rules }.get()
  }
}
