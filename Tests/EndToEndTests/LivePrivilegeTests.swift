import Foundation
import Glibc
import Testing
import _TestSupport

@Suite("Root's privileges are gone while the program captures", .serialized, .enabled(if: LiveWatch.isRoot))
struct LivePrivilegeTests {
    /// The values of a field over all threads of the program.
    private static func status(_ process: Int32, _ field: String) throws -> Set<String> {
        let folder = "/proc/\(process)/task"
        let lines = try FileManager.default.contentsOfDirectory(atPath: folder).flatMap { thread in
            let text = FileManager.default.contents(atPath: "\(folder)/\(thread)/status") ?? Data()
            return String(decoding: text, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix(field + ":") }
        }
        return Set(lines.map { $0.split { ": \t".contains($0) }.dropFirst().joined(separator: " ") })
    }

    private struct User {
        let options: [String]
        let ids: String
        let groups: String
        let hasCapabilities: Bool
    }

    private static func expect(_ user: User) throws {
        let folder = try TemporaryFolder()
        let watch = try LiveWatch(user.options + ["-w", folder.path + "/t.pcapng"], filter: "udp port 9")
        let process = watch.running.identifier
        let id = user.ids
        #expect(try status(process, "Uid") == ["\(id) \(id) \(id) \(id)"])
        #expect(try status(process, "Groups") == [user.groups])
        #expect(try status(process, "NoNewPrivs") == ["1"])
        let none = "0000000000000000"
        #expect(try status(process, "CapPrm").contains(none) != user.hasCapabilities)
        #expect(try status(process, "CapEff").contains(none) != user.hasCapabilities)
        let owner = try FileManager.default.attributesOfItem(atPath: folder.path + "/t.pcapng")[.ownerAccountID]
        #expect(owner as? Int == Int(id))
        #expect(watch.stop().status == 0)
    }

    @Test func nobodyUnlessToldOtherwise() throws {
        try Self.expect(User(options: [], ids: "65534", groups: "65534", hasCapabilities: false))
    }

    @Test func aNamedUser() throws {
        try Self.expect(User(options: ["--user", "daemon"], ids: "1", groups: "1", hasCapabilities: false))
    }

    @Test func rootStaysRootWhenTold() throws {
        let watch = try LiveWatch(["--user", "root"], filter: "udp port 9")
        #expect(try Self.status(watch.running.identifier, "Uid") == ["0 0 0 0"])
        #expect(try Self.status(watch.running.identifier, "NoNewPrivs") == ["1"])
        #expect(watch.stop().status == 0)
    }

    @Test("Capabilities given to another user are gone, too", .enabled(if: Program.areInstalled("setpriv")))
    func capabilities() throws {
        let setpriv = try #require(Program.installed("setpriv"))
        let running = try setpriv.start([
            "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=+net_raw,+net_admin",
            "--ambient-caps=+net_raw,+net_admin", SIPWatch.path, "-i", "lo", "udp", "port", "9",
        ])
        #expect(running.wait { $0.errors.contains("watching lo") })
        for field in ["CapPrm", "CapEff", "CapInh", "CapAmb"] {
            #expect(try Self.status(running.identifier, field) == ["0000000000000000"], "\(field)")
        }
        running.signal(SIGINT)
        #expect(running.wait(limit: 10).status == 0)
    }

    @Test(
        "What cannot be is refused before anything is captured",
        arguments: [
            (["--user", "no-such-user"], "no-such-user: no such user to give up root privileges for; "),
            (["-w", "t.pcapng", "-G", "1h"], "t.pcapng: user nobody cannot make further files in this folder; "),
        ])
    func refused(_ options: [String], _ beginning: String) throws {
        let folder = try TemporaryFolder()
        let ended = try SIPWatch.run(["-i", "lo"] + options + ["udp", "port", "9"], in: folder.path)
        #expect(ended.status == 2)
        #expect(ended.output.isEmpty)
        #expect(ended.errors.hasPrefix("sipwatch: " + beginning))
        #expect(ended.errorLines.count == 1)
    }
}
