#!/usr/bin/env bash
# Measures which lines and branches of Runtime, Generator and Analyzers their tests reach, and fails below the floor.
# With --report it runs no tests, and reports on those that have run with MEASURE_COVERAGE=true. The report is written to artifacts/coverage.
set -euo pipefail
cd "$(dirname "$0")/.."

line_floor=95
branch_floor=90
instrumented=Runtime.Tests.Instrumented
tests=(Runtime.Tests Runtime.Tests.Hardened "$instrumented" Generator.Tests Analyzers.Tests)
output=artifacts/coverage

if [ "${1:-}" != --report ]; then
    rm -rf "$output"
    for project in "${tests[@]}"; do
        MEASURE_COVERAGE=true dotnet test "$project" -c Release
    done
fi

for project in "${tests[@]}"; do
    if ! ls "$output/$project"/*/coverage.cobertura.xml > /dev/null 2>&1; then
        echo "$project has not been measured." >&2
        exit 1
    fi
done

# These tests compile the runtime's sources into their own assembly. They are the same lines.
sed -i "s/package name=\"$instrumented\"/package name=\"IntrusiveLists\"/" "$output/$instrumented"/*/coverage.cobertura.xml

dotnet tool restore > /dev/null
exit_code=0
dotnet reportgenerator -verbosity:Warning "-reports:$output/*/*/coverage.cobertura.xml" "-targetdir:$output" "-reporttypes:TextSummary;Html" \
    "minimumCoverageThresholds:lineCoverage=$line_floor" "minimumCoverageThresholds:branchCoverage=$branch_floor" || exit_code=$?
grep -E "^  (Line|Branch) coverage:|^IntrusiveLists" "$output/Summary.txt"
exit "$exit_code"
