public import Persian
public import Store
public import Training

/// An application that its owner has opened, with what it takes to change it.
public struct OpenedApplication: Sendable {
  public let application: InstructorApplication
  public let papers: [InstructorPaper]
  public let proof: TrackingMark
}

/// What an applicant takes home: shown once, the code is in no record (S2-3.2d).
public struct ApplicantReceipt: Sendable {
  public let name: PersonName
  public let nationalCode: NationalCode
  /// In hundredths of a point.
  public let score: Int
  public let day: JalaliDate
  public let code: TrackingCode

  public init(
    name: PersonName, nationalCode: NationalCode, score: Int, day: JalaliDate, code: TrackingCode
  ) {
    self.name = name
    self.nationalCode = nationalCode
    self.score = score
    self.day = day
    self.code = code
  }
}

extension Portal {
  /// Hands in an application in nobody's name and answers the receipt (S2-3.2b).
  public func register(
    _ package: ApplicationPackage, hasAcceptedTerms: Bool
  ) -> Result<ApplicantReceipt, Failure> {
    do {
      try countPublicForm()
      let (code, mark) = try drawTracking()
      let work = RegisterApplicant(
        package, hasAcceptedTerms: hasAcceptedTerms, tracking: mark)
      return perform(work, as: .visitor).map { done in
        ApplicantReceipt(
          name: package.form.name, nationalCode: package.form.nationalCode, score: done.outcome,
          day: today, code: code)
      }
    } catch {
      return .failure(Failure(error))
    }
  }

  /// Opens an application with the national code as user and the tracking code as password.
  ///
  /// Failures slow the next attempt down as they do at a login (S2-3.2e).
  public func openApplication(
    nationalCode typed: String, trackingCode: String
  ) -> Result<OpenedApplication, Failure> {
    let username = Self.loginName(typed)
    do {
      let now = clock.now()
      let national = try? NationalCode(validating: username)
      let found = try store.read { records -> (OpenedApplication?, (count: Int, last: Int64)?) in
        let failures = try records.failures(role: .visitor, username: username)
        guard let national, let it = try records.lastApplication(of: national) else {
          return (nil, failures)
        }
        let opened = OpenedApplication(
          application: it, papers: try records.papers(of: it.id),
          proof: try records.tracking(of: it.id))
        return (opened, failures)
      }
      let (count, last) = found.1 ?? (0, 0)
      let left = try rules().loginDelay(afterFailures: count) - Int((now - last) / 1000)
      guard left <= 0 else {
        return .failure(
          .refused([Finding(.trackingCode, .refusal, .portal(.waiting(seconds: left)))]))
      }
      // Compared also where there is nothing to compare with, so that time tells nothing.
      let code = TrackingCode(trackingCode)
      let isRight = PasswordHash.verify(
        code?.digits ?? "", against: found.0.map { PasswordHash(text: $0.proof.hash) })
      guard isRight, code != nil, let opened = found.0 else {
        try store.write(at: now, patience: Self.patience) {
          try $0.countFailure(role: .visitor, username: username)
        }
        return .failure(
          .refused([Finding(.trackingCode, .refusal, .instructor(.wrongTrackingCode))]))
      }
      if count > 0 {
        try store.write(at: now, patience: Self.patience) {
          try $0.forgetFailures(role: .visitor, username: username)
        }
      }
      return .success(opened)
    } catch {
      return .failure(Failure(error))
    }
  }

  /// Hands in the changes of an application that was opened with its codes.
  ///
  /// - Returns: The new score in hundredths of a point.
  public func edit(
    _ opened: OpenedApplication, _ package: ApplicationPackage
  ) -> Result<Int, Failure> {
    do {
      try countPublicForm()
      let work = EditApplicant(
        before: opened.application, package, proof: opened.proof)
      return perform(work, as: .visitor).map(\.outcome)
    } catch {
      return .failure(Failure(error))
    }
  }

  /// A new tracking code for an applicant who lost theirs and stands before the expert.
  public func reissueTracking(
    of id: ID<InstructorApplication>
  ) -> Result<TrackingCode, Failure> {
    do {
      let (code, mark) = try drawTracking()
      return perform(ReissueTracking(id, tracking: mark)).map { _ in code }
    } catch {
      return .failure(Failure(error))
    }
  }

  /// The application of a tracking code within the actor's scope; nil where there is none
  /// (S2-3.4a).
  public func findApplication(
    trackedBy typed: String
  ) -> Result<ID<InstructorApplication>?, Failure> {
    guard let code = TrackingCode(typed) else { return .success(nil) }
    return read { records, context in
      try context.require(.viewApplicants)
      guard let id = try records.application(trackedBy: code.locator),
        try records.application(id, in: context.actor.scope) != nil
      else { return nil as (ID<InstructorApplication>, TrackingMark)? }
      return (id, try records.tracking(of: id))
    }.map { found in
      found.flatMap { id, mark in
        PasswordHash(text: mark.hash).matches(code.digits) ? id : nil
      }
    }
  }

  /// A code that no application has, and how it is kept.
  private func drawTracking() throws -> (TrackingCode, TrackingMark) {
    while true {
      let code = TrackingCode()
      let isFree = try store.read { try $0.application(trackedBy: code.locator) == nil }
      if isFree {
        let hash = try PasswordHash(password: code.digits).text
        return (code, TrackingMark(locator: code.locator, hash: hash))
      }
    }
  }

  /// Counts a public form, and throws when this hour has had its share: nobody fills the records by
  /// a script at the start screen.
  func countPublicForm() throws {
    let now = clock.now()
    let hour: Int64 = 3_600_000
    let most = try rules().publicFormsPerHour
    try store.write(at: now, patience: Self.patience) { records in
      let found = try records.failures(role: .visitor, username: Self.formsCounter)
      if let found, found.last / hour == now / hour {
        guard found.count < most else {
          let left = Int((hour - now % hour) / 1000)
          throw Failure.refused([
            Finding(.permission, .refusal, .instructor(.formsBusy(seconds: left)))
          ])
        }
      } else if found != nil {
        try records.forgetFailures(role: .visitor, username: Self.formsCounter)
      }
      try records.countFailure(role: .visitor, username: Self.formsCounter)
    }
  }

  /// No national code, so it meets nobody's failures.
  private static let formsCounter = "forms"
}
