import TraceTypes

/// One direction between two endpoints.
struct StreamKey: Hashable {
    var source: Endpoint
    var destination: Endpoint

    /// The other direction.
    var reversed: StreamKey {
        StreamKey(source: destination, destination: source)
    }
}
