import SIPChecking
import Testing

@Suite("Patterns of paths")
struct PathPatternTests {
    @Test(arguments: [
        ("*.pcap", "a.pcap", true), ("*.pcap", "deep/down/a.pcap", true), ("*.pcap", "a.pcapng", false),
        ("traces/*.pcap", "traces/a.pcap", true), ("traces/*.pcap", "traces/x/a.pcap", false),
        ("traces/**/*.pcap", "traces/a.pcap", true), ("traces/**/*.pcap", "traces/x/y/a.pcap", true),
        ("**/old/*", "x/old/a", true), ("**/old/*", "old/a", true), ("**/old/*", "older/a", false),
        ("a?c", "abc", true), ("a?c", "ac", false), ("[ab]*.cap", "b1.cap", true), ("[!ab]*.cap", "b1.cap", false),
        ("[a-c]x", "bx", true), ("[a-c]x", "dx", false), ("[", "[", true), ("a[b", "a[b", true),
        ("*", ".hidden", false), (".*", ".hidden", true), ("./x/*", "x/a", true), ("/tmp/*.pcap", "/tmp/a.pcap", true),
        ("é*", "école", true),
    ])
    func matches(pattern: String, path: String, expected: Bool) {
        #expect(PathPattern(pattern).matches(path) == expected)
    }

    @Test("The folder that is searched ends before the first sign")
    func roots() {
        #expect(PathPattern("traces/run*/a.pcap").root == "traces")
        #expect(PathPattern("*.pcap").root == ".")
        #expect(PathPattern("/var/*.pcap").root == "/var")
        #expect(PathPattern("/*.pcap").root == "/")
        #expect(PathPattern("a/b/*").depth == 3)
        #expect(PathPattern("a/**/b").depth == nil)
    }

    @Test func aCostlyPatternEnds() {
        let pattern = PathPattern(
            String(repeating: "*a", count: 200) + "/" + String(repeating: "**/", count: 200) + "b")
        let path = String(repeating: "a", count: 2_000) + "/" + String(repeating: "a/", count: 2_000)
        #expect(!pattern.matches(path))
    }
}
