/// A request method (RFC 3261 section 7.1 and the IANA registry). Method names are case-sensitive.
public enum Method: UInt8, Sendable, CaseIterable {
    case invite, ack, bye, cancel, register, options, prack, update, subscribe, notify, publish, info, refer, message
    /// A method that the registry does not have.
    case other

    /// The name on the wire; empty for `other`, whose name stands in the message.
    public var name: String {
        switch self {
        case .invite: "INVITE"
        case .ack: "ACK"
        case .bye: "BYE"
        case .cancel: "CANCEL"
        case .register: "REGISTER"
        case .options: "OPTIONS"
        case .prack: "PRACK"
        case .update: "UPDATE"
        case .subscribe: "SUBSCRIBE"
        case .notify: "NOTIFY"
        case .publish: "PUBLISH"
        case .info: "INFO"
        case .refer: "REFER"
        case .message: "MESSAGE"
        case .other: ""
        }
    }

    /// Reads a method name; anything that is not registered is `other`.
    init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        guard range.count >= 3, range.count <= 9, range.upperBound <= bytes.count else {
            self = .other
            return
        }
        var packed: UInt64 = 0
        for offset in range.prefix(8) { packed = packed << 8 | UInt64(bytes[offset]) }
        switch (packed, range.count) {
        case (0x494E_5649_5445, 6): self = .invite
        case (0x0041_434B, 3): self = .ack
        case (0x0042_5945, 3): self = .bye
        case (0x4341_4E43_454C, 6): self = .cancel
        case (0x5245_4749_5354_4552, 8): self = .register
        case (0x4F_5054_494F_4E53, 7): self = .options
        case (0x50_5241_434B, 5): self = .prack
        case (0x5550_4441_5445, 6): self = .update
        case (0x5355_4253_4352_4942, 9) where bytes[range.upperBound - 1] == 0x45: self = .subscribe
        case (0x4E4F_5449_4659, 6): self = .notify
        case (0x50_5542_4C49_5348, 7): self = .publish
        case (0x494E_464F, 4): self = .info
        case (0x52_4546_4552, 5): self = .refer
        case (0x4D_4553_5341_4745, 7): self = .message
        default: self = .other
        }
    }
}
