import Foundation
import SIPReporting
import SIPWatchKit
import Testing
import _TestSupport

@Suite("Figures of recorded captures")
struct FiguresTests {
    @Test("The parts add up, and agree with what is said of the calls", arguments: Fixture.all)
    func sums(_ fixture: Fixture) throws {
        let report = try Analyzer.analyze(files: [fixture.path])
        let figures = report.figures
        for counts in [figures.calls.counts, figures.registrations.counts] {
            let failed = counts.failures.counts.values.reduce(0, +)
            let parts = counts.answered + failed + counts.cancelled + counts.unanswered + counts.undetermined
            #expect(counts.attempts == parts)
            #expect(counts.statuses.total <= counts.determined)
            #expect(counts.failures.others == 0)
        }
        for figure in figures.ratios {
            guard case .ratio(let ratio) = figure.value else { continue }
            #expect((0...ratio.denominator).contains(ratio.numerator), "\(figure.key)")
        }
        #expect(figures.cutExchanges == 0)
        // Each call is one attempt at least, unless it began before the capture.
        let calls = report.calls.count
        #expect(figures.calls.counts.attempts + figures.calls.counts.partial >= calls)
        let isRegistered = report.otherExchanges.keys.contains { $0.hasPrefix("REGISTER") }
        #expect((figures.registrations.counts.attempts > 0) == isRegistered)
    }

    @Test("There are fixtures to add up")
    func fixtures() {
        #expect(Fixture.all.count > 20)
    }

    @Test(
        "The figures are the same whatever is kept of the exchanges",
        arguments: ["call/busy-486", "call/answered-via-proxy"])
    func retention(name: String) throws {
        let fixture = Fixture(name)
        var options = AnalysisOptions()
        let kept = try Analyzer.analyze(files: [fixture.path], options: options)
        options.retention = .none
        let forgotten = try Analyzer.analyze(files: [fixture.path], options: options)
        #expect(kept.figures.calls.counts.attempts > 0)
        #expect(kept.figures.calls.counts.statuses.counts == forgotten.figures.calls.counts.statuses.counts)
        #expect(forgotten.exchanges.isEmpty)
    }
}
