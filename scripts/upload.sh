#!/usr/bin/env bash
# Uploads a built site to an object store: upload.sh [--delete] SITE REMOTE, a remote of rclone's.
#
# What others refer to goes first: files named by their content, which disturb nobody, then styles,
# scripts and data, then pages, and last what leads browsers to the new files of the search.
# Nothing is deleted, for readers may hold a page that asks for an old file. With --delete, a day
# later, what the site no longer has is taken away, and nothing else is done.
#
# A store gives everybody the same bytes. PACK=1 has it hold what browsers alone ask for as gzip,
# with a header that says so; needs a site that was built with COMPRESS=1.
set -euo pipefail

# As in hooks/kuntakesu/pages/policy.py; a test compares. The rest gets what rclone takes it for.
types=(
    "css text/css; charset=utf-8"
    "js text/javascript; charset=utf-8"
    "mjs text/javascript; charset=utf-8"
    "json application/json; charset=utf-8"
    "jsonld application/ld+json; charset=utf-8"
    "ttl text/turtle; charset=utf-8"
    "csv text/csv; charset=utf-8"
    "md text/plain; charset=utf-8"
    "txt text/plain; charset=utf-8"
    "svg image/svg+xml; charset=utf-8"
    "wasm application/wasm"
    "zip application/zip"
    "xml application/xml; charset=utf-8"
    "html text/html; charset=utf-8"
)
kept="public, max-age=31536000, immutable"
anew="no-cache"

delete=
if [ "${1:-}" = --delete ]; then
    delete=1
    shift
fi
site=$(realpath "${1:?the folder of the site}")
store=${2:?a remote of rclone, such as store:bucket}

# The site as it is to stand in the store, made of links: `plain`, and `packed` as gzip.
work=$(mktemp -d "$site.upload.XXXXXX")
trap 'rm -rf "$work"' EXIT
cp -al "$site" "$work/plain"
mkdir "$work/packed"
find "$work/plain" -name '*.br' -delete
find "$work/plain" -name '*.gz' ! -path "$work/plain/sitemap.xml.gz" -printf '%P\n' |
    while read -r file; do
        case "$file" in
        data/v1/* | *.xml.gz | *.md.gz | *.txt.gz) ;; # for programs, which may not unpack it
        *) if [ "${PACK:-}" ]; then
            mkdir -p "$work/packed/$(dirname "$file")"
            ln "$work/plain/$file" "$work/packed/${file%.gz}"
            rm "$work/plain/${file%.gz}"
        fi ;;
        esac
        rm "$work/plain/$file"
    done

if [ "$delete" ]; then
    cp -al "$work/packed/." "$work/plain"
    rclone sync "$work/plain" "$store" --ignore-existing
    exit
fi

# send TYPE CACHING RULE...: uploads the files that the rules choose, as far as they changed.
send() {
    local headers=(--header-upload "Cache-Control: $2") rules=()
    [ -z "$1" ] || headers+=(--header-upload "Content-Type: $1")
    for rule in "${@:3}"; do rules+=(--filter "$rule"); done
    rclone copy --checksum --transfers 16 "${headers[@]}" "${rules[@]}" "$work/plain" "$store"
    rclone copy --checksum --transfers 16 "${headers[@]}" "${rules[@]}" \
        --header-upload "Content-Encoding: gzip" "$work/packed" "$store"
}

rest=("- /data/search/**" "- /assets/**.css" "- atom.xml")
send "application/json; charset=utf-8" "$kept" \
    "- /data/search/manifest.json" "+ /data/search/**" "- *"
send "text/css; charset=utf-8" "$kept" "+ /assets/**.css" "- *"
others=()
for line in "${types[@]}"; do
    if [ "${line%% *}" = html ]; then
        send "" "$anew" "${rest[@]}" "${others[@]}" "- *.html"
    fi
    send "${line#* }" "$anew" "${rest[@]}" "+ *.${line%% *}" "- *"
    others+=("- *.${line%% *}")
done
send "application/atom+xml; charset=utf-8" "$anew" "+ atom.xml" "- *"
send "application/json; charset=utf-8" "$anew" "+ /data/search/manifest.json" "- *"
