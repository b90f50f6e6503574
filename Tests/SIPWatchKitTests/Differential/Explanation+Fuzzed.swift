extension Explanation {
    private static let fuzz = "ntop_nDPI__tests_cfgs_default_pcap_fuzz-2006-06-26-2594.pcap"

    /// Differences in a capture whose bytes were changed at random.
    static let fuzzed: [Explanation] = [
        .frames(
            .nobody, fuzz, [108, 346, 348, 441], [.message],
            "a zero byte stands in the start line; it is read past and noted here, tshark does without the message"),
        .frames(
            .nobody, fuzz, [274], [.message],
            "a status code of two digits (RFC 3261 section 7.2 has three) is kept and noted here"),
        .frames(
            .nobody, fuzz, [253], [.field(.branch)],
            "the UDP length is larger than the IP packet's, so that the end is missing; of the line that this cut nothing "
                + "is taken here, and what there is by tshark"),
        .frames(
            .nobody, fuzz, [20], [.field(.toTag)],
            "an angle bracket of To is never closed, so that the tag is part of the URI (RFC 3261 section 20.10); tshark "
                + "takes it for the header field's"),
        .frames(
            .nobody, fuzz, [121, 252, 640], [.field(.branch)],
            "the topmost Via has no SLASH between its protocol's name, version and transport (RFC 3261 section 25.1: "
                + "sent-protocol); its parameters can be told all the same, tshark does without them"),
        .frames(
            .tshark, fuzz, [155, 550], [.field(.cseqNumber), .field(.cseqMethod)],
            "CSeq has no number (RFC 3261 section 20.16); tshark says 0"),
        .frames(
            .tshark, fuzz, [247, 539, 621], [.field(.contentLength)],
            "Content-Length is more than digits, or none (RFC 3261 section 25.1); tshark says 0"),
        .frames(
            .tshark, fuzz, [182, 247], [.field(.callID)],
            "a zero byte stands in the Call-ID; tshark ends the text there"),
    ]
}
