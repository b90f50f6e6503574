import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// An INVITE, or the 2xx to it, that comes from a public address, names it in Contact, and has a private one for
    /// the media: what an address translator that rewrites SIP in part leaves behind, or a device that was told its
    /// public address for SIP alone. The media then goes nowhere.
    ///
    /// A device behind a translator that names its private address everywhere is normal, and so is one with ICE. A
    /// receiver with a private address may be in the same network.
    static let halfRewrittenAddress = Rule(
        "transport/half-rewritten-address", .warning, when: .init(facts: .session)
    ) { exchange, _ in
        exchange.offenders { exchange.privateMedia(of: $0) }.map { offender in
            let record = exchange.messages[offender.message]
            return Evidence(
                confidence: .likely, messages: [offender.message],
                message: [
                    "message": exchange.messageName(offender.message), "sender": "\(exchange.source(of: record))",
                    "media": .text(escaped(offender.what)), "times": .number(offender.count, above: 1),
                ])
        }
    }
}

extension Exchange {
    /// The private address for media in a message that names its public source in Contact.
    fileprivate func privateMedia(of index: MessageIndex) -> String? {
        let record = messages[index]
        let source = source(of: record).address
        guard record.method == .invite, record.isRequest || (200...299).contains(record.status),
            transaction(of: record)?.viaCount == 1, !source.isPrivate, namesPrivateMedia(index),
            !reachesPrivate(record),
            let contact = detail(.header(.contact), of: index), let uri = NameAddress(text.span, contact)?.uri,
            IPAddress(host: uri.host) == source, let body = detail(.sessionDescription, of: index),
            let description = SessionDescription(text.span, body)
        else { return nil }
        let media = description.media.filter { $0.port != 0 }
        guard !media.contains(where: \.usesICE) else { return nil }
        return media.compactMap { $0.connection ?? description.connection }.first {
            IPAddress(host: $0)?.isPrivate == true
        }
    }
}

extension Exchange {
    /// Whether any line `c=` of a message's session description has a private address.
    private func namesPrivateMedia(_ index: MessageIndex) -> Bool {
        descriptionLines(Self.connection, of: index).contains { line in
            // Of `IN IP4 198.51.100.1`, two numbers tell.
            if line.count > 9, text[line.lowerBound + 5] == 52 {
                let (first, next) = octet(line.lowerBound + 7, line)
                return IPAddress(v4: first << 24 | octet(next, line).value << 16).isPrivate
            }
            let words = text.span.text(ByteRange(line)).split(separator: " ")
            return words.count > 2 && IPAddress(host: String(words[2]))?.isPrivate == true
        }
    }

    /// The number that begins at an offset, as far as it fits a byte, and the offset behind its dot.
    private func octet(_ start: Int, _ line: Range<Int>) -> (value: UInt32, next: Int) {
        var value: UInt32 = 0
        var offset = start
        while offset < line.upperBound, 48...57 ~= text[offset], offset < start + 3 {
            value = value * 10 + UInt32(text[offset] - 48)
            offset += 1
        }
        return (value & 0xFF, offset + 1)
    }

    /// Whether a message, or a copy of it behind an address translator, goes to a private address.
    private func reachesPrivate(_ record: MessageRecord) -> Bool {
        messages.contains {
            $0.transaction == record.transaction && $0.isRequest == record.isRequest
                && destination(of: $0).address.isPrivate
        }
    }
}

extension IPAddress {
    /// Whether it holds in a private network, on a link or in a host only: 10/8, 172.16/12, 192.168/16, 100.64/10,
    /// 127/8, 169.254/16, fc00::/7, fe80::/10 or ::1.
    fileprivate var isPrivate: Bool {
        switch family {
        case .v4:
            let bits = UInt32(truncatingIfNeeded: low)
            return bits >> 24 == 10 || bits >> 20 == 0xAC1 || bits >> 16 == 0xC0A8 || bits >> 22 == 0x191
                || bits >> 24 == 127 || bits >> 16 == 0xA9FE
        case .v6: return high >> 57 == 0x7E || high >> 54 == 0x3FA || (high == 0 && low == 1)
        }
    }
}
