import Persian

/// A programme is compiled for an approved course, or from its Form 1 (SM-11).
public struct PlanAllowed: Policy {
  public static let clause = Clause.executivePlan
  public init() {}

  public func findings(in facts: ExecutivePlanLife.Facts) -> [Finding] {
    let isOver = [.rejected, .cancelled, .finished].contains(facts.requestState)
    let isAllowed = facts.requestState.isLive || facts.request.form != nil
    return isAllowed && !isOver
      ? []
      : [refusal(.plan(.notAllowed(facts.requestState)), remedy: .ask(.provincialExpert))]
  }
}

/// A programme is revised before the course has started (SM-11).
public struct CourseNotStarted: Policy {
  public static let clause = Clause.executivePlan
  public init() {}

  public func findings(in facts: ExecutivePlanLife.Facts) -> [Finding] {
    [.running, .finished].contains(facts.requestState) ? [refusal(.plan(.courseStarted))] : []
  }
}

/// Classes keep the fewest and the most learners of their delivery mode (S2-2.2a).
public struct PlanClassSize: Policy {
  public static let clause = Clause.classSize
  let rules: Rules
  public init(rules: Rules) { self.rules = rules }

  public func findings(in facts: ExecutivePlanLife.Facts) -> [Finding] {
    let (plan, mode) = (facts.plan, facts.request.mode)
    let classes = max(plan.classCount, 1)
    // Learners are shared out evenly: the fullest and the emptiest class differ by one at most.
    let most = (plan.learnerCount + classes - 1) / classes
    let fewest = plan.learnerCount / classes
    if let maximum = rules.classMaximum(mode), most > maximum {
      let needed = Classing.suggestedCount(learners: plan.learnerCount, maximum: maximum)
      return [
        refusal(
          .plan(.classTooLarge(most, maximum: maximum)),
          remedy: .raise(.classCount, to: .count(needed)))
      ]
    }
    let minimum = rules.classMinimum(mode)
    guard fewest < minimum else { return [] }
    return [
      refusal(
        .plan(.classTooSmall(fewest, minimum: minimum)),
        remedy: .lower(.classCount, to: .count(max(1, plan.learnerCount / max(minimum, 1)))))
    ]
  }
}

/// No class has more than six hours in a day; exactly six is allowed (S2-2.3b).
public struct PlanHoursPerDay: Policy {
  public static let clause = Clause.hoursPerDay
  let rules: Rules
  public init(rules: Rules) { self.rules = rules }

  public func findings(in facts: ExecutivePlanLife.Facts) -> [Finding] {
    Dictionary(grouping: facts.lessons, by: \.classNumber).sorted { $0.key < $1.key }
      .flatMap { HoursPerDay(rules: rules).excess(in: $1.map { ($0.day, $0.span) }) }
      .map { day, minutes in
        refusal(
          .plan(.dayTooLong(day, minutes: minutes, maximum: rules.minutesPerDay)),
          remedy: .lower(.sessionTime, to: .minutes(rules.minutesPerDay)))
      }
  }
}

/// No place of the plan is taken by a running course, or twice by the plan itself (S2-2.4b).
public struct PlanPlacesFree: Policy {
  public static let clause = Clause.placeClash
  public init() {}

  public func findings(in facts: ExecutivePlanLife.Facts) -> [Finding] {
    facts.clashes { $0.sharesPlace(with: $1) }.map { mine, theirs in
      refusal(
        .plan(
          .placeTaken(
            mine.place, mine: mine.side, theirs: theirs.side, free: facts.free(like: mine))),
        remedy: .chooseAnother(.place))
    }
  }
}

/// No instructor of the plan teaches elsewhere at the same time (S2-2.4c).
public struct PlanInstructorsFree: Policy {
  public static let clause = Clause.instructorClash
  public init() {}

