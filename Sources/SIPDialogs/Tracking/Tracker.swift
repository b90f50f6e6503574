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
/// ends. Its clock is that of the frames, told by `advance(to:)`; only until the first of them do messages tell the time.
/// What a message is stamped with may be wrong by years: one that is ahead has its own exchange run ahead by as much.
public struct Tracker: Sendable {
    /// The protocol's timers.
    public let timers: TimerValues
    /// Exchanges that are over, in the order in which they ended, for the caller to take.
    public var finished: [Exchange] = []
    /// Exchanges with a deadline that has just passed: the slots, for a caller that reports live, and takes them.
    public var due: [Int] = []
    /// Which ways SIP was seen to go.
    public private(set) var directions = Directions()
    /// The latest time seen: of the frames, or of the messages as long as no frame has told it.
    public private(set) var now = Timestamp(nanoseconds: .min)
    /// The first time seen.
    public private(set) var startTime = Timestamp(nanoseconds: .min)
    /// How often something of the traffic was found to be lost.
    private(set) var losses = 0
    /// Messages without a Call-ID, which belong nowhere.
    public private(set) var messagesWithoutCallID = 0
    /// Exchanges given up for want of room.
    public private(set) var evictedExchanges = 0

    let limits: TrackingLimits
    /// Makes the hashes of a run differ from those of another, so that nobody can aim at collisions.
    package let seed = UInt64.random(in: .min ... .max)
    /// Exchanges in their slots; in a free one stands `Exchange.none`, because an optional would be copied at each look.
    var slots: [Exchange] = []
    var joins = JoinTable()
    var relations = RelationTable()
    var registrations: RegistrationTable
    /// Names, in lower case, of header fields that hold the Call-ID of another leg of the call.
    let relatingHeaders: [[UInt8]]
    private(set) var freeSlots: [Int] = []
    /// Exchanges that nobody needs any more, for new ones to use their storage.
    private var spent: [Exchange] = []
    var index: [UInt64: Int] = [:]
    private var queue = DeadlineQueue()
    private var count = 0
    /// Whether `advance(to:)` tells the time: from its first call on, and messages no more.
    private var isTimedByFrames = false
    /// What `warm` read: kept, so that the reads are made.
    private var warmth = 0

    /// Makes a tracker; `relatingHeaders` are the names of header fields that hold the Call-ID of another leg.
    public init(
        timers: TimerValues = TimerValues(), limits: TrackingLimits = TrackingLimits(),
        relatingHeaders: [String] = Self.usualRelatingHeaders
    ) {
        self.timers = timers
        self.limits = limits
        registrations = RegistrationTable(limit: limits.registrations)
        self.relatingHeaders = relatingHeaders.map { Array($0.lowercased().utf8) }
    }

    /// Header fields that back-to-back user agents are known to tell the Call-ID of the other side by.
    public static let usualRelatingHeaders = ["X-Call-ID", "X-CID"]

    /// How many exchanges are open.
    public var openExchanges: Int { slots.count - freeSlots.count }

    /// The exchange that a placement or `due` names, while it is open.
    public func exchange(in slot: Int) -> Exchange? {
        slots.indices.contains(slot) && slots[slot].id > 0 ? slots[slot] : nil
    }

    /// Takes in a message; nil when it has no Call-ID to go by.
    @discardableResult
    public mutating func feed(_ message: Message, _ bytes: Span<UInt8>, _ header: PayloadHeader) -> Placement? {
        feed(message, bytes, header, MessageKeys(message, bytes, seed: seed))
    }

    /// Takes in a message whose keys were made with this tracker's seed.
    package mutating func feed(
        _ message: Message, _ bytes: Span<UInt8>, _ header: PayloadHeader, _ keys: MessageKeys
    ) -> Placement? {
        if !isTimedByFrames { pass(to: header.time) }
        directions.note(from: header.source.address, to: header.destination.address)
        guard let key = keys.callID else {
            messagesWithoutCallID += 1
            if header.isTruncated, !registrations.isEmpty { registrations.removeAll() }
            return nil
        }
        let slot = index[key] ?? place(message, bytes, header, key)
        var context = TrackingContext(timers: timers, limits: limits, seed: seed, header: header, now: now)
        let effect = slots[slot].add(message, bytes, keys, key: key, &context)
        slots[slot].noteLosses(losses)
        if effect.concernsOthers { settle(effect, slot, message, bytes) }
        if effect.changesOutlook {
            let next = now + (effect.newRedirect == nil ? timers.transactionTimeout : Exchange.reactionTime)
            if next < slots[slot].nextLook { look(at: slot, at: next) }
        }
        if let transfer = effect.newTransfer, let moved = joinConsultation(of: transfer, slot) {
            return Placement(slot: moved.slot, message: effect.message.map { $0 + moved.shift }, flags: effect.flags)
        }
        return Placement(slot: slot, message: effect.message, flags: effect.flags)
    }

    /// Reads what messages with these keys are about to change, so that the memory is at hand when they are taken in: many
    /// reads wait together, where the messages one by one would each wait alone.
    package mutating func warm(_ keys: ArraySlice<MessageKeys>) {
        for key in keys {
            if let callID = key.callID, let slot = index[callID] { warmth &+= slots[slot].warmth() }
        }
    }

    /// Lets time pass: exchanges that are over by then are finished.
    public mutating func advance(to time: Timestamp) {
        isTimedByFrames = true
        pass(to: time)
    }

