import Testing
import _TestSupport

@testable import SIPChecking

@Suite("Differences between texts")
struct LineDifferenceTests {
    private func diff(_ old: String, _ new: String) -> [String] { LineDifference(from: old, to: new).unified }

    @Test(
        "Equal texts have none, whatever their line ends",
        arguments: [
            ("", ""), ("a\n", "a"), ("a\nb", "a\r\nb\r\n"), ("\n\n", "\n\n"), ("", "\n".replacing("\n", with: "")),
        ])
    func equal(old: String, new: String) {
        #expect(diff(old, new) == [])
        #expect(LineDifference(from: old, to: new).isEmpty)
    }

    @Test(
        "Hunks have three lines around them, and the places where they begin",
        arguments: [
            (
                "a\nb\nc\nd\ne\nf\ng\nh\ni\n", "a\nb\nc\nd\nX\nf\ng\nh\ni\n",
                ["@@ -2,7 +2,7 @@", " b", " c", " d", "-e", "+X", " f", " g", " h"]
            ),
            ("", "a\n", ["@@ -0,0 +1,1 @@", "+a"]), ("a\n", "", ["@@ -1,1 +0,0 @@", "-a"]),
            ("a\nb\n", "a\n", ["@@ -1,2 +1,1 @@", " a", "-b"]),
            (
                "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\nX\n3\n4\n5\n6\n7\nY\n9\n",
                ["@@ -1,9 +1,9 @@", " 1", "-2", "+X", " 3", " 4", " 5", " 6", " 7", "-8", "+Y", " 9"]
            ),
            (
                "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n", "X\n2\n3\n4\n5\n6\n7\n8\n9\nY\n",
                ["@@ -1,4 +1,4 @@", "-1", "+X", " 2", " 3", " 4", "@@ -7,4 +7,4 @@", " 7", " 8", " 9", "-10", "+Y"]
            ),
            ("a\n", "a\n\n", ["@@ -1,1 +1,2 @@", " a", "+"]),
            ("x\u{1B}\n", "y\u{202E}\n", ["@@ -1,1 +1,1 @@", "-x\\u{1b}", "+y\\u{202e}"]),
        ])
    func hunks(old: String, new: String, lines: [String]) {
        #expect(diff(old, new) == lines)
    }

    @Test("A difference turns the old text into the new one", arguments: 0..<200)
    func random(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let old = (0..<Int.random(in: 0...60, using: &random)).map { _ in "\(Int.random(in: 0...9, using: &random))" }
        var new = old
        for _ in 0..<Int.random(in: 0...8, using: &random) {
            let place = Int.random(in: 0...new.count, using: &random)
            if Bool.random(using: &random), place < new.count {
                new.remove(at: place)
            } else {
                new.insert("x", at: place)
            }
        }
        let lines = diff(old.joined(separator: "\n"), new.joined(separator: "\n"))
        #expect(patched(old, lines) == new)
        #expect(patched(new, lines, isBackwards: true) == old)
    }

    /// Applies hunks by the places that their heads tell.
    private func patched(_ lines: [String], _ difference: [String], isBackwards: Bool = false) -> [String] {
        var result: [String] = []
        var place = 0
        for line in difference {
            if line.hasPrefix("@@") {
                let numbers = line.split { !$0.isNumber }.compactMap { Int($0) }
                let (start, count) = isBackwards ? (numbers[2], numbers[3]) : (numbers[0], numbers[1])
                let begin = start - (count == 0 ? 0 : 1)
                result += lines[place..<begin]
                place = begin
                continue
            }
            let isNew = line.first == (isBackwards ? "-" : "+")
            let isOld = line.first == (isBackwards ? "+" : "-")
            if !isOld { result.append(String(line.dropFirst())) }
            if !isNew { place += 1 }
        }
        return result + lines[place...]
    }

    @Test("Long texts are only said to differ")
    func long() {
        let many = String(repeating: "a\n", count: LineDifference.linesCompared + 1)
        #expect(diff(many, "b\n") == ["the texts differ; with 20001 and 1 lines they are too long to say where"])
        #expect(LineDifference(from: many, to: "b\n").counts == nil)
        #expect(diff(many, many) == [])
        let most = String(repeating: "a\n", count: LineDifference.linesCompared)
        #expect(diff(most, most + "") == [])
    }

    @Test("Of texts that share little, all lines between what they share are replaced, and the first are shown")
    func different() {
        let old = (0..<3_000).map { "old \($0)" }
        let new = (0..<3_000).map { "new \($0)" }
        let difference = LineDifference(
            from: (["same"] + old).joined(separator: "\n"), to: (["same"] + new).joined(separator: "\n"))
        #expect(difference.counts.map { [$0.removed, $0.inserted] } == [3_000, 3_000])
        let lines = difference.unified
        #expect(lines.prefix(3) == ["@@ -1,3001 +1,3001 @@", " same", "-old 0"])
        #expect(lines.count == LineDifference.linesShown + 1)
        #expect(lines.last == "… and 5602 more lines")
    }

    @Test("A long line is cut")
    func longLine() {
        #expect(diff("a\n", String(repeating: "b", count: 500)).last == "+" + String(repeating: "b", count: 400) + "…")
    }
}
