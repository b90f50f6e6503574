/// A header field name that this library knows: all that IANA registers, and some that are met without being
/// registered. The raw value is the canonical spelling.
///
/// The types that read their values are found by ``valueType``:
///
/// | header fields | type |
/// |---|---|
/// | From, To, Route, Record-Route, Path, Service-Route, Reply-To, Referred-By, P-Asserted-Identity, P-Preferred-Identity, P-Associated-URI, P-Called-Party-ID, P-Served-User, P-Profile-Key, P-Charge-Info, P-DCS-Trace-Party-ID, P-Refused-URI-List, Permission-Missing, Remote-Party-ID | ``NameAddress`` |
/// | Contact | ``ContactList`` |
/// | Refer-To | ``ReferTo`` |
/// | Diversion | ``Diversion`` |
/// | History-Info | ``HistoryInfo`` |
/// | Replaces, Join, Target-Dialog | ``Replaces`` |
/// | Via | ``Via`` |
/// | Call-ID, In-Reply-To, X-Call-ID, X-CID | ``CallID`` |
/// | CSeq, Content-Length | ``Message`` |
/// | RAck | ``RAck`` |
/// | Event | ``EventHeader`` |
/// | Subscription-State | ``SubscriptionState`` |
/// | Refer-Sub | ``ReferSub`` |
/// | Reason | ``ReasonHeader`` |
/// | Warning | ``WarningHeader`` |
/// | Retry-After | ``RetryAfter`` |
/// | Session-Expires | ``SessionExpires`` |
/// | Expires, Min-Expires, Min-SE, Max-Forwards, Max-Breadth, RSeq, Flow-Timer | ``HeaderNumber`` |
/// | Date | ``SIPDate`` |
/// | Timestamp | ``TimestampHeader`` |
/// | WWW-Authenticate, Proxy-Authenticate | ``Challenge`` |
/// | Authorization, Proxy-Authorization | ``Credentials`` |
/// | Authentication-Info | ``AuthenticationInfo`` |
/// | Security-Client, Security-Server, Security-Verify | ``SecurityMechanism`` |
/// | Identity | ``Identity`` |
/// | Privacy | ``Privacy`` |
/// | Priority | ``Priority`` |
/// | Resource-Priority, Accept-Resource-Priority | ``ResourcePriority`` |
/// | Session-ID | ``SessionID`` |
/// | User-to-User | ``UserToUser`` |
/// | Server, User-Agent | ``Software`` |
/// | Content-Type, Accept | ``MediaType`` |
/// | Content-Disposition | ``ContentDisposition`` |
/// | Geolocation-Error, AlertMsg-Error | ``ErrorCode`` |
/// | P-Charging-Vector | ``ChargingVector`` |
/// | Call-Info, Alert-Info, Error-Info | ``CallInfo`` |
/// | Geolocation, Identity-Info, Refer-Events-At, Policy-Contact, Policy-ID, Trigger-Consent, P-User-Database, Content-ID | ``URIWithParameters`` |
/// | Require, Supported, Unsupported, Proxy-Require, Allow-Events, Content-Encoding, Content-Language, Request-Disposition, P-Early-Media | ``OptionTags`` |
/// | Allow, P-Asserted-Service, P-Preferred-Service, P-Media-Authorization | ``TokenList`` |
/// | Accept-Contact, Reject-Contact, Feature-Caps, Accept-Encoding, Accept-Language, Info-Package, Recv-Info, Answer-Mode, Priv-Answer-Mode, P-Answer-State, Geolocation-Routing, P-Access-Network-Info, Cellular-Network-Info, P-Visited-Network-ID, P-Private-Network-Indication, P-DCS-Billing-Info, P-DCS-LAES, P-DCS-Redirect | ``TokenWithParameters`` |
/// | P-Charging-Function-Addresses, P-RTP-Stat, X-RTP-Stat | ``ParameterList`` |
/// | SIP-ETag, SIP-If-Match, Suppress-If-Match, MIME-Version, P-DCS-OSPS | ``HeaderToken`` |
/// | Subject, Organization | ``HeaderText`` |
/// | Additional-Identity, Alert-Message, Attestation-Info, DC-Info, Encryption, Hide, Origination-Id, P-Charge-Number, Priority-Share, Priority-Verstat, Reason-Phrase, Relayed-Charge, Resource-Share, Response-Key, Response-Source, Restoration-Info, Service-Interact-Info, Session | text only: ``HeaderField/value`` |
///
/// ``Message`` also holds what correlation needs of Call-ID, From, To and Via. A single ``NameAddress``, ``Via`` and so
/// on reads one value; its `list` reads the values between commas.
public enum HeaderName: String, Sendable, CaseIterable {
    case accept = "Accept"
    case acceptContact = "Accept-Contact"
    case acceptEncoding = "Accept-Encoding"
    case acceptLanguage = "Accept-Language"
    case acceptResourcePriority = "Accept-Resource-Priority"
    case additionalIdentity = "Additional-Identity"
    case alertInfo = "Alert-Info"
    case alertMessage = "Alert-Message"
    case alertMsgError = "AlertMsg-Error"
    case allow = "Allow"
    case allowEvents = "Allow-Events"
    case answerMode = "Answer-Mode"
    case attestationInfo = "Attestation-Info"
    case authenticationInfo = "Authentication-Info"
    case authorization = "Authorization"
    case callID = "Call-ID"
    case callInfo = "Call-Info"
    case cellularNetworkInfo = "Cellular-Network-Info"
    case contact = "Contact"
    case contentDisposition = "Content-Disposition"
    case contentEncoding = "Content-Encoding"
    case contentID = "Content-ID"
    case contentLanguage = "Content-Language"
    case contentLength = "Content-Length"
    case contentType = "Content-Type"
    case cSeq = "CSeq"
    case date = "Date"
    case dcInfo = "DC-Info"
    case diversion = "Diversion"
    case encryption = "Encryption"
    case errorInfo = "Error-Info"
    case event = "Event"
    case expires = "Expires"
    case featureCaps = "Feature-Caps"
    case flowTimer = "Flow-Timer"
    case from = "From"
    case geolocation = "Geolocation"
    case geolocationError = "Geolocation-Error"
    case geolocationRouting = "Geolocation-Routing"
    case hide = "Hide"
    case historyInfo = "History-Info"
    case identity = "Identity"
    case identityInfo = "Identity-Info"
    case inReplyTo = "In-Reply-To"
    case infoPackage = "Info-Package"
    case join = "Join"
    case maxBreadth = "Max-Breadth"
    case maxForwards = "Max-Forwards"
    case mimeVersion = "MIME-Version"
    case minExpires = "Min-Expires"
    case minSE = "Min-SE"
    case organization = "Organization"
    case originationId = "Origination-Id"
    case pAccessNetworkInfo = "P-Access-Network-Info"
    case pAnswerState = "P-Answer-State"
    case pAssertedIdentity = "P-Asserted-Identity"
    case pAssertedService = "P-Asserted-Service"
    case pAssociatedURI = "P-Associated-URI"
    case pCalledPartyID = "P-Called-Party-ID"
    case pChargeInfo = "P-Charge-Info"
    case pChargeNumber = "P-Charge-Number"
    case pChargingFunctionAddresses = "P-Charging-Function-Addresses"
    case pChargingVector = "P-Charging-Vector"
    case pDCSBillingInfo = "P-DCS-Billing-Info"
    case pDCSLAES = "P-DCS-LAES"
    case pDCSOSPS = "P-DCS-OSPS"
    case pDCSRedirect = "P-DCS-Redirect"
    case pDCSTracePartyID = "P-DCS-Trace-Party-ID"
    case pEarlyMedia = "P-Early-Media"
    case pMediaAuthorization = "P-Media-Authorization"
    case pPreferredIdentity = "P-Preferred-Identity"
    case pPreferredService = "P-Preferred-Service"
    case pPrivateNetworkIndication = "P-Private-Network-Indication"
    case pProfileKey = "P-Profile-Key"
    case pRefusedURIList = "P-Refused-URI-List"
    case pRTPStat = "P-RTP-Stat"
    case pServedUser = "P-Served-User"
    case pUserDatabase = "P-User-Database"
    case pVisitedNetworkID = "P-Visited-Network-ID"
    case path = "Path"
    case permissionMissing = "Permission-Missing"
    case policyContact = "Policy-Contact"
    case policyID = "Policy-ID"
    case priority = "Priority"
    case priorityShare = "Priority-Share"
    case priorityVerstat = "Priority-Verstat"
    case privAnswerMode = "Priv-Answer-Mode"
    case privacy = "Privacy"
    case proxyAuthenticate = "Proxy-Authenticate"
    case proxyAuthorization = "Proxy-Authorization"
    case proxyRequire = "Proxy-Require"
    case rAck = "RAck"
    case reason = "Reason"
    case reasonPhrase = "Reason-Phrase"
    case recordRoute = "Record-Route"
    case recvInfo = "Recv-Info"
    case referEventsAt = "Refer-Events-At"
    case referSub = "Refer-Sub"
    case referTo = "Refer-To"
    case referredBy = "Referred-By"
    case rejectContact = "Reject-Contact"
    case relayedCharge = "Relayed-Charge"
    case remotePartyID = "Remote-Party-ID"
    case replaces = "Replaces"
    case replyTo = "Reply-To"
    case requestDisposition = "Request-Disposition"
    case require = "Require"
    case resourcePriority = "Resource-Priority"
    case resourceShare = "Resource-Share"
    case responseKey = "Response-Key"
    case responseSource = "Response-Source"
    case restorationInfo = "Restoration-Info"
    case retryAfter = "Retry-After"
    case route = "Route"
    case rSeq = "RSeq"
    case securityClient = "Security-Client"
    case securityServer = "Security-Server"
    case securityVerify = "Security-Verify"
    case server = "Server"
    case serviceInteractInfo = "Service-Interact-Info"
    case serviceRoute = "Service-Route"
    case session = "Session"
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
    case xCallID = "X-Call-ID"
    case xCID = "X-CID"
    case xRTPStat = "X-RTP-Stat"
    /// A name that is none of these; its text stands in the message.
    case other = ""
}
