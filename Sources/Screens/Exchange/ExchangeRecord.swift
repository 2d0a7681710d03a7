import Store
import TerminalKit
import Training
import UseCases

/// «تبادل با سامانهٔ استان»: how the exchange of this office stands, and what can be done about it.
struct ExchangeRecord: RecordDescription {
  static let name = "exchange"
  let title = ExchangePhrases.title

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    try context.require(.exchange)
    let conflicts = try records.conflicts(for: context.actor).count
    var facts = [
      RecordPage.Fact(ExchangePhrases.number, ExchangePhrases.copy(try records.replica()))
    ]
    var items: [RecordPage.Item] = []
    if let server = try records.server() {
      let counts = try records.exchangeCounts()
      facts += [
        .init(ExchangePhrases.serverLabel, server.name),
        .init(
          ExchangePhrases.waitingLabel, counts.waiting.said,
          tone: counts.waiting > 0 ? .warning : .good),
        .init(ExchangePhrases.lastPush, ExchangePhrases.moment(server.pushed)),
        .init(ExchangePhrases.lastPull, ExchangePhrases.moment(server.pulled)),
      ]
      items += server.address.isEmpty ? [] : [item(.push), item(.pull)]
      items += [send(nil, ExchangePhrases.send), item(.receive)]
    } else {
      let stations = try records.stations()
      if stations.isEmpty { facts.append(.init(ExchangePhrases.state, ExchangePhrases.alone)) }
      for station in stations {
        let unit = try records.unit(station.unit)
        // Names begin alike and are cut: the code tells them apart.
        let (code, name) = (unit?.code ?? "", unit?.name ?? "")
        facts.append(
          .init(
            "\(code) \(name)",
            ExchangePhrases.last(pushed: station.pushed, pulled: station.pulled)))
        items.append(send(station.replica, ExchangePhrases.answer(code, name)))
      }
      if !stations.isEmpty { items.insert(item(.receive), at: 0) }
    }
    facts.append(
      .init(
        ExchangePhrases.conflicts, conflicts.said, tone: conflicts > 0 ? .bad : .good))
    let list = RecordPage.Item(
      ExchangePhrases.conflictsOf(conflicts), step: .open(ListScreen(ConflictsList())))
    return RecordPage(facts: facts, links: [list], actions: items, history: nil)
  }

  private func item(_ work: ExchangeWork.Kind) -> RecordPage.Item {
    RecordPage.Item(work.title, step: .open(ExchangeWork(work)))
  }

  /// Writes a bundle where somebody wants it, beside the keys.
  private func send(_ station: Int64?, _ title: String) -> RecordPage.Item {
    let screen = ExportScreen(title, file: "faragir.exchange") { portal, path, _ in
      try portal.exchangeDesk().send(to: path, station: station)
    }
    return RecordPage.Item(title, step: .open(screen))
  }
}
