import Glibc
import Interchange
import Persian
import Screens
import Store
import Synchronization
import TerminalKit
import Training
import UseCases

/// What files of the oversight's reports cost on a records file: the whole comprehensive report and
/// the whole report of completed courses as workbook and as PDF, and how soon each stops in its middle.
struct ReportFiles: Figures {
  struct File: Encodable {
    let report: String
    let format: String
    let milliseconds: Double
    let bytes: Int
    /// From the wish to stop, in the middle of the work, to the return; nothing is left in the folder.
    let stopMilliseconds: Double
    let filesLeft: Int
  }

  let file: String
  let files: [File]
  let memory: Measurement.Memory

  init(_ path: String, _ portal: Portal) throws {
    file = path
    guard
      let actor = try portal.actors(named: Role.oversight.rawValue).get()
        .first(where: { $0.role == .oversight })
    else { throw StoreError.notFound }
    portal.signIn(actor)
    files = try [OversightReport.comprehensive, .completed].flatMap { report in
      try [("xlsx", SheetFormat.workbook), ("pdf", .pdf(SheetPaper(isAcross: true, repeating: 2)))]
        .map { ending, format in
          try Self.measure(ReportQuery(report), format, ending, portal)
        }
    }
    memory = Measurement.memory
  }

  private static func measure(
    _ query: ReportQuery, _ format: SheetFormat, _ ending: String, _ portal: Portal
  ) throws -> File {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/report.\(ending)"
    let clock = ContinuousClock()
    let reports = Mutex(0)
    let whole = try clock.measure {
      try ReportExport.write(
        query, as: format, to: path, portal,
        Progress { _ in
          reports.withLock { $0 += 1 }
          return false
        })
    }
    let bytes = try FileBytes.read(path).count
    unlink(path)
    // Half of all that is told of the work is its middle.
    let half = max(1, reports.withLock { $0 } / 2)
    let wish = Mutex<(seen: Int, moment: ContinuousClock.Instant?)>((0, nil))
    do {
      try ReportExport.write(
        query, as: format, to: path, portal,
        Progress { _ in
          wish.withLock {
            $0.seen += 1
            guard $0.seen == half else { return false }
            $0.moment = clock.now
            return true
          }
        })
    } catch Interchange.FileProblem.cancelled {
    } catch StoreError.cancelled {
    } catch Failure.records(.cancelled) {}
    let stop = wish.withLock { $0.moment }?.duration(to: clock.now) ?? .zero
    return File(
      report: query.report.rawValue, format: ending,
      milliseconds: Measurement.microseconds(whole) / 1_000, bytes: bytes,
      stopMilliseconds: Measurement.microseconds(stop) / 1_000,
      filesLeft: try FileBytes.names(in: folder.path).count)
  }

  var lines: [(name: String, value: String)] {
    files.map {
      (
        "\($0.report) \($0.format)",
        "\($0.milliseconds) ms\t\($0.bytes) B\tstops in \($0.stopMilliseconds) ms\tleaves \($0.filesLeft)"
      )
    } + [("private KiB", "\(memory.privateKiB)"), ("peak KiB", "\(memory.peakKiB)")]
  }
}
