/// Telling a bare status line from an HTTP server that answers with one.
extension MessageParser {
    /// Header fields that HTTP has and SIP has not (in lower case).
    private static let foreignFields = [
        "accept-ranges", "age", "cache-control", "connection", "etag", "keep-alive", "last-modified", "location",
        "pragma", "proxy-connection", "set-cookie", "transfer-encoding", "vary",
    ]

    /// Whether a response that has no CSeq to read is SIP all the same.
    func isPlausibleResponse(_ bytes: Span<UInt8>) -> Bool {
        if message.callID != nil || (message.from != nil && message.to != nil) { return true }
        var isForeign = message.anomalies.contains { $0.kind == .lineWithoutColon }
        for field in message.fields {
            switch field.name {
            case .cSeq: return true
            case .via where bytes.hasPrefix("sip", at: field.value.range.lowerBound): return true
            case .other where isForeignField(bytes, field.nameRange.range): isForeign = true
            default: break
            }
        }
        return !isForeign
    }

    private func isForeignField(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Bool {
        Self.foreignFields.contains { $0.utf8.count == name.count && bytes.hasPrefix($0, at: name.lowerBound) }
    }
}
