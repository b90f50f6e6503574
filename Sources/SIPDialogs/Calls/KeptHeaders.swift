import SIPParsing

/// Which header fields of a message are kept with their values because a rule or a report asks for them. Credentials never
/// are: of them the `HeaderSet` tells alone.
struct KeptHeaders {
    private let status: UInt16
    private let isRequest: Bool
    private let isInDialog: Bool
    private let method: SIPParsing.Method

    init(_ message: Message) {
        status = message.status ?? 0
        isRequest = message.method != nil
        isInDialog = message.toTag != nil
        method = message.method ?? message.cseqMethod
    }

    /// Whether the value of a header field is kept.
    func contains(_ name: HeaderName) -> Bool {
        switch name {
        case .reason, .referTo, .referredBy, .replaces, .join, .targetDialog, .referSub, .referEventsAt, .event,
            .subscriptionState, .rSeq, .rAck, .sessionExpires, .minSE, .minExpires, .sipETag, .sipIfMatch,
            .suppressIfMatch, .diversion, .historyInfo, .sessionID, .xCallID, .xCID, .pChargingVector, .require,
            .proxyRequire, .infoPackage, .identity, .pAssertedIdentity, .featureCaps, .expires:
            true
        case .callInfo, .retryAfter, .warning, .unsupported, .server: status >= 300
        case .userAgent: isRequest ? !isInDialog : status >= 300
        case .allow: status == 405
        case .accept: status == 406 || status == 415
        case .wwwAuthenticate: status == 401
        case .proxyAuthenticate: status == 407
        case .contact: status < 400 && method != .ack && method != .bye
        case .supported: isRequest && (method == .invite || method == .update || method == .register)
        case .route: isRequest && isInDialog
        case .recordRoute: !isRequest && status < 300
        case .date: isRequest && method == .invite
        default: false
        }
    }
}
