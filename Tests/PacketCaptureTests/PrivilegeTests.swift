import Foundation
import Glibc
import Testing

@testable import PacketCapture

@Suite("Privileges are given up for good")
struct PrivilegeTests {
    private static let isRoot = geteuid() == 0

    /// The values of a field of this process's status, over its threads but the main one, which in a test is already
    /// ending, so that it stays what it was.
    private static func status(_ field: String) -> Set<String> {
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")) ?? []
        let fields = threads.filter { $0 != "\(getpid())" }.map { thread in
            let text = FileManager.default.contents(atPath: "/proc/self/task/\(thread)/status") ?? Data()
            let lines = String(decoding: text, as: UTF8.self).split(separator: "\n").map { $0.split(separator: ":") }
            let pairs = lines.filter { $0.count == 2 }.map { (String($0[0]), $0[1].split { " \t".contains($0) }) }
            return Dictionary(pairs.map { ($0, $1.joined(separator: " ")) }) { first, _ in first }
        }
        return Set(fields.compactMap { $0[field] })
    }

    @Test("Root becomes the user with the user's groups alone", .enabled(if: isRoot, "takes root"))
    func root() async {
        await #expect(processExitsWith: .success) {
            let nobody = try ProcessUser(named: "nobody")
            try Privileges.drop(to: nobody)
            #expect(Self.status("Uid") == ["65534 65534 65534 65534"])
            #expect(Self.status("Gid") == ["65534 65534 65534 65534"])
            #expect(Self.status("Groups") == ["65534"])
            #expect(setuid(0) != 0)
            #expect(Self.status("CapPrm") == ["0000000000000000"])
            #expect(Self.status("CapEff") == ["0000000000000000"])
            #expect(prctlIsSet)
        }
    }

    @Test("Root that stays root still gains nothing new", .enabled(if: isRoot, "takes root"))
    func rootStays() async {
        await #expect(processExitsWith: .success) {
            let user = try ProcessUser.toBecome("root")
            #expect(user == nil)
            try Privileges.drop(to: nil)
            #expect(geteuid() == 0)
            #expect(prctlIsSet)
            #expect(Self.status("CapEff") != ["0000000000000000"])
        }
    }

    @Test(.enabled(if: isRoot, "takes root"))
    func whoRootBecomes() throws {
        #expect(try ProcessUser.toBecome(nil)?.name == "nobody")
        #expect(try ProcessUser.toBecome("daemon")?.name == "daemon")
        #expect(throws: PrivilegeError.unknownUser("no-such-user")) { try ProcessUser.toBecome("no-such-user") }
    }

    @Test(.enabled(if: isRoot, "takes root"))
    func others() async {
        await #expect(processExitsWith: .success) {
            #expect(setuid(65534) == 0)
            let users = [try ProcessUser.toBecome(nil), try ProcessUser.toBecome("nobody")]
            #expect(users == [nil, nil])
            #expect(throws: PrivilegeError.notRoot("daemon")) { try ProcessUser.toBecome("daemon") }
            #expect(throws: PrivilegeError.notRoot("root")) { try ProcessUser.toBecome("root") }
        }
    }

    @Test("A folder that the user may not write to is noticed at once", .enabled(if: isRoot, "takes root"))
    func aClosedFolder() async {
        await #expect(processExitsWith: .success) {
            let folder = try TemporaryFolder()
            let nobody = try ProcessUser(named: "nobody")
            var request = CaptureSaver.Request(path: folder.path + "/t.pcapng", application: "")
            let alone = try CaptureSaver(request)
            request.rotation = Rotation(size: 1000)
            let first = try CaptureSaver(request)
            first.give(to: nobody)
            let owner = try FileManager.default.attributesOfItem(atPath: first.path)[.ownerAccountID] as? Int
            #expect(owner == 65534)
            try Privileges.drop(to: nobody)
            #expect(throws: WriteError.closedFolder(path: request.path, user: "nobody")) {
                try first.checkFolder(as: nobody)
            }
            #expect(throws: Never.self) { try alone.checkFolder(as: nobody) }
        }
    }

    @Test("A file that was there before keeps its owner; one that was made for it is given away")
    func whatIsGivenAway() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write([1])
        let user = try ProcessUser(named: "nobody")
        let old = try OutputFile(path: path)
        old.give(to: user)
        #expect(Self.owner(path) == Int(geteuid()))
        try old.write([2])
        #expect(FileManager.default.contents(atPath: path) == Data([2]))
        guard Self.isRoot else { return }
        try OutputFile(path: folder.path + "/new").give(to: user)
        #expect(Self.owner(folder.path + "/new") == 65534)
    }

    private static func owner(_ path: String) -> Int? {
        try? FileManager.default.attributesOfItem(atPath: path)[.ownerAccountID] as? Int
    }

    @Test("Root writes through no link, but to what is open already", .enabled(if: isRoot, "takes root"))
    func aLink() throws {
        let folder = try TemporaryFolder()
        let (target, link, loose) = (try folder.write([1]), folder.path + "/link", folder.path + "/loose")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
        try FileManager.default.createSymbolicLink(atPath: loose, withDestinationPath: folder.path + "/none")
        for path in [link, loose] {
            #expect(throws: WriteError.isLink(path: path)) { _ = try OutputFile(path: path) }
        }
        #expect(FileManager.default.contents(atPath: target) == Data([1]))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/none"))
        let open = try #require(FileHandle(forWritingAtPath: target))
        #expect(throws: Never.self) { _ = try OutputFile(path: "/dev/fd/\(open.fileDescriptor)") }
        #expect(throws: WriteError.self) { _ = try OutputFile(path: "/dev/fd/../../\(link)") }
    }

    @Test("A device is not given away", .enabled(if: isRoot, "takes root"))
    func aDevice() throws {
        let user = try ProcessUser(named: "nobody")
        try OutputFile(path: "/dev/null").give(to: user)
        let owner = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.ownerAccountID] as? Int
        #expect(owner != Int(user.id))
    }
}

/// Whether this thread, and so what it starts, can gain no privileges.
private var prctlIsSet: Bool {
    let text = FileManager.default.contents(atPath: "/proc/thread-self/status") ?? Data()
    return String(decoding: text, as: UTF8.self).contains("NoNewPrivs:\t1\n")
}
