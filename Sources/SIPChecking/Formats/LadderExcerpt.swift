import TraceTypes

/// The lines of a ladder around some frames: heads first, `…` where lines are left out, `>` in front of those of the
/// frames.
struct LadderExcerpt {
    /// Lines before and after each frame's.
    private static let context = 3
    /// Lines at most, without the heads.
    private static let limit = 40

    private let ladder: [CheckedExchange.Rung]
    private let frames: Set<FrameNumber>

    /// Without a frame that the ladder has, its beginning and end are taken.
    init(_ ladder: [CheckedExchange.Rung], around frames: [FrameNumber]) {
        self.ladder = ladder
        self.frames = Set(frames)
    }

    var lines: [String] {
        let heads = ladder.prefix { $0.frame == nil }
        let rungs = Array(ladder.dropFirst(heads.count))
        guard !rungs.isEmpty else { return [] }
        var lines = heads.map { "  " + escaped($0.text) }
        var last = -1
        for index in shown(of: rungs).prefix(Self.limit) {
            if index > last + 1 { lines.append("  …") }
            let isMarked = rungs[index].frame.map(frames.contains) ?? false
            lines.append((isMarked ? "> " : "  ") + escaped(rungs[index].text))
            last = index
        }
        if last < rungs.count - 1 { lines.append("  …") }
        return lines
    }

    private func shown(of rungs: [CheckedExchange.Rung]) -> [Int] {
        var marks = rungs.indices.filter { rungs[$0].frame.map(frames.contains) ?? false }
        if marks.isEmpty { marks = [0, rungs.count - 1] }
        return rungs.indices.filter { index in marks.contains { abs($0 - index) <= Self.context } }
    }
}
