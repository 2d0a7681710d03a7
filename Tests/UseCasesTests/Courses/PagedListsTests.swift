import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Units, permissions, applicants and accounts page by page")
struct PagedListsTests {
  /// Reads a list in pages of so many, both ways, and from a row in the middle.
  private func check<Row: Equatable>(
    _ whole: [Row], by count: Int, _ note: Comment, read: (ListPage<Row>) throws -> [Row]
  ) throws {
    var forward: [Row] = []
    while true {
      let page = try read(forward.last.map { .after($0) } ?? .first)
      forward += page
      if page.count < count { break }
    }
    #expect(forward == whole, note)
    var backward: [Row] = []
    while true {
      let page = try read(backward.first.map { .before($0) } ?? .last)
      backward = page + backward
      if page.count < count { break }
    }
    #expect(backward == whole, note)
    guard whole.count > count + 3 else { return }
    #expect(try read(.from(whole[3])) == Array(whole[3..<(3 + count)]), note)
  }

  /// So many more schools in the first district, in no order of their names.
  private func schools(_ count: Int, in office: Office) throws {
    let store = office.portal.store
    let district = try #require(try store.read { try $0.unit(office.district) })
    for start in stride(from: 0, to: count, by: 1_000) {
      try store.write(at: 1) { records in
        for number in start..<min(start + 1_000, count) {
          try records.insert(
            Training.Unit(
              id: try records.newID(), kind: .school, code: "77\(number)",
              name: "دبستان \(number * 7_919 % count)", parent: district))
        }
        try records.journal(Cause(useCase: "test.schools"))
      }
    }
  }

