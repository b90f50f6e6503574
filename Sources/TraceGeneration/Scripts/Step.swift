/// One step of a script: a wait, and the message that ends it.
struct Step: Sendable {
    /// How long after the step before.
    var delay: Delay
    /// What is sent; nil for silence that the trace must show, such as a deadline that passes.
    var message: MessagePlan?
}
