public import Persian

/// SM-8: the file of a course from the end of its sessions to the archive.
public enum CourseFileLife: Lifecycle {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case compiling, delivered, controlled, archived, destroyed
  }

  public enum Action: String, CaseIterable, Hashable, Sendable, Codable {
    case edit, deliver, sendBack, control, archive, destroy
  }

  public struct Facts: Hashable, Sendable {
    /// As it is, or as it would become.
    public var file: CourseFile
    public var day: JalaliDate
    /// The last session of any class; nil before there is a programme.
    public var end: JalaliDate?
    public var items: [FolderItem]
    /// One for each class that is not cancelled.
    public var comparisons: [PaperComparison]
    public var openClasses: Int
    /// The working group's letter that is being recorded; nil before it is typed.
    public var confirmation: LetterMark?

    public init(
      file: CourseFile, day: JalaliDate, end: JalaliDate?, items: [FolderItem] = [],
      comparisons: [PaperComparison] = [], openClasses: Int = 0, confirmation: LetterMark? = nil
    ) {
      self.file = file
      self.day = day
      self.end = end
      self.items = items
      self.comparisons = comparisons
      self.openClasses = openClasses
      self.confirmation = confirmation
    }
  }

  public struct Dates: Hashable, Sendable {
    /// The last session of any class.
    public var end: JalaliDate?
    public init(end: JalaliDate?) { self.end = end }
  }

  public static let name = "SM-8"

  public static let clocks: [Clock<Self>] = [
    Clock([], to: .compiling) { $0.end?.adding(days: 1) }
  ]

  public static let table: [Transition<Self>] = [
    Transition([.compiling], .edit, by: [.courseManager, .expert], to: nil, .undoable),
    Transition([.delivered, .controlled, .archived], .edit, by: [.expert], to: nil, .undoable),
    Transition(
      [.compiling], .deliver, by: [.courseManager], to: .delivered, .undoable,
      guards: { [FolderAWhole(), DeliveryInTime(rules: $0)] }),
    Transition(
      [.delivered], .sendBack, by: [.expert], to: .compiling, [.undoable, .needsReason]),
    Transition(
      [.delivered], .control, by: [.expert], to: .controlled, .undoable,
      guards: { _ in [PapersCompared()] }),
    Transition(
      [.controlled], .archive, by: [.expert], to: .archived, .undoable,
      guards: { _ in [ClassesOfFileClosed()] }),
    Transition(
      [.archived], .destroy, by: [.expert], to: .destroyed, .dangerous,
      guards: { [FolderRetention(rules: $0)] }),
  ]
}
