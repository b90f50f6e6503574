extension LinkType {
    /// The link types that the packet decoder has a layer for.
    public static let decodable: [LinkType] = [
        .ethernet, .linuxCooked, .linuxCooked2, .null, .loop, .raw, .ipv4, .ipv6,
    ]
}
