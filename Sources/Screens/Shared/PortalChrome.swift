import Persian
public import TerminalKit
public import UseCases

extension Chrome where Environment == Portal {
  /// The top bar of the portal: name, office, role and day; help pages; where the palette leads.
  ///
  /// `helpText` gives the paragraphs of the help page of a screen, from Assets/Help.
  public static func portal(
    helpText: @escaping @Sendable (_ screen: String) -> [String] = { _ in [] }
  ) -> Chrome {
    Chrome(
      phrases: .portal,
      topBar: { portal in
        let day = portal.today.text(.long)
        guard let actor = portal.actor else {
          return [BarLine(Phrases.portal, trailing: day)]
        }
        let line = "\(actor.name) — \(actor.role.name) — \(actor.unitName)"
        let state = portal.offlineState().map { ExchangePhrases.offline($0) + " — " } ?? ""
        return [BarLine(line, trailing: state + day)]
      },
      helpText: helpText,
      destinations: { portal in
        guard let actor = portal.actor, !actor.mustChangePassword else { return [] }
        let synonyms = Synonyms(of: portal).words
        return (PortalMenu.items(for: actor.role) + PortalMenu.boardItems(for: actor.role)).map {
          Destination($0.title, synonyms: synonyms[$0.title] ?? [], effect: $0.step)
        }
      })
  }
}
