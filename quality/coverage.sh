#!/usr/bin/env bash
# Measures which lines and branches of Runtime, Generator and Analyzers their tests reach, and fails below the floor.
# The report is written to artifacts/coverage.
set -euo pipefail
cd "$(dirname "$0")/.."

line_floor=95
branch_floor=90
instrumented=Runtime.Tests.Instrumented
tests=(Runtime.Tests Runtime.Tests.Hardened "$instrumented" Generator.Tests Analyzers.Tests)

output=artifacts/coverage
rm -rf "$output"
dotnet tool restore > /dev/null

# The disassembly of code that counts its branches says nothing.
for project in "${tests[@]}"; do
    dotnet test "$project" -c Release --filter "FullyQualifiedName!~Disassembly" --settings quality/coverage.runsettings --collect "XPlat Code Coverage" --results-directory "$output/$project"
done

# These tests compile the runtime's sources into their own assembly. They are the same lines.
sed -i "s/package name=\"$instrumented\"/package name=\"IntrusiveLists\"/" "$output/$instrumented"/*/coverage.cobertura.xml

exit_code=0
dotnet reportgenerator -verbosity:Warning "-reports:$output/*/*/coverage.cobertura.xml" "-targetdir:$output" "-reporttypes:TextSummary;Html" \
    "minimumCoverageThresholds:lineCoverage=$line_floor" "minimumCoverageThresholds:branchCoverage=$branch_floor" || exit_code=$?
grep -E "^  (Line|Branch) coverage:|^IntrusiveLists" "$output/Summary.txt"
exit "$exit_code"
