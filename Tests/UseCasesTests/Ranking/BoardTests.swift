import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Boards: powers, meetings, votes, papers")
struct BoardTests {
  @Test(
    "S4-10a S4-6j the board follows from rank, place and membership, over the whole matrix",
    arguments: Rank.allCases)
  func routing(_ rank: Rank) {
    for kind in RankingKind.allCases {
      for (place, own) in [
        (Training.Unit.Kind.district, BoardLevel.district), (.province, .province),
        (.ministry, .central),
      ] {
        for membership in [nil] + BoardLevel.allCases.map(Optional.some) {
          var expected = own
          if kind == .teachers, rank == .master { expected = max(expected, .province) }
          switch membership {
          case .district?: expected = max(expected, .province)
          case .province?, .central?: expected = .central
          case nil: break
          }
          #expect(
            BoardLevel.competent(for: rank, kind, at: place, membership: membership) == expected)
        }
      }
    }
  }

  @Test("S4-10a a member's own case goes one level up, where the member neither sees nor votes")
  func ownCase() throws {
    let desk = try RankingDesk()
    let member = try #require(desk.members[.district]?[2])
    let applicant = try desk.it.office.signIn(.learner, person: member.person)
    let id = try desk.referred(by: applicant, at: .province)
    #expect(try desk.load(id).board == desk.boards[.province]?.id)
    for level in BoardLevel.allCases {
      for index in 0..<(desk.members[level]?.count ?? 0) {
        let actor = try desk.actor(level, index)
        let seen = try desk.it.portal.store.read {
          try $0.rankingCase(id, in: actor.rankingReach(on: RankingDesk.today))
        }
        #expect((seen != nil) == (level == .province), "\(level) \(index)")
      }
    }
    // Members of the central board have no board above: it decides, without the one concerned.
    let central = try #require(desk.members[.central]?[1])
    let own = try desk.it.office.signIn(.learner, at: desk.ministry, person: central.person)
    let case2 = try desk.referred(by: own, at: .central)
    #expect(try desk.load(case2).board == desk.boards[.central]?.id)
    let meeting = try desk.meet(.central, on: [(case2, nil)])
    let line = try #require(try desk.it.portal.store.read { try $0.agenda(of: meeting) }.first)
    #expect(line.votes.count == 2 && line.votes[central.id] == nil)
    let barred = try desk.actor(.central, 1)
    #expect(
      try desk.it.portal.store.read {
        try $0.rankingCase(case2, in: barred.rankingReach(on: RankingDesk.today))
      } == nil)
  }

  @Test("S4-10a another district's board neither sees nor puts the case on its agenda")
  func otherBoard() throws {
    let desk = try RankingDesk()
    let id = try desk.referred()
    let other = try desk.it.perform(
      PutBoard(
        Board(
          id: ID(rawValue: 0), level: .district, unit: desk.it.office.otherDistrict,
          title: "هیأت دیگر")), desk.administrator)
    let person = try desk.it.office.person(
      690, last: "غریبه", unit: desk.it.office.otherDistrict)
    let member = try desk.it.perform(
      PutBoardMember(
        BoardMember(
          id: ID(rawValue: 0), board: other, person: person.id, part: .chair,
          from: RankingDesk.today)), desk.administrator)
    let desk2 = try desk.it.office.signIn(.boardSecretary, at: desk.it.office.otherDistrict)
    let meeting = try desk.it.perform(InviteBoard(inviter: member, day: RankingDesk.today), desk2)
    #expect(desk.isForbidden(desk.it.result(PlanAgenda(meeting, id), desk2)))
    // The province's board has no power over the lower ranks either.
    let above = try desk.it.perform(
      InviteBoard(inviter: desk.members[.province]?[0].id, day: RankingDesk.today),
      desk.provinceSecretary)
    #expect(desk.isForbidden(desk.it.result(PlanAgenda(above, id), desk.provinceSecretary)))
  }

  @Test(
    "S4-10f SM-16 two thirds rounded up make a meeting official, one fewer does not",
    arguments: [(3, 2), (4, 3), (5, 4), (7, 5), (9, 6)])
  func quorum(_ members: Int, _ needed: Int) {
    let share = Fraction(2, 3)
    #expect(MeetingLife.quorum(of: members, share: share) == needed)
    for present in [needed, needed - 1] {
      var meeting = BoardMeeting(
        id: ID(rawValue: 1), board: ID(rawValue: 2), day: RankingDesk.today, members: members)
      meeting.present = present
      let facts = MeetingLife.Facts(meeting: meeting, day: RankingDesk.today, agenda: 1)
      #expect(Quorum(of: share).findings(in: facts).isEmpty == (present == needed))
      #expect(NoQuorum(of: share).findings(in: facts).isEmpty == (present < needed))
    }
  }

  @Test(
    "S4-10f who is present is written down from the day of the meeting on, and not a day before")
  func presence() throws {
    let desk = try RankingDesk()
    let id = try desk.referred()
    let members = try #require(desk.members[.district])
    let day = RankingDesk.today.adding(days: 5)
    let meeting = try desk.it.perform(
      InviteBoard(inviter: members[0].id, day: day), desk.secretary)
    _ = try desk.it.perform(PlanAgenda(meeting, id), desk.secretary)
    for (now, opens) in [(4, false), (5, true)] {
      desk.it.on(now)
      for present in opens ? [members] : [members, [members[0]]] {
        let result = desk.it.result(
          RecordPresence(meeting, present: present.map(\.id)), desk.secretary)
        let stored = try desk.it.portal.store.read { try $0.boardMeeting(meeting) }
        guard opens else {
          #expect(desk.reasons(result).contains(.rankCase(.dayAhead(day))))
          #expect(stored?.state == .invited && stored?.present == 0)
          continue
        }
        #expect(stored?.state == .official && stored?.present == members.count)
      }
    }
  }

  @Test("S4-10f only chair and vice-chair call a meeting; without quorum it is not held")
  func meeting() throws {
    let desk = try RankingDesk()
    let id = try desk.referred()
    let members = try #require(desk.members[.district])
    #expect(
      desk.reasons(
        desk.it.result(
          InviteBoard(inviter: members[2].id, day: RankingDesk.today), desk.secretary))
        == [.rankCase(.notInvitedByChair)])
    let meeting = try desk.it.perform(
      InviteBoard(inviter: members[1].id, day: RankingDesk.today), desk.secretary)
    _ = try desk.it.perform(PlanAgenda(meeting, id), desk.secretary)
    let state = try desk.it.perform(
      RecordPresence(meeting, present: members.prefix(3).map(\.id)), desk.secretary)
    #expect(state == .notHeld)
    let item = try #require(try desk.it.portal.store.read { try $0.agenda(of: meeting) }.first)
    #expect(
      desk.reasons(
        desk.it.result(
          CastVote(.inFavour, of: members[0].id, on: item.item.id, in: meeting), desk.secretary))
        == [.rankCase(.noQuorum(present: 3, needed: 4))])
    #expect(try desk.state(id) == .referred)
    // The case is free for the next meeting.
    try desk.meet(on: [(id, nil)], present: 4)
    #expect(try desk.state(id) == .rankSet)
  }

  @Test("S4-10g a tie of those present is not enough, one more vote is; the chair confirms")
  func majority() throws {
    let desk = try RankingDesk()
    let id = try desk.referred()
    try desk.meet(on: [(id, nil)], inFavour: 2, present: 4)
    #expect(try desk.state(id) == .notReached)
    let other = try RankingDesk()
    let second = try other.referred()
    try other.meet(on: [(second, nil)], inFavour: 3, present: 4)
    #expect(try other.state(second) == .rankSet)
    let third = try RankingDesk()
    let case3 = try third.referred()
    let members = try #require(third.members[.district])
    let meeting = try third.it.perform(
      InviteBoard(inviter: members[0].id, day: RankingDesk.today), third.secretary)
    _ = try third.it.perform(PlanAgenda(meeting, case3), third.secretary)
    _ = try third.it.perform(
      RecordPresence(meeting, present: members.map(\.id)), third.secretary)
    let item = try #require(
      try third.it.portal.store.read { try $0.agenda(of: meeting) }.first)
    #expect(
      third.reasons(third.it.result(Advance<MeetingLife>(meeting, .vote), third.secretary))
        == [.rankCase(.votesMissing(5))])
    // Everybody has one vote: a second one of the same member takes the place of the first.
    for ballot in [BoardBallot.against, .inFavour] {
      try third.it.perform(
        CastVote(ballot, of: members[2].id, on: item.item.id, in: meeting),
        third.actor(.district, 2))
    }
    let plain = try third.actor(.district, 2)
    #expect(
      third.isForbidden(
        third.it.result(
          CastVote(.inFavour, of: members[3].id, on: item.item.id, in: meeting), plain)))
    #expect(
      try third.it.portal.store.read { try $0.agenda(of: meeting) }.first?.votes.count == 1)
    for member in members where member.id != members[2].id {
      try third.it.perform(
        CastVote(.inFavour, of: member.id, on: item.item.id, in: meeting), third.secretary)
    }
    _ = try third.it.perform(Advance<MeetingLife>(meeting, .vote), third.secretary)
    let vice = try third.actor(.district, 1)
    #expect(
      third.reasons(third.it.result(ConfirmMeeting(meeting), vice))
        == [.rankCase(.notChair)])
    #expect(try third.state(case3) == .referred)
    try third.it.perform(ConfirmMeeting(meeting), third.actor(.district))
    #expect(try third.state(case3) == .rankSet)
  }

  @Test("S4-10h fees count official meetings outside duty hours; those not held do not count")
  func fees() throws {
    let desk = try RankingDesk()
    let id = try desk.referred()
    let members = try #require(desk.members[.district])
    let failed = try desk.it.perform(
      InviteBoard(inviter: members[0].id, day: RankingDesk.today, isOutsideHours: true),
      desk.secretary)
    _ = try desk.it.perform(PlanAgenda(failed, id), desk.secretary)
    _ = try desk.it.perform(RecordPresence(failed, present: [members[0].id]), desk.secretary)
    try desk.meet(on: [(id, nil)], present: 4, outside: true)
    let board = try #require(desk.boards[.district]?.id)
    let paid = try desk.it.portal.store.read {
      try $0.paidMeetings(
        of: board, from: RankingDesk.today.adding(days: -1), to: RankingDesk.today)
    }
    #expect(paid.map(\.count) == [1, 1, 1, 1])
  }

  @Test("S4-10i S4-10j S4-10d boards have a composition with days, one chair, and working groups")
  func composition() throws {
    let desk = try RankingDesk()
    let board = try #require(desk.boards[.district]?.id)
    let person = try desk.it.office.person(688, last: "تازه")
    var member = BoardMember(
      id: ID(rawValue: 0), board: board, person: person.id, part: .chair,
      from: RankingDesk.today)
    #expect(
      desk.reasons(desk.it.result(PutBoardMember(member), desk.administrator))
        == [.rankCase(.chairThere)])
    member.part = .member
    _ = try desk.it.perform(PutBoardMember(member), desk.administrator)
    #expect(
      desk.reasons(desk.it.result(PutBoardMember(member), desk.administrator))
        == [.rankCase(.memberThere)])
    #expect(
      try desk.it.portal.store.read {
        try $0.boardMembers(of: board, on: RankingDesk.today.adding(days: -1))
      }.count == 5)
    let group = WorkingGroup(
      id: ID(rawValue: 0), board: board, kind: .subject, title: "کارگروه ریاضی", members: "یک نفر")
    try desk.it.perform(PutWorkingGroup(group), desk.secretary)
    #expect(desk.isForbidden(desk.it.result(PutWorkingGroup(group), desk.provinceSecretary)))
    #expect(try desk.it.portal.store.read { try $0.workingGroups(of: board) }.count == 1)
  }

  @Test(
    "S4-10b S4-10d S4-10e S4-10e2 papers go where the bylaw sends them, and only who gets them answers"
  )
  func papers() throws {
    let desk = try RankingDesk()
    func write(_ kind: BoardPaper.Kind, _ actor: Actor) throws -> BoardPaperLine {
      let id = try desk.it.perform(WriteBoardPaper(kind, title: "عنوان", text: "شرح"), actor)
      return try #require(try desk.it.portal.store.read { try $0.boardPaper(id) })
    }
    let central = try desk.secretary(.central)
    let complaint = try write(.complaint, desk.learner)
    #expect(complaint.paper.to == desk.boards[.province]?.id)
    #expect(try write(.report, desk.secretary).paper.to == desk.boards[.province]?.id)
    #expect(try write(.report, desk.provinceSecretary).paper.to == desk.boards[.central]?.id)
    #expect(try write(.proposal, desk.secretary).paper.to == desk.boards[.central]?.id)
    #expect(
      desk.reasons(
        desk.it.result(WriteBoardPaper(.procedure, title: "ع", text: "ش"), desk.secretary))
        == [.rankCase(.noHigherBoard)])
    _ = try write(.procedure, central)
    #expect(
      desk.isForbidden(
        desk.it.result(
          WriteBoardPaper(.inquiry, title: "ع", text: "ش"), desk.learner)))
    let inquiry = try write(.inquiry, desk.provinceSecretary)
    let district = try #require(desk.boards[.district]?.id)
    func seen(_ kind: BoardPaper.Kind) throws -> Int {
      let found = try desk.it.portal.store.read { records in
        try records.boardPapers(of: district, kind)
      }
      return found.count
    }
    #expect(try seen(.procedure) == 1)
    #expect(try seen(.inquiry) == 0)
    #expect(
      desk.isForbidden(
        desk.it.result(AnswerBoardPaper(inquiry.paper, answer: "پاسخ"), desk.secretary)))
    try desk.it.perform(AnswerBoardPaper(inquiry.paper, answer: "پاسخ"), central)
    #expect(try seen(.inquiry) == 1)
    try desk.it.perform(
      AnswerBoardPaper(complaint.paper, answer: "رسیدگی شد"), desk.provinceSecretary)
    let own = try desk.it.portal.store.read {
      try $0.boardPapers(by: desk.learner.account)
    }
    #expect(own.first?.paper.answer == "رسیدگی شد")
  }
}
