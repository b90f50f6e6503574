/// What parties are called where their addresses are too long.
package enum PartyLetter {
    /// A letter from A to Z for a place from 0, and behind those `P27` and so on.
    package static func of(_ place: Int) -> String {
        (0..<26).contains(place) ? String(UnicodeScalar(UInt8(65 + place))) : "P\(place + 1)"
    }
}
