/// The payload types that have their meaning without an `a=rtpmap` (RFC 3551 section 6).
enum StaticPayloadTypes {
    /// What a payload type stands for; video has no channels, and MPEG audio names its own.
    struct Entry {
        let name: String
        let clockRate: UInt32
        let channels: Int?

        init(_ name: String, _ clockRate: UInt32, _ channels: Int? = nil) {
            self.name = name
            self.clockRate = clockRate
            self.channels = channels
        }
    }

    private static let entries: [String: Entry] = [
        "0": Entry("PCMU", 8_000, 1), "3": Entry("GSM", 8_000, 1), "4": Entry("G723", 8_000, 1),
        "5": Entry("DVI4", 8_000, 1), "6": Entry("DVI4", 16_000, 1), "7": Entry("LPC", 8_000, 1),
        "8": Entry("PCMA", 8_000, 1), "9": Entry("G722", 8_000, 1), "10": Entry("L16", 44_100, 2),
        "11": Entry("L16", 44_100, 1), "12": Entry("QCELP", 8_000, 1), "13": Entry("CN", 8_000, 1),
        "14": Entry("MPA", 90_000), "15": Entry("G728", 8_000, 1), "16": Entry("DVI4", 11_025, 1),
        "17": Entry("DVI4", 22_050, 1), "18": Entry("G729", 8_000, 1), "25": Entry("CelB", 90_000),
        "26": Entry("JPEG", 90_000), "28": Entry("nv", 90_000), "31": Entry("H261", 90_000),
        "32": Entry("MPV", 90_000), "33": Entry("MP2T", 90_000), "34": Entry("H263", 90_000),
    ]

    /// What a format stands for, when it is a static payload type.
    static func entry(_ format: String) -> Entry? {
        entries[format]
    }
}
