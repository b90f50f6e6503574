import TraceTypes
import _TestSupport

/// Chunks of HEP for a message from alice to bob.
enum HEPSample {
    static let family: [UInt8] = [0, 0, 0, 1, 0, 7, 2]
    static let udp: [UInt8] = [0, 0, 0, 2, 0, 7, 17]
    static let source: [UInt8] = [0, 0, 0, 3, 0, 10] + Bytes.big(UInt32(Sample.alice.low))
    static let destination: [UInt8] = [0, 0, 0, 4, 0, 10] + Bytes.big(UInt32(Sample.bob.low))
    static let source6: [UInt8] = [0, 0, 0, 5, 0, 22] + Bytes.big(Sample.alice6.high) + Bytes.big(Sample.alice6.low)
    static let destination6: [UInt8] = [0, 0, 0, 6, 0, 22] + Bytes.big(Sample.bob6.high) + Bytes.big(Sample.bob6.low)
    static let ports: [UInt8] = [0, 0, 0, 7, 0, 8, 0x13, 0xc4, 0, 0, 0, 8, 0, 8, 0x13, 0xd8]
    static let time: [UInt8] = [0, 0, 0, 9, 0, 10, 0, 0, 0, 9, 0, 0, 0, 10, 0, 10, 0, 0, 0, 5]
    static let sip: [UInt8] = [0, 0, 0, 11, 0, 7, 1]
    static let password: [UInt8] = [0, 0, 0, 14, 0, 12] + Array("secret".utf8)
    static let chunks = [family, udp, source, destination, ports, time, sip, password]
    static let chunks6 = [udp, source6, destination6, ports, sip]
    /// Nine seconds and five microseconds, as the second version writes them.
    static let littleTime: [UInt8] = [9, 0, 0, 0, 5, 0, 0, 0, 1, 0, 0, 0]
}
