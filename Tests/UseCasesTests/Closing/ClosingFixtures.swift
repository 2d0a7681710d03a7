import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

extension CourseOffice {
  /// The period in which the learners of `inControl` may object: days 30 to 36 after the opening.
  static let control = (from: today.adding(days: 30), to: today.adding(days: 36))

  /// A class whose sessions are over and whose learners check their scores, straight into the
  /// records; the clock stands on the first day of it.
  func inControl(
    _ count: Int
  ) throws -> (id: ID<TrainingClass>, sessions: [Session], learners: [ID<Enrolment>]) {
    let it = try running(count)
    try set(it.id, to: .objectionPeriod)
    try portal.store.write(at: portal.clock.now()) { records in
      let period = ControlPeriod(
        id: try records.newID(), trainingClass: it.id, from: Self.control.from,
        to: Self.control.to, announced: Self.control.from)
      #expect(try records.put(period, from: nil) == nil)
      try records.journal(Cause(useCase: "test.control"))
    }
    on(30)
    return it
  }

  /// What is on paper of a class is counted, and agrees with the records.
  func countPaper(of id: ID<TrainingClass>) throws {
    try portal.store.write(at: portal.clock.now()) { records in
      let found = try records.paperComparison(of: id)
      #expect(try records.put(found.records, reason: "", over: found) == nil)
      try records.journal(Cause(useCase: "test.paper"))
    }
  }

  /// Moves a class to a state without asking its rules.
  func set(_ id: ID<TrainingClass>, to state: ClassLife.State) throws {
    try portal.store.write(at: portal.clock.now()) { records in
      let line = try #require(
        try records.trainingClass(id, in: .units(.everything), on: Self.today))
      var after = line.trainingClass
      after.state = state
      #expect(try records.update(line.trainingClass, to: after) == nil)
      try records.journal(Cause(useCase: "test.state"))
    }
  }

  /// The learner of an enrolment, signed in.
  func learner(of enrolment: ID<Enrolment>) throws -> Actor {
    let found = try portal.store.read { try $0.enrolment(enrolment) }
    return try office.signIn(.learner, person: #require(found).person)
  }

  func objection(_ id: ID<ScoreObjection>) throws -> ScoreObjection {
    try #require(
      try portal.store.read { try $0.objection(id, in: .units(.everything)) }
    ).objection
  }

  func mark(
    _ enrolment: ID<Enrolment>, _ mark: AttendanceMark, in session: Session
  ) throws {
    _ = try perform(
      MarkAttendance([.init(enrolment, from: nil, to: mark)], in: session.id, mode: .overwrite),
      manager)
  }

  func state(of id: ID<TrainingClass>) throws -> ClassLife.State {
    try #require(
      try portal.store.read { records in
        try records.trainingClass(id, in: .units(.everything), on: portal.today)
      }
    ).state(on: portal.today)
  }
}

enum ObjectionFixture: LifeFixture {
  typealias Life = ObjectionLife

  static func record(in it: CourseOffice) throws -> ID<ScoreObjection> {
    let enrolment = try #require(try it.enrol(1, in: it.define()).first)
    return try it.portal.store.write(at: it.portal.clock.now()) { records in
      let id: ID<ScoreObjection> = try records.newID()
      try records.insert(
        ScoreObjection(
          id: id, enrolment: enrolment, kind: .score, text: "بررسی شود",
          registered: CourseOffice.today))
      try records.journal(Cause(useCase: "test.objection"))
      return id
    }
  }

  static func work(
    _ action: ObjectionLife.Action, on record: ID<ScoreObjection>, in it: CourseOffice
  ) throws -> (any UseCase)? {
    switch action {
    case .accept: AcceptObjection(record, .mark(.present))
    case .register:
      RegisterObjection(try it.objection(record).enrolment, .score, text: "بررسی شود")
    case .reject: nil
    }
  }
}

enum CertificateFixture: LifeFixture {
  typealias Life = CertificateLife

  static func record(in it: CourseOffice) throws -> ID<Certificate> {
    let enrolment = try #require(try it.enrol(1, in: it.define()).first)
    return try it.certificate(of: enrolment)
  }

  static func work(
    _ action: CertificateLife.Action, on record: ID<Certificate>, in it: CourseOffice
  ) throws -> (any UseCase)? {
    guard action == .issue else { return nil }
    let found = try it.portal.store.read { records in
      try records.certificates(behind: record.rawValue, in: .units(.everything)).first
    }
    return ReissueCertificate(try #require(found).enrolment)
  }
}

extension CourseOffice {
  /// A certificate for an enrolment, straight into the records.
  func certificate(of enrolment: ID<Enrolment>) throws -> ID<Certificate> {
    let facts = Certificate.Facts(
      number: "1403/1601/1", issued: Self.today, holder: "مریم احمدی",
      nationalCode: "0084575948", personnelCode: "12345678", courseCode: "91400102",
      courseTitle: "مدیریت کلاس درس", minutes: 960, from: Self.today, to: Self.today,
      score: Fraction(1725, 2000), office: "شهرستان سروستان")
    return try portal.store.write(at: portal.clock.now()) { records in
      let id: ID<Certificate> = try records.newID()
      try records.insert(
        Certificate(
          id: id, enrolment: enrolment, unit: office.district, year: 1403, serial: 1, facts: facts,
          code: CertificateCode(of: facts)))
      try records.journal(Cause(useCase: "test.certificate"))
      return id
    }
  }
}
