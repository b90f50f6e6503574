/// The attributes of a start tag.
extension XMLReader {
    /// Takes attributes up to the end of the tag, by their local names; nil where they are not well-formed. Declarations
    /// of namespaces are left out, and an attribute without a prefix comes before one with.
    mutating func attributes() -> [String: String]? {
        var names: Set<ArraySlice<UInt8>> = []
        var attributes: [String: String] = [:]
        while skipSpace(), let name = name() {
            guard names.insert(bytes[name]).inserted, let value = attributeValue() else { return nil }
            let local = localName(name)
            let isPrefixed = local.utf8.count < name.count
            if local == "xmlns" || bytes[name].starts(with: "xmlns:".utf8) { continue }
            if !isPrefixed || attributes[local] == nil { attributes[local] = value }
        }
        return attributes
    }

    /// Takes an equals sign and a value in quotes.
    private mutating func attributeValue() -> String? {
        skipSpace()
        guard skip("=") else { return nil }
        skipSpace()
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") || bytes[offset] == UInt8(ascii: "'"),
            let end = bytes[(offset + 1)...].firstIndex(of: bytes[offset])
        else { return nil }
        let value = (offset + 1)..<end
        guard !bytes[value].contains(UInt8(ascii: "<")) else { return nil }
        offset = end + 1
        return text(of: value)
    }
}
