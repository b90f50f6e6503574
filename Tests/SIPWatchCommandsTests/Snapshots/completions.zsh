#compdef sipwatch
# zsh completion for sipwatch, printed by 'sipwatch completions zsh'

_sipwatch() {
    local word command= implied=
    local -i index
    for ((index = 2; index < CURRENT; index++)); do
        word=${words[index]}
        case $word in
            -i|--interface|-d|--device) implied=watch; ((index++)) ;;
            -i?*|--interface?*|-d?*|--device?*) implied=watch ;;
            -s|--snapshot-length|--snaplen|-B|--buffer-size|-j|--time-stamp-type|--user|-Z|--relinquish-privileges|--capture-filter|--bpf|--duration|-c|--count|-w|--write|-O|-C|--rotate-size|-G|--rotate-time|-W|--keep-files|-f|--format|-o|--output|--call|--details|--color|--colour|--lang|--language|--family|--leg-header|--filter|--select|--ignore|--severity|--fail-on|--baseline|--jobs|--expect|--snapshot|--profile|--T1|--T2|--T4) ((index++)) ;;
            --) command=${implied:-analyze}; break ;;
            -?*) ;;
            analyze|watch|check|explain|compare|codes|rules|interfaces|completions|man|help|version) command=$word; break ;;
            *) command=${implied:-analyze}; break ;;
        esac
    done

    case ${command:-$implied} in
        analyze)
            _arguments -s -S \
                --capture-filter='[Read only frames that match a BPF filter]:EXPR: ' \
                --follow'[Read on as the file grows, and show what comes]' \
                '(-c --count)'{-c+,--count=}'[Stop after N frames]:N: ' \
                '(-w --write)'{-w+,--write=}'[Save the frames that were read in this pcapng file]:FILE:_files' \
                '(-f --format)'{-f+,--format=}'[Form of the output]:FORMAT:(text json jsonl)' \
                '(-o --output)'{-o+,--output=}'[Write the output to this file]:FILE:_files' \
                '*'--call='[Show only this call, in full; may be repeated]:N|CALL-ID: ' \
                --details='[Show at most N calls with findings in full, and N that failed]:N|all: ' \
                --color='[When to color the text form]:WHEN:(auto always never)' \
                --lang='[Language of findings and explanations]:LANG:(en fr vi)' \
                --figures'[Show ratios and delays of all attempts, such as SER, ASR and SRD]' \
                '*'--leg-header='[Header field that names another leg'\''s Call-ID; may be repeated]:NAME: ' \
                --filter='[Show only calls and requests that match]:EXPR: ' \
                '*'--select='[Judge by these rules or areas alone; may be repeated]:RULE|AREA: ' \
                '*'--ignore='[Do not judge by these rules or areas; may be repeated]:RULE|AREA: ' \
                --severity='[Leave out findings less severe than this]:SEVERITY:(info warning error)' \
                --profile='[Values of T1, T2 and T4 where they are not given]:PROFILE:(rfc3261 ims)' \
                --T1='[Estimate of the round trip time]:MILLISECONDS: ' \
                --T2='[Longest interval between two retransmissions]:MILLISECONDS: ' \
                --T4='[How long the network may keep a message]:MILLISECONDS: ' \
                '(-q --quiet)'{-q,--quiet}'[Show no progress on standard error]' \
                '(-h --help)'{-h,--help}'[Show help and exit]' \
                '(-V --version)'{-V,--version}'[Show the version and exit]' \
                '*: :_files' ;;
        watch)
            _arguments -s -S \
                '(-i --interface)'{-i+,--interface=}'[Listen on this network device; may be repeated]:DEVICE:_sipwatch_devices' \
                '(-s --snapshot-length)'{-s+,--snapshot-length=}'[Capture at most this much of each frame]:BYTES: ' \
                '(-B --buffer-size)'{-B+,--buffer-size=}'[Size of the kernel'\''s capture buffer in KiB]:KIB: ' \
                '(-p --no-promiscuous-mode)'{-p,--no-promiscuous-mode}'[Do not put the device into promiscuous mode]' \
                --immediate-mode'[Show each frame at once]' \
                '(-j --time-stamp-type)'{-j+,--time-stamp-type=}'[Take the time of frames from this clock]:TYPE: ' \
                --user='[Become this user once devices and files are open]:NAME: ' \
                --capture-filter='[Read only frames that match a BPF filter]:EXPR: ' \
                --duration='[Stop after this time, such as 30s, 5m or 2h]:TIME: ' \
                '(-c --count)'{-c+,--count=}'[Stop after N frames]:N: ' \
                '(-w --write)'{-w+,--write=}'[Save the frames that were read in this pcapng file]:FILE:_files' \
                '(-C --rotate-size)'{-C+,--rotate-size=}'[Begin a new file before one grows beyond this]:SIZE: ' \
                '(-G --rotate-time)'{-G+,--rotate-time=}'[Begin a new file after this time, such as 30s, 5m or 2h]:TIME: ' \
                '(-W --keep-files)'{-W+,--keep-files=}'[Keep the newest N of these files and delete older ones]:N: ' \
                '(-f --format)'{-f+,--format=}'[Form of the output]:FORMAT:(text jsonl)' \
                '(-o --output)'{-o+,--output=}'[Write the output to this file]:FILE:_files' \
                --color='[When to color the text form]:WHEN:(auto always never)' \
                --lang='[Language of findings and explanations]:LANG:(en fr vi)' \
                --figures'[Show ratios and delays of all attempts, such as SER, ASR and SRD]' \
                '*'--leg-header='[Header field that names another leg'\''s Call-ID; may be repeated]:NAME: ' \
                --filter='[Show only calls and requests that match]:EXPR: ' \
                '*'--select='[Judge by these rules or areas alone; may be repeated]:RULE|AREA: ' \
                '*'--ignore='[Do not judge by these rules or areas; may be repeated]:RULE|AREA: ' \
                --severity='[Leave out findings less severe than this]:SEVERITY:(info warning error)' \
                --profile='[Values of T1, T2 and T4 where they are not given]:PROFILE:(rfc3261 ims)' \
                --T1='[Estimate of the round trip time]:MILLISECONDS: ' \
                --T2='[Longest interval between two retransmissions]:MILLISECONDS: ' \
                --T4='[How long the network may keep a message]:MILLISECONDS: ' \
                '(-q --quiet)'{-q,--quiet}'[Show no progress on standard error]' \
                '(-h --help)'{-h,--help}'[Show help and exit]' \
                '(-V --version)'{-V,--version}'[Show the version and exit]' \
                '*: : ' ;;
        check)
            _arguments -s -S \
                --capture-filter='[Read only frames that match a BPF filter]:EXPR: ' \
                '(-c --count)'{-c+,--count=}'[Stop after N frames]:N: ' \
                '(-f --format)'{-f+,--format=}'[Form of the output]:FORMAT:(text json jsonl markdown junit sarif github gitlab tap)' \
                '(-o --output)'{-o+,--output=}'[Write the output to this file]:FILE:_files' \
                --color='[When to color the text form]:WHEN:(auto always never)' \
                --lang='[Language of findings and explanations]:LANG:(en fr vi)' \
                '*'--leg-header='[Header field that names another leg'\''s Call-ID; may be repeated]:NAME: ' \
                --filter='[Show only calls and requests that match]:EXPR: ' \
                '*'--select='[Judge by these rules or areas alone; may be repeated]:RULE|AREA: ' \
                '*'--ignore='[Do not judge by these rules or areas; may be repeated]:RULE|AREA: ' \
                --severity='[Leave out findings less severe than this]:SEVERITY:(info warning error)' \
                --fail-on='[Fail when a finding is at least this severe]:SEVERITY:(error warning info never)' \
                --allow-incomplete'[Pass traces that are cut, lost frames or end too early]' \
                --allow-empty'[Pass traces without SIP, and expectations that match nothing]' \
                --baseline='[Let the findings pass that this file knows]:FILE:_files' \
                --update-baseline'[Write the findings into the baseline instead of failing]' \
                --jobs='[Check this many traces at a time; without it, one for each core]:N: ' \
                --expect='[Expect of each trace what this file says]:FILE:_files' \
                --init'[Write the expectations that describe each trace as it is]' \
                --explain'[Show how each expectation was judged, those that are met as well]' \
                --snapshot='[Compare the ladder with this file, times, tags and varying ports aside]:FILE:_files' \
                --update'[Write the snapshots anew instead of comparing them]' \
                --no-config'[Do not look for a configuration]' \
                --print-config'[Show the settings that each trace would be checked with]' \
                --profile='[Values of T1, T2 and T4 where they are not given]:PROFILE:(rfc3261 ims)' \
                --T1='[Estimate of the round trip time]:MILLISECONDS: ' \
                --T2='[Longest interval between two retransmissions]:MILLISECONDS: ' \
                --T4='[How long the network may keep a message]:MILLISECONDS: ' \
                '(-q --quiet)'{-q,--quiet}'[Show no progress on standard error]' \
                '(-h --help)'{-h,--help}'[Show help and exit]' \
                '(-V --version)'{-V,--version}'[Show the version and exit]' \
                '*: :_files' ;;
        explain)
            _arguments -s -S \
                '(-f --format)'{-f+,--format=}'[Form of the output]:FORMAT:(text json markdown html)' \
                --color='[When to color the text form]:WHEN:(auto always never)' \
                --lang='[Language of findings and explanations]:LANG:(en fr vi)' \
                '(-h --help)'{-h,--help}'[Show help and exit]' \
                '(-V --version)'{-V,--version}'[Show the version and exit]' \
                '*: : ' ;;
        compare)
            _arguments -s -S \
                '(-f --format)'{-f+,--format=}'[Form of the output]:FORMAT:(text json markdown html)' \
                --color='[When to color the text form]:WHEN:(auto always never)' \
                --lang='[Language of findings and explanations]:LANG:(en fr vi)' \
                --family='[Compare the codes of a family; '\''list'\'' lists the families]:NAME: ' \
                '(-h --help)'{-h,--help}'[Show help and exit]' \
                '(-V --version)'{-V,--version}'[Show the version and exit]' \
                '*: : ' ;;
        codes)
            _arguments -s -S \
                '(-f --format)'{-f+,--format=}'[Form of the output]:FORMAT:(text json markdown html)' \
                --color='[When to color the text form]:WHEN:(auto always never)' \
                --lang='[Language of findings and explanations]:LANG:(en fr vi)' \
                '(-h --help)'{-h,--help}'[Show help and exit]' \
                '(-V --version)'{-V,--version}'[Show the version and exit]' \
                '*: : ' ;;
        rules)
            _arguments -s -S \
                '(-f --format)'{-f+,--format=}'[Form of the output]:FORMAT:(text json markdown html)' \
                --color='[When to color the text form]:WHEN:(auto always never)' \
                --lang='[Language of findings and explanations]:LANG:(en fr vi)' \
                '(-h --help)'{-h,--help}'[Show help and exit]' \
                '(-V --version)'{-V,--version}'[Show the version and exit]' \
                '*: : ' ;;
        interfaces)
            _arguments -s -S \
                '(-f --format)'{-f+,--format=}'[Form of the output]:FORMAT:(text json)' \
                --color='[When to color the text form]:WHEN:(auto always never)' \
                '(-h --help)'{-h,--help}'[Show help and exit]' \
                '(-V --version)'{-V,--version}'[Show the version and exit]' \
                '*: : ' ;;
        completions)
            _arguments -s -S \
                '(-h --help)'{-h,--help}'[Show help and exit]' \
                '(-V --version)'{-V,--version}'[Show the version and exit]' \
                '*: :(bash zsh fish)' ;;
        man)
            _arguments -s -S \
                '(-h --help)'{-h,--help}'[Show help and exit]' \
                '(-V --version)'{-V,--version}'[Show the version and exit]' \
                '*: : ' ;;
        help)
            _arguments -s -S \
                '(-h --help)'{-h,--help}'[Show help and exit]' \
                '(-V --version)'{-V,--version}'[Show the version and exit]' \
                '*: :_sipwatch_commands' ;;
        version)
            _arguments -s -S \
                '(-h --help)'{-h,--help}'[Show help and exit]' \
                '(-V --version)'{-V,--version}'[Show the version and exit]' \
                '*: : ' ;;
        *)
            _arguments -s -S \
                '(-i --interface)'{-i+,--interface=}'[Listen on this network device; may be repeated]:DEVICE:_sipwatch_devices' \
                '(-s --snapshot-length)'{-s+,--snapshot-length=}'[Capture at most this much of each frame]:BYTES: ' \
                '(-B --buffer-size)'{-B+,--buffer-size=}'[Size of the kernel'\''s capture buffer in KiB]:KIB: ' \
                '(-p --no-promiscuous-mode)'{-p,--no-promiscuous-mode}'[Do not put the device into promiscuous mode]' \
                --immediate-mode'[Show each frame at once]' \
                '(-j --time-stamp-type)'{-j+,--time-stamp-type=}'[Take the time of frames from this clock]:TYPE: ' \
                --user='[Become this user once devices and files are open]:NAME: ' \
                --capture-filter='[Read only frames that match a BPF filter]:EXPR: ' \
                --follow'[Read on as the file grows, and show what comes]' \
                --duration='[Stop after this time, such as 30s, 5m or 2h]:TIME: ' \
                '(-c --count)'{-c+,--count=}'[Stop after N frames]:N: ' \
                '(-w --write)'{-w+,--write=}'[Save the frames that were read in this pcapng file]:FILE:_files' \
                '(-C --rotate-size)'{-C+,--rotate-size=}'[Begin a new file before one grows beyond this]:SIZE: ' \
                '(-G --rotate-time)'{-G+,--rotate-time=}'[Begin a new file after this time, such as 30s, 5m or 2h]:TIME: ' \
                '(-W --keep-files)'{-W+,--keep-files=}'[Keep the newest N of these files and delete older ones]:N: ' \
                '(-f --format)'{-f+,--format=}'[Form of the output]:FORMAT:(text json jsonl)' \
                '(-o --output)'{-o+,--output=}'[Write the output to this file]:FILE:_files' \
                '*'--call='[Show only this call, in full; may be repeated]:N|CALL-ID: ' \
                --details='[Show at most N calls with findings in full, and N that failed]:N|all: ' \
                --color='[When to color the text form]:WHEN:(auto always never)' \
                --lang='[Language of findings and explanations]:LANG:(en fr vi)' \
                --figures'[Show ratios and delays of all attempts, such as SER, ASR and SRD]' \
                '*'--leg-header='[Header field that names another leg'\''s Call-ID; may be repeated]:NAME: ' \
                --filter='[Show only calls and requests that match]:EXPR: ' \
                '*'--select='[Judge by these rules or areas alone; may be repeated]:RULE|AREA: ' \
                '*'--ignore='[Do not judge by these rules or areas; may be repeated]:RULE|AREA: ' \
                --severity='[Leave out findings less severe than this]:SEVERITY:(info warning error)' \
                --profile='[Values of T1, T2 and T4 where they are not given]:PROFILE:(rfc3261 ims)' \
                --T1='[Estimate of the round trip time]:MILLISECONDS: ' \
                --T2='[Longest interval between two retransmissions]:MILLISECONDS: ' \
                --T4='[How long the network may keep a message]:MILLISECONDS: ' \
                '(-q --quiet)'{-q,--quiet}'[Show no progress on standard error]' \
                '(-h --help)'{-h,--help}'[Show help and exit]' \
                '(-V --version)'{-V,--version}'[Show the version and exit]' \
                '*: :_sipwatch_first' ;;
    esac
}

_sipwatch_first() {
    _alternative \
        'commands:command:_sipwatch_commands' \
        'files:file:_files'
}

_sipwatch_commands() {
    local -a commands=(
        'analyze:Tell what happened in capture files'
        'watch:Tell what happens on a network device while it happens'
        'check:Pass or fail recorded traces, for CI'
        'explain:Explain a response code, a rule or a topic'
        'compare:Set response codes side by side'
        'codes:List the response codes'
        'rules:List the rules, all or those of an area, or show one'
        'interfaces:List the network devices that can be watched'
        'completions:Print the completions for a shell\: bash, zsh or fish'
        'man:Print the man page'
        'help:Show help, in general or for a command'
        'version:Show the version'
    )
    _describe -t commands command commands
}

_sipwatch_devices() {
    local -a devices=(any /sys/class/net/*(N:t))
    compadd -a devices
}

if [[ $funcstack[1] == _sipwatch ]]; then
    _sipwatch "$@"
else
    compdef _sipwatch sipwatch
fi
