import Foundation
@testable import SIPChecking
import Testing
import YAMLReading

@Suite("Text of whatever kind changes no format's structure")
struct FormatsHostileTests {
    @Test("Nothing steers a terminal or a reader of lines", arguments: CheckFormat.allCases)
    func steering(format: CheckFormat) {
        for nasty in FormatsSample.nasties {
            for scalar in FormatsSample.text(format, FormatsSample.hostile(nasty)).unicodeScalars where scalar != "\n" {
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
                    Issue.record("U+\(String(scalar.value, radix: 16)) in \(format) of \(nasty.prefix(20))")
                default: break
                }
            }
        }
    }

    @Test(
        "The text form, workflow commands and JSON Lines have as many lines as for plain text",
        arguments: [CheckFormat.github, .jsonl, .json, .sarif, .gitlab, .junit, .tap])
    func lines(format: CheckFormat) {
        let plain = FormatsSample.text(format, FormatsSample.hostile("plain")).split(separator: "\n").count
        for nasty in FormatsSample.nasties where !nasty.isEmpty {
            let text = FormatsSample.text(format, FormatsSample.hostile(nasty))
            #expect(text.split(separator: "\n").count == plain, "\(format) of \(nasty.prefix(20))")
        }
    }

    @Test("No line of the text form begins with a workflow command")
    func commands() {
        for nasty in FormatsSample.nasties {
            let text = FormatsSample.text(.text, FormatsSample.hostile(nasty))
            let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
            #expect(!lines.contains { $0.hasPrefix("::") }, "\(nasty.prefix(20))")
        }
    }

    @Test("Each test point stands on a line of its own, and its block is YAML that gives the texts back")
    func tap() throws {
        for nasty in FormatsSample.nasties {
            var block: [Substring]?
            var points = 0
            var plan = 0
            for line in FormatsSample.text(.tap, FormatsSample.hostile(nasty)).split(separator: "\n") {
                if line == "  ---" {
                    block = []
                } else if line == "  ..." {
                    let text = try #require(block).joined(separator: "\n")
                    let root = try #require(try YAMLDocument.read(Array(text.utf8)), "\(text.prefix(200))")
                    #expect(try !root.entries("a block").isEmpty)
                    block = nil
                } else if block != nil {
                    block?.append(line.dropFirst(2))
                } else if line.hasPrefix("1..") {
                    plan = try #require(Int(line.dropFirst(3)))
                } else if line != "TAP version 14" {
                    points += 1
                    #expect(line.hasPrefix("ok \(points) - ") || line.hasPrefix("not ok \(points) - "), "\(line)")
                }
            }
            #expect(block == nil)
            #expect(points == plan)
        }
    }

    @Test func tapDirectives() {
        let text = FormatsSample.text(.tap, FormatsSample.hostile("# SKIP \\x"))
        #expect(text.contains(##"not ok 2 - x\# SKIP \\x.pcap: \# SKIP \\x"##))
        #expect(!text.contains(" # SKIP x"))
    }

    @Test func workflowCommandsAreEscaped() throws {
        let text = FormatsSample.text(.github, FormatsSample.hostile("%0A::a,b:c\n"))
        let first = try #require(text.split(separator: "\n").first)
        #expect(first.hasPrefix(#"::error file=y%250A%3A%3Aa%2Cb%3Ac\u{a}.yaml,line=1,col=1,title=trace/incomplete::"#))
        #expect(first.hasSuffix(#": %250A::a,b:c\u{a}"#))
    }

    @Test func xmlIsEscaped() {
        let text = FormatsSample.text(.junit, FormatsSample.hostile("]]><b a=\"1\">&'\u{0}\u{FFFE}"))
        #expect(text.contains(#"]]&gt;&lt;b a=&quot;1&quot;&gt;&amp;'\u{0}\u{fffe}"#))
        #expect(!text.contains("<b"))
        #expect(!text.contains("]]>"))
    }

    @Test func markdownIsEscaped() {
        let text = FormatsSample.text(.markdown, FormatsSample.hostile("a|b <i> [x](y) `c` </details>"))
        #expect(text.contains(#"| xa\|b \<i\> \[x\](y) \`c\` \</details\>.pcap | "#))
        let outside = text.split(separator: "```").enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
        #expect(!outside.contains { $0.contains("<i>") })
        #expect(text.count { $0 == "\n" } > 20)
    }

    @Test("A fence is longer than the marks between it and its other one")
    func fences() {
        let text = FormatsSample.text(.markdown, FormatsSample.hostile("a ```` b"))
        #expect(text.contains("\n`````text\na ```` b\n"))
        #expect(!text.contains("\n```text"))
    }

    @Test(
        "No service takes a line for a command",
        arguments: [
            ("a: ##[stop-commands]x", "a: ##\\u{5b}stop-commands]x"),
            ("##vso[task.complete]", "##vso\\u{5b}task.complete]"),
            ("::error::x.pcap: error", "./::error::x.pcap: error"), ("a # b :: c", "a # b :: c"),
        ])
    func commands(line: String, harmless: String) {
        #expect(LogText.harmless(line) == harmless)
    }
}
