#!/bin/sh
# Times refractor and R on the same table, one after the other: compare.sh REFRACTOR FOLDER
# FOLDER holds expr_large.tsv, samples_large.tsv and, for enrichment, sets_1000.gmt; see README.md.
set -eu
refractor=$1
data=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/study"
ln -s "$data/expr_large.tsv" "$work/study/expression.tsv"
ln -s "$data/samples_large.tsv" "$work/study/samples.tsv"
timed() {
  name=$1; shift
  /usr/bin/time -f "$name	%e s	%M kB" "$@" > /dev/null 2> "$work/log" || { cat "$work/log"; exit 1; }
  tail -1 "$work/log"
}
export REFRACTOR_COHORTS="$work/cohorts"
timed "import" "$refractor" cohort import "$work/study" --as large --mapping "$here/large.yaml"
timed "scan pCR" "$refractor" scan --cohort large --endpoint pCR --sets "$data/sets_1000.gmt" --out "$work/scan"
timed "scan OS" "$refractor" scan --cohort large --endpoint OS --sets "$data/sets_1000.gmt" --out "$work/scan"
timed "scan OS, ER-positive" "$refractor" scan --cohort large --endpoint OS --subtype HR+ --sets "$data/sets_1000.gmt"
Rscript "$here/peer.R" "$data" "${3:-200}"
