public import Training

/// Decrees and appointments, which course conditions are compared with.
extension Querying where Self: ~Copyable {
  public func employment(of person: ID<Person>) throws(StoreError) -> Employment {
    Employment(
      decrees: try all(
        """
        SELECT id, person, number, day, job_title, job_field, employment_kind, post_kind,
          job_pay, incumbent_pay, management_pay, from_day, to_day
        FROM decree WHERE person = ? ORDER BY from_day, id
        """, [person], Decree.init(row:)),
      appointments: try all(
        """
        SELECT id, person, number, school, year, subject, teaching_field, stage, weekly_minutes,
          kind, from_day, to_day
        FROM appointment WHERE person = ? ORDER BY from_day, id
        """, [person], Appointment.init(row:)))
  }
}

extension Writing {
  public func insert(_ decree: Decree) throws(StoreError) {
    try run(
      """
      INSERT INTO decree
        (id, person, number, day, job_title, job_field, employment_kind, post_kind,
         job_pay, incumbent_pay, management_pay, from_day, to_day)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        decree.id, decree.person, decree.number, decree.day, decree.jobTitle, decree.jobField,
        decree.employmentKind, decree.postKind, decree.jobPay, decree.incumbentPay,
        decree.managementPay, decree.from, decree.to,
      ])
  }

  public func insert(_ appointment: Appointment) throws(StoreError) {
    try run(
      """
      INSERT INTO appointment
        (id, person, number, school, year, subject, teaching_field, stage, weekly_minutes,
         kind, from_day, to_day)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        appointment.id, appointment.person, appointment.number, appointment.school,
        appointment.year, appointment.subject, appointment.teachingField, appointment.stage,
        appointment.weeklyMinutes, appointment.kind, appointment.from, appointment.to,
      ])
  }
}

extension Decree {
  init(row: borrowing Row) throws {
    self.init(
      id: try row[0], person: try row[1], number: try row[2], day: try row[3],
      jobTitle: try row[4], jobField: try row[5], employmentKind: try row[6],
      postKind: try row[7], jobPay: try row[8], incumbentPay: try row[9],
      managementPay: try row[10], from: try row[11], to: try row[12])
  }
}

extension Appointment {
  init(row: borrowing Row) throws {
    self.init(
      id: try row[0], person: try row[1], number: try row[2], school: try row[3],
      year: try row[4], subject: try row[5], teachingField: try row[6], stage: try row[7],
      weeklyMinutes: try row[8], kind: try row[9], from: try row[10], to: try row[11])
  }
}
