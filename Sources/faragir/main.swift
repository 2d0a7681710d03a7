import Glibc

exit(Faragir.run(Array(CommandLine.arguments.dropFirst())).rawValue)
