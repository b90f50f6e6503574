import Foundation
import Testing

@testable import SIPCatalog

@Suite("The style sheet of HTML pages")
struct HTMLStyleTests {
    @Test("Texts stand out from their ground, in the light and in the dark", arguments: ["light", "dark"])
    func contrast(scheme: String) throws {
        let colors = try colors(scheme)
        #expect(colors.count == 6)
        for ink in ["ink", "quiet", "accent"] {
            for ground in ["paper", "panel"] {
                let ratio = try contrast(#require(colors[ink]), #require(colors[ground]))
                #expect(ratio >= 4.5, "\(ink) on \(ground): \(ratio)")
            }
        }
        #expect(contrast([0, 0, 0], [255, 255, 255]) == 21 && contrast([119, 119, 119], [255, 255, 255]) < 4.5)
    }

    @Test("No color is used but the named ones")
    func namedColors() {
        let sheet = HTMLStyle.sheet
        let used = sheet.matches(of: /(?<property>[a-z-]*color|background|border[a-z-]*|outline): (?<value>[^;]*);/)
        for use in used where use.property != "border-collapse" && use.property != "border-radius" {
            #expect(use.value.contains("var(--") || ["light dark", "0"].contains(use.value), "\(use.output.0)")
        }
        #expect(sheet.matches(of: /#[0-9a-f]{3,8}\b/).count == 12 && used.count > 8)
    }

    /// The colors of a scheme by name, each as red, green and blue.
    private func colors(_ scheme: String) throws -> [String: [Int]] {
        let roots = HTMLStyle.sheet.components(separatedBy: ":root {").dropFirst()
        let root = try #require(scheme == "light" ? roots.first : roots.last).prefix { $0 != "}" }
        let pairs = root.matches(of: /--([a-z]+): #([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2});/).map { match in
            (String(match.1), [match.2, match.3, match.4].compactMap { Int($0, radix: 16) })
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// The contrast ratio of two colors as WCAG 2 defines it.
    private func contrast(_ one: [Int], _ other: [Int]) -> Double {
        let lights = [one, other].map(luminance).sorted()
        return (lights[1] + 0.05) / (lights[0] + 0.05)
    }

    private func luminance(_ color: [Int]) -> Double {
        zip([0.2126, 0.7152, 0.0722], color).reduce(0) { sum, channel in
            let value = Double(channel.1) / 255
            return sum + channel.0 * (value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4))
        }
    }
}
