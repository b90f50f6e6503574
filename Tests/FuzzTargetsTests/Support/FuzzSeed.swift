import Foundation
import _TestSupport

/// The seed of this run's random numbers: another one each time, unless the environment gives it.
enum FuzzSeed {
    private static let variable = "SIPWATCH_FUZZ_SEED"

    static let current: UInt64 = {
        let given = ProcessInfo.processInfo.environment[variable].flatMap { UInt64($0) }
        let seed = given ?? UInt64.random(in: 0...UInt64(UInt32.max))
        // Said before anything else happens: a trap leaves no time for it.
        print("Fuzz targets: seed \(seed); \(variable)=\(seed) runs the same inputs again")
        return seed
    }()
}
