import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «اطلاع‌رسانی»: the channels, and the text with everything a learner wants to know (S2-4.9).
struct AnnounceForm: FormDescription {
  struct Draft: Sendable {
    /// In the order of the lists.
    var channels: [Bool?]
    var exam = ""
    var remark = ""
  }

  struct Lists: Sendable {
    var channels: [CodeList.Item]
    var line: RequestLine
    var classes: [ClassLine]
    var conditions: [String]
    var mode: String
  }

  static let name = "announce"
  let submission: String? = Phrases.Submission.publish
  let title = CourseRequestLife.Action.announce.name
  private let request: ID<CourseRequest>

  init(_ request: ID<CourseRequest>) { self.request = request }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists) {
    let lists = try Self.lists(request, records, context)
    let channels = lists.channels.map { Optional($0.code == CourseNotice.board) }
    return (Draft(channels: channels), lists)
  }

  private static func lists(
    _ id: ID<CourseRequest>, _ records: borrowing Reading, _ context: Context
  ) throws -> Lists {
    let reach = context.actor.courseReach
    guard let line = try records.request(id, in: reach) else { throw Failure.forbidden }
    let titles = try records.conditionChoices()
    return Lists(
      channels: try records.items(of: "announcement-channel"), line: line,
      classes: try records.classes(of: id, in: reach, on: context.today)
        .filter { !$0.state(on: context.today).isFinal },
      conditions: line.request.conditions.map { condition in
        titles.first { $0.0 == condition }?.1 ?? condition.value
      }, mode: try records.title(of: line.request.mode))
  }

  func fields(_ lists: Lists) -> [Field<Draft>] {
    let answers = [(true, Phrases.yes), (false, Phrases.no)]
    return lists.channels.indices.map {
      .pick(lists.channels[$0].title, \.channels[$0], among: answers).required()
    } + [
      .text(Phrases.Announcing.exam, \.exam, limit: 120).hinted(Phrases.Announcing.examHint),
      .text(Phrases.Announcing.remark, \.remark, limit: 200),
    ]
  }

  /// The text as it will stand, while it is being filled in.
  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    let lists = try Self.lists(request, records, context)
    return Self.text(draft, lists).split(separator: "\n").map {
      FormRemark(String($0), tone: .body)
    }
  }

  private static func text(_ draft: Draft, _ lists: Lists) -> String {
    Phrases.Announcing.text(
      lists.line, lists.classes, conditions: lists.conditions, mode: lists.mode,
      exam: Normalizer.line(draft.exam), remark: Normalizer.line(draft.remark))
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    portal.read { try Self.lists(request, $0, $1) }.flatMap { lists in
      let chosen = zip(lists.channels, draft.channels).filter { $0.1 == true }.map(\.0.code)
      return portal.perform(
        AnnounceCourse(request, channels: chosen, text: Self.text(draft, lists))
      ).map { _ in .notice(Phrases.Announcing.done, .good) }
    }
  }
}
