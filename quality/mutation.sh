#!/usr/bin/env bash
# Makes deliberate faults in the list core, one at a time, and counts those that the tests of the runtime notice. Takes long.
# The report is written to artifacts/mutation.
set -euo pipefail
cd "$(dirname "$0")/../Runtime"

# What it builds has been analysed by other builds.
export RunAnalyzersDuringBuild=false

dotnet tool restore > /dev/null
dotnet stryker --config-file ../quality/stryker-config.json --output ../artifacts/mutation "$@"
