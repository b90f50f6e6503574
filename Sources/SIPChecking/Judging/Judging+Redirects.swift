import RegularExpressions
import SIPDialogs
import TraceTypes

/// Holding redirects against what is expected of them.
extension Judging {
    /// The redirects of a call, each against the expectation in its place.
    func results(
        ofRedirects wanted: Placed<[Placed<RedirectExpectation>]>?, in view: ExchangeView, _ subject: ResultSubject
    ) -> [ExpectationResult] {
        let found = view.exchange.redirects.map { JudgedRedirect(view: view, redirect: $0, judging: self) }
        return results(
            wanted, found, "redirect", subject, isPartial: view.exchange.isPartial, frames: found.map(\.frame), aspects)
    }

    /// The redirects of all calls, in their order.
    func results(ofRedirects wanted: Placed<[Placed<RedirectExpectation>]>?) -> [ExpectationResult] {
        let found = exchanges.flatMap { view in
            view.exchange.redirects.map { JudgedRedirect(view: view, redirect: $0, judging: self) }
        }.sorted { ($0.redirect.time, $0.view.id) < ($1.redirect.time, $1.view.id) }
        return results(wanted, found, "redirect", .trace, frames: found.map(\.frame), aspects)
    }

    private func aspects(_ wanted: RedirectExpectation, _ found: JudgedRedirect, _ add: (AspectResult) -> Void) {
        if let status = wanted.status {
            add(AspectResult("status", found.status(status.value), status.value.text, status.position))
        }
        if let contacts = wanted.contacts {
            let words = contacts.value.isEmpty ? "none" : contacts.value.map(\.text).joined(separator: ", ")
            add(AspectResult("contacts", found.contacts(contacts.value), words, contacts.position))
        }
        if let followed = wanted.followed {
            let words = followed.value ? "followed" : "not followed"
            add(AspectResult("followed", found.follower(followed.value), words, followed.position))
        }
    }
}

/// A redirect that an expectation is about.
struct JudgedRedirect: JudgedPart {
    let view: ExchangeView
    let redirect: Redirect
    let judging: Judging

    /// The frame of the response.
    var frame: FrameNumber? { view.frame(redirect.message) }

    /// The status.
    func status(_ wanted: [StatusPattern]) -> Observation {
        Observation(
            isMet: wanted.contain(redirect.status), view.statusText(redirect.status, redirect.message), [frame],
            advice: judging.advice(for: redirect.message, view))
    }

    /// The URIs of Contact, in their order.
    func contacts(_ wanted: [TextMatcher]) -> Observation {
        let answers = zip(wanted, redirect.contacts).map { $0.answer(forURI: $1) }
        if answers.contains(.tooCostly) { return .tooCostly([frame]) }
        return Observation(
            isMet: wanted.count == redirect.contacts.count && answers.allSatisfy { $0 == .matches },
            SeenText.list(redirect.contacts, none: "none"), [frame],
            advice: judging.advice(for: redirect.message, view))
    }

    /// Whether the caller went where it was sent.
    func follower(_ wanted: Bool) -> Observation {
        let leg = view.exchange.transactions[redirect.transaction].leg
        if let follower = redirect.follower {
            let invite = view.frame(view.exchange.transactions[follower].request)
            return Observation(isMet: wanted, "followed", [frame, invite])
        }
        // A caller that was sent elsewhere a moment ago may still go there.
        if view.exchange.result(ofLeg: leg, judging.timers).outcome == .undetermined {
            return Observation(.undetermined, "not followed \(view.end)", [frame])
        }
        return Observation(
            isMet: !wanted, "not followed", [frame],
            advice: judging.advice(of: "redirect/not-followed", view, [redirect.message]))
    }
}
