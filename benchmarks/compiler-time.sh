#!/usr/bin/env bash
# Measures what the generator and the analyzers add to the time of the compiler, and writes docs/compiler-time.md.
#   benchmarks/compiler-time.sh [--quick] [--json FILE]
# --quick takes fewer rounds; --json also writes every round for machines.
set -euo pipefail

options=()
while [ $# -gt 0 ]; do
    case $1 in
        --quick) options+=(--quick) ;;
        --json)
            [ $# -ge 2 ] || { echo "--json needs a file." >&2; exit 2; }
            options+=(--json "$(realpath -m "$2")")
            shift
            ;;
        *)
            sed -n '2,4s/^# //p' "$0" >&2
            exit 2
            ;;
    esac
    shift
done

cd "$(dirname "$0")/.."
project=benchmarks/CompilerTime
dotnet build "$project" -c Release -v quiet -nologo
dotnet "$project/bin/Release/net10.0/CompilerTime.dll" "${options[@]}" --document docs/compiler-time.md
echo "== written: docs/compiler-time.md"
