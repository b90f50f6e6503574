import SIPDialogs
import SIPParsing
import TraceTypes

/// The figures of each peer, for a bounded number of them.
public struct PeerTable: Sendable {
    /// Peers that are counted apart, as they come.
    public static let limit = 256

    private var peers: [IPAddress: PeerFigures] = [:]
    /// All further peers, counted together.
    public private(set) var others = PeerFigures()

    /// The peers, those asked most often first.
    public var sorted: [(address: IPAddress, figures: PeerFigures)] {
        peers.map { ($0.key, $0.value) }.sorted {
            ($1.1.attempts, $0.0.family.rawValue, $0.0.high, $0.0.low)
                < ($0.1.attempts, $1.0.family.rawValue, $1.0.high, $1.0.low)
        }
    }

    /// Counts an attempt with each address that it asked.
    mutating func add(_ exchange: Exchange, _ attempt: Attempt, _ timers: TimerValues) {
        var known: [IPAddress] = []
        for index in attempt.transactions {
            let address = exchange.server(of: index)
            guard !known.contains(address) else { continue }
            known.append(address)
            let requests = attempt.transactions.lazy.filter { exchange.server(of: $0) == address }
            if peers.count < Self.limit || peers[address] != nil {
                peers[address, default: PeerFigures()].add(exchange, requests, timers)
            } else {
                others.add(exchange, requests, timers)
            }
        }
    }
}

extension Exchange {
    /// The address that a request went to.
    fileprivate func server(of index: TransactionIndex) -> IPAddress {
        endpoints[Int(transactions[index].destination)].address
    }
}
