extension SIPScenario {
    /// What a session description says, apart from what no test cares about.
    package struct SessionDescription: Sendable {
        /// The address of the origin.
        package var origin: String
        /// The address of the connection, where it is another one.
        package var address: String?
        /// The version of the origin.
        package var version = "1"
        /// The kinds of media, in order.
        package var media = ["audio"]
        /// The port of each medium; the last one is that of the media after it, two further on each.
        package var ports: [UInt16] = [40_000]
        /// The payload types of each medium.
        package var codecs = ["0"]
        /// The attribute of direction, if there is one.
        package var direction: String?

        /// One audio stream, offered from an address.
        package init(origin: String) {
            self.origin = origin
        }

        /// The body.
        package var body: Body {
            var lines = ["v=0", "o=- 1 \(version) IN \(network(origin))", "s=-", "c=IN \(network(address ?? origin))"]
            lines.append("t=0 0")
            for (index, medium) in media.enumerated() {
                lines.append("m=\(medium) \(port(of: index)) RTP/AVP \(codecs.joined(separator: " "))")
                for codec in codecs where (96...127).contains(Int(codec) ?? 0) {
                    lines.append("a=rtpmap:\(codec) telephone-event/8000")
                }
                if let direction { lines.append("a=\(direction)") }
            }
            return Body(type: "application/sdp", lines.map { $0 + "\r\n" }.joined())
        }

        private func port(of index: Int) -> UInt16 {
            if ports.indices.contains(index) { return ports[index] }
            let last = ports.last ?? 0
            return last == 0 ? 0 : last &+ UInt16(2 * (index + 1 - ports.count))
        }

        private func network(_ address: String) -> String {
            (address.contains(":") ? "IP6 " : "IP4 ") + address
        }
    }
}