  public func findings(in facts: ExecutivePlanLife.Facts) -> [Finding] {
    facts.clashes { $0.sharesInstructor(with: $1) }.map { mine, theirs in
      refusal(
        .plan(
          .instructorTaken(
            mine.instructor?.fullName ?? "", mine: mine.side, theirs: theirs.side,
            free: facts.free(like: mine))),
        remedy: .chooseAnother(.instructor))
    }
  }
}

extension Programme.Booking {
  fileprivate var side: PlanReason.Side { PlanReason.Side(course: course, day: day, span: span) }
}

extension ExecutivePlanLife.Facts {
  /// The slots of the plan as bookings, in the order of time.
  private var wanted: [Programme.Booking] {
    slots.sorted { ($0.day, $0.span, $0.id.rawValue) < ($1.day, $1.span, $1.id.rawValue) }
      .map { slot in
        let factor =
          slot.instructor.isEmpty
          ? nil
          : Factor(
            id: ID(rawValue: 0), request: request.id, duty: .instructor, isEducator: true,
            person: slot.person, fullName: slot.instructor)
        return Programme.Booking(
          course: course.title, day: slot.day, span: slot.span, place: slot.place,
          instructor: factor)
      }
  }

  /// Pairs that cannot both be: the plan's own with another's, and the plan's own with each other.
  fileprivate func clashes(
    _ share: (Programme.Booking, Programme.Booking) -> Bool
  ) -> [(Programme.Booking, Programme.Booking)] {
    let wanted = wanted
    return wanted.indices.flatMap { index in
      (bookings + wanted[..<index]).filter { share(wanted[index], $0) }
        .map { (wanted[index], $0) }
    }
  }

  /// The next three times of the same length, on working days between eight and six, at which
  /// place and instructor are free.
  fileprivate func free(like booking: Programme.Booking) -> [PlanReason.Free] {
    let others = bookings + wanted
    var found: [PlanReason.Free] = []
    for offset in 0..<14 where found.count < 3 {
      let day = booking.day.adding(days: offset)
      guard day.weekday != .friday, holidays[day] == nil else { continue }
      for start in stride(from: 8 * 60, through: 18 * 60 - booking.span.minutes, by: 30) {
        guard let span = TimeSpan(start, start + booking.span.minutes) else { continue }
        var moved = booking
        (moved.day, moved.span) = (day, span)
        guard
          !others.contains(where: {
            moved.sharesPlace(with: $0) || moved.sharesInstructor(with: $0)
          })
        else { continue }
        found.append(PlanReason.Free(day, span))
        break
      }
    }
    return found
  }
}

/// Exam or project is chosen, and lies one to three weeks after the last session (S2-2.10).
public struct PlanEvaluation: Policy {
  public static let clause = Clause.evaluationWindow
  let rules: Rules
  public init(rules: Rules) { self.rules = rules }

  public func findings(in facts: ExecutivePlanLife.Facts) -> [Finding] {
    let evaluation = facts.plan.evaluation
    guard evaluation.byExam || evaluation.byProject, let day = evaluation.day else {
      return [refusal(.plan(.evaluationMissing), remedy: .record(.evaluation))]
    }
    guard let last = facts.lessons.last?.day else { return [] }
    let from = last.adding(days: rules.examWindow.lowerBound)
    let to = last.adding(days: rules.examWindow.upperBound)
    return day < from || day > to
      ? [
        refusal(
          .plan(.evaluationOutside(day, from: from, to: to)),
          remedy: .choose(.evaluation, from: from, to: to))
      ] : []
  }
}

/// Announcement and enrolment have their time, and enrolment ends before the classes start (S2-2.7a).
public struct PlanWindows: Policy {
  public static let clause = Clause.noticeAndEnrolment
  let rules: Rules
  public init(rules: Rules) { self.rules = rules }

