public import Persian

/// The financial document of a course: when it is due at the paying unit, sent and paid (S2-9.3).
///
/// A course has one, under the id of its request.
public struct FinancialDocument: Hashable, Sendable, Codable {
  public var request: ID<CourseRequest>
  /// The last day for sending it, as the request of the course says; nil before it is written.
  public var due: JalaliDate?
  /// The unit that pays.
  public var recipient: String
  /// The day it was sent, and the number of the letter with it.
  public var sent: LetterMark
  /// The day it was paid, and the number of the payment.
  public var paid: LetterMark
  public var state: FinancialLife.State
  public var reason: String

  public init(
    request: ID<CourseRequest>, due: JalaliDate? = nil, recipient: String = "",
    sent: LetterMark = LetterMark(), paid: LetterMark = LetterMark(),
    state: FinancialLife.State = .compiling, reason: String = ""
  ) {
    self.request = request
    self.due = due
    self.recipient = recipient
    self.sent = sent
    self.paid = paid
    self.state = state
    self.reason = reason
  }
}

/// A bill of a course: catering, materials and the like (S2-9.3).
public struct Invoice: Hashable, Sendable, Codable {
  public var id: ID<Invoice>
  public var request: ID<CourseRequest>
  public var number: String
  public var day: JalaliDate
  public var title: String
  public var amount: Rial

  public init(
    id: ID<Invoice>, request: ID<CourseRequest>, number: String, day: JalaliDate, title: String,
    amount: Rial
  ) {
    self.id = id
    self.request = request
    self.number = number
    self.day = day
    self.title = title
    self.amount = amount
  }
}

/// What the manager writes about a day of a course (S2-9.3).
public struct DailyReport: Hashable, Sendable, Codable {
  public var id: ID<DailyReport>
  public var request: ID<CourseRequest>
  public var day: JalaliDate
  public var text: String
  public var cost: Rial

  public init(
    id: ID<DailyReport>, request: ID<CourseRequest>, day: JalaliDate, text: String,
    cost: Rial = Rial(0)
  ) {
    self.id = id
    self.request = request
    self.day = day
    self.text = text
    self.cost = cost
  }
}

/// A session of a course with what is known of its being held.
public struct HeldSession: Hashable, Sendable {
  public let session: Session
  public let className: String
  /// Learners who were there for part of it at least, and those who were not.
  public let present: Int
  public let absent: Int

  public init(session: Session, className: String, present: Int, absent: Int) {
    self.session = session
    self.className = className
    self.present = present
    self.absent = absent
  }

  /// Whether it took place: its day has come and the attendance list has somebody present.
  public func isHeld(on day: JalaliDate) -> Bool { session.day <= day && present > 0 }

  /// Whether it is over and nobody has marked anything in it.
  public func isUnmarked(on day: JalaliDate) -> Bool {
    session.day <= day && present == 0 && absent == 0
  }
}
