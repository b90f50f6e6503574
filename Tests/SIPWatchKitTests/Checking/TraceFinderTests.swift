import Foundation
import SIPWatchKit
import Testing
import _TestSupport

@Suite("Words of a command line are turned into traces")
struct TraceFinderTests {
    private func folder(_ names: String...) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for name in names { _ = try folder.write([], name) }
        return folder
    }

    @Test func aFolderStandsForAllCapturesBelow() throws {
        let folder = try folder("b.pcap", "a.pcapng.gz", "notes.txt", "deep/c.CAP", "deep/d.pcap.zst", ".hidden/e.pcap")
        let found = TraceFinder.find([folder.path])
        #expect(
            found.traces == ["a.pcapng.gz", "b.pcap", "deep/c.CAP", "deep/d.pcap.zst"].map { "\(folder.path)/\($0)" })
        #expect(found.problems.isEmpty && found.orphans.isEmpty)
    }

    @Test func aFolderWithoutCapturesIsAProblem() throws {
        let folder = try folder("notes.txt")
        let found = TraceFinder.find([folder.path])
        #expect(found.traces.isEmpty)
        #expect(found.problems.count == 1)
    }

    @Test func expectationsWithoutTheirTraceAreTold() throws {
        let folder = try folder(
            "a.pcap", "a.sipwatch.yaml", "b.sipwatch.yaml", ".sipwatch.yaml", "c.pcapng.gz", "c.sipwatch.yaml")
        #expect(TraceFinder.find([folder.path]).orphans == ["\(folder.path)/b.sipwatch.yaml"])
    }

    @Test func patternsFindFiles() throws {
        let folder = try folder("run1/a.pcap", "run2/a.pcap", "run2/b.txt", "other/a.pcap")
        #expect(
            TraceFinder.find(["\(folder.path)/run*/*.pcap"]).traces
                == ["run1/a.pcap", "run2/a.pcap"].map { "\(folder.path)/\($0)" })
        #expect(TraceFinder.find(["\(folder.path)/**/a.pcap"]).traces.count == 3)
        #expect(TraceFinder.find(["\(folder.path)/x*.pcap"]).problems.count == 1)
    }

    @Test func hiddenFilesAndPipesAreLeftOut() throws {
        let folder = try folder("a.pcap", "._a.pcap", "._a.sipwatch.yaml")
        try folder.makePipe("pipe.pcap")
        #expect(TraceFinder.find([folder.path]).traces == ["\(folder.path)/a.pcap"])
        #expect(TraceFinder.find([folder.path]).orphans.isEmpty)
        #expect(TraceFinder.find(["\(folder.path)/*.pcap"]).traces == ["\(folder.path)/a.pcap"])
        #expect(TraceFinder.find(["\(folder.path)/pipe.pcap"]).traces == ["\(folder.path)/pipe.pcap"])
    }

    @Test func linksAreFollowedAndEnd() throws {
        let folder = try folder("real/a.pcap", "elsewhere/b.pcap", "real/deep/c.pcap")
        let (path, files) = (folder.path, FileManager.default)
        try files.createSymbolicLink(atPath: "\(path)/alias", withDestinationPath: "real")
        try files.createSymbolicLink(atPath: "\(path)/real/up", withDestinationPath: "..")
        try files.createSymbolicLink(atPath: "\(path)/real/d.pcap", withDestinationPath: "../elsewhere")
        try files.createSymbolicLink(atPath: "\(path)/real/gone.pcap", withDestinationPath: "nowhere")
        let found = TraceFinder.find([path])
        #expect(
            found.traces
                == ["elsewhere/b.pcap", "real/a.pcap", "real/deep/c.pcap", "real/gone.pcap"].map { "\(path)/\($0)" })
        #expect(
            TraceFinder.find(["\(path)/real"]).traces.map { $0.dropFirst(path.count) }
                == ["/real/a.pcap", "/real/d.pcap/b.pcap", "/real/deep/c.pcap", "/real/gone.pcap"])
        #expect(TraceFinder.find(["\(path)/al*/a.pcap"]).traces == ["\(path)/alias/a.pcap"])
        #expect(TraceFinder.find(["\(path)/**/c.pcap"]).traces.contains("\(path)/alias/deep/c.pcap"))
    }

    @Test func aWordHasOneProblem() throws {
        let folder = try folder("notes.txt")
        let found = TraceFinder.find(["\(folder.path)/nox/*.pcap", "\(folder.path)/notes.txt/*.pcap"])
        #expect(found.problems.map(\.word) == ["nox/*.pcap", "notes.txt/*.pcap"].map { "\(folder.path)/\($0)" })
        #expect(found.problems.allSatisfy { $0.message.hasPrefix("there is no folder") })
    }

    @Test func misnamedExpectationsAreNoOrphans() throws {
        let folder = try folder(
            "a.pcap", "a.sipwatch.yml", "b.pcap.gz", "b.pcap.sipwatch.yaml", "c.sipwatch.yml", "d.pcap.sipwatch.yaml")
        #expect(
            TraceFinder.find([folder.path]).orphans
                == ["c.sipwatch.yml", "d.pcap.sipwatch.yaml"].map { "\(folder.path)/\($0)" })
    }

    @Test func eachTraceIsThereOnce() throws {
        let folder = try folder("a.pcap", "b.pcap")
        let found = TraceFinder.find(["\(folder.path)/b.pcap", folder.path, "\(folder.path)/missing.pcap"])
        #expect(found.traces == ["b.pcap", "a.pcap", "missing.pcap"].map { "\(folder.path)/\($0)" })
    }

    @Test(arguments: [
        ("x/trace.pcap", "x/trace.sipwatch.yaml"), ("trace.pcapng.gz", "trace.sipwatch.yaml"),
        ("trace.cap.zst", "trace.sipwatch.yaml"), ("trace", "trace.sipwatch.yaml"),
        ("run.1.pcap", "run.1.sipwatch.yaml"),
    ])
    func expectationsStandBesideTheTrace(trace: String, expectations: String) {
        #expect(TraceFinder.expectations(of: trace) == expectations)
    }
}
