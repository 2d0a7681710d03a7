import FoundationEssentials
import Training

/// Assessments as text: their own numbers and sources, read back whatever the rule sets say by then.
extension RankAssessment {
  static func stored(_ text: String) throws -> RankAssessment {
    do {
      return try JSONDecoder().decode(RankAssessment.self, from: Data(text.utf8))
    } catch {
      throw StoreError.damaged("an assessment: \(error)")
    }
  }

  func storedText() throws(StoreError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    do {
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    } catch {
      throw .damaged("an assessment: \(error)")
    }
  }
}
