import SIPParsing

/// Losing the place in a stream, and finding it again.
extension WebSocketFramer {
    /// Keeps what is there of a message that bytes are missing of.
    mutating func keepCutMessage() {
        if toSkip == 0, !isLost, case .header(let frame) = WebSocketFrame.read(buffer.span, at: head),
            !frame.opcode.isControl, open != nil || frame.opcode != .continuation
        {
            let start = offset
            head += frame.headerCount
            if frame.opcode != .continuation { begin(frame, at: start) }
            if case .message = open { unmask(head..<buffer.count, frame.mask) }
            head = buffer.count
        }
        if case .message = open, !message.isEmpty { isCut = true } else { message = [] }
        open = nil
    }

    /// Looks for a message from an offset of the buffer on.
    mutating func lose(from start: Int) {
        skippedBytes += start - head
        head = start
        toSkip = 0
        searched = 0
        isLost = true
        if !isCut {
            message = []
            open = nil
        }
    }

    /// Goes to the next frame that begins with a SIP start line; false when none is there yet.
    mutating func resynchronize() -> Bool {
        while head < buffer.count {
            switch WebSocketFrame.beginsSIP(buffer.span, at: head) {
            case true?:
                isLost = false
                return true
            case nil: return false
            case false?:
                head += 1
                skippedBytes += 1
                searched += 1
            }
            guard searched < Self.longestSearch else {
                isGivenUp = true
                skippedBytes += buffer.count - head
                bufferStart += UInt64(buffer.count)
                buffer = []
                head = 0
                return false
            }
        }
        return false
    }
}
