import TraceTypes

/// A device that frames were captured on, as a file describes it or as it was opened.
package struct CaptureInterface: Equatable, Sendable {
    /// Which of the capture's inputs it belongs to, counted from 0.
    package var input: Int
    /// How its frames begin.
    package var linkType: LinkType
    /// The device's name, where it is known.
    package var name: String?
    /// What the capturing system says of the device.
    package var description: String?
    /// The capture filter that was in force.
    package var filter: String?
    /// Bytes of a frame that were kept at most; 0 for no limit.
    package var snapLength: UInt32 = 0
    /// What was counted while capturing, where it is known.
    package var statistics: KernelStatistics?

    package init(input: Int, linkType: LinkType) {
        self.input = input
        self.linkType = linkType
    }
}