  @Test("S0-8 the pages of units are the tree in its order, both ways, within the scope alone")
  func units() throws {
    let office = try Office()
    try schools(40, in: office)
    let store = office.portal.store
    let province = try #require(try store.read { try $0.unit(office.province) })
    let district = try #require(try store.read { try $0.unit(office.district) })
    for scope in [Scope.everything, Scope(province.path), Scope(district.path)] {
      try store.read { records in
        let all = try records.units(in: scope)
        let children = Dictionary(grouping: all, by: \.parent)
        let known = Set(all.map(\.id))
        func below(_ unit: Training.Unit) -> [Training.Unit] {
          [unit] + (children[unit.id] ?? []).flatMap(below)
        }
        let tree = all.filter { $0.parent.map { !known.contains($0) } ?? true }.flatMap(below)
        #expect(tree.count == all.count && tree.count > 40)
        for count in [1, 7, 100] {
          try check(tree, by: count, "\(scope) \(count)") { page in
            try records.units(in: scope, page: page, limit: count)
          }
        }
        let found = try records.units(in: scope, matching: "حافظ", page: .first, limit: 9)
        #expect(found.map(\.id) == [office.school])
        #expect(
          try records.units(in: scope, matching: "160101", page: .first, limit: 9).map(\.id)
            == [office.school])
      }
    }
    let other = try #require(try store.read { try $0.unit(office.otherDistrict) })
    try store.read { records in
      #expect(
        try records.units(in: Scope(other.path), matching: "حافظ", page: .first, limit: 9).isEmpty)
      let named = try records.units(in: .everything, matching: "دبستان", page: .first, limit: 99)
      try check(named, by: 8, "by name") { page in
        try records.units(in: .everything, matching: "دبستان", page: page, limit: 8)
      }
    }
  }

  @Test("A page of units costs the same among ten times as many")
  func costOfUnits() throws {
    func work(_ count: Int) throws -> [Int] {
      let office = try Office()
      try schools(count, in: office)
      let (store, all) = (office.portal.store, Scope.everything)
      let first = try store.read { try $0.units(in: all, page: .first, limit: 25) }
      let place = try #require(first.last)
      return [
        try cost(store) { try $0.units(in: all, page: .first, limit: 25) },
        try cost(store) { try $0.units(in: all, page: .after(place), limit: 25) },
        try cost(store) { try $0.units(in: all, page: .last, limit: 25) },
        try cost(store) { try $0.units(in: all, matching: "دبستان", page: .first, limit: 25) },
      ]
    }
    for (few, many) in zip(try work(300), try work(3_000)) {
      #expect(many < few * 3 / 2 + 500, "\(few) → \(many)")
    }
  }

  /// Applicants of the first district, one in a hundred of the second.
  private func applicants(_ count: Int, in it: CourseOffice) throws {
    try it.portal.store.write(at: 1) { records in
      for number in 0..<count {
        let conflict = try records.put(
          OutsideApplicant(
            id: try records.newID(),
            unit: number % 100 == 7 ? it.office.otherDistrict : it.office.district,
            course: it.course, name: number == 3 ? "کمیاب یگانه" : "متقاضی \(number)",
            nationalCode: nil, personnelCode: String(5_000_000 + number), school: "", subject: "",
            reason: "کد ندارد", letter: ""), from: nil)
        #expect(conflict == nil)
      }
      try records.journal(Cause(useCase: "test.applicants"))
    }
  }

  @Test(
    "S2-5.8b the pages of outside applicants are the newest first, within the scope, found by name, code and course"
  )
  func outside() throws {
    let it = try CourseOffice()
    try applicants(250, in: it)
    let other = try #require(
      try it.portal.store.read { try $0.unit(it.office.otherDistrict) })
    try it.portal.store.read { records in
      for scope in [it.expert.scope, Scope.everything, Scope(other.path)] {
        let whole = try records.outsideApplicants(
          in: scope, matching: "", page: .first, limit: .max
        ).map(\.applicant)
        let same = try records.outsideApplicants(in: scope).map(\.applicant)
        #expect(Set(whole) == Set(same))
        #expect(whole.map(\.id) == whole.map(\.id).sorted { $0.rawValue > $1.rawValue })
        try check(whole, by: 9, "\(scope)") { page in
          try records.outsideApplicants(in: scope, matching: "", page: page, limit: 9)
            .map(\.applicant)
        }
      }
    }
    #expect(try names("یگانه", it.expert.scope, it) == ["کمیاب یگانه"])
    #expect(try names("۵۰۰۰۰۰۳", it.expert.scope, it) == ["کمیاب یگانه"])
    #expect(try names("یگانه", Scope(other.path), it).isEmpty)
    #expect(try names("مدیریت", it.expert.scope, it).count == 9)
  }

  @Test("A page of outside applicants costs the same among ten times as many")
  func costOfApplicants() throws {
    func work(_ count: Int) throws -> [Int] {
      let it = try CourseOffice()
      try applicants(count, in: it)
      let (store, own) = (it.portal.store, it.expert.scope)
      let first = try store.read {
        try $0.outsideApplicants(in: own, matching: "", page: .first, limit: 25)
      }
      let place = try #require(first.last).applicant
      return [
        try cost(store) {
          try $0.outsideApplicants(in: own, matching: "", page: .first, limit: 25)
        },
        try cost(store) {
          try $0.outsideApplicants(in: own, matching: "", page: .after(place), limit: 25)
        },
      ]
    }
    for (few, many) in zip(try work(300), try work(3_000)) {
      #expect(many < few * 3 / 2 + 500, "\(few) → \(many)")
    }
  }

  private func names(
    _ text: String, _ scope: Scope, _ it: CourseOffice
  ) throws -> [String] {
    try it.portal.store.read { records in
      try records.outsideApplicants(in: scope, matching: text, page: .first, limit: 9)
        .map(\.applicant.name)
    }
  }

  /// The work that reading costs.
  private func cost<T>(
    _ store: Store, _ body: (borrowing Reading) throws -> T
  ) throws -> Int {
    try store.read { records in
      let before = records.work
      _ = try body(records)
      return records.work - before
    }
  }

  private func permissions(_ count: Int, _ desk: ApplicantDesk) throws {
    let application = try desk.applicant(2, unit: desk.it.office.otherDistrict)
    try desk.it.portal.store.write(at: 1) { records in
      for number in 0..<count {
        // One live permission of an instructor for a course at a time: these were all refused.
        try records.insert(
          NonLocalPermit(
            id: try records.newID(), application: application, request: desk.it.request,
            letter: InstructorApplication.LetterMark(
              number: String(number), day: CourseOffice.today.adding(days: -number / 3)),
            state: .rejected, reason: "بومی هست"))
      }
      try records.journal(Cause(useCase: "test.permissions"))
    }
  }

  @Test(
    "S2-3.6 the pages of permissions are the newest letter first, within the scope of the course")
  func nonLocal() throws {
    let desk = try ApplicantDesk()
    try permissions(50, desk)
    let it = desk.it
    let other = try #require(
      try it.portal.store.read { try $0.unit(it.office.otherDistrict) })
    try it.portal.store.read { records in
      let whole = try records.permits(in: it.expert.scope).map(\.permit)
      #expect(whole.count == 50)
      for (before, after) in zip(whole, whole.dropFirst()) {
        #expect(
          (before.letter.day?.dayNumber ?? 0, before.id.rawValue)
            > (after.letter.day?.dayNumber ?? 0, after.id.rawValue))
      }
      for scope in [it.expert.scope, Scope.everything] {
        try check(whole, by: 7, "\(scope)") { page in
          try records.permits(in: scope, page: page, limit: 7).map(\.permit)
        }
      }
      #expect(try records.permits(in: Scope(other.path)).isEmpty)
      #expect(try records.permits(in: .everything, matching: "مدیریت", limit: 9).count == 9)
      #expect(try records.permits(in: .everything, matching: "نیست‌آباد").isEmpty)
    }
  }

  @Test("SM-0 accounts of offices come before those of learners, and are found by their role")
  func accounts() throws {
    let office = try Office()
    for number in 1...30 {
      let person = try office.person(number)
      try office.signIn(.learner, person: person.id, as: String(format: number))
    }
    try office.signIn(.expert, as: "zeta")
    try office.signIn(.provincialExpert, at: office.province, as: "yota")
    try office.portal.store.read { records in
      let whole = try records.accounts(in: .everything)
      let isLearner = whole.map { $0.role == .learner }
      #expect(isLearner == isLearner.sorted { !$0 && $1 })
      #expect(isLearner.count { $0 } == 30)
      for learners in [false, true] {
        let names = whole.filter { ($0.role == .learner) == learners }.map(\.username)
        #expect(names == names.sorted())
      }
      try check(whole, by: 7, "accounts") { page in
        try records.accounts(in: .everything, page: page, limit: 7)
      }
      let experts = try records.accounts(in: .everything, matching: "کارشناس", roles: [.expert])
      #expect(experts.map(\.username) == ["zeta"])
    }
  }
}

extension String {
  /// A user name of a learner: digits, which sort before every letter.
  fileprivate init(format number: Int) { self = "2280\(1000 + number)" }
}
