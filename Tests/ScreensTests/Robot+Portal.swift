import Testing
import Screens
import Store
import TerminalKit
import TestKit
import UseCases

extension Robot where Environment == Portal {
  /// The portal of an office on its start screen, nobody signed in.
  static func portal(_ office: Office) -> Robot {
    office.portal.signOut()
    return Robot(
      StartScreen(), in: office.portal, chrome: .portal(),
      recordsVersion: { $0.store.version })
  }

  /// The code in the box of the login screen.
  var securityCode: String? { (stack.top as? LoginScreen)?.securityCode.digits }

  /// Fills the login form; an empty user leaves what is there.
  mutating func logIn(_ username: String, _ password: String, code: String? = nil) {
    let code = code ?? securityCode ?? ""
    for text in [username, password, code] {
      type(text)
      press("enter")
    }
  }
}
