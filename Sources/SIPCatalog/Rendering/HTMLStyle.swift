/// The looks of an HTML page.
struct HTMLStyle {
    /// The style sheet. Its colors are named once for each scheme: texts are written in `--ink`, `--quiet` and
    /// `--accent` on `--paper` and on `--panel`, and each of these pairs has at least the contrast that WCAG 2
    /// asks for at level AA.
    static let sheet = """
        :root { color-scheme: light dark; --ink: #1c2127; --quiet: #4c5661; --accent: #0a5796; --paper: #ffffff;
          --panel: #eef2f6; --line: #ccd4dc; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e3e8ed; --quiet: #a8b3be; --accent: #82bdf5; --paper: #14181d; --panel: #20272f;
            --line: #3a4550; }
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body { margin: 0; padding: 1.25rem 1rem 3rem; background: var(--paper); color: var(--ink);
          font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
        main { max-width: 44rem; margin: 0 auto; }
        h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
        h1 { margin: 0 0 1rem; font-size: 1.7rem; }
        h2 { margin: 2.25rem 0 0.5rem; padding-bottom: 0.25rem; border-bottom: 1px solid var(--line);
          font-size: 1.25rem; }
        h3 { margin: 1.25rem 0 0.25rem; color: var(--quiet); font-size: 1rem; }
        p, ul, ol, dl { margin: 0.5rem 0; }
        ul, ol { padding-inline-start: 1.5rem; }
        li { margin: 0.3rem 0; }
        li::marker { color: var(--quiet); }
        strong, dt { color: var(--accent); font-weight: 600; }
        dl > div { padding: 0.4rem 0; border-bottom: 1px solid var(--line); }
        dd { margin: 0; }
        .scroll { margin: 0.75rem 0; overflow-x: auto; border: 1px solid var(--line); border-radius: 0.375rem; }
        .scroll:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
        table { width: 100%; border-collapse: collapse; overflow-wrap: normal; }
        th, td { padding: 0.4rem 0.5rem; text-align: start; vertical-align: top; border-top: 1px solid var(--line); }
        thead { background: var(--panel); }
        thead th, thead td { border-top: 0; }
        thead th { color: var(--quiet); font-size: 0.875rem; }
        tbody th { color: var(--accent); font-weight: 600; }
        .long { min-width: 8rem; }
        @media (min-width: 48rem) {
          .scroll:has(th:nth-child(5)) { margin-inline: calc(22rem - min(50vw - 1rem, 36rem)); }
        }
        @media (min-width: 40rem) {
          body { padding-top: 2.5rem; }
          th, td { padding: 0.4rem 0.75rem; }
          .parts { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); column-gap: 2.5rem; }
          dl > div { display: grid; grid-template-columns: 13rem 1fr; column-gap: 1.5rem; }
        }
        """
}
