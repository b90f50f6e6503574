import TraceTypes

extension Flow {
    /// A trace and what is to be found in it.
    package struct Case: Sendable, CustomStringConvertible {
        /// Area and rule of the file.
        package var flow: String
        /// What the case is about.
        package var title: String
        /// Where in the file it begins.
        package var line: Int
        /// The messages.
        package var scenario = SIPScenario()
        /// The findings, in the order of the file.
        package var expectations: [Expectation] = []
        /// Rules that a capture cut short finds, because what makes up for the fault comes after their deadline.
        package var cured: Set<String> = []
        /// When the capture ends, in seconds; nil: with the last message.
        package var until: Double?
        /// Whether the capture is known to have lost frames.
        package var hasLoss = false
        /// T1, T2 and T4 where they are not the usual ones.
        package var timers = Timers()

        init(flow: String, title: String, line: Int) {
            self.flow = flow
            self.title = title
            self.line = line
        }

        /// `transfer/no-notify:12: accepted, and nothing more`.
        package var description: String { "\(flow):\(line): \(title)" }

        /// When the capture ends.
        package var end: Timestamp {
            until.map(SIPScenario.time) ?? scenario.messages.last?.header.time ?? SIPScenario.time(0)
        }

        /// The messages as the bytes of a pcap file that goes on until the end, see ``SIPScenario/capture``.
        package var capture: [UInt8] { scenario.capture(until: until.map(SIPScenario.time)) }
    }

    /// A finding without its words.
    package struct Expectation: Sendable, Hashable {
        /// Area and what is wrong.
        package var rule: String
        /// `error`, `warning` or `info`.
        package var severity: String
        /// `proven`, `observed` or `likely`.
        package var confidence: String
        /// The frames, in order; nil where any will do.
        package var frames: [UInt64]?
    }

    /// The protocol's base timers, nil where they have their usual values.
    package struct Timers: Sendable {
        /// T1.
        package var t1: TimeSpan?
        /// T2.
        package var t2: TimeSpan?
        /// T4.
        package var t4: TimeSpan?
    }
}
