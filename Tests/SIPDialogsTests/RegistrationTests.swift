import Testing
import TraceTypes

@testable import SIPDialogs

@Suite("Registrations (rule A10)")
struct RegistrationTests {
    /// What happens to the bindings of an address-of-record, in seconds.
    enum Event {
        case register(UInt64, at: Int64)
        case granted(UInt64, UInt32?, at: Int64)
        case removed(UInt64, at: Int64)
        case refused(UInt64)
        case removedAll(at: Int64)
        case listed(until: Int64?)
    }

    private static let registrar = IPAddress(v4: 0xC000_0209)

    private func time(_ seconds: Int64) -> Timestamp { Timestamp(nanoseconds: 0) + .seconds(seconds) }

    private func answer(_ key: UInt64, _ granted: UInt32?, at seconds: Int64, call: UInt64 = 1) -> Registration.Answer {
        Registration.Answer(
            key: key, registrar: Self.registrar, client: IPAddress(v4: 0xC000_0201), call: call, contact: key,
            time: time(seconds), frame: FrameNumber(rawValue: UInt64(seconds)), granted: granted)
    }

    private func registration(_ events: [Event]) -> Registration {
        var registration = Registration()
        for event in events {
            switch event {
            case .register(let key, let seconds): registration.request([key], at: time(seconds))
            case .granted(let key, let granted, let seconds):
                _ = registration.accept(answer(key, granted, at: seconds))
            case .removed(let key, let seconds):
                var removal = answer(key, nil, at: seconds)
                removal.isRemoval = true
                _ = registration.accept(removal)
            case .refused(let key): registration.refuse([key])
            case .removedAll(let seconds): registration.removeAll(at: Self.registrar, time(seconds))
            case .listed(let seconds): registration.list(until: seconds.map(time))
            }
        }
        return registration
    }

    @Test(
        "The last binding, where all have ended",
        arguments: [
            ([], 100, nil),
            ([.granted(1, 60, at: 0)], 59, nil),
            ([.granted(1, 60, at: 0)], 60, 1),
            ([.granted(1, nil, at: 0)], 1_000_000, nil),
            ([.granted(1, 60, at: 0), .granted(1, 60, at: 50)], 100, nil),
            ([.granted(1, 60, at: 0), .granted(1, 60, at: 50)], 110, 1),
            ([.granted(1, 60, at: 0), .granted(2, 90, at: 0)], 89, nil),
            ([.granted(1, 60, at: 0), .granted(2, 90, at: 0)], 90, 2),
            ([.granted(1, 60, at: 0), .register(1, at: 50)], 100, nil),
            ([.granted(1, 60, at: 0), .register(1, at: 50), .refused(1)], 100, 1),
            ([.granted(1, 60, at: 0), .removed(1, at: 50)], 50, 1),
            ([.granted(1, 60, at: 0), .removed(1, at: 50), .granted(1, 60, at: 70)], 100, nil),
            ([.granted(1, 60, at: 0), .listed(until: 200)], 199, nil),
            ([.granted(1, 60, at: 0), .listed(until: 200)], 200, 1),
            ([.granted(1, 60, at: 0), .listed(until: nil)], 1_000_000, nil),
            ([.granted(1, 60, at: 0), .listed(until: 200), .removedAll(at: 50)], 100, 1),
            ([.listed(until: 50)], 100, nil),
        ] as [([Event], Int64, UInt64?)])
    func last(events: [Event], seconds: Int64, key: UInt64?) {
        #expect(registration(events).last(endedBy: time(seconds))?.key == key)
    }

    @Test(
        "How late a refresh is: by its first attempt",
        arguments: [
            ([.granted(1, 60, at: 0), .register(1, at: 59)], nil),
            ([.granted(1, 60, at: 0), .register(1, at: 60)], nil),
            ([.granted(1, 60, at: 0), .register(1, at: 75)], 15),
            ([.granted(1, 60, at: 0), .register(1, at: 59), .refused(1), .register(1, at: 75)], nil),
            ([.granted(1, 60, at: 0), .removed(1, at: 20), .register(1, at: 75)], nil),
            ([.granted(1, nil, at: 0), .register(1, at: 75)], nil),
            ([.granted(1, 60, at: 0), .register(2, at: 75)], nil),
        ] as [([Event], Int64?)])
    func lateness(events: [Event], seconds: Int64?) {
        #expect(registration(events).bindings.first?.lateness == seconds.map(TimeSpan.seconds))
    }

    @Test("Refreshes before a tenth of the time are counted until one is not")
    func haste() {
        var registration = Registration()
        let counts = [0, 10, 20, 30, 100, 110].map {
            registration.accept(answer(1, 100, at: $0 / 2)).current.hastyRefreshes
        }
        #expect(counts == [0, 1, 2, 3, 0, 1])
    }

    @Test("A restart, or another address, ends the count")
    func restart() {
        var registration = Registration()
        _ = registration.accept(answer(1, 1_000, at: 0))
        #expect(registration.accept(answer(1, 1_000, at: 1)).current.hastyRefreshes == 1)
        #expect(registration.accept(answer(1, 1_000, at: 2, call: 2)).current.hastyRefreshes == 0)
        var moved = answer(1, 1_000, at: 3, call: 2)
        moved.contact = 9
        #expect(registration.accept(moved).current.hastyRefreshes == 0)
    }

    @Test("Of more bindings than are kept, nothing is said to have ended")
    func manyBindings() {
        var registration = Registration()
        for key in 1...16 { _ = registration.accept(answer(UInt64(key), 60, at: 0)) }
        #expect(registration.last(endedBy: time(60)) != nil)
        _ = registration.accept(answer(17, 60, at: 0))
        #expect(registration.bindings.count == 16)
        #expect(registration.last(endedBy: time(60)) == nil)
    }

    @Test("The table forgets what nothing was said of for longest", arguments: [1, 2, 3, 10])
    func table(limit: Int) {
        var table = RegistrationTable(limit: limit)
        for key in 1...100 {
            _ = table.update(UInt64(key)) { $0.accept(answer(1, 60, at: Int64(key))) }
            #expect(table.count <= limit)
            #expect(table[UInt64(key)] != nil)
        }
        #expect(table[1] == nil)
    }
}
