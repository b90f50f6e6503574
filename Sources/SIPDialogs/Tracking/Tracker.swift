import SIPParsing
import TraceTypes

/// Where the tracker put a message.
public struct Placement: Sendable {
    /// The exchange's slot, for `Tracker.exchange(in:)`; valid until the next message is fed.
    public let slot: Int
    /// The message, unless the exchange keeps no more.
    public let message: MessageIndex?
    /// What tracking found out about it.
    public let flags: MessageRecord.Flags
}

/// Puts messages together: to transactions, dialogs, transfers and redirects, and those to exchanges.
///
/// It is fed messages in the order of their times and hands out each exchange once, when it is over or when the capture
/// ends. It has no clock: time is the time of the frames, and `advance(to:)` lets it pass.
public struct Tracker: Sendable {
    /// The protocol's timers.
    public let timers: TimerValues
    /// Exchanges that are over, in the order in which they ended, for the caller to take.
    public var finished: [Exchange] = []
    /// Exchanges with a deadline that has just passed: the slots, for a caller that reports live, and takes them.
    public var due: [Int] = []
    /// Which ways SIP was seen to go.
    public private(set) var directions = Directions()
    /// The latest time seen.
    public private(set) var now = Timestamp(nanoseconds: .min)
    /// Messages without a Call-ID, which belong nowhere.
    public private(set) var messagesWithoutCallID = 0
    /// Exchanges given up for want of room.
    public private(set) var evictedExchanges = 0

    let limits: TrackingLimits
    let seed = UInt64.random(in: .min ... .max)
    var slots: [Exchange?] = []
    var joins = JoinTable()
    private var freeSlots: [Int] = []
    private var index: [UInt64: Int] = [:]
    private var queue = DeadlineQueue()
    private var count = 0

    /// Makes a tracker.
    public init(timers: TimerValues = TimerValues(), limits: TrackingLimits = TrackingLimits()) {
        self.timers = timers
        self.limits = limits
    }

    /// How many exchanges are open.
    public var openExchanges: Int { slots.count - freeSlots.count }

    /// The exchange that a placement or `due` names, while it is open.
    public func exchange(in slot: Int) -> Exchange? {
        slots.indices.contains(slot) ? slots[slot] : nil
    }

    /// Takes in a message; nil when it has no Call-ID to go by.
    @discardableResult
    public mutating func feed(_ message: Message, _ bytes: Span<UInt8>, _ header: PayloadHeader) -> Placement? {
        advance(to: header.time)
        directions.note(from: header.source.address, to: header.destination.address)
        guard let callID = message.callID, !callID.isEmpty else {
            messagesWithoutCallID += 1
            return nil
        }
        let key = bytes.hash(of: callID, seed: seed)
        let slot = index[key] ?? place(message, bytes, header, key)
        let context = TrackingContext(timers: timers, limits: limits, seed: seed, header: header)
        guard let effect = slots[slot]?.add(message, bytes, key: key, context) else { return nil }
        settle(effect, slot, message, bytes, context)
        return Placement(slot: slot, message: effect.message, flags: effect.flags)
    }

    /// Lets time pass: exchanges that are over by then are finished.
    public mutating func advance(to time: Timestamp) {
        guard time > now else { return }
        now = time
        while let earliest = queue.earliest, earliest <= now, let entry = queue.removeEarliest() {
            let slot = Int(entry.slot)
            guard let exchange = slots[slot], exchange.id == entry.id else { continue }
            let end = exchange.endTime(timers, limits)
            if end <= now { finish(slot) } else { rest(slot, exchange.id, until: end, since: entry.time) }
        }
    }

    /// Ends the capture: all that is open is finished, in the order in which it began.
    public mutating func finish() {
        for slot in slots.indices.filter({ slots[$0] != nil })
            .sorted(by: { (slots[$0]?.id ?? 0) < (slots[$1]?.id ?? 0) })
        { finish(slot) }
    }

    /// Waits for the end of an exchange, and looks in on it each 64*T1 before that for deadlines that passed.
    private mutating func rest(_ slot: Int, _ id: Int, until end: Timestamp, since time: Timestamp) {
        if due.count < limits.openExchanges { due.append(slot) }
        let next = min(end, max(time, now) + timers.transactionTimeout)
        queue.insert(.init(time: next, slot: Int32(truncatingIfNeeded: slot), id: id))
    }

    private mutating func finish(_ slot: Int, isEvicted: Bool = false) {
        guard var exchange = slots[slot] else { return }
        slots[slot] = nil
        freeSlots.append(slot)
        joins.remove(exchange)
        for leg in exchange.legs where index[leg.key] == slot { index[leg.key] = nil }
        exchange.observedUntil = now
        exchange.isEvicted = isEvicted
        finished.append(exchange)
    }

    /// Finds or makes the exchange for a Call-ID that was not seen before, and returns its slot.
    private mutating func place(
        _ message: Message, _ bytes: Span<UInt8>, _ header: PayloadHeader, _ key: UInt64
    ) -> Int {
        let slot = join(message, bytes, header) ?? open(message, header)
        index[key] = slot
        return slot
    }

    private mutating func open(_ message: Message, _ header: PayloadHeader) -> Int {
        if openExchanges >= limits.openExchanges { evict() }
        count += 1
        let exchange = Exchange(id: count, for: message, at: header.time)
        let slot: Int
        if let free = freeSlots.popLast() {
            slots[free] = exchange
            slot = free
        } else {
            slots.append(exchange)
            slot = slots.count - 1
        }
        queue.insert(
            .init(
                time: header.time + timers.transactionTimeout, slot: Int32(truncatingIfNeeded: slot), id: exchange.id))
        return slot
    }

    /// Gives up the exchange that waits for the earliest deadline.
    private mutating func evict() {
        while let entry = queue.removeEarliest() {
            guard let exchange = slots[Int(entry.slot)], exchange.id == entry.id else { continue }
            evictedExchanges += 1
            finish(Int(entry.slot), isEvicted: true)
            return
        }
    }
}
