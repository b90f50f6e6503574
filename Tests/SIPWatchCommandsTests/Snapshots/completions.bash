# bash completion for sipwatch, printed by 'sipwatch completions bash'

_sipwatch() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local prefix= command= implied= word index
    COMPREPLY=()

    # bash splits '--name=value' at the '=' unless told otherwise.
    if [[ $current == "=" ]]; then
        current=
    elif [[ $previous == "=" ]]; then
        previous=${COMP_WORDS[COMP_CWORD - 2]}
    elif [[ $current == --*=* ]]; then
        previous=${current%%=*}
        prefix=$previous=
        current=${current#*=}
    fi

    for ((index = 1; index < COMP_CWORD; index++)); do
        word=${COMP_WORDS[index]}
        case $word in
            -i|-i?*|--interface|--interface?*|-d|-d?*|--device|--device?*) implied=watch ;;&
            -i|--interface|-d|--device|-s|--snapshot-length|--snaplen|-B|--buffer-size|-j|--time-stamp-type|--user|-Z|--relinquish-privileges|--capture-filter|--bpf|--duration|-c|--count|-w|--write|-O|-C|--rotate-size|-G|--rotate-time|-W|--keep-files|-f|--format|-o|--output|--call|--details|--color|--colour|--lang|--language|--family|--leg-header|--filter|--select|--ignore|--severity|--fail-on|--baseline|--jobs|--expect|--snapshot|--profile|--T1|--T2|--T4)
                [[ ${COMP_WORDS[index + 1]} == "=" ]] && ((index++))
                ((index++)) ;;
            --) command=${command:-${implied:-analyze}}; break ;;
            -?*) ;;
            analyze|watch|check|explain|compare|codes|rules|interfaces|completions|man|help|version) command=$word; break ;;
            *) command=${implied:-analyze}; break ;;
        esac
    done
    command=${command:-$implied}

    case $previous in
        -i|--interface|-d|--device)
            _sipwatch_words "any $(ls /sys/class/net 2> /dev/null)"
            return ;;
        -s|--snapshot-length|--snaplen)
            return ;;
        -B|--buffer-size)
            return ;;
        -j|--time-stamp-type)
            return ;;
        --user|-Z|--relinquish-privileges)
            return ;;
        --capture-filter|--bpf)
            return ;;
        --duration)
            return ;;
        -c|--count)
            return ;;
        -w|--write|-O)
            _sipwatch_files
            return ;;
        -C|--rotate-size)
            return ;;
        -G|--rotate-time)
            return ;;
        -W|--keep-files)
            return ;;
        -f|--format)
            case $command in
                analyze) _sipwatch_words "text json jsonl" ;;
                watch) _sipwatch_words "text jsonl" ;;
                check) _sipwatch_words "text json jsonl markdown junit sarif github gitlab tap" ;;
                explain|compare|codes|rules) _sipwatch_words "text json markdown html" ;;
                interfaces) _sipwatch_words "text json" ;;
                *) _sipwatch_words "text json jsonl" ;;
            esac
            return ;;
        -o|--output)
            _sipwatch_files
            return ;;
        --call)
            return ;;
        --details)
            return ;;
        --color|--colour)
            _sipwatch_words "auto always never"
            return ;;
        --lang|--language)
            _sipwatch_words "en fr vi"
            return ;;
        --family)
            return ;;
        --leg-header)
            return ;;
        --filter)
            return ;;
        --select)
            return ;;
        --ignore)
            return ;;
        --severity)
            _sipwatch_words "info warning error"
            return ;;
        --fail-on)
            _sipwatch_words "error warning info never"
            return ;;
        --baseline)
            _sipwatch_files
            return ;;
        --jobs)
            return ;;
        --expect)
            _sipwatch_files
            return ;;
        --snapshot)
            _sipwatch_files
            return ;;
        --profile)
            _sipwatch_words "rfc3261 ims"
            return ;;
        --T1)
            return ;;
        --T2)
            return ;;
        --T4)
            return ;;
    esac

    if [[ $current == -* && $current != - ]]; then
        case $command in
            analyze) _sipwatch_words "--capture-filter --follow -c --count -w --write -f --format -o --output --call --details --color --lang --figures --leg-header --filter --select --ignore --severity --profile --T1 --T2 --T4 -q --quiet -h --help -V --version" ;;
            watch) _sipwatch_words "-i --interface -s --snapshot-length -B --buffer-size -p --no-promiscuous-mode --immediate-mode -j --time-stamp-type --user --capture-filter --duration -c --count -w --write -C --rotate-size -G --rotate-time -W --keep-files -f --format -o --output --color --lang --figures --leg-header --filter --select --ignore --severity --profile --T1 --T2 --T4 -q --quiet -h --help -V --version" ;;
            check) _sipwatch_words "--capture-filter -c --count -f --format -o --output --color --lang --leg-header --filter --select --ignore --severity --fail-on --allow-incomplete --allow-empty --baseline --update-baseline --jobs --expect --init --explain --snapshot --update --no-config --print-config --profile --T1 --T2 --T4 -q --quiet -h --help -V --version" ;;
            explain) _sipwatch_words "-f --format --color --lang -h --help -V --version" ;;
            compare) _sipwatch_words "-f --format --color --lang --family -h --help -V --version" ;;
            codes) _sipwatch_words "-f --format --color --lang -h --help -V --version" ;;
            rules) _sipwatch_words "-f --format --color --lang -h --help -V --version" ;;
            interfaces) _sipwatch_words "-f --format --color -h --help -V --version" ;;
            completions) _sipwatch_words "-h --help -V --version" ;;
            man) _sipwatch_words "-h --help -V --version" ;;
            help) _sipwatch_words "-h --help -V --version" ;;
            version) _sipwatch_words "-h --help -V --version" ;;
            *) _sipwatch_words "-i --interface -s --snapshot-length -B --buffer-size -p --no-promiscuous-mode --immediate-mode -j --time-stamp-type --user --capture-filter --follow --duration -c --count -w --write -C --rotate-size -G --rotate-time -W --keep-files -f --format -o --output --call --details --color --lang --figures --leg-header --filter --select --ignore --severity --profile --T1 --T2 --T4 -q --quiet -h --help -V --version" ;;
        esac
        return
    fi

    case $command in
        '') _sipwatch_words "analyze watch check explain compare codes rules interfaces completions man help version"; _sipwatch_files ;;
        analyze|check) _sipwatch_files ;;
        completions) _sipwatch_words "bash zsh fish" ;;
        help) _sipwatch_words "analyze watch check explain compare codes rules interfaces completions man help version" ;;
    esac
}

_sipwatch_words() {
    mapfile -t COMPREPLY < <(compgen -P "$prefix" -W "$1" -- "$current")
}

_sipwatch_files() {
    compopt -o filenames 2> /dev/null
    mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$current")
}

complete -F _sipwatch sipwatch
