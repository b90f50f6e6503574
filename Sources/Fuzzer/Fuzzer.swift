import FuzzTargets

/// Finds inputs that break the parser, when built by Scripts/fuzz; in any other build tells what some files do.
@main
enum Fuzzer {
    static func main() {
        #if FUZZING
            FuzzLoop.run()
        #else
            Replay.run(CommandLine.arguments.dropFirst())
        #endif
    }
}
