import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("People")
struct PersonTests {
  @Test("S0-12 one national code is one person, in any office")
  func uniqueCode() throws {
    let office = try Office()
    let known = try office.person(7, first: "علی", last: "نوری", unit: office.otherDistrict)
    try office.signIn(.expert)
    var draft = PersonDraft(known)
    draft.unit = office.district
    #expect(
      reasons(office.portal.perform(RegisterPerson(draft))) == [
        .codeTaken(known.nationalCode?.digits ?? "", "علی نوری"),
        .codeTaken(known.personnelCode?.digits ?? "", "علی نوری"),
      ])
    draft.nationalCode = nil
    draft.personnelCode = nil
    #expect(reasons(office.portal.perform(RegisterPerson(draft))) == [.codesMissing])
  }

  @Test("S0-9 people of another district are neither listed nor found nor edited")
  func scope() throws {
    let office = try Office()
    let mine = try office.person(1, first: "زهرا", last: "ژیانی")
    let other = try office.person(2, first: "زهرا", last: "ژیانی", unit: office.otherSchool)
    try office.signIn(.expert)
    let (listed, found, count) = try office.portal.read { records, context in
      (
        try records.people(in: context.actor.scope, limit: 10).map(\.person.id),
        try records.people(in: context.actor.scope, matching: "ژیانی", limit: 10).map(\.person.id),
        try records.personCount(in: context.actor.scope)
      )
    }.get()
    #expect(listed == [mine.id])
    #expect(found == [mine.id])
    #expect(count == 1)
    var after = PersonDraft(other)
    after.fatherName = "حسن"
    let edit = EditPerson(other.id, before: PersonDraft(other), after: after)
    #expect(failure(office.portal.perform(edit)) == .forbidden)
  }

  @Test(
    "S0-4 names are found however they are spelled",
    arguments: [
      "رحیم‌زاده", "رحیم زاده", "رحيمزاده", "رحیم", "علی رحیم", "۱۰۰۰۰۰۰۳", "10000003",
    ])
  func search(text: String) throws {
    let office = try Office()
    let person = try office.person(3, first: "علی", last: "رحیم‌زاده")
    try office.signIn(.expert)
    let found = try office.portal.read { records, context in
      try records.people(in: context.actor.scope, matching: text, limit: 5).map(\.person.id)
    }.get()
    #expect(found == [person.id])
  }

  @Test("People are listed page by page in the Persian alphabet")
  func pages() throws {
    let office = try Office()
    for (number, last) in ["یوسفی", "پناهی", "احمدی", "گودرزی", "آذری", "چراغی"].enumerated() {
      _ = try office.person(number, first: "مینا", last: last)
    }
    try office.signIn(.expert)
    let names = try office.portal.read { records, context in
      let first = try records.people(in: context.actor.scope, limit: 4)
      let place = try #require(first.last?.place)
      let rest = try records.people(in: context.actor.scope, page: .after(place), limit: 4)
      let back = try records.people(in: context.actor.scope, page: .before(rest[0].place), limit: 2)
      let end = try records.people(in: context.actor.scope, page: .last, limit: 2)
      #expect(back.map(\.person.name.last) == ["پناهی", "چراغی"])
      #expect(end.map(\.person.name.last) == ["گودرزی", "یوسفی"])
      return (first + rest).map(\.person.name.last)
    }.get()
    #expect(names == ["آذری", "احمدی", "پناهی", "چراغی", "گودرزی", "یوسفی"])
  }

  @Test("Two people who edit different fields both keep their change; the same field is a conflict")
  func staleEdit() throws {
    let office = try Office()
    let person = try office.person(1)
    try office.signIn(.expert)
    let shown = PersonDraft(person)
    var (mine, theirs, same) = (shown, shown, shown)
    mine.fatherName = "حسن"
    theirs.gender = .female
    same.fatherName = "حسین"
    #expect(
      failure(office.portal.perform(EditPerson(person.id, before: shown, after: mine))) == nil)
    #expect(
      failure(office.portal.perform(EditPerson(person.id, before: shown, after: theirs))) == nil)
    let conflict = office.portal.perform(EditPerson(person.id, before: shown, after: same))
    #expect(
      failure(conflict)
        == .conflict([
          Failure.Conflict(
            subject: "مریم احمدی", field: "father-name", mine: "حسین", theirs: "حسن")
        ]))
    let now = try office.portal.store.read { try $0.person(person.id) }
    #expect(now?.fatherName == "حسن")
    #expect(now?.gender == .female)
  }

  @Test("S0-8 every change of a person is in the journal with who and why")
  func journal() throws {
    let office = try Office()
    let person = try office.person(1)
    let actor = try office.signIn(.expert)
    var after = PersonDraft(person)
    after.fatherName = "حسن"
    let done = try office.portal.perform(
      EditPerson(person.id, before: PersonDraft(person), after: after), reason: "شناسنامه"
    ).get()
    let entry = try #require(
      try office.portal.store.read { try $0.entry(number: done.entry) })
    #expect(entry.useCase == EditPerson.name)
    #expect(entry.actor == actor.account.rawValue)
    #expect(entry.reason == "شناسنامه")
  }
}
