import SIPDialogs
import SIPReporting
import TraceTypes

/// The letters of the parties of an exchange, in the order in which they appear.
struct NormalizedParties {
    /// Linux picks ports from here on, other systems higher ones; servers have lower ones.
    private static let firstPickedPort: UInt16 = 32_768

    /// What goes by one letter.
    private struct Group {
        var name: String
        var members: [UInt8]
    }

    private var groups: [Group] = []
    private var places: [UInt8: Int] = [:]

    /// The parties of these messages.
    ///
    /// Endpoints that differ in a port alone that a system picked are one party, as a client is that connected again;
    /// unless messages pass between them, as between programs on one host.
    init(_ exchange: Exchange, _ shown: [MessageIndex]) {
        let messages = shown.map { exchange.messages[$0] }
        let pairs = Set(messages.flatMap { [[$0.source, $0.destination], [$0.destination, $0.source]] })
        for place in messages.flatMap({ [$0.source, $0.destination] }) where places[place] == nil {
            guard exchange.endpoints.indices.contains(Int(place)) else { continue }
            let endpoint = exchange.endpoints[Int(place)]
            let name = Self.name(endpoint)
            let group = groups.firstIndex { group in
                endpoint.port >= Self.firstPickedPort && group.name == name
                    && !group.members.contains { pairs.contains([$0, place]) }
            }
            places[place] = group ?? groups.count
            if let group {
                groups[group].members.append(place)
            } else {
                groups.append(Group(name: name, members: [place]))
            }
        }
    }

    /// The letter of an endpoint, by its place in the exchange's list.
    subscript(endpoint: UInt8) -> String { places[endpoint].map { PartyLetter.of($0) } ?? "?" }

    /// What the letters stand for: `A = 192.0.2.10:5060`.
    var legend: [String] { groups.enumerated().map { "\(PartyLetter.of($0)) = \($1.name)" } }

    /// Address and port; `*` for a port that a system picked.
    private static func name(_ endpoint: Endpoint) -> String {
        guard endpoint.port >= firstPickedPort else { return "\(endpoint)" }
        return "\(Endpoint(address: endpoint.address, port: 0))".dropLast() + "*"
    }

    /// Whether a port is one that a system picked.
    static func isPicked(_ port: UInt16) -> Bool { port >= firstPickedPort }
}
