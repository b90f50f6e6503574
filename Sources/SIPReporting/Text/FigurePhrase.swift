import SIPCatalog

/// The words around the figures.
enum FigurePhrase: String, PhraseKey {
    case heading = "figures.heading"
    case attempts = "figures.attempts"
    case answered = "figures.answered"
    case failed = "figures.failed"
    case cancelled = "figures.cancelled"
    case unanswered = "figures.unanswered"
    case undetermined = "figures.undetermined"
    case partial = "figures.partial"
    case others = "figures.others"
    case spread = "figures.spread"
    case method = "figures.method"
    case peer = "figures.peer"
    case morePeers = "figures.more-peers"
    case noStandard = "figures.no-standard"
}
