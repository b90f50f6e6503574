import SIPWatchKit
import Testing
import TraceTypes

@testable import SIPWatchCommands

@Suite struct OutputPlanTests {
    @Test(arguments: [
        (["-i", "lo", "-C", "5"], "--rotate-size needs a file to write; name it with -w", CommandName.watch),
        (["-i", "lo", "-G", "5"], "--rotate-time needs a file to write; name it with -w", .watch),
        (["-i", "lo", "-W", "5"], "--keep-files needs a file to write; name it with -w", .watch),
        (
            ["-i", "lo", "-w", "a", "-W", "5"],
            "--keep-files needs to know when a new file begins; say it with --rotate-size or --rotate-time", .watch
        ),
        (
            ["-i", "lo", "-w", "-", "-G", "5"],
            "files that follow each other cannot go to standard output; name a file with -w", .watch
        ),
        (
            ["-w", "a.pcapng.gz", "b"], "-w writes no compressed files; write 'a.pcapng' and run gzip on it", .analyze
        ),
        (
            ["-w", "-", "-f", "jsonl", "b"],
            "frames and jsonl cannot both go to standard output; name a file for one, with -w or -o", .analyze
        ),
        (["-w", "x", "-o", "x", "b"], "-w and -o name the same file; name two", .analyze),
        (["-w", "./x", "-o", "x", "b"], "-w and -o name the same file; name two", .analyze),
        (
            ["-w", "x", "--call", "1", "a", "/dev/null"],
            "the frames of a call are read a second time, and '/dev/null' cannot be; save it in a file first", .analyze
        ),
        (
            ["-w", "x", "--call", "1", "-"],
            "the frames of a call are read a second time, and standard input cannot be; save it in a file first",
            .analyze
        ),
    ])
    func whatCannotBeWritten(_ arguments: [String], _ message: String, _ command: CommandName) throws {
        let invocation = try ArgumentParser.parse(arguments)
        #expect(throws: UsageError(message, command: command)) { _ = try OutputPlan.make(invocation) }
    }

    @Test func nothingIsSavedUnlessAskedFor() throws {
        let plan = try OutputPlan.make(ArgumentParser.parse(["-i", "lo"])).get()
        #expect(plan.save == nil)
        #expect(plan.reportFile == nil)
    }

    @Test func whatIsSaved() throws {
        let line = ["-i", "lo", "-w", "a.pcapng", "-C", "5", "-G", "7", "-W", "3"]
        let save = try #require(try OutputPlan.make(ArgumentParser.parse(line)).get().save)
        #expect(save.path == "a.pcapng")
        #expect(save.rotateSize == 5_000_000)
        #expect(save.rotateTime == .seconds(7))
        #expect(save.keepFiles == 3)
        #expect(save.application == "sipwatch \(Program.version)")
        #expect(!save.savesCallsOnly)
        let call = try ArgumentParser.parse(["--call", "1", "-w", "a", "b"])
        #expect(try OutputPlan.make(call).get().save?.savesCallsOnly == true)
    }
}
