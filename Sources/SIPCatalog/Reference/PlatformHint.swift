/// The systems that the catalog knows settings of.
public enum Platform: String, CaseIterable, Sendable {
    case asterisk
    case freeswitch
    case kamailio
    case opensips
    case cisco
    case teams

    /// How it is called.
    public var name: String {
        switch self {
        case .asterisk: "Asterisk"
        case .freeswitch: "FreeSWITCH"
        case .kamailio: "Kamailio"
        case .opensips: "OpenSIPS"
        case .cisco: "Cisco"
        case .teams: "Microsoft Teams Direct Routing"
        }
    }

    /// The system that a Server or User-Agent value names; nil where it names none of these.
    public init?(product: String) {
        let product = product.lowercased()
        let marks: [(String, Platform)] = [
            ("asterisk", .asterisk), ("freepbx", .asterisk), ("fpbx", .asterisk), ("freeswitch", .freeswitch),
            ("kamailio", .kamailio), ("opensips", .opensips), ("cisco", .cisco), ("microsoft.pstnhub", .teams),
        ]
        guard let mark = marks.first(where: { product.contains($0.0) }) else { return nil }
        self = mark.1
    }
}

/// A setting of a system that helps with certain responses or findings.
public struct PlatformHint: Hashable, Sendable {
    /// The system.
    public let platform: Platform
    /// The setting's exact name.
    public let setting: String
    /// Where it is set.
    public let file: String
    /// The status codes and rules that it helps with.
    public let subjects: [String]
    /// What to set it to and why, in whole sentences.
    public let advice: String
    /// Addresses of the documentation.
    public let sources: [String]
}

extension PlatformHint {
    init(_ section: CatalogSection) throws(CatalogDataError) {
        var reader = SectionReader(section)
        platform = try reader.value("platform")
        setting = try reader.text("name")
        file = try reader.text("file")
        subjects = try reader.words("about")
        advice = try reader.text("advice")
        sources = try reader.list("source")
        try reader.finish()
    }
}
