import Persian
import Training

// How the domain's own types stand in a cell.

extension JalaliDate: Storable {
  package init?(stored: Value) {
    guard case .integer(let number) = stored else { return nil }
    self.init(dayNumber: Int(number))
  }

  package var stored: Value { .integer(Int64(dayNumber)) }
}

extension Fraction: Storable {
  package init?(stored: Value) {
    guard case .text(let text) = stored else { return nil }
    self.init(text)
  }

  package var stored: Value { .text(description) }
}

extension Rial: Storable {
  package init?(stored: Value) {
    guard case .integer(let amount) = stored else { return nil }
    self.init(Int(amount))
  }

  package var stored: Value { .integer(Int64(amount)) }
}

extension UnitPath: Storable {
  package init?(stored: Value) {
    guard case .text(let text) = stored else { return nil }
    self.init(text)
  }

  package var stored: Value { .text(text) }
}

extension RuleValue.Unit: Storable {}
extension Unit.Kind: Storable {}
extension Role: Storable {}
extension AccountLife.State: Storable {}
extension Person.Gender: Storable {}
extension Person.Kind: Storable {}
