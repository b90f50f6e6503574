import TraceTypes

/// Which frames a result settles: how many, and, where the decoder was asked to keep them, their numbers.
///
/// A frame that is held settles nothing; it is settled with the payload that it became part of, and so each frame is
/// settled once or never.
package struct SettledFrames: Sendable {
    /// How many: the frame at hand, where it is settled, and those that were held for the payload.
    package internal(set) var count = 0
    /// Their numbers, but for those that only repeated what others had brought; empty unless asked for.
    package internal(set) var numbers: [FrameNumber] = []

    /// Takes over the frames of another part of the same payload.
    mutating func take(_ other: SettledFrames) {
        count &+= other.count
        if !other.numbers.isEmpty { numbers += other.numbers }
    }
}
