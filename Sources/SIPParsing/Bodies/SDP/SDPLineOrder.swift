/// Checks that the lines of a session description stand in the order that RFC 8866 section 5 gives.
struct SDPLineOrder {
    /// How far the section has come.
    private var place = -1
    /// The lines seen so far in the section that stand once in it, a bit for each letter.
    private var seen: UInt32 = 0
    /// Whether the section is a medium's.
    private var isMedium = false

    /// Takes a line by its letter, and says whether it stands where it may; an unknown one stands nowhere.
    mutating func accept(_ letter: UInt8) -> Bool {
        if letter == UInt8(ascii: "m") {
            self = SDPLineOrder()
            isMedium = true
            return true
        }
        guard let rank = isMedium ? Self.mediumRank(letter) : Self.sessionRank(letter) else { return false }
        let bit: UInt32 = 1 << UInt32(letter & 31)
        let isRepeated = Self.standsOnce(letter, isMedium: isMedium) && seen & bit != 0
        let isLate = rank < place
        seen |= bit
        place = max(place, rank)
        return !isRepeated && !isLate
    }

    private static func sessionRank(_ letter: UInt8) -> Int? {
        switch letter {
        case UInt8(ascii: "v"): 0
        case UInt8(ascii: "o"): 1
        case UInt8(ascii: "s"): 2
        case UInt8(ascii: "i"): 3
        case UInt8(ascii: "u"): 4
        case UInt8(ascii: "e"): 5
        case UInt8(ascii: "p"): 6
        case UInt8(ascii: "c"): 7
        case UInt8(ascii: "b"): 8
        case UInt8(ascii: "t"), UInt8(ascii: "r"), UInt8(ascii: "z"): 9
        case UInt8(ascii: "k"): 10
        case UInt8(ascii: "a"): 11
        default: nil
        }
    }

    private static func mediumRank(_ letter: UInt8) -> Int? {
        switch letter {
        case UInt8(ascii: "i"): 0
        case UInt8(ascii: "c"): 1
        case UInt8(ascii: "b"): 2
        case UInt8(ascii: "k"): 3
        case UInt8(ascii: "a"): 4
        default: nil
        }
    }

    private static func standsOnce(_ letter: UInt8, isMedium: Bool) -> Bool {
        switch letter {
        case UInt8(ascii: "v"), UInt8(ascii: "o"), UInt8(ascii: "s"), UInt8(ascii: "i"), UInt8(ascii: "u"),
            UInt8(ascii: "k"):
            true
        case UInt8(ascii: "c"): !isMedium
        default: false
        }
    }
}
