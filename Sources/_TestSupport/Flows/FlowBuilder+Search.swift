import SIPParsing

/// Finding what passed.
extension FlowBuilder {
    /// The name of the dialogs between two parties in a call.
    static func pair(_ call: String, _ first: String, _ second: String) -> [String] {
        [call] + [first, second].sorted()
    }

    /// Remembers a message that was sent.
    mutating func record(_ text: String, _ hop: Hop, _ words: FlowWords) {
        copies.append(
            Copy(text: text, sender: hop.sender.name, receiver: hop.receiver.name, label: words.label))
    }

    /// The last request of a call that is so, and, where the words say which one, that one.
    func find(_ words: FlowWords, _ isSo: (Sent) -> Bool, _ line: FlowLine) throws(FlowError) -> Int? {
        if case .label(let label)? = words.target {
            guard let index = requests.lastIndex(where: { $0.label == label }) else {
                throw line.error(.unknownLabel(label))
            }
            return index
        }
        return requests.lastIndex {
            $0.request.callID == words.call ?? callID && isMeant($0, words.target) && isSo($0)
        }
    }

    private func isMeant(_ sent: Sent, _ target: FlowWords.Target?) -> Bool {
        guard case .method(let name)? = target else { return true }
        return sent.request.method.name == name || sent.request.methodName == name
    }

    /// The INVITE that an ACK or a CANCEL is for: on its hop where there is one, else one that the sender sent elsewhere.
    func finished(_ hop: Hop, _ words: FlowWords, isAck: Bool) throws(FlowError) -> Int? {
        let isSent = { (sent: Sent) in sent.request.method == .invite && sent.sender == hop.sender.name }
        let isOnHop = { (sent: Sent) in isSent(sent) && sent.receiver == hop.receiver.name }
        if let index = try find(words, { isOnHop($0) && (!isAck || $0.finalStatus != 0) }, hop.line) { return index }
        if let index = try find(words, isOnHop, hop.line) { return index }
        return try isAck ? find(words, isSent, hop.line) : nil
    }

    /// The tag of whom a NOTIFY is for: that of its SUBSCRIBE or REFER.
    func subscriber(_ call: String, _ party: String, _ notifier: String) -> String? {
        requests.last {
            ($0.request.method == .subscribe || $0.request.method == .refer) && $0.request.callID == call
                && $0.request.from.name == party && $0.request.to.name == notifier
        }?.request.fromTag
    }
}
