import Persian
import Store
public import TerminalKit
import Training
import UseCases

/// How the grid looks.
extension ScoreGrid {
  public func view(in frame: inout Frame) {
    let size = frame.size
    if let failure {
      frame.write(failure)
      return
    }
    guard let board else { return }
    let top = drawHeading(board, in: &frame)
    guard !board.desk.learners.isEmpty else {
      frame.write(
        Phrases.Scores.nobody, at: Point(row: top + 1, column: 2), width: max(0, size.columns - 4),
        tone: .dimmed)
      return
    }
    var shown = grid
    shown.frozen = [
      Grid.Column([Phrases.Scores.number], width: 3, alignment: .trailing),
      Grid.Column([Phrases.Scores.name], width: min(26, max(8, size.columns / 3))),
      Grid.Column([Phrases.Scores.code], width: 10),
      Grid.Column([Phrases.Scores.source], width: 6),
      Grid.Column([Phrases.Scores.presence], width: 5, alignment: .centre),
    ]
    shown.view(
      in: &frame,
      at: Rect(row: top, column: 0, rows: max(0, size.rows - top), columns: size.columns)
    ) { place in
      switch place {
      case .frozen(let row, let column): frozen(board, row, column)
      case .body(let row, _): cell(board, row)
      case .total: Grid.Cell("")
      }
    }
    finding?.view(in: &frame, row: size.rows - 1)
  }

  private func drawHeading(_ board: Board, in frame: inout Frame) -> Int {
    let (size, exam) = (frame.size, board.desk.line.exam)
    var lines: [(String, Tone)] = [
      (
        Phrases.Scores.heading(exam, settled: board.settled, of: board.desk.learners.count), .strong
      )
    ]
    if let refusal = board.desk.findings.refusals.first {
      lines.append(("! \(refusal.sentence)", .warning))
    } else if let late = board.late.first {
      lines.append(("! \(late.sentence)", .warning))
    } else if board.settled < board.desk.learners.count {
      lines.append((Phrases.Scores.due(board.due, on: board.today), .dimmed))
    }
    for (row, line) in lines.enumerated() {
      frame.write(
        line.0, at: Point(row: row, column: 1), width: size.columns - 2, tone: line.1)
    }
    return lines.count
  }

  private func frozen(_ board: Board, _ row: Int, _ column: Int) -> Grid.Cell {
    let learner = board.desk.learners[row]
    let result = board.desk.results[learner.enrolment.id]
    return switch column {
    case 0: Grid.Cell((row + 1).said)
    case 1: Grid.Cell(learner.person.name.surnameFirst)
    case 2: Grid.Cell(Digits.persian(learner.person.shownCode))
    case 3:
      Grid.Cell(result?.score == nil ? "" : result?.source.short ?? "", tone: .dimmed)
    default: presence(result)
    }
  }

  private func presence(_ result: ExamResult?) -> Grid.Cell {
    guard let result else { return Grid.Cell(Phrases.Scores.blank, tone: .dimmed) }
    return result.isPresent
      ? Grid.Cell(Phrases.Scores.present, tone: .good)
      : Grid.Cell(Phrases.Scores.absent, tone: .warning)
  }

  private func cell(_ board: Board, _ row: Int) -> Grid.Cell {
    if let typing, row == grid.row { return Grid.Cell("\(Digits.persian(typing))_", tone: .strong) }
    let result = board.desk.results[board.desk.learners[row].enrolment.id]
    guard let score = result?.score else {
      let isAbsent = result?.isPresent == false
      return Grid.Cell(isAbsent ? Phrases.Scores.absentHelp : "", tone: .dimmed)
    }
    let passes = score >= board.desk.line.exam.passing
    return Grid.Cell(score.text, tone: passes ? .body : .warning)
  }
}
