import Interchange
import Store

/// What both ends of a line say to each other.
///
/// `H` hello with versions and numbers; `P` a file of this digest and length comes; `O` begin at this
/// byte; `D` bytes; `Z` that was all; `Q` so far is the work; `T` taken; `G` answer from this entry on,
/// of this file there are so many bytes here already; `F` the file that comes; `E` refused, in words.
struct ExchangeTalk {
  let line: FrameLine
  /// Told how far the talk is; false stops.
  let watch: ExchangeDesk.Watch

  static let version = "1"
  /// Small enough that a line cut in the middle of one loses little.
  static let chunk = 1 << 13

  func send(_ letter: Character, _ words: String...) throws {
    try line.send(FrameLine.Frame(letter, words.joined(separator: " ")))
  }

  /// The next frame of one of these letters; progress is passed on meanwhile.
  func expect(_ letters: Character...) throws -> FrameLine.Frame {
    while true {
      let frame = try line.receive { !watch(0, 0) }
      switch frame.letter {
      case "E": throw ExchangeProblem.refused(frame.text)
      case "Q":
        let numbers = frame.words.compactMap { Int($0) }
        guard numbers.count == 2 else { throw ExchangeProblem.lineCut }
        guard watch(numbers[0], numbers[1]) else { throw ExchangeProblem.cancelled }
      case _ where letters.contains(frame.letter): return frame
      default: throw ExchangeProblem.lineCut
      }
    }
  }

  /// Sends what follows a byte of a file, with how far it is.
  func send(file path: String, from offset: Int) throws {
    let file = try OpenFile(reading: path)
    let size = try file.size()
    try file.seek(to: offset)
    var done = offset
    while true {
      guard watch(done, size) else { throw ExchangeProblem.cancelled }
      let bytes = try file.read(Self.chunk)
      if bytes.isEmpty { break }
      try line.send(FrameLine.Frame("D", bytes))
      done += bytes.count
    }
    try send("Z")
  }

  /// Takes the rest of a file; what has come stays when the line is cut.
  func receive(file path: String, from offset: Int, size: Int) throws {
    let file = try OpenFile.appending(to: path, after: offset)
    var done = offset
    while true {
      guard watch(done, size) else { throw ExchangeProblem.cancelled }
      let frame = try expect("D", "Z")
      if frame.letter == "Z" { break }
      done += frame.bytes.count
      guard done <= size else { throw ExchangeProblem.lineCut }
      try file.write(frame.bytes)
    }
    guard done == size else { throw ExchangeProblem.lineCut }
  }
}

extension ExchangeDesk {
  /// Gives what a line throws as what a person is told.
  func talking<R>(_ body: () throws -> R) throws -> R {
    do {
      return try typed(body)
    } catch let problem as FrameLine.Problem {
      switch problem {
      case .cut(""): throw ExchangeProblem.lineCut
      // What ssh says when the key it knows for a host is not the one it is shown.
      case .cut(let words) where words.contains("Host key verification failed"):
        throw ExchangeProblem.hostKeyChanged
      case .cut(let words): throw ExchangeProblem.lineFailed(words)
      case .stopped: throw ExchangeProblem.cancelled
      case .missing(let tool): throw ExchangeProblem.noTool(tool)
      }
    }
  }
}
