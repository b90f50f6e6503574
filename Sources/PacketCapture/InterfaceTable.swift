import TraceTypes

/// Numbers the interfaces of all inputs in the order in which they are met.
struct InterfaceTable {
    private struct Entry {
        let input: Int
        /// Its number within the input.
        let local: Int
        let linkType: LinkType
        let isDecodable: Bool
    }

    private var entries: [Entry] = []
    /// The numbers of each input's interfaces.
    private var numbers: [[Int]] = []
    private var hasDecodable = false
    private var firstUndecodable: Int?

    /// Takes in the interfaces that a reader has met since.
    mutating func update(_ input: Int, _ reader: FrameReader) {
        while numbers.count <= input { numbers.append([]) }
        let count = reader.interfaceCount
        while numbers[input].count < count {
            let local = numbers[input].count
            let linkType = reader.linkType(of: local)
            numbers[input].append(entries.count)
            entries.append(
                Entry(
                    input: input, local: local, linkType: linkType,
                    isDecodable: LinkType.decodable.contains(linkType)))
        }
    }

    /// The number and link type of the interface that captured a frame which is being delivered.
    mutating func take(_ input: Int, _ local: Int) -> (number: Int, linkType: LinkType) {
        let number = numbers[input][local]
        let entry = entries[number]
        if entry.isDecodable {
            hasDecodable = true
        } else if firstUndecodable == nil {
            firstUndecodable = number
        }
        return (number, entry.linkType)
    }

    /// Where the first frame came from, when frames were delivered and no layer exists for any of them.
    var unsupported: (input: Int, linkType: LinkType)? {
        guard !hasDecodable, let firstUndecodable else { return nil }
        return (entries[firstUndecodable].input, entries[firstUndecodable].linkType)
    }

    /// Those from an index on, as their readers describe them now.
    func interfaces(_ readers: [FrameReader], from start: Int) -> [CaptureInterface] {
        entries.dropFirst(start).compactMap { entry in
            guard var interface = readers[entry.input].description(of: entry.local) else { return nil }
            interface.input = entry.input
            return interface
        }
    }
}
