import PacketCapture
import TraceTypes

/// A network device that can be watched.
public struct Device: Sendable {
    /// The name for `-i`.
    public let name: String
    /// What the system says it is.
    public let description: String?
    /// Its addresses as text.
    public let addresses: [String]
    /// Whether it is switched on.
    public let isUp: Bool
    /// Whether it is a loopback device.
    public let isLoopback: Bool

    /// All devices, the most useful first.
    public static func all() throws(AnalysisError) -> [Device] {
        do throws(CaptureError) {
            return try CaptureDevice.all().map { device in
                Device(
                    name: device.name, description: device.description, addresses: device.addresses.map(\.description),
                    isUp: device.isUp, isLoopback: device.isLoopback)
            }
        } catch {
            throw AnalysisError(description: error.description)
        }
    }
}
