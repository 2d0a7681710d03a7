import Persian

extension Form {
  /// What has been filled in and is not saved, by the labels of the fields; passwords are left out.
  ///
  /// Empty while nothing was changed.
  public var filled: [String: String] {
    guard isChanged else { return [:] }
    var filled: [String: String] = [:]
    for (index, field) in fields.enumerated() {
      switch field.kind {
      case .text(_, _, false), .date: filled[field.label] = text(of: index)
      case .choice(let choices):
        let items = choices.items(draft)
        if let chosen = choices.chosen(draft), items.indices.contains(chosen) {
          filled[field.label] = items[chosen].title
        }
      case .text, .lookup, .fixed, .button: break
      }
    }
    return filled
  }

  /// Fills in again what was kept; a text that cannot be read stays in its field with its complaint.
  public mutating func refill(_ kept: [String: String]) {
    for index in fields.indices where isOpen(index) {
      guard let text = kept[fields[index].label], text != self.text(of: index) else { continue }
      switch fields[index].kind {
      case .text(_, _, false), .date: put(text, into: index)
      case .choice(let choices):
        if let found = choices.items(draft).firstIndex(where: { $0.title == text }) {
          edit { choices.choose(&$0, found) }
        }
      case .text, .lookup, .fixed, .button: break
      }
    }
  }
}
