import Foundation
import Testing
import _TestSupport

@Suite("The same call is found in every encapsulation")
struct EncapsulationTests {
    @Test(arguments: Encapsulation.all)
    func call(_ encapsulation: Encapsulation) throws {
        let recorded = try ReportDocument(of: Fixture(encapsulation.recorded).path)
        let report = try ReportDocument(of: encapsulation.path)
        #expect(report.messages == recorded.messages)
        #expect(report.capture.undecodedFrames.isEmpty)
        #expect(report.capture.incompleteFrames.isEmpty)
        #expect(report.calls.map(\.outcome) == ["answered"])
        #expect(report.calls.map(\.callIDs) == recorded.calls.map(\.callIDs))
        #expect(report.findings.map(\.rule) == [])
        let messages = report.calls.flatMap(\.messages)
        let expected = recorded.calls.flatMap(\.messages)
        #expect(messages.map { $0.summary.prefix { $0 != " " } } == expected.map { $0.summary.prefix { $0 != " " } })
        #expect(Set(messages.map(\.transport)) == [encapsulation.transport])
        let isCaller = expected.map { $0.source.hasPrefix("192.0.2.10:") }
        let (caller, callee) = (encapsulation.caller, encapsulation.callee)
        #expect(messages.map(\.source) == isCaller.map { $0 ? caller : callee })
        #expect(messages.map(\.destination) == isCaller.map { $0 ? callee : caller })
        if encapsulation.keepsTimes { #expect(messages.map(\.time) == expected.map(\.time)) }
    }

    @Test("The table names the files that there are")
    func table() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Encapsulation.folder.path)
        #expect(Set(names) == Set(Encapsulation.all.map(\.name) + ["README.md"]))
        #expect(Set(Encapsulation.all.map(\.name)).count == Encapsulation.all.count)
    }

    @Test("The script writes the bytes that are checked in", .enabled(if: Program.areInstalled("python3")))
    func script() throws {
        let folder = try TemporaryFolder()
        let ended = try Program(Fixture.project.appending(path: "Scripts/encapsulate").path).run([folder.path])
        #expect(ended.errors.isEmpty)
        #expect(ended.status == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: Encapsulation.folder.path)
        #expect(names.count == Encapsulation.all.count + 1)
        for name in names {
            let written = FileManager.default.contents(atPath: "\(folder.path)/\(name)")
            #expect(
                written == FileManager.default.contents(atPath: Encapsulation.folder.appending(path: name).path),
                "\(name)")
        }
    }
}
