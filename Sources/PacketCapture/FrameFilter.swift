import TraceTypes

/// A BPF expression, compiled for each link type that frames of files have.
final class FrameFilter {
    private let expression: String
    /// The programs so far; nil for a link type whose frames cannot match.
    private var programs: [(linkType: LinkType, program: FilterProgram?)] = []

    init(_ expression: String) {
        self.expression = expression
    }

    /// Compiles the expression for a link type.
    func prepare(for linkType: LinkType) throws(CaptureError) {
        _ = try program(for: linkType)
    }

    /// Whether a frame of a link type matches.
    func matches(_ frame: Span<UInt8>, wireLength: Int, _ linkType: LinkType) throws(CaptureError) -> Bool {
        try program(for: linkType)?.matches(frame, wireLength: wireLength) ?? false
    }

    private func program(for linkType: LinkType) throws(CaptureError) -> FilterProgram? {
        if let known = programs.first(where: { $0.linkType == linkType }) { return known.program }
        let program = try compile(linkType)
        programs.append((linkType, program))
        return program
    }

    /// Many expressions mean nothing for a link type that nothing else is known of; its frames do not match them.
    private func compile(_ linkType: LinkType) throws(CaptureError) -> FilterProgram? {
        do throws(CaptureError) {
            return try FilterProgram(expression, linkType: linkType)
        } catch {
            guard linkType != .ethernet, case .badFilter(_, let reason) = error else { throw error }
            // What does not compile for Ethernet either is wrong in itself.
            do throws(CaptureError) { _ = try FilterProgram(expression, linkType: .ethernet) } catch { throw error }
            guard LinkType.decodable.contains(linkType) else { return nil }
            throw .filterNotForLinkType(expression: expression, linkType: linkType.pcapName, reason: reason)
        }
    }
}
