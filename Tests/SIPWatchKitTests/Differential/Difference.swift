/// A point at which sipwatch and tshark disagree about a capture.
struct Difference: Sendable, CustomStringConvertible {
    /// What they disagree about.
    enum Subject: Hashable, Sendable {
        /// Whether the capture can be read at all.
        case capture
        /// Whether there is a message.
        case message
        /// A field of a message.
        case field(MessageField)
    }

    /// The capture's name.
    let capture: String
    /// What they disagree about.
    let subject: Subject
    /// The frame that completed the message.
    var frame: UInt64 = 0
    /// Which of the frame's messages it is, from 0.
    var position = 0
    /// The message as sipwatch reads it.
    var ours: DissectedMessage?
    /// The message as tshark reads it.
    var theirs: DissectedMessage?
    /// What sipwatch says of a capture that it cannot read.
    var complaint: String?

    /// A capture that sipwatch cannot read.
    init(capture: String, complaint: String) {
        self.capture = capture
        self.complaint = complaint
        subject = .capture
    }

    private init(
        _ capture: String, _ frame: UInt64, _ position: Int, _ subject: Subject, _ ours: DissectedMessage?,
        _ theirs: DissectedMessage?
    ) {
        self.capture = capture
        self.frame = frame
        self.position = position
        self.subject = subject
        self.ours = ours
        self.theirs = theirs
    }

    /// The place and both values.
    var description: String {
        let place = "\(capture), frame \(frame), message \(position)"
        switch subject {
        case .capture: return complaint ?? capture
        case .message:
            let start = (ours ?? theirs)?.values[.start] ?? ""
            return "\(place): \(start), seen by \(ours == nil ? "tshark" : "sipwatch") only"
        case .field(let field):
            let values = [ours, theirs].map { $0?.values[field]?.debugDescription ?? "none" }
            return "\(place): \(field) is \(values[0]) here and \(values[1]) in tshark"
        }
    }

    /// All of them in a capture; messages are paired by frame and by their order in it.
    static func all(in capture: String, ours: [DissectedMessage], theirs: [DissectedMessage]) -> [Difference] {
        let ours = Dictionary(grouping: ours, by: \.frame)
        let theirs = Dictionary(grouping: theirs, by: \.frame)
        return Set(ours.keys).union(theirs.keys).sorted().flatMap { frame in
            pairs(ours[frame] ?? [], theirs[frame] ?? []).enumerated().flatMap { position, pair in
                subjects(pair.ours, pair.theirs).map {
                    Difference(capture, frame, position, $0, pair.ours, pair.theirs)
                }
            }
        }
    }

    private static func pairs(
        _ ours: [DissectedMessage], _ theirs: [DissectedMessage]
    ) -> [(ours: DissectedMessage?, theirs: DissectedMessage?)] {
        (0..<max(ours.count, theirs.count)).map {
            ($0 < ours.count ? ours[$0] : nil, $0 < theirs.count ? theirs[$0] : nil)
        }
    }

    private static func subjects(_ ours: DissectedMessage?, _ theirs: DissectedMessage?) -> [Subject] {
        guard let ours, let theirs else { return [.message] }
        return MessageField.allCases.filter { ours.values[$0] != theirs.values[$0] }.map { .field($0) }
    }
}
