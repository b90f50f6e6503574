#if !FUZZING
    import FuzzTargets
    import Foundation

    /// Runs files through a target, and prints what does not hold.
    enum Replay {
        private static let usage = """
            usage: Fuzzer TARGET FILE...

            Feeds each file to a fuzz target and prints the invariants that it breaks. The exit status is 0 when none
            is broken, 1 when one is, 2 for wrong usage or a file that cannot be read.

            Targets: \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))

            """

        static func run(_ arguments: ArraySlice<String>) -> Never {
            if arguments.first == "--help" || arguments.first == "-h" {
                print(usage, terminator: "")
                exit(0)
            }
            guard arguments.count >= 2, let target = arguments.first.flatMap(FuzzTarget.init) else {
                fail(usage)
            }
            var isBroken = false
            for path in arguments.dropFirst() {
                guard let data = FileManager.default.contents(atPath: path) else { fail("cannot read '\(path)'\n") }
                let violations = target.violations([UInt8](data).span)
                for violation in violations { print("\(path): \(violation)") }
                isBroken = isBroken || !violations.isEmpty
            }
            exit(isBroken ? 1 : 0)
        }

        private static func fail(_ text: String) -> Never {
            FileHandle.standardError.write(Data(text.utf8))
            exit(2)
        }
    }
#endif
