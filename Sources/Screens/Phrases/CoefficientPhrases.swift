import Persian
import Training

extension Phrases {
  /// Coefficients of a case (S4-6h).
  enum Coefficients {
    static let title = RankingLife.Action.adjust.name
    static let characteristic = "ویژگی"
    static let value = "در پرونده"
    static let factor = "ضریب"
    static let reason = "دلیل"
    static let giver = "نویسنده"
    static let calculation = "محاسبه چگونه"
    static let numbers = "مبنای اعداد"
    static let unset = "–"

    static func bounds(_ least: Fraction, _ most: Fraction) -> String {
      "از \(least.said) تا \(most.said)؛ ۱ یعنی بی‌اثر"
    }

    static func given(_ it: CaseCoefficient) -> String { "\(it.giver)، \(it.day.said)" }

    static func factorOf(_ it: CaseCoefficient) -> String {
      "\(factor) \(it.characteristic.name)"
    }

    static func explained(_ it: CaseCoefficient) -> String {
      "\(it.factor.said) – \(it.reason) (\(given(it)))"
    }

    /// «امتیاز جدول ۱۰ × ضریب منطقهٔ خدمت ۱٫۲ = ۱۲؛ امتیاز ویژه ۲۵؛ مجموع ۳۷».
    static func calculation(_ it: RankAssessment) -> String {
      let table = it.criteria.reduce(Fraction.zero) { $0 + $1.points }
      var text = "امتیاز جدول \(table.said)"
      if !it.coefficients.isEmpty {
        for one in it.coefficients { text += " × \(factorOf(one)) \(one.factor.said)" }
        text += " = \((table * it.coefficients.product).said)"
      }
      for one in it.special { text += "؛ امتیاز ویژهٔ \(one.kind.name) \(one.points.said)" }
      return "\(text)؛ مجموع \(it.points().said)"
    }

    /// Whose numbers a decision keeps.
    static func basis(_ it: RankAssessment) -> String {
      "«\(it.title)» از \(it.edition.said)، به اعداد روز \(it.day.said)"
    }
  }
}
