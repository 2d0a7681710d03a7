public import Store
public import Training
public import UseCases

/// A paper of the portal: which layout it has and what fills it.
public protocol LetterDescription: Sendable {
  static var shape: LetterShape { get }
  /// Over the preview.
  var title: String { get }
  /// Who prints it; nil is whoever is signed in.
  var reader: Actor? { get }
  /// Number, date and attachment as far as the records know them.
  var reference: LetterReference { get }
  /// The values of each letter of the print, within the scope of whoever is signed in.
  ///
  /// Number, date and attachment are added from ``reference`` or what the person types.
  ///
  /// - Throws: `Failure.refused` with the rules that close the print.
  func load(_ records: borrowing Reading, _ context: Context) throws -> [LetterValues]
  /// Papers that are printed behind it in one go; what a rule closes for somebody is left out.
  func parts(_ records: borrowing Reading, _ context: Context) throws -> [any LetterDescription]
}

extension LetterDescription {
  public func parts(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [any LetterDescription] { [] }

  public var reader: Actor? { nil }
  public var reference: LetterReference { LetterReference() }
}

/// Why a paper cannot be shown.
public enum LetterFailure: Error, Sendable {
  case refused(Failure)
  case layout(LayoutProblem)

  /// What to say of it.
  public var sentence: String {
    switch self {
    case .refused(let failure): failure.sentence
    case .layout(let problem): LetterPhrases.said(problem)
    }
  }
}

/// What a print is made of: paper by paper, its layout as read and the values of its letters.
struct LetterDraft: Sendable {
  /// One paper.
  struct Section: Sendable {
    let layout: LetterLayout
    let shape: LetterShape
    let values: [LetterValues]
    /// Number, date and attachment as the records know them; nil for those of the whole print.
    let reference: LetterReference?
  }

  let sections: [Section]

  /// Reads the layouts and the values.
  static func load(
    _ description: any LetterDescription, _ portal: Portal
  ) -> Result<LetterDraft, LetterFailure> {
    do throws(LetterFailure) {
      var sections = try own(description, portal, reference: nil)
      let parts = try read(description, portal) { try description.parts($0, $1) }
      for part in parts {
        do throws(LetterFailure) {
          sections += try own(part, portal, reference: part.reference)
        } catch .refused {
          continue
        }
      }
      return .success(LetterDraft(sections: sections))
    } catch {
      return .failure(error)
    }
  }

  /// The paper itself; nothing where it has no letters of its own.
  private static func own(
    _ description: any LetterDescription, _ portal: Portal, reference: LetterReference?
  ) throws(LetterFailure) -> [Section] {
    let shape = type(of: description).shape
    let values = try read(description, portal) { try description.load($0, $1) }
    guard !values.isEmpty else { return [] }
    let layout = try layout(shape, portal)
    return [Section(layout: layout, shape: shape, values: values, reference: reference)]
  }

  private static func read<Value: Sendable>(
    _ description: any LetterDescription, _ portal: Portal,
    _ body: (borrowing Reading, Context) throws -> Value
  ) throws(LetterFailure) -> Value {
    switch portal.read(by: description.reader, body) {
    case .success(let value): return value
    case .failure(let failure): throw .refused(failure)
    }
  }

  private static func layout(
    _ shape: LetterShape, _ portal: Portal
  ) throws(LetterFailure) -> LetterLayout {
    let file = "Layouts/\(shape.name).txt"
    guard let bytes = try? portal.asset(file) else { throw .refused(.records(.notFound)) }
    do throws(LayoutProblem) {
      return try LetterLayout(parsing: String(decoding: bytes, as: UTF8.self), file: file)
    } catch {
      throw .layout(error)
    }
  }

  /// The letters with number, date and attachment in their places.
  func letters(_ reference: LetterReference) -> Result<[Letter], LetterFailure> {
    do throws(LayoutProblem) {
      var letters: [Letter] = []
      for section in sections {
        for own in section.values {
          var all = own
          for (name, value) in (section.reference ?? reference).values
          where section.shape.values[name] != nil {
            all[name] = value
          }
          letters.append(try section.layout.letter(section.shape, filledWith: all))
        }
      }
      return .success(letters)
    } catch {
      return .failure(.layout(error))
    }
  }
}

extension LetterShape {
  /// Whether the office gives it a number.
  var isNumbered: Bool { values["letter.number"] != nil }
}

extension Querying where Self: ~Copyable {
  /// The offices of a letterhead, from the top of the organisation down to a unit.
  func offices(above unit: ID<Unit>) throws -> LetterValue {
    let path = try self.unit(unit)?.path.units ?? []
    return .list(try path.compactMap { try self.unit($0)?.name })
  }
}
