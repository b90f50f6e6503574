import Glibc
import SIPWatchCommands

// Python and others start programs with SIGPIPE ignored; a closed pipe has to end this one all the same.
signal(SIGPIPE, SIG_DFL)
exit(Program.run(Array(CommandLine.arguments.dropFirst())))
