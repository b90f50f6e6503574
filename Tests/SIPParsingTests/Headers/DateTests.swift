import SIPParsing
import Testing

@Suite("Moments and lengths of time in header fields")
struct DateTests {
    @Test(
        "Date, RFC 3261 section 20.17",
        arguments: [
            ("Sat, 13 Nov 2010 23:29:00 GMT", 1_289_690_940), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
            ("Thu, 21 Feb 2002 13:02:03 GMT", 1_014_296_523), ("Tue, 29 Feb 2000 23:59:59 GMT", 951_868_799),
            ("Wed, 01 Mar 2000 00:00:00 GMT", 951_868_800), ("Wed, 31 Dec 1969 23:59:59 GMT", -1),
            ("Tue, 19 Jan 2038 03:14:08 GMT", 2_147_483_648), ("Fri, 31 Dec 9999 23:59:59 GMT", 253_402_300_799),
            ("Sat, 01 Jan 0000 00:00:00 GMT", -62_167_219_200), ("sat, 13 nov 2010 23:29:00 gmt", 1_289_690_940),
            ("Sat, 13 Nov\r\n  2010 23:29:00 GMT", 1_289_690_940),
        ] as [(String, Int64)])
    func date(text: String, seconds: Int64) {
        #expect(read(text) { SIPDate($0, $1) }?.secondsSince1970 == seconds)
    }

    @Test(
        "What is no date, RFC 3261 section 25.1 and RFC 4475 section 3.1.2.12",
        arguments: [
            "", "Fri, 01 Jan 2010 16:00:00 EST", "Sat, 13 Nov 2010 23:29:00", "Sat, 13 Nov 2010 23:29:00 GMT+1",
            "13 Nov 2010 23:29:00 GMT", "Sat 13 Nov 2010 23:29:00 GMT", "Sat, 3 Nov 2010 23:29:00 GMT",
            "Sat, 00 Nov 2010 23:29:00 GMT", "Sat, 31 Nov 2010 23:29:00 GMT", "Sat, 29 Feb 2001 23:29:00 GMT",
            "Mon, 29 Feb 1900 23:29:00 GMT", "Sat, 13 Foo 2010 23:29:00 GMT", "Sun, 13 Nov 20100 23:29:00 GMT",
            "Sat, 13 Nov 2010 24:00:00 GMT", "Sat, 13 Nov 2010 23:60:00 GMT", "Sat, 13 Nov 2010 23:29:60 GMT",
            "Sat, 13 Nov 2010 23:29 GMT", "Sat, 13 Nov 2010 2:29:00 GMT", "Sat, 13 Nov 2010 23:29:00:00 GMT",
            "Sat, 13 Nov -010 23:29:00 GMT", "Sat, +3 Nov 2010 23:29:00 GMT", "Sam, 13 Nov 2010 23:29:00 GMT",
            "Saturday, 13-Nov-10 23:29:00 GMT", "Sat Nov 13 23:29:00 2010", "2010-11-13T23:29:00Z", "1289690940",
            "Sat, 13 Nov 2010 23:29:00 GMT extra", "Sat,13 Nov 2010 23:29:00 GMT",
        ])
    func notADate(text: String) {
        #expect(read(text) { SIPDate($0, $1) } == nil)
    }

    @Test(
        "Timestamp, RFC 3261 section 20.38",
        arguments: [
            ("54", 54, nil), ("54.5", 54.5, nil), ("54. 0.25", 54, 0.25),
            ("1289690940.125\r\n 1.", 1_289_690_940.125, 1),
            ("18446744073709551615", 0x1p64, nil), ("18446744073709551616", nil, nil),
            ("", nil, nil), (".5", nil, nil), ("-1", nil, nil), ("54x", nil, nil), ("54 x", nil, nil),
            ("54 1 2", nil, nil), ("5.4.3", nil, nil), ("nan", nil, nil), ("1e9", nil, nil),
        ] as [(String, Double?, Double?)])
    func timestamp(text: String, time: Double?, delay: Double?) {
        let value = read(text) { TimestampHeader($0, $1) }
        #expect(value?.time == time)
        #expect(value?.delay == delay)
    }

    @Test(
        "Session-Expires, RFC 4028 section 4",
        arguments: [
            ("1800", 1800, nil), ("4000;refresher=uac", 4000, .uac), ("90 ; refresher = \"UAS\"", 90, .uas),
            ("90;refresher=proxy", 90, nil), ("90;xrefresher=uac", 90, nil),
            ("4294967295;refresher", 4_294_967_295, nil),
            ("4294967296", nil, nil), ("-90", nil, nil), ("", nil, nil), (";refresher=uac", nil, nil), ("9x", nil, nil),
        ] as [(String, UInt32?, SessionExpires.Refresher?)])
    func sessionExpires(text: String, interval: UInt32?, refresher: SessionExpires.Refresher?) {
        let value = read(text) { SessionExpires($0, $1) }
        #expect(value?.interval == interval)
        #expect(value?.refresher == refresher)
    }

    @Test(
        "Numbers that do not fit are none",
        arguments: ["18446744073709551616", "99999999999999999999999999999999", "4294967296"])
    func tooLarge(text: String) {
        #expect(read(text) { RetryAfter($0, $1) } == nil)
        #expect(read(text) { HeaderNumber.parse($0, $1) } == nil)
        #expect(read("5;duration=\(text)") { RetryAfter($0, $1) }?.duration == nil)
        #expect(read("5;duration=60") { RetryAfter($0, $1) }?.duration == 60)
    }
}
