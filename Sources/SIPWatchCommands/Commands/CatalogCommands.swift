import SIPCatalog

/// `sipwatch codes`.
struct CodesCommand {
    private let invocation: Invocation

    init(_ invocation: Invocation) {
        self.invocation = invocation
    }

    func run() -> ExitStatus {
        Console.output(CodesRenderer(catalog: .asked(by: invocation)).render(as: CatalogFormat(invocation)))
        return .done
    }
}

extension CatalogFormat {
    /// The form that a command line asks for.
    init(_ invocation: Invocation) {
        self =
            switch invocation.options.format {
            case .json, .jsonLines: .json
            case .markdown: .markdown
            case .html: .html
            case .text: .text
            }
    }
}
