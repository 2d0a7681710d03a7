import Screens
import Testing
import Training

@Suite("What a refusal names as its source")
struct ClauseTests {
  @Test("S0-14 every clause is told by document and paragraph, none by the id of a requirement")
  func origins() {
    for clause in Clause.all {
      #expect(clause.origin.firstMatch(of: /[A-Z]+\d*-\d/) == nil, "\(clause.id)")
      #expect(!clause.origin.contains(clause.id))
      #expect(clause.origin.contains("بند") == (clause.paragraph > 0), "\(clause.id)")
    }
  }

  @Test("S0-14 what a screen says of a finding has no id in it")
  func details() {
    for clause in Clause.all {
      let finding = Finding(clause, .refusal, .training(.noPeriod), remedy: .record(.scores))
      for line in [finding.sentence, finding.origin] + finding.details {
        #expect(line.firstMatch(of: /S[0-5]-\d|SM-\d/) == nil, "\(clause.id): \(line)")
      }
    }
  }
}
