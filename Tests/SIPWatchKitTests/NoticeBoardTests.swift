import PacketCapture
import Testing
import TraceTypes

@testable import SIPWatchKit

@Suite("News of a capture is told once, and what grows once a second")
struct NoticeBoardTests {
    private static func board() -> NoticeBoard {
        let interfaces = ["eth0", "eth1"].enumerated().map { index, name in
            var interface = CaptureInterface(input: index, linkType: .ethernet)
            interface.name = name
            return interface
        }
        return NoticeBoard(interfaces, bufferSize: 16 << 20)
    }

    private static func time(_ milliseconds: Int64) -> Timestamp {
        Timestamp(nanoseconds: 0) + .milliseconds(milliseconds)
    }

    @Test func eachKind() {
        var board = Self.board()
        var status = CaptureStatus(devices: 2)
        #expect(board.news(status, at: Self.time(0)).isEmpty)
        status.kernel[0].dropped = 5
        status.kernel[1].droppedByInterface = 1
        status.droppedHere[1] = 7
        status.areDown[1] = true
        status.failures[0] = .deviceFailure(device: "eth0", reason: "gone")
        #expect(
            board.news(status, at: Self.time(1)).map(\.description) == [
                "eth0: the kernel dropped 5 frames so far; give it a larger buffer with -B 65536, or use a narrower filter",
                "eth0: the capture failed (gone); check the device with: ip link show eth0",
                "eth1: the device dropped 1 frame so far; see: ip -s link show eth1",
                "eth1: sipwatch did not keep up and dropped 7 frames so far; use a narrower filter, or write the output to "
                    + "a file with -o",
                "eth1: the device is down; bring it up: sudo ip link set eth1 up",
            ])
        #expect(board.news(status, at: Self.time(5000)).isEmpty)
    }

    @Test func onceASecond() {
        var board = Self.board()
        var status = CaptureStatus(devices: 2)
        var told: [Int64] = []
        for tick in Int64(0)..<40 {
            status.kernel[0].dropped += 1
            if !board.news(status, at: Self.time(tick * 100)).isEmpty { told.append(tick) }
        }
        #expect(told == [0, 10, 20, 30])
    }

    @Test("A device that comes back is told of again when it goes")
    func downAgain() {
        var board = Self.board()
        var status = CaptureStatus(devices: 2)
        var told: [Int] = []
        for second in 0..<4 {
            status.areDown[0] = second.isMultiple(of: 2)
            told.append(board.news(status, at: Self.time(Int64(second) * 1000)).count)
        }
        #expect(told == [1, 0, 1, 0])
    }

    @Test("What the kernel received is no news")
    func received() {
        var board = Self.board()
        var status = CaptureStatus(devices: 2)
        status.kernel[0].received = 1_000_000
        #expect(board.news(status, at: Self.time(0)).isEmpty)
        status.kernel[0].dropped = 1
        #expect(board.news(status, at: Self.time(1)).count == 1)
    }
}
