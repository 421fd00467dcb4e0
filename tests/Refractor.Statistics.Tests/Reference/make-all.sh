#!/usr/bin/env bash
# Makes all reference tables again with R, from a seed, into a folder of the same layout as this one.
# usage: make-all.sh <folder> <seed>
# The tests then judge us by them: REFRACTOR_REFERENCE=<folder> dotnet test tests/Refractor.Statistics.Tests -c Release
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
folder="${1:?usage: make-all.sh <folder> <seed>}"
seed="${2:?usage: make-all.sh <folder> <seed>}"
for script in "$here"/*/make*.R; do
    topic="$(basename "$(dirname "$script")")"
    mkdir -p "$folder/$topic"
    echo "$topic: $(basename "$script")"
    Rscript "$script" "$folder/$topic" "$seed"
done
