import SIPDialogs
import SIPWatchKit
import Testing
import TraceTypes

@testable import SIPWatchCommands

@Suite("What a command line asks of the analysis")
struct AnalysisOptionsTests {
    private func options(_ arguments: [String]) throws -> AnalysisOptions {
        try AnalysisOptions(ArgumentParser.parse(["analyze"] + arguments + ["trace.pcap"]))
    }

    @Test(
        "The profile gives the timers, and what is given wins",
        arguments: [
            ([], 500, 4_000, 5_000), (["--profile", "rfc3261"], 500, 4_000, 5_000),
            (["--profile", "ims"], 2_000, 16_000, 17_000), (["--profile=ims", "--T1", "500"], 500, 16_000, 17_000),
            (["--T2", "8000", "--profile", "ims"], 2_000, 8_000, 17_000),
            (["--profile", "ims", "--T4", "5000"], 2_000, 16_000, 5_000), (["--T1", "1000"], 1_000, 4_000, 5_000),
        ] as [([String], Int64, Int64, Int64)])
    func timers(arguments: [String], t1: Int64, t2: Int64, t4: Int64) throws {
        #expect(
            try options(arguments).timers
                == TimerValues(t1: .milliseconds(t1), t2: .milliseconds(t2), t4: .milliseconds(t4)))
    }

    @Test func anUnknownProfileIsRefused() {
        #expect(throws: UsageError.self) { _ = try options(["--profile", "IMS"]) }
    }

    @Test(
        "Names of header fields are added to the usual ones",
        arguments: [([], []), (["--leg-header", "X-Leg", "--leg-header=X-Other"], ["X-Leg", "X-Other"])])
    func legHeaders(arguments: [String], names: [String]) throws {
        #expect(try options(arguments).relatingHeaders == ["X-Call-ID", "X-CID"] + names)
    }
}
