/// Ranking.
extension Rules {
  /// Points of veterans and of the elite, added to those of the table (S4-4b).
  public var rankVeteranPoints: Fraction { value(of: .rankVeteranPoints).value }
  public var rankElitePoints: Fraction { value(of: .rankElitePoints).value }

  /// The minutes of one block of in-service training, and the share of it that is specialised
  /// (S3-4a).
  public var rankTrainingBlock: Int { value(of: .rankTrainingBlock).value.share(of: 60) }
  public var rankTrainingShare: Fraction { value(of: .rankTrainingShare).value }

  /// The share of its points that a revised later printing has (S3-3c).
  public var rankReprintShare: Fraction { value(of: .rankReprintShare).value }

  /// Speakers from abroad, and their countries, that make a conference international (S3-6b).
  public var rankForeignSpeakers: Int { value(of: .rankForeignSpeakers).value.share(of: 1) }
  public var rankForeignCountries: Int { value(of: .rankForeignCountries).value.share(of: 1) }

  /// The share of the appraisal that stands for row 3 (S3-10e).
  public var rankAppraisalShare: Fraction { value(of: .rankAppraisalShare).value }

  /// The year in which the technical colleges were separated; graduates of earlier years count
  /// (S3-8a).
  public var rankCollegeSeparation: Int { value(of: .rankCollegeSeparation).value.share(of: 1) }
}
