/// The words around reference entries, hints and tables of codes.
public enum EntryPhrase: String, PhraseKey {
    case title = "entry.title-reference"
    case codes = "entry.codes"
    case compactForm = "entry.compact-form"
    case value = "entry.value"
    case unregistered = "entry.unregistered"
    case related = "entry.related"
    case advice = "entry.advice"
    case hints = "entry.hints"
    case hint = "entry.hint"
    case matches = "entry.matches"
    case others = "entry.others"
    case compareSeveral = "entry.compare-several"
    case families = "entry.families"
    case family = "entry.family"
    case codesHeading = "entry.codes-heading"
    case subject = "entry.subject"
    case inSituation = "entry.in-situation"
}

/// What entries of a kind are called in titles.
enum KindPhrase: String, PhraseKey {
    case method = "kind.method"
    case header = "kind.header"
    case option = "kind.option"
    case event = "kind.event"
    case state = "kind.state"
    case q850 = "kind.q850"
    case warning = "kind.warning"
    case reason = "kind.reason"
    case sipfrag = "kind.sipfrag"
    case timer = "kind.timer"
    case term = "kind.term"

    init(_ kind: ReferenceKind) {
        self =
            switch kind {
            case .method: .method
            case .header: .header
            case .option: .option
            case .event: .event
            case .state: .state
            case .q850: .q850
            case .warning: .warning
            case .reason: .reason
            case .sipfrag: .sipfrag
            case .timer: .timer
            case .term: .term
            }
    }
}
