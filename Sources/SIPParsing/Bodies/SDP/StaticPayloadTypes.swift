/// The payload types that have their meaning without an `a=rtpmap` (RFC 3551 section 6).
enum StaticPayloadTypes {
    private static let names: [Int: String] = [
        0: "PCMU", 3: "GSM", 4: "G723", 5: "DVI4", 6: "DVI4", 7: "LPC", 8: "PCMA", 9: "G722", 10: "L16", 11: "L16",
        12: "QCELP", 13: "CN", 14: "MPA", 15: "G728", 16: "DVI4", 17: "DVI4", 18: "G729", 25: "CelB", 26: "JPEG",
        28: "nv", 31: "H261", 32: "MPV", 33: "MP2T", 34: "H263",
    ]

    /// The encoding name of a payload type, when it is a static one.
    static func name(_ format: String) -> String? {
        Int(format).flatMap { names[$0] }
    }
}
