import TraceTypes

/// A machine of the synthetic network, with one address of each family.
struct Host: Sendable {
    /// Its place in the network, from 0.
    let number: Int
    let v4: IPAddress
    let v6: IPAddress
    /// What it calls itself in User-Agent or Server.
    let product: String
    /// The two addresses as a Via sent-by or a URI writes them.
    private let v4Text: String
    private let v6Text: String
    private let v6Bare: String

    init(number: Int, v4: IPAddress, v6: IPAddress, product: String) {
        self.number = number
        self.v4 = v4
        self.v6 = v6
        self.product = product
        v4Text = v4.description
        v6Bare = v6.description
        v6Text = "[" + v6Bare + "]"
    }

    func address(isV6: Bool) -> IPAddress {
        isV6 ? v6 : v4
    }

    /// The address as a URI has it: IPv6 in brackets.
    func uriText(isV6: Bool) -> String {
        isV6 ? v6Text : v4Text
    }

    /// The address on its own, as SDP and `received` have it.
    func bareText(isV6: Bool) -> String {
        isV6 ? v6Bare : v4Text
    }
}
