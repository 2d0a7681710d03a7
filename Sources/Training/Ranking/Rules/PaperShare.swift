/// Which papers count for which condition: each for one, and as many conditions met as can be
/// (S3-10c).
struct PaperShare {
  let rank: Rank
  let facts: RankingFacts

  /// The number of papers for each condition about papers.
  func shared(among conditions: [RankCondition]) -> [RankCondition.Key: Int] {
    let papers = facts.counted.filter { $0.form.kind.isPaper }
    let asked = conditions.flatMap { it in
      fits(it.key) == nil
        ? [] : Array(repeating: it.key, count: max(0, it.number?.share(of: 1) ?? 0))
    }
    // Augmenting paths: a place once filled stays filled.
    var holder: [Int?] = Array(repeating: nil, count: papers.count)
    func place(_ slot: Int, _ seen: inout Set<Int>) -> Bool {
      for (index, paper) in papers.enumerated()
      where fits(asked[slot])?(paper) == true && seen.insert(index).inserted {
        if let other = holder[index] {
          guard place(other, &seen) else { continue }
        }
        holder[index] = slot
        return true
      }
      return false
    }
    for slot in asked.indices {
      var seen: Set<Int> = []
      _ = place(slot, &seen)
    }
    var counts: [RankCondition.Key: Int] = [:]
    for slot in holder.compactMap({ $0 }) { counts[asked[slot], default: 0] += 1 }
    // What is left over is shown with the first condition that it fits.
    for (index, paper) in papers.enumerated() where holder[index] == nil {
      if let key = conditions.map(\.key).first(where: { fits($0)?(paper) == true }) {
        counts[key, default: 0] += 1
      }
    }
    return counts
  }

  /// Which papers a condition counts; nil where it is not about papers.
  private func fits(_ key: RankCondition.Key) -> ((RankingEvidence) -> Bool)? {
    switch key {
    case .papersTaughtOrEducation:
      { !$0.form.topics.isDisjoint(with: [.taught, .education]) }
    case .papersFieldOfStudy: { $0.form.topics.contains(.studied) }
    case .papersEducation: { $0.form.topics.contains(.education) }
    case .papersTaughtAfterRank:
      { [facts, rank] paper in
        guard let before = rank.previous,
          let obtained = facts.ranks.first(where: { $0.rank == before })?.from
        else { return false }
        return paper.form.topics.contains(.taught) && paper.form.day > obtained
      }
    default: nil
    }
  }
}
