// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies + ["_TestSupport"], exclude: exclude, swiftSettings: settings)
}

let package = Package(
    name: "sipwatch",
    products: [
        .library(name: "SIPWatchKit", targets: ["SIPWatchKit"]),
        .library(name: "SIPParsing", targets: ["SIPParsing"]),
        .library(name: "SIPBodies", targets: ["SIPBodies"]),
        .executable(name: "sipwatch", targets: ["sipwatch"]),
    ],
    targets: [
        .systemLibrary(name: "CPcap", pkgConfig: "libpcap", providers: [.apt(["libpcap-dev"])]),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
        library("TraceTypes"),
        library("PacketCapture", ["CLinux", "CPcap", "CZlib", "CZstd", "TraceTypes"]),
        library("PacketDecoding", ["TraceTypes"]),
        library("SIPParsing", ["TraceTypes"]),
        library("SIPBodies", ["CExpat", "CZlib", "SIPParsing", "TraceTypes"]),
        library("SIPDialogs", ["SIPParsing", "TraceTypes"]),
        .target(name: "CSIPCatalog", exclude: ["data"]),
        library("SIPCatalog", ["CSIPCatalog", "TraceTypes"]),
        library("SIPFindings", ["SIPDialogs", "SIPCatalog", "SIPParsing", "TraceTypes"]),
        library(
            "SIPReporting", ["SIPFindings", "SIPDialogs", "SIPCatalog", "SIPBodies", "SIPParsing", "TraceTypes"],
            exclude: ["Schemas"]),
        library("YAMLReading", ["CYAML", "TraceTypes"]),
        library("RegularExpressions", ["CPCRE2"]),
        library(
            "SIPChecking",
            [
                "RegularExpressions", "YAMLReading", "SIPReporting", "SIPFindings", "SIPDialogs", "SIPCatalog",
                "SIPParsing", "TraceTypes",
            ],
            exclude: ["Schemas"]),
        library(
            "SIPWatchKit",
            [
                "PacketCapture", "PacketDecoding", "SIPParsing", "SIPDialogs", "SIPCatalog", "SIPFindings",
                "SIPReporting", "SIPChecking", "YAMLReading", "TraceTypes",
            ]),
        library(
            "SIPWatchCommands",
            [
                "SIPWatchKit", "SIPChecking", "SIPCatalog", "SIPDialogs", "SIPFindings", "SIPReporting", "TraceTypes",
            ]),
        program("sipwatch", ["SIPWatchCommands"]),

        library("_TestSupport", ["SIPParsing", "TraceTypes"]),
        library("TraceGeneration", ["TraceTypes"]),
        program("TraceGenerator", ["TraceGeneration"]),
        .target(name: "CAllocationCount"),
        program("Benchmarks", ["CAllocationCount", "PacketCapture", "PacketDecoding", "SIPParsing", "TraceTypes"]),
        .systemLibrary(name: "CLibFuzzer"),
        library("FuzzTargets", ["PacketCapture", "PacketDecoding", "SIPBodies", "SIPParsing", "TraceTypes"]),
        program("Fuzzer", ["CLibFuzzer", "FuzzTargets"]),

        tests("TraceTypesTests", ["TraceTypes"]),
        tests("PacketCaptureTests", ["PacketCapture", "CZlib", "CZstd", "TraceTypes"]),
        tests("PacketDecodingTests", ["PacketDecoding", "TraceTypes"]),
        tests("SIPParsingTests", ["SIPParsing", "TraceTypes"]),
        tests("SIPBodiesTests", ["SIPBodies", "CZlib", "SIPParsing"]),
        tests("SIPDialogsTests", ["SIPDialogs", "SIPParsing", "TraceTypes"]),
        tests("SIPCatalogTests", ["SIPCatalog", "TraceTypes"]),
        tests("SIPFindingsTests", ["SIPFindings", "SIPDialogs", "SIPCatalog", "SIPParsing", "TraceTypes"]),
        tests(
            "SIPReportingTests",
            ["SIPReporting", "SIPFindings", "SIPDialogs", "SIPCatalog", "SIPParsing", "TraceTypes"]),
        tests("YAMLReadingTests", ["YAMLReading"]),
        tests("RegularExpressionsTests", ["RegularExpressions"]),
        tests(
            "SIPCheckingTests",
            [
                "SIPChecking", "RegularExpressions", "YAMLReading", "SIPReporting", "SIPFindings", "SIPDialogs",
                "SIPCatalog", "SIPParsing", "TraceTypes",
            ],
            exclude: ["Snapshots"]),
        tests(
            "SIPWatchKitTests",
            [
                "SIPWatchKit", "PacketCapture", "SIPDialogs", "SIPFindings", "SIPParsing", "SIPReporting",
                "TraceGeneration", "TraceTypes",
            ]),
        tests(
            "SIPWatchCommandsTests",
            [
                "SIPWatchCommands", "SIPWatchKit", "SIPChecking", "SIPCatalog", "SIPDialogs", "SIPFindings",
                "SIPParsing",
                "SIPReporting", "TraceTypes",
            ],
            exclude: ["Snapshots"]),
        tests("TraceGenerationTests", ["TraceGeneration", "TraceTypes"]),
        tests("FuzzTargetsTests", ["FuzzTargets", "SIPParsing"]),
        tests("EndToEndTests", ["sipwatch", "SIPChecking", "SIPParsing", "TraceTypes"]),
    ]
)
