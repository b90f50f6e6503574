import SIPParsing

/// Where the parts of an exchange stand once they are appended to those of another one.
struct Renumbering {
    let legs: Int
    let transactions: Int
    let messages: Int
    let details: Int
    let text: Int
    let transfers: Int
    let redirects: Int
    let dialogs: Int
    /// The places of its endpoints in the other's list.
    let endpoints: [UInt8]

    /// Appending to `exchange`, which gets the endpoints here and now.
    init(appending other: Exchange, to exchange: inout Exchange) {
        legs = exchange.legs.count
        transactions = exchange.transactions.count
        messages = exchange.messages.count
        details = exchange.details.count
        text = exchange.text.count
        transfers = exchange.transfers.count
        redirects = exchange.redirects.count
        dialogs = exchange.dialogs.count
        endpoints = other.endpoints.map { exchange.place(of: $0) }
    }

    func message(_ index: MessageIndex?) -> MessageIndex? { index.map { $0 + messages } }

    func transaction(_ index: TransactionIndex?) -> TransactionIndex? { index.map { $0 + transactions } }

    func endpoint(_ place: UInt8) -> UInt8 {
        endpoints.indices.contains(Int(place)) ? endpoints[Int(place)] : place
    }

    func text(_ range: ByteRange) -> ByteRange {
        ByteRange(start: range.start &+ UInt32(truncatingIfNeeded: text), count: range.count)
    }

    func sighting(_ sighting: Sighting) -> Sighting {
        var moved = sighting
        moved.message = message(sighting.message)
        moved.source = endpoint(sighting.source)
        moved.destination = endpoint(sighting.destination)
        return moved
    }
}
