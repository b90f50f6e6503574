import PacketCapture
import TraceTypes

/// Decides what of a capture's state is news, and tells each piece of it once.
struct NoticeBoard {
    /// The least time between two pieces of news.
    private static let interval = TimeSpan.seconds(1)

    private let names: [String]
    private let bufferSize: Int32
    private var told: CaptureStatus
    private var lastNews: Timestamp?

    init(_ interfaces: [CaptureInterface], bufferSize: Int32) {
        names = interfaces.map { $0.name ?? "" }
        self.bufferSize = bufferSize
        told = CaptureStatus(devices: interfaces.count)
    }

    /// What is new in the state.
    mutating func news(_ status: CaptureStatus, at time: Timestamp) -> [WatchNotice] {
        guard status != told, lastNews.map({ time - $0 >= Self.interval || time < $0 }) ?? true else { return [] }
        defer { told = status }
        let news = names.indices.flatMap { index in
            let (kernel, before) = (status.kernel[index], told.kernel[index])
            let name = names[index]
            var notices: [WatchNotice] = []
            if kernel.dropped > before.dropped {
                notices.append(.dropped(kernel.dropped, by: name, bufferSize: bufferSize))
            }
            if kernel.droppedByInterface > before.droppedByInterface {
                notices.append(.droppedByInterface(kernel.droppedByInterface, by: name))
            }
            if status.droppedHere[index] > told.droppedHere[index] {
                notices.append(.droppedHere(status.droppedHere[index], of: name))
            }
            if status.areDown[index], !told.areDown[index] { notices.append(.down(name)) }
            if let failure = status.failures[index], told.failures[index] == nil {
                notices.append(WatchNotice(failure.description))
            }
            return notices
        }
        if !news.isEmpty { lastNews = time }
        return news
    }
}
