import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Reads the SIP messages out of tshark's packet details (PDML): each `sip` right below a packet is one. A message
/// quoted in another one's body, or in an ICMP error, lies deeper and is not counted.
final class PacketDetails: NSObject, XMLParserDelegate {
    /// The messages, in order.
    private(set) var messages: [DissectedMessage] = []

    private var path: [String] = []
    private var frame: UInt64 = 0
    private var seen: [String: Int] = [:]

    /// Reads a whole document; nil where it is none.
    static func messages(in document: Data) -> [DissectedMessage]? {
        let details = PacketDetails()
        let parser = XMLParser(data: document)
        parser.delegate = details
        return parser.parse() ? details.messages : nil
    }

    /// Takes in the start of an element.
    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        let name = attributes["name"] ?? element
        switch path.count {
        case 2: startProtocol(name)
        case 3 where path[2] == "geninfo" && name == "num": frame = attributes["show"].flatMap { UInt64($0) } ?? 0
        case 3... where path[2] == "sip": take(name, attributes)
        default: break
        }
        path.append(name)
    }

    /// Takes in the end of an element.
    func parser(
        _ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?
    ) {
        path.removeLast()
    }

    private func startProtocol(_ name: String) {
        if name == "sip" {
            messages.append(DissectedMessage(frame: frame))
            seen = [:]
        }
    }

    /// Takes in an element of a message: of each header field, the first.
    private func take(_ name: String, _ attributes: [String: String]) {
        guard !path.contains("sip.msg_body") else { return }
        seen[name, default: 0] += 1
        guard let field = MessageField.byElement[name], seen[name] == 1, path.allSatisfy({ seen[$0, default: 1] == 1 })
        else { return }
        messages[messages.count - 1].values[field] = Self.text(field, attributes)
    }

    /// The element's bytes where they are the value, else its value as tshark shows it.
    private static func text(_ field: MessageField, _ attributes: [String: String]) -> String? {
        guard field.isVerbatim, let hex = attributes["value"] else { return attributes["show"] }
        let digits = hex.compactMap(\.hexDigitValue)
        let bytes = stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
        return String(latin1: bytes)
    }
}
