import TraceTypes

/// Makes a tree of nodes from the parser's events, within limits.
struct YAMLBuilder {
    /// A list or mapping that is not complete.
    private struct Open {
        var mark: YAMLMark
        var isMapping: Bool
        var items: [YAMLNode] = []
        var entries: [YAMLEntry] = []
        var keys: Set<String> = []
        var key: (text: String, mark: YAMLMark)?
    }

    private let limits: YAMLLimits
    private var stack: [Open] = []
    private var nodes = 0
    /// The root of the document, once it is complete.
    private(set) var root: YAMLNode?

    init(limits: YAMLLimits) {
        self.limits = limits
    }

    /// Takes in a scalar.
    mutating func addScalar(_ text: String, isPlain: Bool, at mark: YAMLMark) throws(YAMLError) {
        try count(at: mark)
        try add(YAMLNode(.scalar(text, isPlain: isPlain), at: mark))
    }

    /// Begins a list or a mapping.
    mutating func open(isMapping: Bool, at mark: YAMLMark) throws(YAMLError) {
        try count(at: mark)
        try refuseAsKey(at: mark)
        guard stack.count < limits.depth else {
            throw YAMLError("this is nested more than \(limits.depth) deep", at: mark)
        }
        stack.append(Open(mark: mark, isMapping: isMapping))
    }

    /// Ends the innermost list or mapping.
    mutating func close() throws(YAMLError) {
        guard let open = stack.popLast() else { return }
        try add(YAMLNode(open.isMapping ? .mapping(open.entries) : .sequence(open.items), at: open.mark))
    }

    /// Begins a document.
    mutating func beginDocument(at mark: YAMLMark) throws(YAMLError) {
        guard root == nil else { throw YAMLError("a second document begins here; a file may have one", at: mark) }
    }

    private mutating func add(_ node: YAMLNode) throws(YAMLError) {
        guard let last = stack.indices.last else {
            root = node
            return
        }
        guard stack[last].isMapping else { return stack[last].items.append(node) }
        if let key = stack[last].key {
            stack[last].entries.append(YAMLEntry(key.text, at: key.mark, node))
            stack[last].key = nil
            return
        }
        guard case .scalar(let text, _) = node.content else { return }
        guard stack[last].keys.insert(text).inserted else {
            let first = stack[last].entries.first { $0.key == text }?.mark.line ?? node.mark.line
            throw YAMLError("\(quoted(text)) is there already, in line \(first)", at: node.mark)
        }
        stack[last].key = (text, node.mark)
    }

    private func refuseAsKey(at mark: YAMLMark) throws(YAMLError) {
        guard let open = stack.last, open.isMapping, open.key == nil else { return }
        throw YAMLError("a key has to be a word or a text", at: mark)
    }

    private mutating func count(at mark: YAMLMark) throws(YAMLError) {
        nodes += 1
        guard nodes <= limits.nodes else {
            throw YAMLError("the file has more than \(limits.nodes) values", at: mark)
        }
    }
}
