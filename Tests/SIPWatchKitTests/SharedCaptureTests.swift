import Foundation
import SIPReporting
import SIPWatchKit
import Testing
import TraceTypes

/// Captures made by others, in the folder `captures` of what SIPWATCH_SHARED names, with a list of what is in them.
@Suite(
    "Captures made by others have the messages that their list says",
    .enabled(if: SharedCapture.folder != nil, "SIPWATCH_SHARED names no folder with captures/INDEX.tsv"))
struct SharedCaptureTests {
    /// All exchanges are kept, so that their messages can be added up.
    private static let options: AnalysisOptions = {
        var options = AnalysisOptions()
        options.retention = .all
        return options
    }()

    @Test(arguments: SharedCapture.all)
    func counts(_ capture: SharedCapture) throws {
        guard let difference = SharedCapture.differences[capture.name] else {
            let report = try Analyzer.analyze(files: [capture.path], options: Self.options)
            #expect(report.counts.total == capture.messages)
            if capture.messages == capture.counted {
                #expect(report.counts.requests == capture.methods)
                #expect(report.counts.responses == capture.statuses)
            }
            Self.checkAccount(report)
            return
        }
        guard let found = difference.found else {
            let error = #expect(throws: AnalysisError.self) { _ = try Analyzer.analyze(files: [capture.path]) }
            #expect(error?.description.hasPrefix(capture.path) == true)
            return
        }
        let report = try Analyzer.analyze(files: [capture.path], options: Self.options)
        #expect(report.counts.total == found, "\(difference.reason)")
        #expect(found != capture.messages, "no difference any more; take it out of the list")
        Self.checkAccount(report)
    }

    @Test func theListIsOfFilesThatExist() {
        #expect(SharedCapture.all.count > 80)
        #expect(Set(SharedCapture.differences.keys).isSubset(of: SharedCapture.all.map(\.name)))
    }

    /// Every frame has one class, and every message its exchange.
    private static func checkAccount(_ report: Report) {
        let account = report.account
        let parts = [account.otherFrames, account.undecodedFrames, account.incompleteFrames]
        #expect(
            Int(account.sipFrames + account.truncatedFrames) + parts.flatMap(\.values).reduce(0, +)
                == Int(account.frames))
        let placed = report.exchanges.map(\.summary.messages).reduce(0, +)
        #expect(placed + account.messagesWithoutCallID == report.counts.total)
        #expect(account.evictedExchanges == 0)
    }
}
