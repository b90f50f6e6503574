# fish completion for sipwatch, printed by 'sipwatch completions fish'

function __sipwatch_command
    set -l words (commandline -opc)
    set -l implied none
    set -l skip 1
    for word in $words
        if test $skip = 1
            set skip 0
            continue
        end
        switch $word
            case -i '-i?*' --interface '--interface?*' -d '-d?*' --device '--device?*'
                set implied watch
        end
        switch $word
            case -i --interface -d --device -s --snapshot-length --snaplen -B --buffer-size -j --time-stamp-type --user -Z --relinquish-privileges --capture-filter --bpf --duration -c --count -w --write -O -C --rotate-size -G --rotate-time -W --keep-files -f --format -o --output --call --details --color --colour --lang --language --family --leg-header --filter --select --ignore --severity --fail-on --baseline --jobs --expect --snapshot --profile --T1 --T2 --T4
                set skip 1
            case --
                test $implied = none; and set implied analyze
                break
            case '-?*'
                continue
            case analyze watch check explain compare codes rules interfaces completions man help version
                echo $word
                return
            case '*'
                test $implied = none; and set implied analyze
                break
        end
    end
    echo $implied
end

function __sipwatch_in
    contains -- (__sipwatch_command) $argv
end

complete -c sipwatch -f
complete -c sipwatch -n '__sipwatch_in none analyze check' -F
complete -c sipwatch -n '__sipwatch_in none help' -a analyze -d 'Tell what happened in capture files'
complete -c sipwatch -n '__sipwatch_in none help' -a watch -d 'Tell what happens on a network device while it happens'
complete -c sipwatch -n '__sipwatch_in none help' -a check -d 'Pass or fail recorded traces, for CI'
complete -c sipwatch -n '__sipwatch_in none help' -a explain -d 'Explain a response code, a rule or a topic'
complete -c sipwatch -n '__sipwatch_in none help' -a compare -d 'Set response codes side by side'
complete -c sipwatch -n '__sipwatch_in none help' -a codes -d 'List the response codes'
complete -c sipwatch -n '__sipwatch_in none help' -a rules -d 'List the rules, all or those of an area, or show one'
complete -c sipwatch -n '__sipwatch_in none help' -a interfaces -d 'List the network devices that can be watched'
complete -c sipwatch -n '__sipwatch_in none help' -a completions -d 'Print the completions for a shell: bash, zsh or fish'
complete -c sipwatch -n '__sipwatch_in none help' -a man -d 'Print the man page'
complete -c sipwatch -n '__sipwatch_in none help' -a help -d 'Show help, in general or for a command'
complete -c sipwatch -n '__sipwatch_in none help' -a version -d 'Show the version'
complete -c sipwatch -n '__sipwatch_in completions' -a 'bash zsh fish'
complete -c sipwatch -n '__sipwatch_in none watch' -s i -l interface -x -a 'any (command ls /sys/class/net 2> /dev/null)' -d 'Listen on this network device; may be repeated'
complete -c sipwatch -n '__sipwatch_in none watch' -s s -l snapshot-length -x -d 'Capture at most this much of each frame'
complete -c sipwatch -n '__sipwatch_in none watch' -s B -l buffer-size -x -d 'Size of the kernel\'s capture buffer in KiB'
complete -c sipwatch -n '__sipwatch_in none watch' -s p -l no-promiscuous-mode -d 'Do not put the device into promiscuous mode'
complete -c sipwatch -n '__sipwatch_in none watch' -l immediate-mode -d 'Show each frame at once'
complete -c sipwatch -n '__sipwatch_in none watch' -s j -l time-stamp-type -x -d 'Take the time of frames from this clock'
complete -c sipwatch -n '__sipwatch_in none watch' -l user -x -d 'Become this user once devices and files are open'
complete -c sipwatch -n '__sipwatch_in none analyze watch check' -l capture-filter -x -d 'Read only frames that match a BPF filter'
complete -c sipwatch -n '__sipwatch_in none analyze' -l follow -d 'Read on as the file grows, and show what comes'
complete -c sipwatch -n '__sipwatch_in none watch' -l duration -x -d 'Stop after this time, such as 30s, 5m or 2h'
complete -c sipwatch -n '__sipwatch_in none analyze watch check' -s c -l count -x -d 'Stop after N frames'
complete -c sipwatch -n '__sipwatch_in none analyze watch' -s w -l write -r -F -d 'Save the frames that were read in this pcapng file'
complete -c sipwatch -n '__sipwatch_in none watch' -s C -l rotate-size -x -d 'Begin a new file before one grows beyond this'
complete -c sipwatch -n '__sipwatch_in none watch' -s G -l rotate-time -x -d 'Begin a new file after this time, such as 30s, 5m or 2h'
complete -c sipwatch -n '__sipwatch_in none watch' -s W -l keep-files -x -d 'Keep the newest N of these files and delete older ones'
complete -c sipwatch -n '__sipwatch_in none analyze' -s f -l format -x -a 'text json jsonl' -d 'Form of the output'
complete -c sipwatch -n '__sipwatch_in none watch' -s f -l format -x -a 'text jsonl' -d 'Form of the output'
complete -c sipwatch -n '__sipwatch_in check' -s f -l format -x -a 'text json jsonl markdown junit sarif github gitlab tap' -d 'Form of the output'
complete -c sipwatch -n '__sipwatch_in explain compare codes rules' -s f -l format -x -a 'text json markdown html' -d 'Form of the output'
complete -c sipwatch -n '__sipwatch_in interfaces' -s f -l format -x -a 'text json' -d 'Form of the output'
complete -c sipwatch -n '__sipwatch_in none analyze watch check' -s o -l output -r -F -d 'Write the output to this file'
complete -c sipwatch -n '__sipwatch_in none analyze' -l call -x -d 'Show only this call, in full; may be repeated'
complete -c sipwatch -n '__sipwatch_in none analyze' -l details -x -d 'Show at most N calls with findings in full, and N that failed'
complete -c sipwatch -n '__sipwatch_in none analyze watch check explain compare codes rules interfaces' -l color -x -a 'auto always never' -d 'When to color the text form'
complete -c sipwatch -n '__sipwatch_in none analyze watch check explain compare codes rules' -l lang -x -a 'en fr vi' -d 'Language of findings and explanations'
complete -c sipwatch -n '__sipwatch_in compare' -l family -x -d 'Compare the codes of a family; \'list\' lists the families'
complete -c sipwatch -n '__sipwatch_in none analyze watch' -l figures -d 'Show ratios and delays of all attempts, such as SER, ASR and SRD'
complete -c sipwatch -n '__sipwatch_in none analyze watch check' -l leg-header -x -d 'Header field that names another leg\'s Call-ID; may be repeated'
complete -c sipwatch -n '__sipwatch_in none analyze watch check' -l filter -x -d 'Show only calls and requests that match'
complete -c sipwatch -n '__sipwatch_in none analyze watch check' -l select -x -d 'Judge by these rules or areas alone; may be repeated'
complete -c sipwatch -n '__sipwatch_in none analyze watch check' -l ignore -x -d 'Do not judge by these rules or areas; may be repeated'
complete -c sipwatch -n '__sipwatch_in none analyze watch check' -l severity -x -a 'info warning error' -d 'Leave out findings less severe than this'
complete -c sipwatch -n '__sipwatch_in check' -l fail-on -x -a 'error warning info never' -d 'Fail when a finding is at least this severe'
complete -c sipwatch -n '__sipwatch_in check' -l allow-incomplete -d 'Pass traces that are cut, lost frames or end too early'
complete -c sipwatch -n '__sipwatch_in check' -l allow-empty -d 'Pass traces without SIP, and expectations that match nothing'
complete -c sipwatch -n '__sipwatch_in check' -l baseline -r -F -d 'Let the findings pass that this file knows'
complete -c sipwatch -n '__sipwatch_in check' -l update-baseline -d 'Write the findings into the baseline instead of failing'
complete -c sipwatch -n '__sipwatch_in check' -l jobs -x -d 'Check this many traces at a time; without it, one for each core'
complete -c sipwatch -n '__sipwatch_in check' -l expect -r -F -d 'Expect of each trace what this file says'
complete -c sipwatch -n '__sipwatch_in check' -l init -d 'Write the expectations that describe each trace as it is'
complete -c sipwatch -n '__sipwatch_in check' -l explain -d 'Show how each expectation was judged, those that are met as well'
complete -c sipwatch -n '__sipwatch_in check' -l snapshot -r -F -d 'Compare the ladder with this file, times, tags and varying ports aside'
complete -c sipwatch -n '__sipwatch_in check' -l update -d 'Write the snapshots anew instead of comparing them'
complete -c sipwatch -n '__sipwatch_in check' -l no-config -d 'Do not look for a configuration'
complete -c sipwatch -n '__sipwatch_in check' -l print-config -d 'Show the settings that each trace would be checked with'
complete -c sipwatch -n '__sipwatch_in none analyze watch check' -l profile -x -a 'rfc3261 ims' -d 'Values of T1, T2 and T4 where they are not given'
complete -c sipwatch -n '__sipwatch_in none analyze watch check' -l T1 -x -d 'Estimate of the round trip time'
complete -c sipwatch -n '__sipwatch_in none analyze watch check' -l T2 -x -d 'Longest interval between two retransmissions'
complete -c sipwatch -n '__sipwatch_in none analyze watch check' -l T4 -x -d 'How long the network may keep a message'
complete -c sipwatch -n '__sipwatch_in none analyze watch check' -s q -l quiet -d 'Show no progress on standard error'
complete -c sipwatch -n '__sipwatch_in none analyze watch check explain compare codes rules interfaces completions man help version' -s h -l help -d 'Show help and exit'
complete -c sipwatch -n '__sipwatch_in none analyze watch check explain compare codes rules interfaces completions man help version' -s V -l version -d 'Show the version and exit'
