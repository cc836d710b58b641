#!/bin/sh
# Usage: tools/system-parts.sh NEEDED_FOR
# Installs the missing system parts of system-packages.txt where that is allowed (root with apt). Else it unpacks those of
# which some files are enough into this user's cache, and names the others with the command that installs them. Always
# succeeds: what cannot go on without a part says so itself.
set -u
needed_for=$1
list=$(dirname "$0")/../system-packages.txt
PYTHON=${PYTHON:-python3}
cache=${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/nghiquyet/tessdata
missing=

# The places that extract/ocr/engine/language_data.py looks in.
has_model() {
    for folder in ${TESSDATA_PREFIX:+"$TESSDATA_PREFIX" "$TESSDATA_PREFIX/tessdata"} /usr/share/tesseract-ocr/*/tessdata \
        /usr/share/tesseract-ocr/tessdata /usr/share/tessdata /usr/share/tesseract/tessdata \
        /usr/local/share/tessdata "$cache"; do
        [ -r "$folder/$1.traineddata" ] && return 0
    done
    return 1
}

# Prints the "package files" of each part needed and missing. A part's probe may hold a pipe: columns are parted by " | ",
# the files of the last column are those that begin with usr/.
missing_parts() {
    while IFS= read -r row; do
        case $row in "$needed_for "*) ;; *) continue ;; esac
        rest=${row#*| }
        package=$(echo "${rest%%|*}" | tr -d ' ')
        probe=${rest#*| }
        files=
        case $probe in *"| usr/"*) files=usr/${probe##*| usr/} probe=${probe%| usr/*} ;; esac
        (eval "$probe") >/dev/null 2>&1 </dev/null || echo "$package $files"
    done <"$list"
}

quiet_apt() { apt-get -qq -o Acquire::Retries=1 -o Acquire::http::Timeout=15 -o Acquire::https::Timeout=15 "$@"; }

# Downloads a package's file into this folder, with package lists of our own where the system has none.
download() {
    quiet_apt download "$1" && return 0
    mkdir -p lists/partial archives/partial &&
        quiet_apt -o Dir::State::lists="$PWD/lists" -o Dir::Cache="$PWD/archives" update &&
        quiet_apt -o Dir::State::lists="$PWD/lists" -o Dir::Cache="$PWD/archives" download "$1"
}

# Puts the named files of a package into the cache.
unpack() {
    command -v apt-get >/dev/null && command -v dpkg >/dev/null && mkdir -p "$cache" 2>/dev/null || return 1
    place=$(mktemp -d) || return 1
    (
        cd "$place" && download "$1" && dpkg -x "$1"_*.deb unpacked || exit 1
        for file in unpacked/$2; do
            # first beside its place: a file half written is never taken for a whole one
            cp "$file" "$cache/.${file##*/}.$$" && mv "$cache/.${file##*/}.$$" "$cache/${file##*/}" || exit 1
        done
    ) >/dev/null 2>&1
    status=$?
    rm -rf "$place"
    return $status
}

parts=$(missing_parts)
[ -n "$parts" ] || exit 0
missing=$(echo "$parts" | cut -d' ' -f1 | tr '\n' ' ')
missing=${missing% }
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing the missing system parts: $missing" >&2
    # shellcheck disable=SC2086  # one word a package
    if apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >&2; then
        exit 0
    fi
fi
left=
while read -r package files; do
    if [ -n "$files" ] && unpack "$package" "$files"; then
        echo "Unpacked $package into $cache" >&2
    else
        left="$left $package"
    fi
done <<PARTS
$parts
PARTS
[ -z "$left" ] || echo "Missing system parts; install them with: sudo apt-get install$left" >&2
