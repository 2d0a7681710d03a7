public import Store
public import TerminalKit
public import UseCases

/// What a form is: its draft, its fields, and what saving it does.
public protocol FormDescription: Sendable {
  associatedtype Draft: Sendable
  /// What the fields choose from, read when the form opens.
  associatedtype Lists: Sendable = Void
  static var name: String { get }
  var title: String { get }
  /// The draft to begin with, and the lists behind the fields.
  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists)
  func fields(_ lists: Lists) -> [Field<Draft>]
  /// Saves the draft; the step, mostly a notice, is taken after the form has closed.
  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure>
}

/// A form over one record; what is typed is never lost to a refusal or to other people's changes.
public struct FormScreen<Description: FormDescription>: Screen {
  public enum Reply: Sendable {
    case loaded(Result<(Description.Draft, Description.Lists), Failure>)
    case submitted(Result<Step, Failure>)
  }

  public static var name: String { Description.name }
  public var title: String { description.title }
  public var wantsText: Bool { form?.wantsText ?? false }
  public var hasUnsavedWork: Bool { form?.isChanged ?? false }

  let description: Description
  private var form: Form<Description.Draft>?
  private var failure: Failure?

  public init(_ description: Description) {
    self.description = description
  }

  public func start() -> Effect<Portal, Reply> {
    .run { [description] portal in
      .loaded(portal.read { try description.load($0, $1) })
    }
  }

  public mutating func update(_ event: Event<NoCommands, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .reply(.loaded(.success((let draft, let lists)))):
      form = Form(draft, fields: description.fields(lists), phrases: .portal)
      return .none
    case .reply(.loaded(.failure(let problem))):
      failure = problem
      return .none
    case .reply(.submitted(.success(let step))): return .all([.close, step.widened()])
    case .reply(.submitted(.failure(let problem))): return .open(WhyScreen(problem))
    default: break
    }
    guard let input = event.input else { return .none }
    guard var form else { return input == .navigate(.back) ? .close : .none }
    let outcome = form.handle(input)
    self.form = form
    switch outcome {
    case .submitted:
      return .run { [description, draft = form.draft] portal in
        .submitted(description.submit(draft, portal))
      }
    case .cancelled: return .close
    case .ignored, .handled, .lookup: return .none
    }
  }

  public func view(in frame: inout Frame) {
    if let failure {
      frame.write(failure.sentence, at: Point(row: 1, column: 2), tone: .complaint)
    }
    form?.view(in: &frame, at: frame.bounds)
  }
}
