extension CatalogEntry {
    /// Word in the field `methods` for a code that may answer every request.
    private static let anyMethod = "any"

    /// Reads a section of kind `code`, `profile` or `class`.
    init(_ section: CatalogSection, code: Int, label: String) throws(CatalogDataError) {
        var reader = SectionReader(section)
        self.code = code
        self.label = label
        phrase = try reader.text("phrase")
        status = try reader.value("status")
        let methods = try reader.text("methods")
        self.methods = methods == Self.anyMethod ? [] : methods.split(separator: " ").map(String.init)
        short = try reader.text("short")
        says = try reader.text("says")
        meaning = try reader.text("meaning")
        occasion = try reader.text("occasion")
        choice = try reader.text("choice")
        causes = try reader.list("causes")
        checks = try reader.list("checks")
        fix = try reader.list("fix")
        actor = try reader.text("actor")
        decider = try reader.text("decider")
        scope = try reader.text("scope")
        retry = try reader.text("retry")
        ends = try reader.value("ends")
        hears = try reader.text("hears")
        carries = try reader.text("carries")
        references = try reader.references()
        try reader.finish()
    }

    /// The text of a class, said of one of its codes.
    init(classText: CatalogEntry, code: Int) {
        self.init(
            code: code, label: String(code), phrase: classText.phrase, status: .unknown, methods: classText.methods,
            short: classText.short, says: classText.says, meaning: classText.meaning, occasion: classText.occasion,
            choice: classText.choice, causes: classText.causes, checks: classText.checks, fix: classText.fix,
            actor: classText.actor, decider: classText.decider, scope: classText.scope, retry: classText.retry,
            ends: classText.ends, hears: classText.hears, carries: classText.carries,
            references: classText.references)
    }
}
