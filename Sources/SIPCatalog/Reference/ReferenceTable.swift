/// The entries of all kinds and the hints, with the ways to find them.
struct ReferenceTable: Sendable {
    private(set) var entries: [ReferenceEntry] = []
    private(set) var hints: [PlatformHint] = []
    private var places: [String: Int] = [:]

    mutating func add(_ entry: ReferenceEntry) {
        places[entry.key.lowercased()] = entries.count
        entries.append(entry)
    }

    mutating func add(_ hint: PlatformHint) {
        hints.append(hint)
    }

    /// The entry under `kind:name`, in whatever case.
    subscript(key: String) -> ReferenceEntry? {
        places[key.lowercased()].map { entries[$0] }
    }

    /// The entries that have a name, or a header field's compact form, in the order of kinds.
    func named(_ name: String) -> [ReferenceEntry] {
        let wanted = name.lowercased().replacing(" ", with: "-")
        let isNumber = wanted.allSatisfy { $0.isASCII && $0.isNumber }
        return ReferenceKind.allCases.flatMap { kind in
            entries.filter { entry in
                guard entry.kind == kind, !isNumber, wanted.count > 1 || kind == .header else { return false }
                return (wanted.count > 1 && entry.name.lowercased() == wanted)
                    || (kind == .header && entry.compactForm == wanted)
                    || entry.registeredName.lowercased() == name.lowercased()
            }
        }
    }
}

extension Catalog {
    /// The entry under a key such as `q850:21`; nil where there is none.
    public func reference(_ key: String) -> ReferenceEntry? { reference[key] }

    /// The entries that have a name, such as `Refer-To`, `r` or `noresource`, whatever they are.
    public func references(named name: String) -> [ReferenceEntry] { reference.named(name) }

    /// All entries of a kind, in the order of the data.
    public func references(of kind: ReferenceKind) -> [ReferenceEntry] {
        reference.entries.filter { $0.kind == kind }
    }

    /// How a hint is headed: the system, the setting and where it is.
    public func name(of hint: PlatformHint) -> String {
        text(
            EntryPhrase.hint,
            ["platform": .text(hint.platform.name), "setting": .text(hint.setting), "file": .text(hint.file)])
    }

    /// A hint in one paragraph, with the setting in front.
    public func sentence(of hint: PlatformHint) -> String {
        words.fill(.labelMark, ["a": name(of: hint)]) + " " + hint.advice
    }

    /// What helps on a system, or on any, with a status code or rule.
    public func hints(about subject: String, on platform: Platform? = nil) -> [PlatformHint] {
        reference.hints.filter { $0.subjects.contains(subject) && (platform == nil || $0.platform == platform) }
    }
}
