import Glibc

/// Timing and memory of this process, for `bench`.
enum Measurement {
  /// The median of some runs, in microseconds.
  ///
  /// A first run that is not counted warms caches and the allocator.
  static func median(of runs: Int, _ work: () throws -> Void) rethrows -> Double {
    try work()
    let clock = ContinuousClock()
    var times: [Duration] = []
    for _ in 0..<runs { times.append(try clock.measure { try work() }) }
    return microseconds(times.sorted()[times.count / 2])
  }

  static func microseconds(_ duration: Duration) -> Double {
    let (seconds, attoseconds) = duration.components
    return (Double(seconds) * 1e6 + Double(attoseconds) / 1e12).rounded(to: 3)
  }

  /// Memory of this process alone, and the most it ever had, in KiB.
  static var memory: Memory {
    Memory(
      privateKiB: sum(of: ["Private_Clean:", "Private_Dirty:"], in: "/proc/self/smaps_rollup"),
      peakKiB: sum(of: ["VmHWM:"], in: "/proc/self/status"))
  }

  /// Memory of another process alone, in KiB.
  static func privateKiB(of process: Int32) -> Int {
    sum(of: ["Private_Clean:", "Private_Dirty:"], in: "/proc/\(process)/smaps_rollup")
  }

  struct Memory: Encodable {
    var privateKiB: Int
    var peakKiB: Int
  }

  private static func sum(of names: [String], in path: String) -> Int {
    // Figures that the system does not tell are shown as 0.
    guard let bytes = try? FileBytes.read(path) else { return 0 }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").reduce(0) { sum, line in
      let words = line.split { $0 == " " || $0 == "\t" }
      guard words.count >= 2, names.contains(String(words[0])) else { return sum }
      return sum + (Int(words[1]) ?? 0)
    }
  }
}

extension Double {
  func rounded(to digits: Int) -> Double {
    let factor = (0..<digits).reduce(1.0) { product, _ in product * 10 }
    return (self * factor).rounded() / factor
  }
}
