import Testing
import YAMLReading

@Suite("YAML files are read with places, within limits")
struct YAMLDocumentTests {
    private func read(_ text: String, _ limits: YAMLLimits = YAMLLimits()) throws(YAMLError) -> YAMLNode? {
        try YAMLDocument.read(Array(text.utf8), limits: limits)
    }

    @Test func valuesKeepTheirPlaces() throws {
        let root = try #require(try read("calls:\n  - from: alice\n    status: 603\n    reason: \"Decline\"\n"))
        let fields = try root.fields("the file", keys: ["calls"])
        let call = try #require(try fields["calls"]?.items("calls").first).fields(
            "a call", keys: ["from", "status", "reason"])
        #expect(try call["from"]?.text("from") == "alice")
        #expect(call["from"]?.mark == YAMLMark(line: 2, column: 11))
        #expect(call.entry("status")?.mark == YAMLMark(line: 3, column: 5))
        #expect(try call["status"]?.integer("status", in: 100...699) == 603)
        #expect(call["reason"]?.content == .scalar("Decline", isPlain: false))
    }

    @Test(arguments: ["", "# a comment\n", "---\n"])
    func aFileMayBeEmpty(_ text: String) throws {
        #expect(try read(text)?.isNull ?? true)
    }

    @Test(
        "A file that cannot be read says where",
        arguments: [
            ("a: 1\nb: 2\na: 3\n", "3:1: 'a' is there already, in line 1"),
            ("a: &x 1\n", "1:4: anchors ('&name') are not read; leave it out"),
            ("a: *x\n", "1:4: aliases ('*name') are not read; write the value out"),
            ("a: !!int 1\n", "1:4: tags ('!name') are not read; leave it out"),
            ("a: 1\n---\nb: 2\n", "2:1: a second document begins here; a file may have one"),
            ("[a]: 1\n", "1:1: a key has to be a word or a text"),
            ("a:\n\t- b\n", "2:1: this is not YAML: found character that cannot start any token"),
            ("a: [1\n", "2:1: this is not YAML: did not find expected ',' or ']'"),
        ])
    func errors(text: String, error: String) {
        #expect { try read(text) } throws: { "\($0)".hasPrefix(error) }
    }

    @Test func invalidTextSaysWhere() {
        #expect(
            throws: YAMLError("this is not UTF-8; save the file in that encoding", at: YAMLMark(line: 2, column: 4))
        ) {
            try YAMLDocument.read(Array("a: 1\nb: ".utf8) + [0xFF, 0xFE])
        }
    }

    @Test func aByteOrderMarkIsNoText() throws {
        #expect(try read("\u{FEFF}a: 1\r\nb: 2\r\n")?.entries("it").map(\.key) == ["a", "b"])
        #expect(try read("\u{FEFF}") == nil)
    }

    @Test func limitsHold() throws {
        var limits = YAMLLimits()
        limits.bytes = 100
        #expect { try read(String(repeating: "a", count: 101), limits) } throws: {
            "\($0)".contains("more than 100 bytes")
        }
        #expect { try read(String(repeating: "[", count: 50)) } throws: { "\($0)".contains("nested") }
        limits = YAMLLimits()
        limits.nodes = 10
        #expect { try read("[1,2,3,4,5,6,7,8,9,10,11]", limits) } throws: { "\($0)".contains("more than 10 values") }
        #expect { try read(String(repeating: "[", count: 900_000)) } throws: { "\($0)".contains("nested") }
    }

    @Test("A value of the wrong kind says what is wanted")
    func wrongKinds() throws {
        let root = try #require(
            try read("from: [a]\nstatus: abc\nlist: a\nempty:\nfollowed: maybe\noutcome: answerd\n"))
        let keys = ["from", "status", "list", "empty", "followed", "outcome"]
        let fields = try root.fields("a call", keys: keys)
        #expect { try fields["from"]?.text("from") } throws: { "\($0)" == "1:7: 'from' wants a text, not a list" }
        #expect { try fields["status"]?.integer("status", in: 1...9) } throws: {
            "\($0)" == "2:9: 'status' wants a whole number from 1 to 9, not 'abc'"
        }
        #expect(try fields["list"]?.items("list").count == 1)
        #expect { try fields["empty"]?.text("empty") } throws: { "\($0)".hasSuffix("wants a text, not nothing") }
        #expect { try fields["followed"]?.bool("followed") } throws: { "\($0)".contains("true or false") }
        #expect { try fields["outcome"]?.choice("outcome", of: ["answered", "busy"]) } throws: {
            "\($0)".hasSuffix("not 'answerd'; did you mean 'answered'?")
        }
        #expect { try root.fields("a call", keys: ["form"]) } throws: {
            "\($0)" == "1:1: unknown key 'from' in a call; did you mean 'form'?"
        }
        #expect { try fields.required("to", "a call") } throws: { "\($0)" == "1:1: a call needs 'to'" }
    }
}
