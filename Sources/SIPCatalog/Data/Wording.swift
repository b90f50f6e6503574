/// The headings, names and sentence frames of a language. Each raw value is a key of the section `words`.
///
/// A frame holds places in braces; the lower-case letters a and b stand for the first and the second code.
public enum Wording: String, CaseIterable, Sendable {
    case classProvisional = "class.1"
    case classSuccess = "class.2"
    case classRedirection = "class.3"
    case classRequestFailure = "class.4"
    case classServerFailure = "class.5"
    case classGlobalFailure = "class.6"
    case classNone = "class.none"

    case endsNothing = "ends.nothing"
    case endsSuccess = "ends.success"
    case endsRedirection = "ends.redirection"
    case endsTransaction = "ends.transaction"
    case endsUsage = "ends.usage"
    case endsDialog = "ends.dialog"

    case statusRegistered = "status.registered"
    case statusDeprecated = "status.deprecated"
    case statusUnregistered = "status.unregistered"
    case statusProfile = "status.profile"
    case statusUnknown = "status.unknown"
    case statusOutside = "status.outside"

    case headingMeaning = "heading.meaning"
    case headingOccasion = "heading.occasion"
    case headingCauses = "heading.causes"
    case headingChecks = "heading.checks"
    case headingRemedy = "heading.remedy"
    case headingFacts = "heading.facts"
    case headingSituations = "heading.situations"
    case headingReferences = "heading.references"
    case headingImpact = "heading.impact"
    case headingDisproof = "heading.disproof"
    case headingConfirm = "heading.confirm"
    case headingDifferences = "heading.differences"
    case headingChoice = "heading.choice"
    case headingTogether = "heading.together"
    case headingCodes = "heading.codes"

    case labelMark = "label.mark"
    case labelCode = "label.code"
    case labelPhrase = "label.phrase"
    case labelShort = "label.short"
    case labelClass = "label.class"
    case labelSays = "label.says"
    case labelOccasion = "label.occasion"
    case labelMethods = "label.methods"
    case labelActor = "label.actor"
    case labelDecider = "label.decider"
    case labelScope = "label.scope"
    case labelRetry = "label.retry"
    case labelEnds = "label.ends"
    case labelHears = "label.hears"
    case labelCarries = "label.carries"

    case listMore = "list.more"
    case listTwo = "list.two"
    case methodsAny = "methods.any"

    case entryTitle = "entry.title"
    case entryOccasion = "entry.occasion"
    case entryPredicate = "entry.predicate"
    case entryMethods = "entry.methods"

    case compareTitle = "compare.title"
    case compareFirst = "compare.first"
    case compareSecond = "compare.second"
    case compareSaysFirst = "compare.says-first"
    case compareSaysSecond = "compare.says-second"
    case compareSelf = "compare.self"
    case compareNoDifference = "compare.no-difference"

    case differenceClass = "difference.class"
    case differenceSays = "difference.says"
    case differenceOccasion = "difference.occasion"
    case differenceWith = "difference.with"
    case differenceAfter = "difference.after"
    case differencePredicate = "difference.predicate"
    case sameClass = "same.class"
    case sameSays = "same.says"
    case sameOccasion = "same.occasion"
    case sameWith = "same.with"
    case sameAfter = "same.after"
    case samePredicate = "same.predicate"

    case chooseRegistered = "choose.registered"
    case chooseUnregistered = "choose.unregistered"

    case togetherProvisionals = "together.provisionals"
    case togetherProvisional = "together.provisional"
    case togetherShared = "together.shared"
    case togetherDisjoint = "together.disjoint"
    case togetherTransfer = "together.transfer"
}

extension Wording {
    /// The name of a class.
    init(_ responseClass: ResponseClass?) {
        self =
            switch responseClass {
            case .provisional: .classProvisional
            case .success: .classSuccess
            case .redirection: .classRedirection
            case .requestFailure: .classRequestFailure
            case .serverFailure: .classServerFailure
            case .globalFailure: .classGlobalFailure
            case nil: .classNone
            }
    }

    /// The clause on what a response ends.
    init(_ effect: ResponseEffect) {
        self =
            switch effect {
            case .nothing: .endsNothing
            case .success: .endsSuccess
            case .redirection: .endsRedirection
            case .transaction: .endsTransaction
            case .usage: .endsUsage
            case .dialog: .endsDialog
            }
    }

    /// The sentence on where a code stands in the registry.
    init(_ status: CodeStatus) {
        self =
            switch status {
            case .registered: .statusRegistered
            case .deprecated: .statusDeprecated
            case .unregistered: .statusUnregistered
            case .profile: .statusProfile
            case .unknown: .statusUnknown
            }
    }
}
