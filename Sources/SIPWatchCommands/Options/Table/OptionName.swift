/// The long names of all options, as they follow `--`.
enum OptionName: String, CaseIterable, Sendable {
    case interface
    case snapshotLength = "snapshot-length"
    case bufferSize = "buffer-size"
    case noPromiscuousMode = "no-promiscuous-mode"
    case immediateMode = "immediate-mode"
    case timestampType = "time-stamp-type"
    case user
    case captureFilter = "capture-filter"
    case follow
    case duration
    case count
    case write
    case rotateSize = "rotate-size"
    case rotateTime = "rotate-time"
    case keepFiles = "keep-files"
    case format
    case output
    case call
    case details
    case filter
    case select
    case ignore
    case severity
    case color
    case language = "lang"
    case family
    case figures
    case failOn = "fail-on"
    case allowIncomplete = "allow-incomplete"
    case allowEmpty = "allow-empty"
    case expect
    case initialize = "init"
    case explain
    case snapshot
    case update
    case baseline
    case updateBaseline = "update-baseline"
    case noConfig = "no-config"
    case printConfig = "print-config"
    case jobs
    case legHeader = "leg-header"
    case profile
    case timer1 = "T1"
    case timer2 = "T2"
    case timer4 = "T4"
    case quiet
    case help
    case version
}
