import TraceTypes

/// A message as far as it takes to tell whether another one like it is the same packet, captured once more.
struct Sighting: Sendable {
    /// When it passed.
    var time: Timestamp
    /// Of its bytes.
    var fingerprint: UInt32
    /// The message in the exchange's list; -1 where it is not kept.
    private var place: Int32 = -1
    /// The number that tells what a sender sends again from what was captured again.
    var identification: UInt16?
    /// Its sender, in the exchange's endpoints.
    var source: UInt8
    /// Its receiver, in the exchange's endpoints.
    var destination: UInt8

    /// The message at hand.
    init(_ keys: MessageKeys, _ context: TrackingContext) {
        time = context.header.time
        fingerprint = keys.fingerprint
        identification = context.header.identification
        source = context.source
        destination = context.destination
    }

    /// The message, unless it is not kept.
    var message: MessageIndex? {
        get { place < 0 ? nil : MessageIndex(place) }
        set { place = newValue.map { Int32(truncatingIfNeeded: $0) } ?? -1 }
    }

    /// Whether an earlier one is the same packet: captured on two devices, on both ways of a mirrored port, with and
    /// without a VLAN tag; or on both sides of an address translator, which gives it other addresses and numbers, and
    /// may write them into the bytes as well: there only time can tell.
    ///
    /// Between the same addresses, the numbers decide where both have one: two captures of a packet share it, and a
    /// sender gives what it sends again another. Without, only time can tell.
    func isCopy(of earlier: Sighting, _ limits: TrackingLimits) -> Bool {
        let interval = time < earlier.time ? earlier.time - time : time - earlier.time
        guard source == earlier.source, destination == earlier.destination else {
            return interval < limits.otherPathWindow
        }
        guard fingerprint == earlier.fingerprint else { return false }
        guard let number = identification, let earlierNumber = earlier.identification else {
            return interval < limits.unnumberedCopyWindow
        }
        return number == earlierNumber && interval < limits.copyWindow
    }
}
