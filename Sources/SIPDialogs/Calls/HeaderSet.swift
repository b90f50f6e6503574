import SIPParsing

/// Which of the header fields that rules ask for a message has, in 64 bits.
public struct HeaderSet: OptionSet, Sendable, Hashable {
    /// The bits.
    public var rawValue: UInt64

    /// Makes a set from bits.
    public init(rawValue: UInt64) {
        self.rawValue = rawValue
    }

    /// The set of one name; empty for a name that no rule asks for.
    public init(_ name: HeaderName) {
        rawValue = Self.bits[Int(Self.place(of: name))]
    }

    /// Whether the set has this header field. Never true of a name that no rule asks for.
    public func contains(_ name: HeaderName) -> Bool {
        !isDisjoint(with: HeaderSet(name))
    }

    private static let bits: InlineArray<65, UInt64> = {
        var bits = InlineArray<65, UInt64>(repeating: 0)
        for place in 1...64 { bits[place] = 1 << UInt64(place - 1) }
        return bits
    }()

    private static func place(of name: HeaderName) -> UInt8 {
        switch name {
        case .via: 1
        case .maxForwards: 2
        case .contact: 3
        case .route: 4
        case .recordRoute: 5
        case .authorization: 6
        case .proxyAuthorization: 7
        case .wwwAuthenticate: 8
        case .proxyAuthenticate: 9
        case .require: 10
        case .proxyRequire: 11
        case .supported: 12
        case .unsupported: 13
        case .allow: 14
        case .accept: 15
        case .acceptEncoding: 16
        case .acceptLanguage: 17
        case .contentLength: 18
        case .contentType: 19
        case .expires: 20
        case .minExpires: 21
        case .minSE: 22
        case .sessionExpires: 23
        case .rSeq: 24
        case .rAck: 25
        case .event: 26
        case .allowEvents: 27
        case .subscriptionState: 28
        case .referTo: 29
        case .referredBy: 30
        case .replaces: 31
        case .join: 32
        case .targetDialog: 33
        case .referSub: 34
        case .referEventsAt: 35
        case .retryAfter: 36
        case .callInfo: 37
        case .reason: 38
        case .warning: 39
        case .sipETag: 40
        case .sipIfMatch: 41
        case .suppressIfMatch: 42
        case .sessionID: 43
        case .historyInfo: 44
        case .diversion: 45
        case .identity: 46
        case .pAssertedIdentity: 47
        case .date: 48
        case .infoPackage: 49
        case .recvInfo: 50
        case .featureCaps: 51
        case .geolocationError: 52
        case .alertMsgError: 53
        case .securityServer: 54
        case .path: 55
        case .userAgent: 56
        case .server: 57
        case .xCallID: 58
        case .xCID: 59
        case .pChargingVector: 60
        case .contentEncoding: 61
        case .authenticationInfo: 62
        case .privacy: 63
        case .flowTimer: 64
        default: 0
        }
    }
}
