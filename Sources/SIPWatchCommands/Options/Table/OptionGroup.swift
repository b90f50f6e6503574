/// The headings under which help and man page list the options, in this order.
enum OptionGroup: String, CaseIterable, Sendable {
    case capture = "Capture"
    case saving = "Saving"
    case report = "Report"
    case selection = "Selection"
    case gate = "Gate"
    case timers = "Timers"
    case general = "General"
}
