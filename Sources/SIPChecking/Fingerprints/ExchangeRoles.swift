import SIPDialogs
import TraceTypes

/// Who is who in an exchange, in words that stay the same when the scenario is recorded again from other ports, and as a
/// rule from other addresses.
struct ExchangeRoles {
    /// What tells parties apart: their addresses alone, because ports change; on one host, where caller and callee have
    /// the same address, the ports as well.
    private enum Party: Hashable {
        case host(IPAddress)
        case endpoint(Endpoint)
    }

    private let isByPort: Bool
    private let caller: Party?
    private let callee: Party?
    /// In the order of appearance.
    private let parties: [Party]

    init(_ exchange: Exchange) {
        // The client of the first leg's first request is the caller, even where its response alone was seen.
        let first = exchange.transactions.first { $0.leg == 0 } ?? exchange.transactions.first
        let client = first.flatMap { exchange.endpoint(at: $0.source) }
        let server = first.flatMap { exchange.endpoint(at: $0.destination) }
        let isByPort = client?.address == server?.address
        self.isByPort = isByPort
        caller = client.map { Self.party($0, isByPort) }
        callee = server.map { Self.party($0, isByPort) }
        parties = exchange.endpoints.reduce(into: []) { parties, endpoint in
            let party = Self.party(endpoint, isByPort)
            if !parties.contains(party) { parties.append(party) }
        }
    }

    /// `caller`, `callee`, or the place of the address among those of the exchange, from 1: `party3`.
    func role(of endpoint: Endpoint) -> String {
        let party = Self.party(endpoint, isByPort)
        if party == caller { return "caller" }
        if party == callee { return "callee" }
        return "party\((parties.firstIndex(of: party) ?? parties.count) + 1)"
    }

    private static func party(_ endpoint: Endpoint, _ isByPort: Bool) -> Party {
        isByPort ? .endpoint(endpoint) : .host(endpoint.address)
    }
}

extension Exchange {
    /// The endpoint at a place of the list; nil where there is none.
    fileprivate func endpoint(at place: UInt8) -> Endpoint? {
        endpoints.indices.contains(Int(place)) ? endpoints[Int(place)] : nil
    }
}
