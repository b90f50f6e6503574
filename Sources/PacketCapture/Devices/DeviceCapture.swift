import Synchronization
import TraceTypes

/// What the capturing thread does: devices in, frames into a queue, until it is told to stop.
package final class DeviceCapture: Sendable {
    /// Where the frames go.
    package let queue: FrameQueue
    /// The devices.
    package let interfaces: [CaptureInterface]
    private let source: Mutex<DeviceSource>
    private let isStopped = Atomic<Bool>(false)
    /// Rounds after which the kernel's counters are read although there always were frames.
    private static let busyRounds = 64

    /// Starts capturing on devices; frames are kept by the kernel until ``run(now:)``.
    package init(
        devices: [String], options: LiveOptions, blocks: Int = FrameQueue.defaultBlocks
    ) throws(CaptureError) {
        let source = try DeviceSource(devices: devices, options: options)
        interfaces = source.interfaces
        queue = FrameQueue(devices: interfaces.count, blocks: blocks)
        self.source = Mutex(source)
    }

    /// Makes ``run(now:)`` end soon, after what was captured by then.
    package func stop() {
        isStopped.store(true, ordering: .relaxed)
    }

    /// Captures until ``stop()``, or until all devices have failed. `now` is the wall clock.
    package func run(now: @Sendable () -> Timestamp) {
        source.withLock { source in
            var producer = FrameProducer(queue, devices: interfaces.count)
            var rounds = 0
            while !source.isOver, !isStopped.load(ordering: .relaxed) {
                let time = now()
                let count = source.round { producer.add($0, $1) }
                producer.flush()
                rounds += 1
                guard count == 0 || rounds.isMultiple(of: Self.busyRounds) else { continue }
                note(source, producer)
                if count == 0 { producer.pass(to: time + TimeSpan(nanoseconds: -source.delay.nanoseconds)) }
            }
            drain(&source, &producer, now)
            note(source, producer)
            producer.flush(isEnd: true)
            queue.close()
        }
    }

    /// Reads on until the kernel has handed out what it held back when the end came.
    private func drain(_ source: inout DeviceSource, _ producer: inout FrameProducer, _ now: @Sendable () -> Timestamp)
    {
        let end = now() + source.delay
        while !source.isOver, now() < end {
            if source.round({ producer.add($0, $1) }) == 0 { return }
        }
    }

    private func note(_ source: borrowing DeviceSource, _ producer: FrameProducer) {
        var status = CaptureStatus(devices: interfaces.count)
        status.kernel = source.statistics
        status.droppedHere = producer.dropped
        status.areDown = source.areDown
        status.failures = source.failures
        queue.update(status)
    }
}
