import TraceTypes

extension TimeSpan {
    /// As long the other way; saturates.
    var negated: TimeSpan { self * -1 }
}
