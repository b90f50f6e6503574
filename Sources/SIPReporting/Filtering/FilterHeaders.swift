import SIPParsing

/// The header fields that a filter can ask for.
enum FilterHeaders {
    /// Those that tracking keeps, of all messages or of some.
    static let kept: [HeaderName] = [
        .allow, .callInfo, .contact, .contentEncoding, .contentType, .date, .diversion, .event, .expires, .featureCaps,
        .historyInfo, .identity, .infoPackage, .join, .minExpires, .minSE, .pAssertedIdentity, .pChargingVector,
        .proxyRequire, .rAck, .rSeq, .reason, .recordRoute, .referEventsAt, .referSub, .referTo, .referredBy, .replaces,
        .require, .retryAfter, .route, .server, .sessionExpires, .sessionID, .sipETag, .sipIfMatch, .subscriptionState,
        .supported, .suppressIfMatch, .targetDialog, .unsupported, .userAgent, .warning, .xCID, .xCallID,
    ]

    /// The one of them with a name, in any case.
    static func named(_ name: String) -> HeaderName? {
        kept.first { $0.rawValue.lowercased() == name.lowercased() }
    }
}
