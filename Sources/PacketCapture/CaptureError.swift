import TraceTypes

/// Why an input cannot be read. `description` is one line that says what is wrong and what to do.
package enum CaptureError: Error, Equatable, Sendable {
    /// No file has this path.
    case missingFile(path: String)
    /// The path is a folder's.
    case isFolder(path: String)
    /// The file may not be read by this user.
    case noReadPermission(path: String)
    /// The system failed to open or read the file; the reason is the system's.
    case unreadableFile(path: String, reason: String)
    /// The process may not have so many files open at once.
    case tooManyFiles(path: String)
    /// The file, or standard input, has no bytes at all.
    case emptyFile(path: String)
    /// The format is not known; `looksLike` where the first bytes tell it.
    case notACapture(path: String, looksLike: ForeignFile?)
    /// No layer exists for the frames of this file or device.
    case unsupportedLinkType(input: String, name: String)
    /// No device has this name.
    case unknownDevice(name: String, available: [String])
    /// The device cannot take the time of frames from there.
    case unknownTimestampSource(device: String, name: String, available: [String])
    /// Capturing on the device takes privileges that the process lacks.
    case noCapturePermission(device: String)
    /// The device is switched off.
    case deviceDown(device: String)
    /// The capture could not start, or broke off; the reason is libpcap's.
    case deviceFailure(device: String, reason: String)
    /// The BPF expression does not compile; the reason is libpcap's.
    case badFilter(expression: String, reason: String)
    /// The BPF expression makes sense, but not for the frames of this link type; the reason is libpcap's.
    case filterNotForLinkType(expression: String, linkType: String, reason: String)
    /// Nothing was named to read from.
    case noInput
}

extension CaptureError: CustomStringConvertible {
    /// One line: what is wrong and what to do.
    package var description: String {
        switch self {
        case .missingFile(let path):
            "\(path): no such file; check the name and the folder you are in"
        case .isFolder(let path):
            "\(path): is a folder; name the capture files in it, as in \(path)/*.pcap"
        case .noReadPermission(let path):
            "\(path): no permission to read it; run as its owner, or: sudo chmod a+r \(path)"
        case .unreadableFile(let path, let reason):
            "\(path): cannot be read (\(reason)); check the disk or copy the file again"
        case .tooManyFiles(let path):
            "\(path): too many files are open at once; name fewer, or raise the limit first: ulimit -n 4096"
        case .emptyFile(let path):
            "\(path): is empty; was the capture stopped before anything was written?"
        case .notACapture(let path, let looksLike):
            "\(path): \(looksLike?.advice(path) ?? "is not a capture; only pcap and pcapng captures can be read")"
        case .unsupportedLinkType(let input, let name):
            "\(input): frames of link type \(name) are not supported; capture on an Ethernet, loopback, tunnel "
                + "or \"any\" device"
        case .unknownDevice(let name, let available):
            unknownDeviceLine(name, available)
        case .unknownTimestampSource(let device, let name, let available):
            "\(device): cannot take the time of frames from \(name); it has: \(available.joined(separator: ", "))"
        case .noCapturePermission(let device):
            "\(device): no permission to capture; run as root, or once: "
                + "sudo setcap cap_net_raw,cap_net_admin+ep $(command -v sipwatch)"
        case .deviceDown(let device):
            "\(device): the device is down; bring it up: sudo ip link set \(device) up"
        case .deviceFailure(let device, let reason):
            "\(device): the capture failed (\(reason)); check the device with: ip link show \(device)"
        case .badFilter(let expression, let reason):
            "filter \"\(expression)\": \(reason); see: man pcap-filter"
        case .filterNotForLinkType(let expression, let linkType, let reason):
            "filter \"\(expression)\": cannot be used on frames of link type \(linkType) (\(reason)); "
                + "leave it out, or take other words: man pcap-filter"
        case .noInput:
            "no file and no device; name a capture file, or a device with -i"
        }
    }

    private func unknownDeviceLine(_ name: String, _ available: [String]) -> String {
        let guess = NearMiss.closest(to: name, in: available).map { "; did you mean \($0)?" } ?? ";"
        let list = available.isEmpty ? "none can be seen, try as root" : available.joined(separator: ", ")
        return "\(name): no such device\(guess) devices here: \(list)"
    }
}
