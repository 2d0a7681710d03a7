public import Training

/// One page of a letter as the PDF has it: the blocks of the letter, or the parts of them, on it.
public struct LetterPage: Equatable, Sendable {
  /// The letter with what stands on this page alone; the head belongs to the first.
  public let letter: Letter
  /// From 1.
  public let number: Int
  public let pages: Int

  public var isFirst: Bool { number == 1 }

  init(
    of letter: Letter, _ pieces: [(block: Int, content: PieceContent)], number: Int, pages: Int
  ) {
    var blocks: [Letter.Block] = []
    var rest = pieces[...].drop { $0.block < 0 }
    while let first = rest.first {
      // Pieces of one block stand together, and so do those of the same columns of a table.
      let own = rest.prefix {
        $0.block == first.block && $0.content.columns == first.content.columns
      }
      rest = rest.dropFirst(own.count)
      blocks.append(Self.part(letter.body[first.block], own.map(\.content)))
    }
    var part = letter
    part.body = blocks
    self.letter = part
    self.number = number
    self.pages = pages
  }

  /// What pieces show of their block.
  private static func part(_ block: Letter.Block, _ pieces: [PieceContent]) -> Letter.Block {
    func items<Item>(_ all: [Item]) -> [Item] {
      pieces.flatMap { piece -> ArraySlice<Item> in
        guard case .items(let range) = piece else { return [] }
        return all[range]
      }
    }
    let text = pieces.compactMap { piece -> String? in
      guard case .line(let line) = piece else { return nil }
      return line
    }.joined(separator: " ")
    return switch block {
    case .paragraph: .paragraph(text)
    case .note: .note(text)
    case .fields(let fields): .fields(items(fields))
    case .ticks(let ticks): .ticks(items(ticks))
    case .signatures(let names): .signatures(items(names))
    case .slips(let slips, let across): .slips(items(slips), across: across)
    case .table(let table, let repeating): .table(part(table, pieces), repeating: repeating)
    case .heading, .code, .pageBreak: block
    }
  }

  private static func part(_ table: Sheet, _ pieces: [PieceContent]) -> Sheet {
    let columns = pieces.first?.columns ?? []
    var part = table
    part.columns = columns.map { table.columns[$0] }
    part.rows = pieces.compactMap { piece in
      switch piece {
      case .row(_, let index):
        let row = table.rows[index]
        return Sheet.Row(
          columns.map { $0 < row.cells.count ? row.cells[$0] : .empty }, number: row.number)
      case .part(_, let texts): return Sheet.Row(texts.map { .text($0) })
      case .whole, .line, .items, .titles: return nil
      }
    }
    return part
  }
}
