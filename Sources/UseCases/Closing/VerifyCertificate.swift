public import Store
public import Training

/// What the records say of a verification code.
public enum CertificateVerdict: Hashable, Sendable {
  /// What no longer fits the paper.
  public enum Change: String, CaseIterable, Hashable, Sendable {
    /// The printed facts themselves: they do not give this code.
    case facts
    /// The score that is recorded by now.
    case score
    /// The hours of the course.
    case hours
    /// The learner no longer counts as having passed.
    case enrolment
  }

  case valid(Certificate)
  case revoked(Certificate)
  case changed(Certificate, [Change])
  /// No certificate of these records has the code.
  case unknown
}

extension Querying where Self: ~Copyable {
  /// Looks a certificate up by its code and compares it with what is recorded now.
  ///
  /// A name that was put right since is no change: the paper shows what it was.
  public func verdict(on code: CertificateCode) throws -> CertificateVerdict {
    guard let it = try certificate(code) else { return .unknown }
    var changes: [CertificateVerdict.Change] = []
    if CertificateCode(of: it.facts) != it.code { changes.append(.facts) }
    guard it.state == .issued else {
      return changes.isEmpty ? .revoked(it) : .changed(it, changes)
    }
    guard let enrolment = try enrolment(it.enrolment) else { throw StoreError.notFound }
    if enrolment.state != .passed { changes.append(.enrolment) }
    if try outcome(of: enrolment).points != it.facts.score { changes.append(.score) }
    if try course(code: it.facts.courseCode)?.minutes != it.facts.minutes { changes.append(.hours) }
    return changes.isEmpty ? .valid(it) : .changed(it, changes)
  }
}
