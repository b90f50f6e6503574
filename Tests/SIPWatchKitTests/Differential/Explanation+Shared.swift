extension Explanation {
    /// Differences in captures of real traffic.
    static let shared: [Explanation] = [
        .frames(
            .tshark, "ericsson-mts_mts__src_main_tutorial_sip_130_sip_probe_traces_Sniff.pcap", [652], [.message],
            "frames 651 and 652 are one TCP segment, captured twice; tshark takes the first for one out of order and "
                + "counts its 200 again"),
        .frames(
            .tshark, "ericsson-mts_mts__src_main_tutorial_genscript_tutorial_SIP.pcap", [116], [.field(.cseqMethod)],
            "a space stands behind the method; the method is a token, to which none belongs (RFC 3261 section 25.1)"),
        .frames(
            .tshark, "sipcapture_heplify__example_pcap_sip_ipv6_udp.pcap", Array(1...6), [.field(.branch)],
            "sent-by is an IPv6 address without its brackets (RFC 3261 section 25.1: IPv6reference); tshark gives up the "
                + "parameters behind it, though each begins with a semicolon"),
    ]
}
