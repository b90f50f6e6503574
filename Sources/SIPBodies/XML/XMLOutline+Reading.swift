extension XMLOutline {
    /// One attempt at a document.
    struct Reading {
        /// What was read.
        private(set) var builder = XMLOutlineBuilder()
        /// What ended it.
        let ending: ExpatParser.Ending
        /// The offset into the document up to which it was read.
        let offset: Int
        /// Whether bytes were left out.
        private let isCut: Bool

        /// Reads at most `limit` bytes from `start` on, in `encoding`, or in the one that the document says.
        init(_ document: [UInt8], from start: Int, _ limit: Int, encoding: String?) {
            let kept = document[start...].prefix(max(limit, 0))
            isCut = kept.endIndex < document.count
            let (ending, offset) = ExpatParser.read(kept, encoding: encoding, isWhole: !isCut, into: &builder)
            self.ending = ending
            self.offset = start + offset
        }

        /// What is wrong with the document.
        var problem: Problem? {
            if let problem = builder.problem { return problem }
            switch ending {
            case .whole: return isCut ? .tooLarge : nil
            case .unknownEncoding: return .encoding
            case .outOfMemory: return .tooLarge
            case .stopped, .misplacedDeclaration, .wrongEncoding: return .malformed
            }
        }

        /// The encoding that the document is in, where expat does not take what it says: another name for one that expat
        /// knows, or one whose characters have not the size that the bytes show, since somebody has converted them.
        func encoding(of document: [UInt8]) -> String? {
            switch ending {
            case .unknownEncoding:
                let names = ["utf8": "UTF-8", "ascii": "US-ASCII", "latin1": "ISO-8859-1"]
                return builder.declaredEncoding.flatMap { names[$0.lowercased()] }
            case .wrongEncoding:
                return document.prefix(2).contains { $0 == 0 || $0 >= 0xFE } ? "UTF-16" : "UTF-8"
            default: return nil
            }
        }
    }
}
