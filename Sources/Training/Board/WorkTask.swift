public import Persian

/// Something a person or an office is asked to do, with a day by which it is due (S0-16).
public struct WorkTask: Hashable, Sendable, Codable {
  /// What is asked; the raw value is stored.
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    /// Whatever its title says.
    case general
    /// Questions of the pre-test are to be prepared (S2-4.8a).
    case pretestQuestions
    /// A class has too few learners, or learners who are not registered (S2-7.7b).
    case shortage
    /// «به‌روزرسانی ابلاغ»: the appointment of the person is out of date (S1-5a).
    case appointment
    /// A rank was notified to the office of decrees (S4-7c).
    case rankDecree
  }

  public var id: ID<WorkTask>
  public var kind: Kind
  /// What is to be done, in one line.
  public var title: String
  public var note: String
  /// What it is about; nil where it stands for itself.
  public var link: RecordLink?
  /// Who is asked: this role at `unit`, or `person` alone in that role.
  public var role: Role
  public var unit: ID<Unit>
  public var person: ID<Person>?
  /// The last day; nil where none is set.
  public var due: JalaliDate?
  public var made: JalaliDate
  /// Who asked.
  public var author: ID<Account>
  /// The day it was done; nil while it is open.
  public var done: JalaliDate?
  /// What came of it.
  public var answer: String

  public init(
    id: ID<WorkTask> = ID(rawValue: 0), kind: Kind = .general, title: String, note: String = "",
    link: RecordLink? = nil, role: Role, unit: ID<Unit>, person: ID<Person>? = nil,
    due: JalaliDate? = nil, made: JalaliDate, author: ID<Account>, done: JalaliDate? = nil,
    answer: String = ""
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.note = note
    self.link = link
    self.role = role
    self.unit = unit
    self.person = person
    self.due = due
    self.made = made
    self.author = author
    self.done = done
    self.answer = answer
  }
}
