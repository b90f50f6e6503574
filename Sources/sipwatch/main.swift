import Glibc
import SIPWatchCommands

exit(Program.run(Array(CommandLine.arguments.dropFirst())))
