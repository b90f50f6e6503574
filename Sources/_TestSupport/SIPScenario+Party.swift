import TraceTypes

extension SIPScenario {
    /// Somebody who sends or receives.
    package struct Party: Sendable, Hashable {
        /// The user part of the URI; the tag is made of it.
        package var name: String
        /// Address and port.
        package var endpoint: Endpoint

        /// A party at 192.0.2.`host`.
        package init(_ name: String, host: UInt8, port: UInt16 = 5060) {
            self.init(name, Endpoint(address: IPAddress(v4: 0xC000_0200 | UInt32(host)), port: port))
        }

        /// A party anywhere.
        package init(_ name: String, _ endpoint: Endpoint) {
            self.name = name
            self.endpoint = endpoint
        }

        /// The address of record, which is the contact as well; it has a port where that is not 5060.
        package var uri: String {
            let host = endpoint.address.family == .v6 ? "[\(endpoint.address)]" : "\(endpoint.address)"
            return "sip:\(name)@\(host)" + (endpoint.port == 5060 ? "" : ":\(endpoint.port)")
        }

        /// The tag in From of its requests and in To of its responses.
        package var tag: String { "\(name)-tag" }

        /// 192.0.2.1, the caller as a rule.
        package static let alice = Party("alice", host: 1)
        /// 192.0.2.2, the callee as a rule.
        package static let bob = Party("bob", host: 2)
        /// 192.0.2.3, the target of transfers and redirects as a rule.
        package static let carol = Party("carol", host: 3)
        /// 192.0.2.4.
        package static let dave = Party("dave", host: 4)
        /// 192.0.2.9.
        package static let proxy = Party("proxy", host: 9)
    }
}
