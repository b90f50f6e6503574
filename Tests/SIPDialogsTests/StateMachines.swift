import SIPDialogs
import TraceTypes

/// A step of a transaction, as seconds after its first request.
enum Event: Sendable {
    case request
    case response(UInt16, at: Double)
    case ack(at: Double)
    case time(Double, nanoseconds: Int64 = 0)
}

func at(_ seconds: Double, nanoseconds: Int64 = 0) -> Timestamp {
    Timestamp(nanoseconds: Int64((seconds * 1e9).rounded()) + nanoseconds)
}

/// What the four machines have in common, so that one table drives each.
protocol StateMachine: Sendable {
    associatedtype State: Hashable, Sendable
    var state: State { get }
    static func begin() -> Self
    mutating func handle(_ event: Event) -> TransactionEffect?
}

extension StateMachine {
    /// The state after some events, and the effect of the last one that has any.
    static func run(_ events: [Event]) -> (state: State, effect: TransactionEffect?) {
        var machine = begin()
        var effect: TransactionEffect?
        for event in events { effect = machine.handle(event) ?? effect }
        return (machine.state, effect)
    }
}

extension InviteClientTransaction: StateMachine {
    static func begin() -> InviteClientTransaction { InviteClientTransaction(at: at(0)) }

    mutating func handle(_ event: Event) -> TransactionEffect? {
        switch event {
        case .request: return requestAgain()
        case .response(let status, let time): return response(status, at: at(time))
        case .ack: return nil
        case .time(let seconds, let nanoseconds):
            advance(to: at(seconds, nanoseconds: nanoseconds), TimerValues())
            return nil
        }
    }
}

extension InviteServerTransaction: StateMachine {
    static func begin() -> InviteServerTransaction { InviteServerTransaction() }

    mutating func handle(_ event: Event) -> TransactionEffect? {
        switch event {
        case .request: return nil
        case .response(let status, let time): return response(status, at: at(time))
        case .ack(let time): return acknowledgement(at: at(time))
        case .time(let seconds, let nanoseconds):
            advance(to: at(seconds, nanoseconds: nanoseconds), TimerValues())
            return nil
        }
    }
}

extension NonInviteClientTransaction: StateMachine {
    static func begin() -> NonInviteClientTransaction { NonInviteClientTransaction(at: at(0)) }

    mutating func handle(_ event: Event) -> TransactionEffect? {
        switch event {
        case .request: return requestAgain()
        case .response(let status, let time): return response(status, at: at(time))
        case .ack: return nil
        case .time(let seconds, let nanoseconds):
            advance(to: at(seconds, nanoseconds: nanoseconds), TimerValues())
            return nil
        }
    }
}

extension NonInviteServerTransaction: StateMachine {
    static func begin() -> NonInviteServerTransaction { NonInviteServerTransaction() }

    mutating func handle(_ event: Event) -> TransactionEffect? {
        switch event {
        case .request, .ack: return nil
        case .response(let status, let time): return response(status, at: at(time))
        case .time(let seconds, let nanoseconds):
            advance(to: at(seconds, nanoseconds: nanoseconds), TimerValues())
            return nil
        }
    }
}
