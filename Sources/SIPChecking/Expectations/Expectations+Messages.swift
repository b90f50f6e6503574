extension Expectations {
    /// Whether they cannot be judged without the bytes of messages: they look at header fields or session descriptions.
    public var usesMessages: Bool {
        let all = messages + calls.flatMap(\.value.messages)
        return all.contains { !$0.value.headers.isEmpty || $0.value.sdp != nil }
            || calls.contains { !$0.value.selector.headers.isEmpty }
            || registrations.contains { !$0.value.selector.headers.isEmpty }
    }
}
