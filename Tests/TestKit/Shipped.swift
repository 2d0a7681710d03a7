import Foundation
public import TerminalKit
import Testing

extension Keymap {
  /// `Keymaps/default.keymap` with the Persian layout, as the program starts with.
  public static let shipped: Keymap = {
    // Bad lines are skipped here as in the program; KeymapTests tell of them.
    var keymap = Keymap.parse(keymapText("default"), file: "default.keymap").keymap
    let layout = KeyboardLayout.parse(keymapText("layout-fa"), file: "layout-fa.keymap").layout
    keymap.layout = layout
    return keymap
  }()

  /// The text of a file in `Keymaps`.
  public static func keymapText(_ name: String) -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("Keymaps/\(name).keymap")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      preconditionFailure("\(file.path) cannot be read")
    }
    return text
  }
}
