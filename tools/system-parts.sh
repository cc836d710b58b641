#!/bin/sh
# Usage: tools/system-parts.sh NEEDED_FOR
# Installs the missing system parts of system-packages.txt where that is allowed (root with apt), else names them with
# the command that installs them. Always succeeds: what cannot go on without a part says so itself.
set -u
needed_for=$1
list=$(dirname "$0")/../system-packages.txt
PYTHON=${PYTHON:-python3}
missing=

while IFS='|' read -r purpose package probe; do
    [ "$(echo "$purpose" | tr -d ' ')" = "$needed_for" ] || continue
    (eval "$probe") >/dev/null 2>&1 </dev/null || missing="$missing $(echo "$package" | tr -d ' ')"
done <"$list"

[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing the missing system parts:$missing" >&2
    # shellcheck disable=SC2086  # one word a package
    if apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >&2; then
        exit 0
    fi
fi
echo "Missing system parts; install them with: sudo apt-get install$missing" >&2
