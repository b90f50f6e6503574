import SIPDialogs
import SIPFindings
import SIPParsing
import SIPReporting
import TraceTypes

/// Counting things in a trace.
extension CountSubject {
    /// How many there are, and of how many of their kind; nil where percentages make no sense.
    ///
    /// Messages are counted as the report counts them, every packet of them: requests and responses with those that a
    /// timer repeated and with copies of a packet that the capture has twice.
    func count(in judging: Judging) -> (part: Int, whole: Int?) {
        let report = judging.trace.report
        let counts = report.counts
        func exchanges(_ kind: Exchange.Kind) -> Int { report.exchanges.count { $0.summary.kind == kind } }
        func findings(_ severity: Severity?) -> Int {
            judging.trace.findings.count {
                !$0.isSuppressed && (severity == nil || $0.finding.severity == severity)
            }
        }
        switch self {
        case .calls: return (exchanges(.call), nil)
        case .registrations: return (exchanges(.registration), nil)
        case .transfers: return (judging.exchanges.reduce(0) { $0 + $1.exchange.transfers.count }, nil)
        case .redirects: return (judging.exchanges.reduce(0) { $0 + $1.exchange.redirects.count }, nil)
        case .messages: return (counts.total, nil)
        case .requests: return (counts.requestTotal, counts.total)
        case .responses: return (counts.responseTotal, counts.total)
        case .retransmissions: return (counts.retransmissions, counts.total)
        case .duplicates: return (counts.duplicates, counts.total)
        case .malformed: return (counts.malformed, counts.total)
        case .findings: return (findings(nil), nil)
        case .errors: return (findings(.error), nil)
        case .warnings: return (findings(.warning), nil)
        case .method(let name): return (counts.requests[name] ?? 0, counts.requestTotal)
        case .status(let pattern):
            let codes = counts.responses.filter { pattern.codes.contains($0.key) }
            return (codes.values.reduce(0, +), counts.responseTotal)
        case .outcome(let word):
            return (report.calls.count { $0.summary.outcome == word }, exchanges(.call))
        case .figure(let key):
            guard case .ratio(let ratio)? = report.figures.ratios.first(where: { $0.key == key })?.value else {
                return (0, 0)
            }
            return (ratio.numerator, ratio.denominator)
        }
    }

    /// Whether messages are counted, which no filter narrows.
    var isOfMessages: Bool {
        switch self {
        case .messages, .requests, .responses, .retransmissions, .duplicates, .malformed, .method, .status: true
        default: false
        }
    }

    /// The frames of what is counted, as far as exchanges have them, with the exchange of the first.
    func evidence(in judging: Judging) -> (frames: [FrameNumber], exchange: Int?) {
        switch self {
        case .retransmissions: return messages(in: judging) { $0.record.isSentAgain }
        case .duplicates: return messages(in: judging) { $0.record.flags.contains(.duplicate) }
        case .method(let name): return messages(in: judging) { $0.record.isRequest && $0.methodName == name }
        case .status(let pattern):
            return messages(in: judging) { !$0.record.isRequest && pattern.contains($0.record.status) }
        case .malformed:
            return messages(in: judging) { place in
                place.record.details.contains {
                    if case .anomaly(let kind) = place.view.exchange.details[Int($0)].kind {
                        kind.isError
                    } else {
                        false
                    }
                }
            }
        case .outcome(let word):
            let views = judging.exchanges(.call).filter { $0.judged.summary.outcome == word }
            let frames = views.prefix(Observation.framesShown)
                .compactMap { JudgedCall($0, judging).decisiveFrame }
            return (frames, views.first?.id)
        case .findings, .errors, .warnings:
            let severity: Severity? = self == .errors ? .error : self == .warnings ? .warning : nil
            let found = judging.trace.findings.filter {
                !$0.isSuppressed && (severity == nil || $0.finding.severity == severity)
            }
            return (found.flatMap(\.finding.frames), found.first?.finding.exchange)
        default: return ([], nil)
        }
    }

    private func messages(
        in judging: Judging, where isCounted: (MessagePlace) -> Bool
    ) -> (frames: [FrameNumber], exchange: Int?) {
        var found: [MessagePlace] = []
        for view in judging.exchanges {
            for index in view.exchange.messages.indices where found.count < Observation.framesShown {
                let place = MessagePlace(view: view, index: index)
                if isCounted(place) { found.append(place) }
            }
        }
        return (found.map(\.frame), found.first?.view.id)
    }
}

extension MessageCounts {
    fileprivate var requestTotal: Int { requests.values.reduce(0, +) }
    fileprivate var responseTotal: Int { responses.values.reduce(0, +) }
}
