import TraceTypes

/// What an exchange needs to know of the tracker to take in a message.
struct TrackingContext {
    let timers: TimerValues
    let limits: TrackingLimits
    /// Makes the hashes of a run differ from those of another, so that nobody can aim at collisions.
    let seed: UInt64
    let header: PayloadHeader
    /// The tracker's clock.
    let now: Timestamp
    /// The message's sender, in the exchange's endpoints.
    var source: UInt8 = 0
    /// The message's receiver, in the exchange's endpoints.
    var destination: UInt8 = 0
}