  public func findings(in facts: ExecutivePlanLife.Facts) -> [Finding] {
    let it = facts.plan.windows
    guard let noticeFrom = it.noticeFrom, let noticeTo = it.noticeTo,
      let enrolFrom = it.enrolFrom, let enrolTo = it.enrolTo
    else { return [refusal(.plan(.windowMissing), remedy: .record(.enrolmentInterval))] }
    guard noticeFrom <= noticeTo, enrolFrom <= enrolTo else {
      return [refusal(.plan(.windowReversed), remedy: .correct(.enrolmentInterval))]
    }
    var findings: [Finding] = []
    let notice = noticeFrom.days(to: noticeTo) + 1
    if notice < rules.noticeDays {
      findings.append(refusal(.plan(.noticeShort(days: notice, minimum: rules.noticeDays))))
    }
    let enrolment = enrolFrom.days(to: enrolTo) + 1
    if enrolment < rules.enrolmentDays {
      findings.append(
        refusal(.plan(.enrolmentShort(days: enrolment, minimum: rules.enrolmentDays))))
    }
    if let start = facts.lessons.first?.day, enrolTo > start {
      findings.append(
        refusal(
          .plan(.enrolmentAfterStart(enrolTo, start: start)),
          remedy: .correct(.enrolmentInterval)))
    }
    return findings
  }
}

/// Every class has its time, and the sessions come to the hours of the course (S2-2.3c).
public struct PlanTotal: Policy {
  public static let clause = Clause.programmeTotal
  public init() {}

  public func findings(in facts: ExecutivePlanLife.Facts) -> [Finding] {
    let classes = Dictionary(grouping: facts.lessons, by: \.classNumber)
    return (1...max(facts.plan.classCount, 1)).compactMap { number in
      guard let lessons = classes[number] else {
        return refusal(.plan(.noLesson(classNumber: number)), remedy: .record(.session))
      }
      let planned = lessons.reduce(0) { $0 + $1.span.minutes }
      return planned == facts.course.minutes
        ? nil
        : warning(
          .plan(
            .totalDiffers(classNumber: number, planned: planned, course: facts.course.minutes)))
    }
  }
}

/// Topics shared among instructors come to the hours of the course: a warning (S2-2.2b).
public struct PlanTopics: Policy {
  public static let clause = Clause.topicSplit
  public init() {}

  public func findings(in facts: ExecutivePlanLife.Facts) -> [Finding] {
    let topics = facts.items.filter { $0.kind == .topic }
    let planned = topics.reduce(0) { $0 + $1.minutes }
    return topics.isEmpty || planned == facts.course.minutes
      ? [] : [warning(.plan(.topicsDiffer(planned: planned, course: facts.course.minutes)))]
  }
}

/// Sessions on official holidays are warned about (S2-2.4b).
public struct PlanHolidays: Policy {
  public static let clause = Clause.placeClash
  public init() {}

  public func findings(in facts: ExecutivePlanLife.Facts) -> [Finding] {
    Set(facts.slots.map(\.day)).sorted().compactMap { day in
      facts.holidays[day].map { warning(.plan(.holiday(day, title: $0))) }
    }
  }
}

/// Planned instructors outside the bank must be in it before the course starts (S2-2.6b).
public struct PlanInstructorsInBank: Policy {
  public static let clause = Clause.plannedInstructors
  public init() {}

  public func findings(in facts: ExecutivePlanLife.Facts) -> [Finding] {
    facts.outsideBank.isEmpty
      ? [] : [warning(.plan(.outsideBank(facts.outsideBank)), remedy: .record(.instructor))]
  }
}

/// A course outside the training centre wants an official letter to whoever has the place (S2-2.8b).
public struct PlanLetter: Policy {
  public static let clause = Clause.placeLetter
  public init() {}

  public func findings(in facts: ExecutivePlanLife.Facts) -> [Finding] {
    let letter = facts.plan.letter
    let isWhole = !letter.number.isEmpty && letter.day != nil && !letter.recipient.isEmpty
    return facts.isOutside && !isWhole
      ? [refusal(.plan(.letterMissing), remedy: .record(.placeLetter))] : []
  }
}
