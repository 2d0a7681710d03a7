import Persian

/// Fields over a draft; what cannot be read stays in its field with its complaint.
public struct Form<Draft: Sendable>: Sendable {
  public enum Outcome: Equatable, Sendable {
    case ignored
    case handled
    /// Save was asked and every field is right; the draft is complete.
    case submitted
    /// Leaving was asked, and confirmed where something would be lost.
    case cancelled
    /// Enter on the lookup field with this index.
    case lookup(Int)
  }

  enum Popup: Sendable {
    case picker(Picker)
    case date(DatePicker)
    case discard(Dialog)
  }

  public private(set) var draft: Draft
  /// May be replaced when the lists behind it change; what is typed stays.
  public var fields: [Field<Draft>] { didSet { star() } }
  /// Which fields stand with a star.
  private(set) var starred: [Bool] = []
  public private(set) var focus = 0
  /// What is wrong with each field, by index.
  public private(set) var complaints: [Int: String] = [:]
  /// True once something has been typed or chosen that is not submitted, or was refused.
  public private(set) var isChanged = false
  /// Text typed in the field with the keys, and in fields that could not be read.
  private(set) var inputs: [Int: TextInput] = [:]
  private(set) var popup: Popup?
  let phrases: WidgetPhrases
  let viewport = Viewport()

  public init(_ draft: Draft, fields: [Field<Draft>], phrases: WidgetPhrases) {
    self.draft = draft
    self.fields = fields
    self.phrases = phrases
    focus = fields.indices.first { isOpen($0) } ?? 0
    star()
    prepareInput()
  }

  private mutating func star() { starred = fields.map { $0.isStarred(in: draft) } }

  /// Whether any field stands with a star, which the help page then explains.
  public var hasStars: Bool { starred.contains(true) }

  /// True when no field holds anything that cannot be read or is missing.
  public var isValid: Bool { complaints.isEmpty }

  /// True while letters are text: to be passed on in the screen's own `wantsText`.
  public var wantsText: Bool {
    switch popup {
    case .picker: true
    case .date: false
    case .discard(let dialog): dialog.wantsText
    case nil: fields.indices.contains(focus) && (inputs[focus] != nil || isChoice(focus))
    }
  }

  private func isChoice(_ index: Int) -> Bool {
    if case .choice = fields[index].kind { isOpen(index) } else { false }
  }

  /// Changes the draft from outside, as after a lookup; fields being typed in keep their text.
  public mutating func edit(_ change: (inout Draft) -> Void) {
    change(&draft)
    isChanged = true
    complaints[focus] = nil
    if inputs[focus] == nil { prepareInput() }
  }

  /// Puts the cursor into a field; a closed one is left alone.
  public mutating func focus(on index: Int) {
    guard fields.indices.contains(index), isOpen(index) else { return }
    go(to: index)
  }

  /// What was submitted was refused: it is not saved, and leaving asks again.
  public mutating func refuse() { isChanged = true }

  /// Shows a complaint that only the records could tell, and goes to its field.
  public mutating func complain(_ text: String, at index: Int) {
    guard fields.indices.contains(index) else { return }
    refuse()
    go(to: index)
    complaints[index] = text
  }

  func isOpen(_ index: Int) -> Bool {
    if case .fixed = fields[index].kind { return false }
    return fields[index].reasonClosed(draft) == nil
  }

  /// The text in the field: what was typed, or else what the draft says.
  func text(of index: Int) -> String { inputs[index]?.text ?? fields[index].show(draft) }

  public mutating func handle(_ input: WidgetInput) -> Outcome {
    if popup != nil { return handleInPopup(input) }
    switch input {
    case .navigate(.back): return leave()
    case .navigate(.save): return submit()
    case .navigate(.next), .navigate(.down): step(1)
    case .navigate(.previous), .navigate(.up): step(-1)
    case .navigate(.first), .navigate(.pageUp): goToEnd { $0.first(where: $1) }
    case .navigate(.last), .navigate(.pageDown): goToEnd { $0.last(where: $1) }
    case .navigate(.accept): return accept()
    case .navigate(.find): return openList()
    case .click(let point): return click(point)
    default: return edit(with: input)
    }
    return .handled
  }

  private mutating func edit(with input: WidgetInput) -> Outcome {
    guard fields.indices.contains(focus), isOpen(focus) else { return .ignored }
    switch fields[focus].kind {
    case .text, .date:
      let before = inputs[focus]?.text
      guard inputs[focus]?.handle(input) == true else { return .ignored }
      if inputs[focus]?.text != before {
        isChanged = true
        complaints[focus] = nil
      }
    case .choice(let choices): return choose(from: choices, with: input)
    case .lookup, .fixed, .button: return .ignored
    }
    return .handled
  }

  private mutating func choose(from choices: Field<Draft>.Choices, with input: WidgetInput)
    -> Outcome
  {
    let count = choices.items(draft).count
    guard count > 0 else { return .ignored }
    let chosen = choices.chosen(draft)
    switch input {
    case .navigate(.left): set(choices, ((chosen ?? -1) + 1) % count)
    case .navigate(.right): set(choices, ((chosen ?? 0) + count - 1) % count)
    case .navigate(.delete), .navigate(.backspace), .navigate(.clear): set(choices, nil)
    case .text(let text):
      openPicker(choices)
      if text.line != " " { _ = handleInPopup(.text(text)) }
    default: return .ignored
    }
    return .handled
  }

  private mutating func set(_ choices: Field<Draft>.Choices, _ index: Int?) {
    choices.choose(&draft, index)
    isChanged = true
    complaints[focus] = nil
  }

