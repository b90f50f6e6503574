import SIPDialogs
import SIPParsing
import Testing
import TraceTypes

@testable import SIPReporting

@Suite("Reading filters")
struct FilterParserTests {
    @Test(
        "'not' binds more than 'and', 'and' more than 'or'; signs and words are the same",
        arguments: [
            ("from or to and user", "from or (to and user)"), ("from and to or user", "(from and to) or user"),
            ("not from and to", "(not from) and to"), ("!from||to&&!user", "not from or (to and not user)"),
            ("NOT from AND to", "!from && to"), ("((from))", "from"), ("not not from", "not (not from)"),
            ("status=486", "status == 486"), ("status!=486", "not status = 486"), ("from!~x", "not (from ~ 'X')"),
            ("from ~ 'a b'", "from~\"a b\""), ("from = 'it\\'s'", "from = \"it's\""),
            ("duration = 0.5s", "duration = 0.5"), ("Status = 486", "status\t=\n486"),

            ("number = +1212", "number = '1 (212)'"),
        ])
    func equal(left: String, right: String) throws {
        #expect(try FilterParser.parse(left) == FilterParser.parse(right))
    }

    @Test(
        "An error tells the column and what was expected",
        arguments: [
            ("", 1, "expected a field such as status or from at the end"),
            ("   ", 4, "expected a field such as status or from at the end"),
            ("status >= 400 and", 18, "expected a field such as status or from at the end"),
            ("statsu = 4", 1, "'statsu' is no field"), ("status = ", 10, "expected a value behind '=' at the end"),
            ("status = abc", 10, "status wants a status code such as 486 or 4xx, not 'abc'"),
            ("status = -4", 10, "status wants a status code such as 486 or 4xx, not '-4'"),
            ("status ~ 4", 8, "status is no text; compare it with =, !=, <, <=, > or >="),
            ("from < x", 6, "from has no order; compare it with =, !=, ~ or !~"),
            ("messages = 4xx", 12, "messages wants a whole number, not '4xx'"),
            ("duration > 5w", 12, "duration wants a time such as 4.2s, 500ms or 2m, not '5w'"),
            ("duration > 1.s", 12, "duration wants a time such as 4.2s, 500ms or 2m, not '1.s'"),
            ("time > 25:00", 8, "time wants a time in UTC such as 14:05:00 or 2026-11-20T14:05:00Z, not '25:00'"),
            (
                "time > 2026-02-29", 8,
                "time wants a time in UTC such as 14:05:00 or 2026-11-20T14:05:00Z, not '2026-02-29'"
            ),
            ("outcome = fine", 11, "'fine' is no outcome"), ("rule = transfer/fail", 8, "'transfer/fail' is no rule"),
            ("severity = fatal", 12, "severity wants error, warning or info, not 'fatal'"),
            ("number = abc", 10, "number wants digits, not 'abc'"), ("(from", 1, "this '(' is never closed"),
            ("from)", 5, "there is no '(' for this ')'"), ("()", 2, "expected a field such as status or from"),
            ("from to", 6, "expected 'and' or 'or', not 'to'"),
            ("(from to)", 7, "expected 'and', 'or' or ')', not 'to'"),
            ("from = 'x", 8, "the text that begins here has no closing '"),
            ("from & to", 6, "a single '&' means nothing; write '&&'"),
            ("from | to", 6, "a single '|' means nothing; write '||'"),
            ("= 4", 1, "expected a field such as status or from, not '='"),
            ("from = and", 8, "expected a value behind '='; a word of the language stands in quotes, not 'and'"),
            ("from = “x”", 8, "'“' is no quote here; write \" or '"),
            ("header", 7, "expected the name of a header field, such as Reason at the end"),
            ("header Via ~ x", 8, "no header field 'Via' is kept of messages"),
        ])
    func errors(filter: String, column: Int, message: String) {
        #expect(throws: FilterError.self) { try CallFilter(filter) }
        do throws(FilterError) {
            _ = try CallFilter(filter)
        } catch {
            #expect(error.column == column)
            #expect(error.message == message)
            #expect(error.excerpt.count == 2)
        }
    }

    @Test(
        "The caret stands below the error, whatever stands before it",
        arguments: [
            ("from = x or statsu", "            ^"), ("from = '電話' or statsu", "                 ^"),
            ("from = '\u{202E}' or statsu", "                     ^"),
        ])
    func caret(filter: String, caret: String) throws {
        let error = #expect(throws: FilterError.self) { try CallFilter(filter) }
        #expect(error?.excerpt.last == caret)
        #expect(error?.excerpt.first?.unicodeScalars.contains("\u{202E}") == false)
    }

    @Test("Of a long filter the part around the error is shown")
    func longExcerpt() throws {
        let filter = String(repeating: "from or ", count: 100) + "statsu" + String(repeating: " or to", count: 100)
        let error = try #require(#expect(throws: FilterError.self) { try CallFilter(filter) })
        #expect(error.column == 801)
        #expect(error.excerpt.first?.count == 62)
        #expect(error.excerpt.last == String(repeating: " ", count: 31) + "^")
    }

    @Test("Deep nesting is refused at its limit, and no sooner", arguments: ["(", "not ", "!", "not ("])
    func nesting(opening: String) throws {
        let perOpening = opening == "not (" ? 2 : 1
        func filter(_ count: Int) -> String {
            let closing = opening.hasSuffix("(") ? ")" : ""
            return String(repeating: opening, count: count) + "from" + String(repeating: closing, count: count)
        }
        #expect(throws: Never.self) { try CallFilter(filter(FilterParser.deepest / perOpening)) }
        let error = #expect(throws: FilterError.self) { try CallFilter(filter(FilterParser.deepest / perOpening + 1)) }
        #expect(error?.message == "this is nested deeper than 64 levels")
        let brackets = String(repeating: "(from) or ", count: 200) + "to"
        #expect(throws: Never.self) { try CallFilter(brackets) }
    }

    @Test("A filter has no more bytes than the limit")
    func length() throws {
        let fits = "from = '" + String(repeating: "x", count: FilterLexer.longest - 9) + "'"
        #expect(fits.utf8.count == FilterLexer.longest)
        #expect(throws: Never.self) { try CallFilter(fits) }
        #expect(throws: FilterError.self) { try CallFilter(fits + " ") }
    }

    @Test(
        "Numbers of any size, odd characters and signs are errors at most",
        arguments: [
            "status = 99999999999999999999999", "duration > 9223372036854775807d", "duration > 0.9999999999s",
            "duration = 106751d", "duration = 9223372036.999999999s", "time = 9999-99-99", "time = 14:05:00.1234567890",
            "time = 2260-12-31", "from = \u{0}", "from = \u{301}", "f\u{301}rom", "from =\u{301} x", "from = 👨‍👩‍👧‍👦",
            "from\u{A0}=\u{A0}x", "\u{202E}", "number = ١٢٣", "status = ４xx", "time = ١٤:٠٥", "'", "\"\\", "!~", "~~",
            "<>",
            "status = xx", "duration = .", "duration = ms", "time = :", "time = T", "time = 2026-11-20T",
        ])
    func hostile(filter: String) {
        do throws(FilterError) {
            let read = try CallFilter(filter)
            #expect(read.text == filter)
        } catch {
            #expect((1...(filter.count + 1)).contains(error.column))
            #expect(!error.message.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
        }
    }
}
