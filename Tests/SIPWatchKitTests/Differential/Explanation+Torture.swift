extension Explanation {
    /// Differences in the messages of RFC 4475.
    static let torture: [Explanation] = [
        .torture(
            .nobody, ["rfc4475/badvers.dat"], [.message],
            "another version of SIP (RFC 4475 section 3.1.2.16) is SIP to be answered with 505; tshark sees none"),
        .torture(
            .nobody, ["rfc4475/bigcode.dat"], [.message],
            "a status code of more than three digits (RFC 4475 section 3.1.2.19) is kept and noted here"),
        .torture(
            .nobody, ["rfc4475/lwsruri.dat"], [.message],
            "white space in a Request-URI (RFC 4475 section 3.1.2.8) is to be answered with 400; tshark sees no SIP"),
        .torture(
            .nobody, ["rfc4475/lwsstart.dat", "rfc4475/trws.dat"], [.message],
            "spaces too many in a Request-Line (RFC 4475 sections 3.1.2.9 and 3.1.2.10) may be ignored; tshark sees no "
                + "SIP"),
        .torture(
            .tshark, ["rfc4475/ncl.dat"], [.field(.contentLength)],
            "a negative Content-Length (RFC 4475 section 3.1.2.3) is none; tshark says 0"),
        .torture(
            .tshark, ["rfc4475/mcl01.dat"], [.field(.contentLength)],
            "two Content-Lengths that differ (RFC 4475 section 3.3.9) are as good as none; tshark says the first"),
        .torture(
            .tshark, ["rfc4475/scalar02.dat", "rfc4475/scalarlg.dat"], [.field(.cseqNumber), .field(.cseqMethod)],
            "a CSeq number of more than 32 bits (RFC 4475 sections 3.1.2.4 and 3.1.2.5) makes the CSeq none; tshark says "
                + "2^32 - 1, another number than was sent"),
    ]
}
