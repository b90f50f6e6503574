/// One way to write an option.
struct Spelling: Sendable {
    /// The name behind `--`, or the letter behind `-`.
    enum Form: Hashable, Sendable {
        case long(String)
        case short(Character)
    }

    /// How it is written.
    let form: Form
    /// The value that this spelling stands for by itself, as `--no-color` stands for `never`.
    let impliedValue: String?
    /// Whether help, man page and completions leave it out.
    let isHidden: Bool

    /// The spelling with its dashes, as in `--format` and `-f`.
    var text: String {
        switch form {
        case .long(let name): "--\(name)"
        case .short(let letter): "-\(letter)"
        }
    }

    /// A spelling that is accepted but not advertised.
    static func hidden(_ form: Form, implying value: String? = nil) -> Spelling {
        Spelling(form: form, impliedValue: value, isHidden: true)
    }
}
