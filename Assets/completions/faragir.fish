# fish completion for faragir. The words come from the program's own help, so they never differ.
function __faragir_words
    set -l words (commandline -opc)
    set -l command $words[2]
    if test (count $words) -eq 1
        faragir --help | string replace -rf '^  faragir ([a-z]+).*' '$1'
    else if test (count $words) -eq 2
        faragir $command --help | string replace -rf "^(?:  faragir $command |    )([a-z0-9|-]*\|[a-z0-9|-]*)(?: .*)?\$" '$1' \
            | string split -n '|'
    end
    if string match -q -- '-*' (commandline -ct)
        string match -q -- '-*' "$command"; and set command
        faragir $command --help | string match -ar -- '--[a-z][a-z-]*' | sort -u
    end
end
complete -c faragir -a '(__faragir_words)'
