import YAMLReading

/// Reads the parts of a file of expectations, each with its place.
struct ExpectationReader {
    /// The file's path, as places tell it.
    let path: String

    /// A place in the file.
    func position(_ mark: YAMLMark) -> SourcePosition {
        SourcePosition(file: path, line: mark.line, column: mark.column)
    }

    /// A mapping with no keys but those of its part of the file.
    func fields(_ node: YAMLNode, _ section: ExpectationGrammar.Section) throws(YAMLError) -> YAMLFields {
        try node.fields(section.name, keys: section.keys)
    }

    /// The value of a key, placed where the key stands; nil where the key is not there.
    func value<Value>(
        _ key: String, of fields: YAMLFields, _ read: (YAMLNode, String) throws(YAMLError) -> Value
    ) throws(YAMLError) -> Placed<Value>? {
        guard let entry = fields.entry(key) else { return nil }
        return Placed(try read(entry.value, key), at: position(entry.mark))
    }

    /// The items of a key's list, each placed where it begins; empty where the key is not there.
    func list<Value>(
        _ key: String, of fields: YAMLFields, _ read: (YAMLNode) throws(YAMLError) -> Value
    ) throws(YAMLError) -> [Placed<Value>] {
        guard let node = fields[key] else { return [] }
        if case .sequence(let items) = node.content, items.isEmpty {
            throw YAMLError(
                "'\(key)' is an empty list, which expects nothing; leave it out\(Self.instead(of: key))", at: node.mark)
        }
        return try items(node, key, read)
    }

    /// What says that there are none of what a list is about.
    private static func instead(of key: String) -> String {
        ["calls", "registrations", "messages"].contains(key) ? ", or write 'counts: no \(key)'" : ""
    }

    /// The items of a list, each placed where it begins.
    func items<Value>(
        _ node: YAMLNode, _ role: String, _ read: (YAMLNode) throws(YAMLError) -> Value
    ) throws(YAMLError) -> [Placed<Value>] {
        var result: [Placed<Value>] = []
        for item in try node.items(role) { result.append(Placed(try read(item), at: position(item.mark))) }
        return result
    }

    /// The whole file.
    func expectations(_ root: YAMLNode) throws(YAMLError) -> Expectations {
        let fields = try fields(root, ExpectationGrammar.file)
        var result = Expectations(path: path)
        result.snapshot = try value("snapshot", of: fields, snapshot)
        for (index, item) in try list("calls", of: fields, { $0 }).enumerated() {
            result.calls.append(Placed(try call(item.value, place: index + 1), at: item.position))
        }
        for (index, item) in try list("registrations", of: fields, { $0 }).enumerated() {
            result.registrations.append(Placed(try registration(item.value, place: index + 1), at: item.position))
        }
        result.transfers = try value("transfers", of: fields, transfers)
        result.redirects = try value("redirects", of: fields, redirects)
        result.messages = try list("messages", of: fields, message)
        result.findings = try findings(fields)
        result.counts = try list("counts", of: fields, CountReader.count)
        result.percentiles = try list("percentiles", of: fields, PercentileReader.percentile)
        result.suppressions = try list("suppress", of: fields, suppression).map(\.value)
        return result
    }

    /// The path of the snapshot, which the file has relative to its own folder.
    private func snapshot(_ node: YAMLNode, _ role: String) throws(YAMLError) -> String {
        let name = try node.text(role)
        guard !name.isEmpty, !name.unicodeScalars.contains("\0") else { throw node.wrong(role, "the path of a file") }
        guard !name.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return name }
        return path[...slash] + name
    }
}
