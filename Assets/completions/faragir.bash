# bash completion for faragir. The words come from the program's own help, so they never differ.
_faragir() {
  local current=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]} words=
  if [[ $COMP_CWORD -eq 1 && $current != -* ]]; then
    words=$(faragir --help | sed -n 's/^  faragir \([a-z][a-z]*\).*/\1/p')
  elif [[ $current == -* ]]; then
    [[ $command == -* ]] && command=
    words=$(faragir $command --help | grep -oE -- '--[a-z][a-z-]*' | sort -u)
  elif [[ $COMP_CWORD -eq 2 ]]; then
    words=$(faragir "$command" --help | sed -n \
      -e "s/^  faragir $command \([a-z0-9|-]*|[a-z0-9|-]*\).*/\1/p" \
      -e 's/^    \([a-z0-9-]*|[a-z0-9|-]*\)$/\1/p' | tr '|' ' ')
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _faragir faragir
