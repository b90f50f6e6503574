import SIPCatalog

/// A figure with what it is: what a report prints of it.
public struct Figure: Sendable {
    /// What was found.
    public enum Value: Sendable {
        case ratio(Ratio)
        case spread(Distribution)
    }

    /// Its name in JSON, such as `ser` or `srdFailed`.
    public let key: String
    /// Its name for people, such as `SER`.
    public let name: String
    /// Where it is defined; nil where no standard does.
    public let reference: String?
    /// What was found.
    public let value: Value

    /// A ratio.
    init(_ key: String, _ name: String, _ ratio: Ratio, _ reference: String?) {
        self.key = key
        self.name = name
        self.reference = reference
        value = .ratio(ratio)
    }

    /// A length of time.
    init(_ key: String, _ name: String, _ spread: Distribution, _ reference: String?) {
        self.key = key
        self.name = name
        self.reference = reference
        value = .spread(spread)
    }

    /// How it is counted or measured, in the catalog's language.
    func definition(_ catalog: Catalog) -> String {
        FigureDefinition(rawValue: "figure." + key).map { catalog.text($0) } ?? ""
    }

    /// Where it is defined, in the catalog's language.
    func source(_ catalog: Catalog) -> String { reference ?? catalog.text(FigurePhrase.noStandard) }
}

/// The definitions of the figures, by their names in JSON.
enum FigureDefinition: String, PhraseKey {
    case ser = "figure.ser"
    case seer = "figure.seer"
    case isa = "figure.isa"
    case scr = "figure.scr"
    case asr = "figure.asr"
    case ner = "figure.ner"
    case ira = "figure.ira"
    case srdAnswered = "figure.srdAnswered"
    case srdFailed = "figure.srdFailed"
    case pdd = "figure.pdd"
    case sdtCompleted = "figure.sdtCompleted"
    case sdtFailed = "figure.sdtFailed"
    case acd = "figure.acd"
    case sddAnswered = "figure.sddAnswered"
    case sddFailed = "figure.sddFailed"
    case pbd = "figure.pbd"
    case rrd = "figure.rrd"
}