  private mutating func openPicker(_ choices: Field<Draft>.Choices) {
    popup = .picker(
      Picker(
        fields[focus].label, items: choices.items(draft), selected: choices.chosen(draft)))
  }

  private mutating func accept() -> Outcome {
    guard fields.indices.contains(focus) else { return submit() }
    switch fields[focus].kind {
    case .choice(let choices): openPicker(choices)
    case .lookup: return .lookup(focus)
    case .date(let today, let range):
      guard text(of: focus).isEmpty else { return acceptText() }
      openCalendar(today: today, range)
    case .button: return submit()
    case .text, .fixed: return acceptText()
    }
    return .handled
  }

  /// Opens the list or month behind the field, whatever it holds.
  private mutating func openList() -> Outcome {
    guard fields.indices.contains(focus), isOpen(focus) else { return .ignored }
    switch fields[focus].kind {
    case .choice(let choices): openPicker(choices)
    case .date(let today, let range): openCalendar(today: today, range)
    case .lookup: return .lookup(focus)
    case .text, .fixed, .button: return .ignored
    }
    return .handled
  }

  private mutating func openCalendar(today: JalaliDate, _ range: ClosedRange<JalaliDate>?) {
    // A text that is no day yet opens the month of today.
    let day = try? JalaliDate(parsing: text(of: focus), today: today)
    popup = .date(DatePicker(day: day ?? today, today: today, range: range))
  }

  /// Enter goes on to the next field, and from the last one saves.
  private mutating func acceptText() -> Outcome {
    read(focus)
    guard fields.indices.dropFirst(focus + 1).contains(where: { isOpen($0) }) else {
      return submit()
    }
    step(1)
    return .handled
  }

  private mutating func handleInPopup(_ input: WidgetInput) -> Outcome {
    switch popup {
    case .picker(var picker):
      let outcome = picker.handle(input)
      popup = .picker(picker)
      if case .chosen(let index) = outcome, case .choice(let choices) = fields[focus].kind {
        set(choices, index)
        popup = nil
        step(1)
      }
      if outcome == .cancelled { popup = nil }
    case .date(var picker):
      let outcome = picker.handle(input)
      popup = .date(picker)
      if case .chosen(let day) = outcome {
        inputs[focus]?.set(day.text())
        isChanged = true
        popup = nil
        step(1)
      }
      if outcome == .cancelled { popup = nil }
    case .discard(var dialog):
      let outcome = dialog.handle(input)
      popup = outcome == .none ? .discard(dialog) : nil
      return outcome == .chosen(1) ? .cancelled : .handled
    case nil: return .ignored
    }
    return .handled
  }

  private mutating func leave() -> Outcome {
    guard isChanged else { return .cancelled }
    popup = .discard(Dialog(question: phrases.quitLosesWork, choices: [phrases.no, phrases.yes]))
    return .handled
  }

  /// Reads every field; goes to the first that is wrong.
  public mutating func submit() -> Outcome {
    complaints = complaints.filter { isOpen($0.key) }
    for index in fields.indices where isOpen(index) { read(index) }
    for index in fields.indices
    where isOpen(index) && fields[index].isRequired && complaints[index] == nil
      && text(of: index).isEmpty
    {
      complaints[index] = phrases.required
    }
    guard let first = complaints.keys.min() else {
      isChanged = false
      prepareInput()
      return .submitted
    }
    focus = first
    prepareInput()
    return .handled
  }

  /// Reads what was typed into the draft, or keeps it with its complaint.
  private mutating func read(_ index: Int) {
    guard let input = inputs[index] else { return }
    do throws(Complaint) {
      try fields[index].read(&draft, input.text.trimmed)
      complaints[index] = nil
      inputs[index] = nil
    } catch {
      complaints[index] = error.text
    }
  }

  /// Puts a text into a field as if it had been typed there.
  mutating func put(_ text: String, into index: Int) {
    let back = focus
    go(to: index)
    inputs[index]?.set(text)
    isChanged = true
    go(to: back)
  }

  private mutating func click(_ point: Point) -> Outcome {
    guard let index = field(atLine: viewport.shown.top + point.row), isOpen(index) else {
      return .ignored
    }
    go(to: index)
    return .handled
  }

  /// What is typed is read first: it may open or close the fields to go to.
  private mutating func goToEnd(_ find: (Range<Int>, (Int) -> Bool) -> Int?) {
    if fields.indices.contains(focus) { read(focus) }
    go(to: find(fields.indices, isOpen) ?? focus)
  }

  private mutating func step(_ direction: Int) {
    if fields.indices.contains(focus) { read(focus) }
    var next = focus + direction
    while fields.indices.contains(next), !isOpen(next) { next += direction }
    if fields.indices.contains(next) { go(to: next) } else { go(to: focus) }
  }

  private mutating func go(to index: Int) {
    if fields.indices.contains(focus) { read(focus) }
    focus = index
    prepareInput()
  }

  private mutating func prepareInput() {
    guard fields.indices.contains(focus), inputs[focus] == nil, isOpen(focus) else { return }
    switch fields[focus].kind {
    case .text(let limit, let direction, let isMasked):
      inputs[focus] = TextInput(
        fields[focus].show(draft), limit: limit, isMasked: isMasked, direction: direction)
    case .date:
      inputs[focus] = TextInput(fields[focus].show(draft), limit: 40)
    case .choice, .lookup, .fixed, .button: break
    }
  }
}

extension String {
  /// Without blanks at either end.
  fileprivate var trimmed: String {
    var scalars = unicodeScalars[...]
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(scalars)
  }
}
