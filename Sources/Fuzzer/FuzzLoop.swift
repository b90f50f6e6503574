#if FUZZING
    import CLibFuzzer
    import FuzzTargets
    import Glibc

    /// libFuzzer with a target, which the environment names: libFuzzer gives its own arguments to those it starts.
    enum FuzzLoop {
        private static let target: FuzzTarget = {
            let name = variable("SIPWATCH_FUZZ_TARGET")
            guard let target = FuzzTarget(rawValue: name) else {
                print("Fuzzer: no target '\(name)'; SIPWATCH_FUZZ_TARGET names it")
                exit(2)
            }
            return target
        }()

        /// Runs libFuzzer with the program's arguments.
        static func run() -> Never {
            _ = target
            var count = CommandLine.argc
            var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe CommandLine.unsafeArgv
            // Safety: libFuzzer gives a pointer to so many bytes, which stay until the callback returns.
            let status = unsafe LLVMFuzzerRunDriver(&count, &arguments) { start, count in
                let buffer = unsafe UnsafeBufferPointer(start: start, count: count)
                FuzzLoop.tryInput(unsafe Span(_unsafeElements: buffer))
                return 0
            }
            exit(status)
        }

        private static func tryInput(_ bytes: Span<UInt8>) {
            let violations = target.violations(bytes)
            guard !violations.isEmpty else { return }
            print(violations.joined(separator: "\n"))
            fflush(nil)
            // The signal is what libFuzzer takes for a failure, and keeps the input for.
            abort()
        }

        private static func variable(_ name: String) -> String {
            unsafe getenv(name).map { unsafe String(cString: $0) } ?? ""
        }
    }
#endif
