import SIPParsing

/// The header fields that a filter can ask for.
enum FilterHeaders {
    /// Those that tracking keeps, of all messages or of some.
    static let kept: [HeaderName] = [
        .allow, .callInfo, .contact, .contentEncoding, .contentType, .event, .expires, .reason, .referSub, .referTo,
        .referredBy, .replaces, .require, .retryAfter, .server, .subscriptionState, .unsupported, .userAgent, .warning,
    ]

    /// The one of them with a name, in any case.
    static func named(_ name: String) -> HeaderName? {
        kept.first { $0.rawValue.lowercased() == name.lowercased() }
    }
}
