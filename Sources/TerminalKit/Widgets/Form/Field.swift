public import Persian

/// What is wrong with a text typed in a field, as a sentence for the person who typed it.
public struct Complaint: Error, Equatable, Sendable {
  public var text: String

  public init(_ text: String) {
    self.text = text
  }
}

/// One line of a form: a label, and how a part of the draft is shown, typed and read.
public struct Field<Draft: Sendable>: Sendable {
  /// How the field is filled.
  enum Kind: Sendable {
    case text(limit: Int, direction: Frame.Direction, isMasked: Bool)
    case date(today: JalaliDate, range: ClosedRange<JalaliDate>?)
    /// One of some titles; the index is chosen.
    case choice(Choices)
    /// Chosen on Enter by the screen itself, from a list too large for memory.
    case lookup
    /// Only shown.
    case fixed
    /// Saves the form on Enter, as the save key does from anywhere.
    case button
  }

  /// The titles to choose from, and how the chosen one is read and written.
  struct Choices: Sendable {
    var items: @Sendable (Draft) -> [Picker.Item]
    var chosen: @Sendable (Draft) -> Int?
    var choose: @Sendable (inout Draft, Int?) -> Void
  }

  public let label: String
  let kind: Kind
  let show: @Sendable (Draft) -> String
  let read: @Sendable (inout Draft, String) throws(Complaint) -> Void
  /// The heading over this field, where a part of the form begins.
  public var heading: String?
  /// Said under the field while it has the keys.
  public var hint: String?
  public var isRequired = false
  /// A rule of the records refuses the form while this is empty, with a reason of its own.
  public var isExpected = false
  /// Width of the place to type in, in cells; 0 takes what there is.
  public var width = 0
  /// Why the field cannot be filled just now, nil when it can.
  public var reasonClosed: @Sendable (Draft) -> String? = { _ in nil }

  init(
    _ label: String, kind: Kind, show: @escaping @Sendable (Draft) -> String,
    read: @escaping @Sendable (inout Draft, String) throws(Complaint) -> Void
  ) {
    self.label = label
    self.kind = kind
    self.show = show
    self.read = read
  }

  /// A field whose text is read into a value; only a value that could be read reaches the draft.
  ///
  /// Use `direction: .ltr` for codes and addresses.
  public init<Value>(
    _ label: String, _ path: any WritableKeyPath<Draft, Value> & Sendable, limit: Int = 200,
    direction: Frame.Direction = .rtl, show: @escaping @Sendable (Value) -> String,
    parse: @escaping @Sendable (String) throws(Complaint) -> Value
  ) {
    self.init(
      label, kind: .text(limit: limit, direction: direction, isMasked: false),
      show: { show($0[keyPath: path]) },
      read: { draft, text throws(Complaint) in draft[keyPath: path] = try parse(text) })
  }

  /// A field that takes any text.
  public static func text(
    _ label: String, _ path: any WritableKeyPath<Draft, String> & Sendable, limit: Int = 200,
    direction: Frame.Direction = .rtl
  ) -> Field {
    Field(
      label, path, limit: limit, direction: direction, show: { $0 },
      parse: { text throws(Complaint) in text })
  }

  /// A field whose letters show as dots.
  public static func password(
    _ label: String, _ path: any WritableKeyPath<Draft, String> & Sendable, limit: Int = 128
  ) -> Field {
    Field(
      label, kind: .text(limit: limit, direction: .ltr, isMasked: true),
      show: { $0[keyPath: path] },
      read: { draft, text throws(Complaint) in draft[keyPath: path] = text })
  }

  /// A field for a day, typed in any usual form or chosen from a month on Enter.
  ///
  /// `complain` words what is wrong with a text that is no day.
  public static func date(
    _ label: String, _ path: any WritableKeyPath<Draft, JalaliDate?> & Sendable,
    today: JalaliDate, range: ClosedRange<JalaliDate>? = nil,
    complain: @escaping @Sendable (JalaliDate.Problem) -> String
  ) -> Field {
    var field = Field(
      label, kind: .date(today: today, range: range),
      show: { $0[keyPath: path]?.text() ?? "" },
      read: { draft, text throws(Complaint) in
        guard !text.isEmpty else {
          draft[keyPath: path] = nil
          return
        }
        do throws(JalaliDate.Problem) {
          draft[keyPath: path] = try JalaliDate(parsing: text, today: today)
        } catch {
          throw Complaint(complain(error))
        }
      })
    field.width = 14
    return field
  }

  /// A field for one of some values: arrows go through them, Enter lists them.
  public static func choice<Value: Equatable & Sendable>(
    _ label: String, _ path: any WritableKeyPath<Draft, Value?> & Sendable,
    from choices: @escaping @Sendable (Draft) -> [(value: Value, item: Picker.Item)]
  ) -> Field {
    let list = Choices(
      items: { choices($0).map(\.item) },
      chosen: { draft in choices(draft).firstIndex { $0.value == draft[keyPath: path] } },
      choose: { draft, index in
        let all = choices(draft)
        draft[keyPath: path] = index.flatMap { all.indices.contains($0) ? all[$0].value : nil }
      })
    return Field(
      label, kind: .choice(list),
      show: { draft in list.chosen(draft).map { list.items(draft)[$0].title } ?? "" },
      read: { _, _ in })
  }

  /// A field that the screen fills: the form reports Enter on it as `.lookup`.
  public static func lookup(
    _ label: String, show: @escaping @Sendable (Draft) -> String
  ) -> Field {
    Field(label, kind: .lookup, show: show, read: { _, _ in })
  }

  /// The button under a form that saves it, for forms whose last step has a name of its own.
  public static func button(_ label: String) -> Field {
    Field(label, kind: .button, show: { _ in "" }, read: { _, _ in })
  }

  /// A line that only shows something of the draft.
  public static func fixed(
    _ label: String, show: @escaping @Sendable (Draft) -> String
  ) -> Field {
    Field(label, kind: .fixed, show: show, read: { _, _ in })
  }
}

extension Field {
  /// Whether the form is refused while the field is empty: it said so, or nothing can be read from an
  /// empty text.
  func isStarred(in draft: Draft) -> Bool {
    if isRequired || isExpected { return true }
    switch kind {
    case .text, .date: break
    case .choice, .lookup, .fixed, .button: return false
    }
    var copy = draft
    do throws(Complaint) {
      try read(&copy, "")
      return false
    } catch {
      return true
    }
  }

  var isButton: Bool {
    if case .button = kind { true } else { false }
  }
}

/// Small changes to a field, to be chained where it is declared.
extension Field {
  public func required() -> Field { with { $0.isRequired = true } }
  public func expected() -> Field { with { $0.isExpected = true } }
  public func under(_ heading: String) -> Field { with { $0.heading = heading } }
  public func hinted(_ hint: String) -> Field { with { $0.hint = hint } }
  public func wide(_ cells: Int) -> Field { with { $0.width = cells } }

  public func closed(_ reason: @escaping @Sendable (Draft) -> String?) -> Field {
    with { $0.reasonClosed = reason }
  }

  private func with(_ change: (inout Field) -> Void) -> Field {
    var field = self
    change(&field)
    return field
  }
}
