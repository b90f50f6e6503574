/// The parties of an exchange, with the names that the RFCs' examples give them.
enum Role: Int, Sendable, CaseIterable {
    /// Who starts the exchange.
    case alice
    /// To whom.
    case bob
    /// The transfer target, or where a redirect leads.
    case carol
}
