#!/usr/bin/env bash
# Times our statistics and those of R on the same files, one after the other, and prints a table.
# usage: compare.sh <folder> [workload ...]
# The files are made in the folder when they are not there (800 MB). Without Rscript, only ours are timed. PEER_LIB names a folder of
# further R packages, such as fgsea; what is not installed is left out of the table. Each process is stopped after CAP seconds (300).
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
folder="${1:?usage: compare.sh <folder> [workload ...]}"
shift
cap="${CAP:-300}"
# Our first three runs warm up and are left out of the table.
runs="${RUNS:-8}"
project="$here/../Refractor.Statistics.Benchmarks"

dotnet build -c Release "$project" -v quiet --nologo
ours() { dotnet "$project/bin/Release/net10.0/Refractor.Statistics.Benchmarks.dll" "$@"; }
r_is_there() { command -v Rscript >/dev/null; }

[ -s "$folder/meta_10000x8.tsv" ] || ours make "$folder"
times="$(mktemp "$folder/times.XXXXXX")"
trap 'rm -f "$times"' EXIT

time_ours() { timeout "$cap" dotnet "$project/bin/Release/net10.0/Refractor.Statistics.Benchmarks.dll" "$folder" "$1" "$2" "$3" "$runs" "$times" >/dev/null || echo "compare: $1 $2 was not timed" >&2; }

# The variables choose a slower kernel of OpenBLAS on some machines; R is timed at its best.
time_r() {
    env -u OPENBLAS_CORETYPE -u OPENBLAS_L2_SIZE SUBSET="$4" timeout "$cap" Rscript "$here/r/time.R" "$folder" "$times" "$1" "$2" "$3" 3 >/dev/null 2>&1 ||
        echo "compare: R's $1 $2 was not timed" >&2
}

tail -n +2 "$here/comparisons.tsv" | while IFS=$'\t' read -r workload size variant strongest usual genes; do
    [ "$#" -eq 0 ] || [[ " $* " == *" $workload "* ]] || continue
    echo "$workload $size" >&2
    time_ours "$workload" "$variant" "$size"
    if r_is_there; then
        time_r "$workload" "$strongest" "$size" 0
        time_ours "$workload" "$variant" "$size"
        [ "$usual" = "$strongest" ] || time_r "$workload" "$usual" "$size" "$genes"
    fi
done
ours table "$here/comparisons.tsv" "$times"
