import SIPCatalog
import SIPWatchKit

/// `sipwatch interfaces`.
struct InterfacesCommand {
    private let invocation: Invocation

    init(_ invocation: Invocation) {
        self.invocation = invocation
    }

    func run() -> ExitStatus {
        do throws(AnalysisError) {
            let devices = try Device.all()
            guard !devices.isEmpty else {
                Console.complain(
                    "no devices can be seen; run as root, or once: "
                        + "sudo setcap cap_net_raw,cap_net_admin+ep $(command -v sipwatch)")
                return .trouble
            }
            Console.output(text(devices))
            return .done
        } catch {
            Console.complain(error.description)
            return .trouble
        }
    }

    private func text(_ devices: [Device]) -> String {
        let rows = devices.map { device in
            (
                device.name, device.isUp ? "up" : "down", device.addresses.joined(separator: " "),
                device.description ?? ""
            )
        }
        switch CatalogFormat(invocation) {
        case .json:
            return JSONText.array(
                devices.map { device in
                    .object([
                        "name": .string(device.name), "description": device.description.map { .string($0) } ?? .null,
                        "addresses": .strings(device.addresses), "up": .bool(device.isUp),
                        "loopback": .bool(device.isLoopback),
                    ])
                }
            ).document
        case .markdown:
            return "| device | state | addresses | description |\n|---|---|---|---|\n"
                + rows.map { "| \($0.0) | \($0.1) | \($0.2) | \($0.3) |\n" }.joined()
        case .text, .html:
            let width = rows.map(\.0.count).max() ?? 0
            return rows.map { row in
                let name = row.0 + String(repeating: " ", count: width - row.0.count)
                let state = row.1 + String(repeating: " ", count: 4 - row.1.count)
                return [name, state, row.2.isEmpty ? row.3 : row.2].joined(separator: "  ") + "\n"
            }.joined()
        }
    }
}
