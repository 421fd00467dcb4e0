#!/usr/bin/env bash
# Makes all reference tables again with R, from a seed, into a folder of the same layout as this one.
# usage: make-all.sh <folder> <seed>
# The tests then judge us by them: REFRACTOR_REFERENCE=<folder> dotnet test tests/Refractor.Statistics.Tests -c Release
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
folder="${1:?usage: make-all.sh <folder> <seed>}"
seed="${2:?usage: make-all.sh <folder> <seed>}"
make() {
    local topic
    topic="$(basename "$(dirname "$1")")"
    mkdir -p "$folder/$topic"
    echo "$topic: $(basename "$1")"
    Rscript "$1" "$folder/$topic" "$seed"
}

# make.R makes the inputs of a topic; the other scripts beside it use them.
for script in "$here"/*/make.R "$here"/*/make-*.R; do
    make "$script"
done
