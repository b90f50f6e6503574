import TraceTypes

/// The bindings of one address-of-record (RFC 3261 section 10), as REGISTER requests, their responses and time make them.
struct Registration: Sendable, Hashable {
    /// What a 2xx says of a Contact that its REGISTER asked for.
    struct Answer: Sendable, Hashable {
        var key: UInt64
        var registrar: IPAddress
        var client: IPAddress
        var call: UInt64
        var contact: UInt64
        var time: Timestamp
        var frame: FrameNumber
        /// Seconds; nil where the 2xx does not tell.
        var granted: UInt32?
        var isRemoval = false
        var hiddenAddress: IPAddress?
        var losses = 0
    }

    /// Those that a REGISTER in the capture asked for.
    private(set) var bindings: [Binding] = []
    /// When the last of the others that registrars listed expires; `.max` where they did not tell.
    private(set) var othersExpiry = Timestamp(nanoseconds: .min)
    /// When something was last said of any.
    private(set) var lastTime = Timestamp(nanoseconds: .min)

    /// A REGISTER for these bindings passed; those that are not known are made by its 2xx.
    mutating func request(_ keys: [UInt64], at time: Timestamp) {
        lastTime = max(lastTime, time)
        for index in bindings.indices where keys.contains(bindings[index].key) {
            bindings[index].attempted = bindings[index].attempted ?? time
            bindings[index].isUnsettled = true
        }
    }

    /// A REGISTER for these bindings got a final response that leaves them as they were.
    mutating func refuse(_ keys: [UInt64]) {
        for index in bindings.indices where keys.contains(bindings[index].key) { bindings[index].isUnsettled = false }
    }

    /// A REGISTER for a binding got a 2xx. Returns the binding as it was before, and as it is now.
    mutating func accept(_ answer: Answer) -> (previous: Binding?, current: Binding) {
        lastTime = max(lastTime, answer.time)
        guard let index = bindings.firstIndex(where: { $0.key == answer.key }) else {
            let binding = Binding(answer)
            if bindings.count < Self.bindingsKept {
                bindings.append(binding)
            } else {
                othersExpiry = Self.unknown
            }
            return (nil, binding)
        }
        let previous = bindings[index]
        bindings[index] = previous.refreshed(by: answer)
        return (previous, bindings[index])
    }

    /// A registrar removed all bindings (RFC 3261 section 10.2.2).
    mutating func removeAll(at registrar: IPAddress, _ time: Timestamp) {
        lastTime = max(lastTime, time)
        let isAlone = bindings.allSatisfy { $0.registrar == registrar }
        if isAlone { othersExpiry = Timestamp(nanoseconds: .min) }
        for index in bindings.indices where bindings[index].registrar == registrar {
            bindings[index].isRemoved = true
            bindings[index].isUnsettled = false
            bindings[index].refreshed = time
        }
    }

    /// A registrar listed another binding, until `expiry`; nil: it does not tell.
    mutating func list(until expiry: Timestamp?) {
        othersExpiry = max(othersExpiry, expiry ?? Self.unknown)
    }

    /// A REGISTER or its 2xx was not captured whole: what it did to which binding is not known.
    mutating func forget() {
        bindings = []
        othersExpiry = Self.unknown
    }

    /// The binding that ended last, where all have ended by `time`; nil where one is in force, or may be.
    func last(endedBy time: Timestamp) -> Binding? {
        guard othersExpiry <= time else { return nil }
        var last: Binding?
        for binding in bindings {
            guard let expiry = binding.expiry, expiry <= time, !binding.isUnsettled else { return nil }
            if last?.expiry.map({ $0 < expiry }) ?? true { last = binding }
        }
        return last
    }

    private static let unknown = Timestamp(nanoseconds: .max)
    /// Bindings kept of one address-of-record: more than a user has devices.
    private static let bindingsKept = 16
}
