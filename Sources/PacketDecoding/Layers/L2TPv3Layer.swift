/// A session of L2TP, version 3 (RFC 3931). Its ends have agreed on the length of a cookie, on a field for the sequence
/// and on what is carried, none of which a packet tells.
enum L2TPv3Layer {
    static func read(_ bytes: Span<UInt8>, _ cursor: inout LayerCursor) -> LayerStep {
        guard cursor.has(4) else { return .undecoded(.shortTunnelHeader) }
        let isControl = bytes.bigEndian32(at: cursor.offset) == 0
        guard !isControl else { return .other(.tunnelControl) }
        cursor.offset += 4
        // A cookie of no, four or eight bytes, and four more for the sequence.
        for ahead in stride(from: 0, through: 12, by: 4) where Plausible.isEthernet(bytes, cursor, ahead: ahead) {
            cursor.offset += ahead
            return .next(EthernetLayer.read)
        }
        for ahead in stride(from: 0, through: 12, by: 4) where Plausible.isIP(bytes, cursor, ahead: ahead) {
            cursor.offset += ahead
            return .next(RawIPLayer.read)
        }
        return cursor.isTruncated ? .undecoded(.shortTunnelHeader) : .other(.otherLinkProtocol)
    }
}