    /// Takes note that something of the traffic is lost: it may have been part of any exchange that is open.
    public mutating func noteLoss() {
        losses += 1
    }

    private mutating func pass(to time: Timestamp) {
        guard time > now else { return }
        if startTime.nanoseconds == .min { startTime = time }
        now = time
        while let earliest = queue.earliest, earliest <= now, let entry = queue.removeEarliest() {
            let slot = Int(entry.slot)
            guard isCurrent(entry) else { continue }
            let end = slots[slot].endTime(timers, limits) + slots[slot].lead.negated
            if end <= now { finish(slot) } else { rest(slot, until: end) }
        }
    }

    /// Takes back exchanges that it had handed out and nobody needs any more, for new ones to use their storage.
    public mutating func reuse(_ exchanges: [Exchange]) {
        for exchange in exchanges where spent.count < Self.spentKept && exchange.isWorthReusing {
            spent.append(exchange)
        }
    }

    /// How many spent exchanges are kept: as many as may begin until the next are taken back.
    private static let spentKept = 4_096

    /// Ends the capture: all that is open is finished, in the order in which it began.
    public mutating func finish() {
        for slot in slots.indices.filter({ slots[$0].id > 0 }).sorted(by: { slots[$0].id < slots[$1].id }) {
            finish(slot)
        }
    }

    /// Waits for the end of an exchange, and looks in on it each 64*T1 before that for deadlines that passed; less often
    /// where none can pass. Deadlines that pass at about the same time are looked at together.
    private mutating func rest(_ slot: Int, until end: Timestamp) {
        let lead = slots[slot].lead
        slots[slot].observedUntil = now + lead
        slots[slot].noteLosses(losses)
        if !slots[slot].openInvites.isEmpty { noteHiddenCallees(slot) }
        if due.count < limits.openExchanges { due.append(slot) }
        let interval = timers.transactionTimeout * (slots[slot].isQuiet(limits) ? Self.quietRest : 1)
        let deadline = slots[slot].nextDeadline(after: now + lead, timers).map { $0 + lead.negated } ?? end
        look(at: slot, at: min(end, max(deadline, now + Self.shortestRest), now + interval))
    }

    /// The shortest time between two looks at an exchange before its end: a flood of requests has a deadline each, and a
    /// look at all of them for each would cost time in the square of their number.
    private static let shortestRest = TimeSpan.milliseconds(500)

    /// How many times longer a call that is up is left alone.
    private static let quietRest: Int64 = 8

    private mutating func look(at slot: Int, at time: Timestamp) {
        slots[slot].nextLook = time
        queue.insert(.init(time: time, slot: Int32(truncatingIfNeeded: slot), id: slots[slot].id))
    }

    /// Whether an entry of the queue is the latest one for its exchange, and that still open.
    private func isCurrent(_ entry: DeadlineQueue.Entry) -> Bool {
        slots[Int(entry.slot)].id == entry.id && slots[Int(entry.slot)].nextLook == entry.time
    }

    private mutating func finish(_ slot: Int, isEvicted: Bool = false) {
        freeSlots.append(slot)
        if !joins.isEmpty { joins.remove(slots[slot].id) }
        for leg in slots[slot].legs { index[leg.key] = nil }
        slots[slot].observedUntil = now + slots[slot].lead
        slots[slot].noteLosses(losses)
        slots[slot].isEvicted = isEvicted
        if !slots[slot].openInvites.isEmpty { noteHiddenCallees(slot) }
        finished.append(spent.popLast() ?? .none)
        finished[finished.count - 1].free()
        swap(&slots[slot], &finished[finished.count - 1])
    }

    /// Finds or makes the exchange for a Call-ID that was not seen before, and returns its slot.
    private mutating func place(
        _ message: Message, _ bytes: Span<UInt8>, _ header: PayloadHeader, _ key: UInt64
    ) -> Int {
        let slot = join(message, bytes, header) ?? relate(message, bytes, header) ?? open(message, header)
        index[key] = slot
        if message.method == .invite, message.toTag == nil { noteRelations(of: message, bytes, header, slot) }
        return slot
    }

    /// Frees the place of an exchange that has become part of another one.
    mutating func release(_ slot: Int) {
        freeSlots.append(slot)
        slots[slot].free()
    }

    /// Has a place looked at again, soon enough for any deadline.
    mutating func lookSoon(at slot: Int) {
        let time = now + timers.transactionTimeout
        if time < slots[slot].nextLook { look(at: slot, at: time) }
    }

    private mutating func open(_ message: Message, _ header: PayloadHeader) -> Int {
        if openExchanges >= limits.openExchanges { evict() }
        count += 1
        let slot: Int
        if let free = freeSlots.popLast() {
            slot = free
        } else {
            slots.append(.none)
            slot = slots.count - 1
        }
        slots[slot].begin(id: count, for: message, at: header.time)
        slots[slot].lossesBefore = losses
        look(at: slot, at: min(header.time, now) + timers.transactionTimeout)
        return slot
    }

    /// Gives up the exchange that waits for the earliest deadline.
    private mutating func evict() {
        while let entry = queue.removeEarliest() {
            guard isCurrent(entry) else { continue }
            evictedExchanges += 1
            finish(Int(entry.slot), isEvicted: true)
            return
        }
    }
}
