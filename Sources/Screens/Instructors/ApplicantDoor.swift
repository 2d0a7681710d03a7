import Persian
import Store
public import TerminalKit
import Training
public import UseCases

/// «ثبت‌نام متقاضیان مدرسی» of the start screen: the terms first, then the form (S2-3.2a).
public struct ApplicantDoor: Screen {
  public typealias Environment = Portal
  public enum Reply: Sendable { case terms(String?) }

  public static let name = "applicant-door"
  public let title = Phrases.Applicants.button
  private var text = Scroller([])
  private var hasAccepted = false
  private var menu = MenuTree([])

  public init() { menu = Self.menu(hasAccepted: false) }

  private static func menu(hasAccepted: Bool) -> MenuTree {
    MenuTree([
      .init("accept", title: "[\(hasAccepted ? "✓" : " ")] \(Phrases.Applicants.accept)"),
      .init(
        "form", title: Phrases.Applicants.form,
        reason: hasAccepted ? nil : InstructorReason.termsNotAccepted.sentence),
      .init("edit", title: Phrases.Applicants.edit),
    ])
  }

  public func start() -> Effect<Portal, Reply> {
    .run { portal in
      .terms(
        (try? portal.asset("Terms/instructors.txt")).map { String(decoding: $0, as: UTF8.self) })
    }
  }

  public mutating func update(_ event: Event<NoCommands, Reply>) -> Effect<Portal, Reply> {
    if case .reply(.terms(let terms)) = event {
      text.paragraphs = Normalizer.lines(terms ?? "").split(separator: "\n").map {
        Scroller.Paragraph(String($0))
      }
      return .none
    }
    guard let input = event.input else { return .none }
    switch input {
    case .navigate(.back): return .close
    case .navigate(.pageUp), .navigate(.pageDown):
      text.handle(input)
      return .none
    default: break
    }
    switch menu.handle(input) {
    case .chosen("accept"):
      hasAccepted.toggle()
      let kept = menu.current
      menu = Self.menu(hasAccepted: hasAccepted)
      if let kept { menu.select(kept) }
      return .none
    case .chosen("form"): return .open(FormScreen(ApplicantForm(nil)))
    case .chosen: return .open(FormScreen(ApplicantLogin()))
    case .refused(let reason): return .notice(reason, .warning)
    case .handled, .ignored: return .none
    }
  }

  public func view(in frame: inout Frame) {
    let columns = max(0, frame.size.columns - 4)
    frame.write(
      Phrases.Applicants.termsTitle, at: Point(row: 0, column: 2), width: columns, tone: .heading)
    let room = max(0, frame.size.rows - 6)
    text.view(in: &frame, at: Rect(row: 1, column: 2, rows: room, columns: columns))
    menu.view(
      in: &frame, at: Rect(row: room + 2, column: 2, rows: 3, columns: columns), isFocused: true)
  }
}

/// Opens an application with the national code and the tracking code (S2-3.2e).
struct ApplicantLogin: FormDescription {
  struct Draft: Sendable {
    var nationalCode = ""
    var trackingCode = ""
  }

  static let name = "applicant-login"
  let submission: String? = Phrases.Submission.enter
  let title = Phrases.Applicants.editTitle
  var reader: Actor? { .visitor }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    (Draft(), ())
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [
      .text(Phrases.People.nationalCode, \.nationalCode, limit: 20, direction: .ltr).required()
        .wide(16),
      .password(Phrases.Applicants.trackingCode, \.trackingCode, limit: 40).required().wide(24)
        .hinted(Phrases.Applicants.trackingHint),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    portal.openApplication(
      nationalCode: draft.nationalCode, trackingCode: draft.trackingCode
    ).map { .open(FormScreen(ApplicantForm($0))) }
  }
}
