import TraceTypes

/// The values of a command's options: those given, and the table's defaults for the rest.
struct OptionValues: Sendable {
    private var given: [OptionName: [OptionValue]] = [:]

    /// Whether the option was on the command line.
    func isGiven(_ name: OptionName) -> Bool {
        given[name] != nil
    }

    /// All values given, in their order; empty when there is none.
    func all(_ name: OptionName) -> [OptionValue] {
        given[name] ?? []
    }

    /// The value that counts: the last one given, else the default, else nil.
    func value(_ name: OptionName) -> OptionValue? {
        given[name]?.last ?? OptionTable.option(name)?.defaultValue
    }

    /// Adds a value behind those already given.
    mutating func append(_ value: OptionValue, for name: OptionName) {
        given[name, default: []].append(value)
    }
}
