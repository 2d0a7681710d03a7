import Persian
import Testing
import Training

@Suite struct RuleBookTests {
  @Test("The shipped editions carry every number the program asks for, with its source")
  func shippedEditions() throws {
    let book = try Fixture.book()
    for value in book.all {
      #expect(!value.source.isEmpty)
      #expect(!value.clause.isEmpty)
    }
    let rules = try Fixture.rules()
    #expect(rules.minutesPerDay == 360)
    #expect(rules.absenceLimit == Fraction(1, 10))
    #expect(rules.absenceWarning == Fraction(8, 10))
    #expect(rules.yearCeiling == 250 * 60)
    #expect(rules.passMark == Fraction(60, 100))
    #expect(rules.examWindow == 7...21)
    #expect(rules.scoreEntryDays == 7)
    #expect(rules.personnelCodeLength == 8)
    #expect(rules.classMinimum(.inPerson) == 15)
    #expect(rules.classMaximum(.inPerson) == 35)
    #expect(rules.classMaximum(.online) == 100)
    #expect(rules.classMaximum(.offline) == nil)
    #expect(rules.classMinimum(.offline) == 0)
    #expect((4...8).contains(rules.securityCodeLength))
  }

  @Test("A number changes on the day its edition comes into force, not before")
  func editions() throws {
    var values = try Fixture.book().all
    let ceiling = try #require(values.first { $0.key == RuleKey.yearCeiling.rawValue })
    values.append(
      RuleValue(
        key: ceiling.key, from: Fixture.day("1404/01/01"), value: Fraction(300), unit: .hour,
        clause: ceiling.clause, source: "بخشنامه"))
    let book = try RuleBook(values)
    #expect(book.inForce(on: Fixture.day("1403/12/30")).yearCeiling == 250 * 60)
    #expect(book.inForce(on: Fixture.day("1404/01/01")).yearCeiling == 300 * 60)
    #expect(book.inForce(on: Fixture.day("1380/01/01")).yearCeiling == 250 * 60)
  }

  @Test("A book without a number, a source or the right unit is refused")
  func refusedBooks() throws {
    let values = try Fixture.book().all
    #expect(throws: RuleBook.Problem.missing(.absenceLimit)) {
      try RuleBook(values.filter { $0.key != RuleKey.absenceLimit.rawValue })
    }
    func changed(_ change: (inout RuleValue) -> Void) -> [RuleValue] {
      values.map { value in
        var value = value
        if value.key == RuleKey.hoursPerDay.rawValue { change(&value) }
        return value
      }
    }
    let key = RuleKey.hoursPerDay.rawValue
    #expect(throws: RuleBook.Problem.wrongUnit(key: key, expected: .hour)) {
      try RuleBook(changed { $0.unit = .minute })
    }
    #expect(throws: RuleBook.Problem.unsourced(key: key)) {
      try RuleBook(changed { $0.source = "" })
    }
    #expect(throws: RuleBook.Problem.notPositive(key: key)) {
      try RuleBook(changed { $0.value = Fraction(0) })
    }
    #expect(throws: RuleBook.Problem.doubled(key: key, from: Fixture.day("1396/01/01"))) {
      try RuleBook(values + values.filter { $0.key == key })
    }
  }

  @Test("Bytes that are no edition are refused, whatever they are")
  func unreadable() {
    for text in ["", "{", "[{}]", #"[{"key":"a","from":"1403/13/01"}]"#, "[1]"] {
      #expect(throws: RuleBook.Problem.self) { try RuleBook.values(decoding: [UInt8](text.utf8)) }
    }
  }

  @Test("SM-0 repeated failures double the wait, up to a quarter of an hour")
  func loginDelay() throws {
    let rules = try Fixture.rules()
    #expect(rules.loginDelay(afterFailures: 4) == 0)
    #expect(rules.loginDelay(afterFailures: 5) == 15)
    #expect(rules.loginDelay(afterFailures: 6) == 30)
    #expect(rules.loginDelay(afterFailures: 11) == 900)
    #expect(rules.loginDelay(afterFailures: Int.max) == 900)
  }

  @Test("S0-18 every shipped code list is readable and names what the domain names")
  func codeLists() throws {
    let files = ["people", "short-courses", "ranking", "oversight"]
    let lists = try files.flatMap {
      try CodeList.lists(decoding: Fixture.bytes("CodeLists/\($0).json"))
    }
    #expect(Set(lists.map(\.name)).count == lists.count)
    for list in lists {
      // What the documents leave out is for the office to fill in.
      let isOpen = ["ranking-job-fields", "ranking-form-one"].contains(list.name)
      #expect(list.items.isEmpty == isOpen, "\(list.name)")
      #expect(Set(list.items.map(\.title)).count == list.items.count)
    }
    func codes(_ name: String) -> Set<String> {
      Set(lists.first { $0.name == name }?.items.map(\.code) ?? [])
    }
    #expect(codes("enrol-method") == Set(EnrolMethod.allCases.map(\.rawValue)))
    #expect(codes("person-kind") == Set(Person.Kind.allCases.map(\.rawValue)))
    #expect(codes("gender") == Set(Person.Gender.allCases.map(\.rawValue)).subtracting([""]))
    let modes: [DeliveryMode] = [.inPerson, .online, .offline]
    #expect(codes("delivery-mode") == Set(modes.map(\.rawValue)))
    let duties: [Factor.Duty] = [.manager, .instructor, .colleague, .questionAuthor, .servant]
    #expect(codes("factor-role") == Set(duties.map(\.rawValue)))
    for name in ["job-field", "teaching-field", "stage", "employment-kind", "post-kind"] {
      #expect(!codes(name).isEmpty)
    }
  }

  @Test("A code list that names a code twice is refused")
  func doubledCode() {
    let text = """
      [{"name":"a","title":"b","source":"c","items":[{"code":"1","title":"x"},{"code":"1","title":"y"}]}]
      """
    #expect(throws: CodeList.Problem.doubled(list: "a", code: "1")) {
      try CodeList.lists(decoding: [UInt8](text.utf8))
    }
  }

  @Test("Clauses have one meaning each")
  func clauses() {
    #expect(Set(Clause.all.map(\.id)).count == Clause.all.count)
  }

  @Test("S0-16 a deadline is in time on its last day and overdue the day after")
  func deadline() {
    let deadline = Deadline(.fileDelivery, due: Fixture.day("1403/04/31"), owner: .courseManager)
    #expect(deadline.daysLeft(on: Fixture.day("1403/04/31")) == 0)
    #expect(deadline.daysLeft(on: Fixture.day("1403/05/01")) == -1)
    #expect(deadline.daysLeft(on: Fixture.day("1403/04/21")) == 10)
  }
}
