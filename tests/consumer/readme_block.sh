#!/bin/sh
# readme_block.sh README LANGUAGE N: prints the README's Nth fenced block of that language.
exec awk -v fence="\`\`\`$2" -v wanted="$3" '
    $0 == fence { printing = ++blocks == wanted; next }
    /^```/ { printing = 0 }
    printing' "$1"
