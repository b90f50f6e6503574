import Foundation
import Testing

@testable import SIPWatchCommands

/// Runs what the documentation shows.
enum DocumentationShell {
    /// The built program: named by SIPWATCH_BINARY, else beside the tests.
    static let program: String = {
        let named = ProcessInfo.processInfo.environment["SIPWATCH_BINARY"]
        let beside = URL(fileURLWithPath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
        return named ?? beside.appending(path: CommandTable.programName).path
    }()

    /// What the program writes to standard output when it is run in the project's folder.
    static func output(_ arguments: String) throws -> String {
        try run("'\(program)' \(arguments)")
    }

    /// What a shell writes to standard output when it runs `script` in the project's folder, and nothing fails.
    static func run(_ script: String) throws -> String {
        let result = try #require(Tool("bash")).run(["-c", "cd '\(DocumentationFolder.root.path)'\n\(script)"])
        #expect(result.errors.isEmpty)
        return result.output
    }

    /// What a shell writes when it runs scripts, one after the other, in a folder of its own: a home with the project in
    /// it, where `sipwatch` is the built program.
    static func walk(_ scripts: [String], in home: String) throws -> [String] {
        let whole = """
            export HOME='\(home)' PATH='\(home)/bin':"$PATH" && cd && mkdir bin
            ln -s '\(DocumentationFolder.root.path)' sipwatch && ln -s '\(program)' bin/sipwatch
            \(scripts.map { "\($0)\nprintf '\\0'" }.joined(separator: "\n"))
            """
        let result = try #require(Tool("bash")).run(["-c", whole])
        #expect(result.errors.isEmpty, "\(result.errors)")
        return result.output.split(separator: "\0", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    /// The arguments that each call of the program gets when a shell runs `script`; other programs do nothing.
    static func calls(in script: String) throws -> [[String]] {
        let stubs = ["sudo", "ssh", "jq", "man", "git", "timeout", "grep"].map { "\($0)() { :; }; " }.joined()
        let whole = """
            cd "$(mktemp -d)" && exec 3>&1 > /dev/null
            sipwatch() { printf '%s\\0' "$@" >&3; printf '\\n\\0' >&3; }
            \(stubs)
            \(script.replacing(/[\w\/]*Scripts\/sipwatch/, with: "sipwatch"))
            """
        let result = try #require(Tool("bash")).run(["-c", whole])
        #expect(result.errors.isEmpty, "\(script): \(result.errors)")
        return result.output.split(separator: "\n\0").map { call in
            call.split(separator: "\0").map(String.init)
        }
    }
}
