/// The languages of explanations and advice, as their ISO 639 codes.
enum Language: String, CaseIterable, Sendable {
    case english = "en"
}
