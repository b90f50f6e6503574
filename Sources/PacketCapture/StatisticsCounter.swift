import CPcap

/// Carries libpcap's 32-bit counters, which wrap, on to 64 bits.
struct StatisticsCounter {
    private(set) var total = KernelStatistics()
    private var last = pcap_stat()

    mutating func update(_ now: pcap_stat) {
        total.received += UInt64(now.ps_recv &- last.ps_recv)
        total.dropped += UInt64(now.ps_drop &- last.ps_drop)
        total.droppedByInterface += UInt64(now.ps_ifdrop &- last.ps_ifdrop)
        last = now
    }
}
