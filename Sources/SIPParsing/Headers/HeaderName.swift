/// A header field name that this library knows: IANA's registry as far as traces hold it, and two that are not in it
/// (Diversion, RFC 5806; Remote-Party-ID). The raw value is the canonical spelling.
///
/// The types that read their values:
///
/// | header fields | type |
/// |---|---|
/// | From, To, Route, Record-Route, Path, Service-Route, Reply-To, Referred-By, P-Asserted-Identity, P-Preferred-Identity, Remote-Party-ID, Diversion, History-Info | ``NameAddress`` |
/// | Contact | ``ContactList`` |
/// | Refer-To | ``ReferTo`` |
/// | Replaces, Join, Target-Dialog | ``Replaces`` |
/// | Via | ``Via`` |
/// | Event | ``EventHeader`` |
/// | Subscription-State | ``SubscriptionState`` |
/// | Reason | ``ReasonHeader`` |
/// | Warning | ``WarningHeader`` |
/// | Retry-After | ``RetryAfter`` |
/// | Call-Info, Alert-Info, Error-Info | ``CallInfo`` |
/// | WWW-Authenticate, Proxy-Authenticate | ``Challenge`` |
/// | Authorization, Proxy-Authorization | ``Credentials`` |
/// | Require, Supported, Unsupported, Proxy-Require, Allow-Events | ``OptionTags`` |
/// | Content-Type | ``MediaType`` |
/// | Expires, Min-Expires, Max-Forwards, Min-SE, Session-Expires, RSeq | ``HeaderNumber`` |
/// | Refer-Sub | ``ReferSub`` |
/// | Call-ID, CSeq, Content-Length, and From, To, Via as far as correlation goes | ``Message`` |
public enum HeaderName: String, Sendable, CaseIterable {
    case accept = "Accept"
    case acceptContact = "Accept-Contact"
    case acceptEncoding = "Accept-Encoding"
    case acceptLanguage = "Accept-Language"
    case acceptResourcePriority = "Accept-Resource-Priority"
    case alertInfo = "Alert-Info"
    case alertMsgError = "AlertMsg-Error"
    case allow = "Allow"
    case allowEvents = "Allow-Events"
    case answerMode = "Answer-Mode"
    case authenticationInfo = "Authentication-Info"
    case authorization = "Authorization"
    case callID = "Call-ID"
    case callInfo = "Call-Info"
    case contact = "Contact"
    case contentDisposition = "Content-Disposition"
    case contentEncoding = "Content-Encoding"
    case contentID = "Content-ID"
    case contentLanguage = "Content-Language"
    case contentLength = "Content-Length"
    case contentType = "Content-Type"
    case cSeq = "CSeq"
    case date = "Date"
    case diversion = "Diversion"
    case errorInfo = "Error-Info"
    case event = "Event"
    case expires = "Expires"
    case featureCaps = "Feature-Caps"
    case flowTimer = "Flow-Timer"
    case from = "From"
    case geolocation = "Geolocation"
    case geolocationError = "Geolocation-Error"
    case geolocationRouting = "Geolocation-Routing"
    case historyInfo = "History-Info"
    case identity = "Identity"
    case identityInfo = "Identity-Info"
    case infoPackage = "Info-Package"
    case inReplyTo = "In-Reply-To"
    case join = "Join"
    case maxBreadth = "Max-Breadth"
    case maxForwards = "Max-Forwards"
    case mimeVersion = "MIME-Version"
    case minExpires = "Min-Expires"
    case minSE = "Min-SE"
    case organization = "Organization"
    case pAccessNetworkInfo = "P-Access-Network-Info"
    case pAssertedIdentity = "P-Asserted-Identity"
    case pAssertedService = "P-Asserted-Service"
    case pAssociatedURI = "P-Associated-URI"
    case pCalledPartyID = "P-Called-Party-ID"
    case pChargingFunctionAddresses = "P-Charging-Function-Addresses"
    case pChargingVector = "P-Charging-Vector"
    case pEarlyMedia = "P-Early-Media"
    case pPreferredIdentity = "P-Preferred-Identity"
    case pPreferredService = "P-Preferred-Service"
    case pVisitedNetworkID = "P-Visited-Network-ID"
    case path = "Path"
    case permissionMissing = "Permission-Missing"
    case priority = "Priority"
    case privacy = "Privacy"
    case proxyAuthenticate = "Proxy-Authenticate"
    case proxyAuthorization = "Proxy-Authorization"
    case proxyRequire = "Proxy-Require"
    case rAck = "RAck"
    case reason = "Reason"
    case recordRoute = "Record-Route"
    case recvInfo = "Recv-Info"
    case referEventsAt = "Refer-Events-At"
    case referSub = "Refer-Sub"
    case referTo = "Refer-To"
    case referredBy = "Referred-By"
    case rejectContact = "Reject-Contact"
    case remotePartyID = "Remote-Party-ID"
    case replaces = "Replaces"
    case replyTo = "Reply-To"
    case requestDisposition = "Request-Disposition"
    case require = "Require"
    case resourcePriority = "Resource-Priority"
    case retryAfter = "Retry-After"
    case route = "Route"
    case rSeq = "RSeq"
    case securityClient = "Security-Client"
    case securityServer = "Security-Server"
    case securityVerify = "Security-Verify"
    case server = "Server"
    case serviceRoute = "Service-Route"
    case sessionExpires = "Session-Expires"
    case sessionID = "Session-ID"
    case sipETag = "SIP-ETag"
    case sipIfMatch = "SIP-If-Match"
    case subject = "Subject"
    case subscriptionState = "Subscription-State"
    case supported = "Supported"
    case suppressIfMatch = "Suppress-If-Match"
    case targetDialog = "Target-Dialog"
    case timestamp = "Timestamp"
    case to = "To"
    case triggerConsent = "Trigger-Consent"
    case unsupported = "Unsupported"
    case userAgent = "User-Agent"
    case userToUser = "User-to-User"
    case via = "Via"
    case warning = "Warning"
    case wwwAuthenticate = "WWW-Authenticate"
    /// A name that is none of these; its text stands in the message.
    case other = ""

    /// The one-letter form (RFC 3261 section 7.3.3 and the registry), where there is one.
    public var compactForm: Character? {
        switch self {
        case .acceptContact: "a"
        case .referredBy: "b"
        case .contentType: "c"
        case .requestDisposition: "d"
        case .contentEncoding: "e"
        case .from: "f"
        case .callID: "i"
        case .rejectContact: "j"
        case .supported: "k"
        case .contentLength: "l"
        case .contact: "m"
        case .event: "o"
        case .referTo: "r"
        case .subject: "s"
        case .to: "t"
        case .allowEvents: "u"
        case .via: "v"
        case .sessionExpires: "x"
        case .identity: "y"
        default: nil
        }
    }
}
