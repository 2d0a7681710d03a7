// swift-tools-version:6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module of the house: what it is made of, in the order of the dependencies.
func module(
  _ name: String, on dependencies: [Target.Dependency] = [], _ more: [SwiftSetting] = []
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict + more)
}

// A key runs two thousand short pieces of code that would lie on three hundred pages; most of its
// time went into fetching them. So in a release each function is a section of its own, and the
// linker puts those of Sources/faragir/hot-code.order together (`.ci/order-hot-code` writes it).
// Not for the libraries: a package with such settings cannot be depended on.
let ordered: [SwiftSetting] = [
  .unsafeFlags(["-Xfrontend", "-function-sections"], .when(configuration: .release))
]
// The loop and the stack of screens are generic; this makes them concrete in the program.
let opened: [SwiftSetting] = [
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release))
]
let order: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-use-ld=lld", "-Xlinker", "--no-warn-symbol-ordering", "-Xlinker",
      "--symbol-ordering-file=\(Context.packageDirectory)/Sources/faragir/hot-code.order",
    ], .when(configuration: .release))
]

func tests(
  _ name: String, on dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "faragir",
  products: [
    .library(name: "Persian", targets: ["Persian"]),
    .library(name: "Training", targets: ["Training"]),
    .executable(name: "faragir", targets: ["faragir"]),
  ],
  targets: [
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CCrypt", providers: [.apt(["libcrypt-dev"])]),

    // Pure: Persian text, numbers and calendar. No Foundation.
    module("Persian"),
    // Pure: people, courses, attendance, rules, lifecycles, reports as sheets.
    module("Training", on: ["Persian"]),
    // The records file: SQLite, migrations, journal, backup.
    module("Store", on: ["CSQLite", "CCrypt", "Training", "Persian"], ordered),
    // CSV, XLSX and paper, to and from sheets.
    module("Interchange", on: ["CZlib", "Training", "Persian"]),
    // What an actor may do, one transaction each; undo and exchange.
    module("UseCases", on: ["Store", "Interchange", "Training", "Persian"]),
    // Frames, keys, widgets, the event loop. No ncurses.
    module("TerminalKit", on: ["Persian"], ordered + opened),
    // The one door to ncurses.
    module("CursesTerminal", on: ["CNcurses", "TerminalKit", "Persian"], ordered),
    // The portal: menus, screens, every Persian phrase.
    module(
      "Screens", on: ["TerminalKit", "UseCases", "Interchange", "Store", "Training", "Persian"],
      ordered),
    // The files beside the program. In C: a Swift target with resources would import Foundation.
    .target(name: "CAssets", resources: [.copy("../../Assets"), .copy("../../Keymaps")]),
    // Options, paths, wiring, subcommands.
    .executableTarget(
      name: "faragir",
      dependencies: [
        "Screens", "CursesTerminal", "TerminalKit", "UseCases", "Interchange", "Store", "Training",
        "Persian", "CAssets",
      ],
      exclude: ["hot-code.order"], swiftSettings: strict + ordered, linkerSettings: order),
    // Writes the tables of Persian from Unicode's data files; not part of the product.
    .executableTarget(name: "unicode-tables", swiftSettings: strict),

    // What tests share: snapshots, the robot. A test target, so that no product build sees it.
    tests("TestKit", on: ["Screens", "TerminalKit", "UseCases", "Store", "Training", "Persian"]),
    tests("PersianTests", on: ["Persian", "unicode-tables", "TestKit"]),
    tests(
      "TrainingTests", on: ["Training", "Persian", "TestKit"], exclude: ["StateTables"]),
    tests("StoreTests", on: ["Store", "Training", "Persian", "TestKit"]),
    tests("InterchangeTests", on: ["Interchange", "Training", "Persian", "TestKit"]),
    tests(
      "UseCasesTests", on: ["UseCases", "Store", "Interchange", "Training", "Persian", "TestKit"]),
    tests(
      "TerminalKitTests", on: ["TerminalKit", "Persian", "TestKit"], exclude: ["Snapshots"]),
    tests(
      "ScreensTests",
      on: ["Screens", "TerminalKit", "UseCases", "Store", "Training", "Persian", "TestKit"],
      exclude: ["Snapshots"]),
    // The built program: command line, pseudo-terminals, tmux, kill -9, two processes.
    tests(
      "EndToEndTests", on: ["faragir", "UseCases", "Store", "Training", "Persian", "TestKit"],
      exclude: ["Scripts"]),
    // The house itself: imports, sizes, format, keymaps, migrations.
    tests("ConventionTests", on: ["TestKit"]),
  ]
)
