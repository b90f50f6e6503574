import Foundation
import Glibc
import Testing
import _TestSupport

/// A SIP test run as people have them: SIPp plays a blind transfer on the loopback device, and tcpdump records it.
struct TransferRun {
    /// What is broken on purpose.
    enum Fault: String, CaseIterable, Sendable {
        case none, targetDeclines, notifyWithheld, ackWithheld

        /// The first of the ports that the run takes.
        fileprivate var port: UInt16 { Self.base + UInt16(Self.allCases.firstIndex(of: self) ?? 0) * 10 }
        private static let base = UInt16.random(in: 3_000...3_100) * 10
    }

    private let fault: Fault
    private let folder: String

    /// Plays the run and leaves `trace.pcap` in the folder; says what went wrong.
    static func record(_ fault: Fault, in folder: String) throws -> [String] {
        let run = TransferRun(fault: fault, folder: folder)
        let tcpdump = try (Program.installed("tcpdump") ?? Program("tcpdump")).start(
            [
                "-i", "lo", "-U", "--immediate-mode", "-Z", "root", "-w", "trace.pcap",
                "udp portrange \(fault.port)-\(fault.port + 9)",
            ], in: folder)
        guard tcpdump.wait(until: { $0.errors.contains("listening on lo") }) else { return ["tcpdump does not listen"] }
        let failures = try run.play()
        usleep(300_000)
        tcpdump.signal(SIGTERM)
        return failures + (tcpdump.wait(limit: 10).status == 0 ? [] : ["tcpdump failed"])
    }

    /// Why parties failed.
    private func play() throws -> [String] {
        switch fault {
        case .none: try playTransfer(target: "uas-answers", ["-d", "500"], final: "200 OK", caller: "uac-calls")
        case .targetDeclines:
            try playTransfer(
                target: "uas-rings-and-refuses", ["-d", "200", "-key", "status", "SIP/2.0 603 Decline"],
                final: "603 Decline", caller: "uac-refused")
        case .notifyWithheld: try playSilence()
        case .ackWithheld: try playMissingACK()
        }
    }

    private func playTransfer(
        target: String, _ options: [String], final: String, caller: String
    ) throws -> [String] {
        let port = fault.port
        var parties = [
            try SIPpParty(target, port: port + 2, in: folder, options),
            try SIPpParty(
                "transferee", port: port, in: folder,
                ["-d", "2500", "-key", "accepted", "SIP/2.0 202 Accepted", "-key", "final", "SIP/2.0 \(final)"]),
        ]
        usleep(300_000)
        parties.append(
            try SIPpParty("transferor", port: port + 1, target: port, in: folder, ["-key", "refer_to", referTo]))
        for _ in 0..<500 where !FileManager.default.fileExists(atPath: folder + "/refer-came") { usleep(20_000) }
        parties.append(
            try SIPpParty(
                caller, port: port + 3, target: port + 2, in: folder,
                ["-d", "100", "-key", "extra", "Referred-By: <sip:transferor@example.com>"]))
        return parties.compactMap { $0.failure() }
    }

    /// The transferee accepts the REFER and never tells what came of it.
    private func playSilence() throws -> [String] {
        let callee = try SIPpParty(
            "transferee-silent", port: fault.port, in: folder, ["-key", "accepted", "SIP/2.0 202 Accepted"], limit: 60)
        usleep(300_000)
        let caller = try SIPpParty(
            "transferor-hears-nothing", port: fault.port + 1, target: fault.port, in: folder,
            ["-d", "36000", "-key", "refer_to", referTo], limit: 60)
        return [caller, callee].compactMap { $0.failure() }
    }

    /// The caller does not acknowledge the answer.
    private func playMissingACK() throws -> [String] {
        let callee = try SIPpParty(
            "uas-gets-no-ack", port: fault.port, in: folder, ["-d", "500", "-max_retrans", "12"], limit: 60)
        usleep(300_000)
        let caller = try SIPpParty("uac-no-ack", port: fault.port + 1, target: fault.port, in: folder, limit: 60)
        return [caller, callee].compactMap { $0.failure() }
    }

    private var referTo: String { "sip:carol@127.0.0.1:\(fault.port + 2)" }
}
