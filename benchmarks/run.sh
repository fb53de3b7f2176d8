#!/usr/bin/env bash
# Measures the lists beside those of C, C++, Rust and .NET, and writes docs/benchmarks.md and its plots.
#   benchmarks/run.sh [--quick] [--json FILE]
# --quick measures for about a minute: fewer and shorter rounds, fewer sorts, no large elements, and with a million elements only the peers
# that a target is about. --json also writes every round for machines.
set -euo pipefail

quick=()
json=()
while [ $# -gt 0 ]; do
    case $1 in
        --quick) quick=(--quick) ;;
        --json)
            [ $# -ge 2 ] || { echo "--json needs a file." >&2; exit 2; }
            json=(--json "$(realpath -m "$2")")
            shift
            ;;
        *)
            sed -n '2,5s/^# //p' "$0" >&2
            exit 2
            ;;
    esac
    shift
done

cd "$(dirname "$0")/.."
project=benchmarks/ListTime
output=$PWD/artifacts/benchmarks
mkdir -p "$output"

# What a Debian system lacks is asked for once, where that is allowed; what still is not there is left out.
packages=()
[ -e /usr/include/boost/intrusive/list.hpp ] || packages+=(libboost1.81-dev)
compgen -G "/usr/share/cargo/registry/intrusive-collections-*" > /dev/null || ! command -v cargo > /dev/null || packages+=(librust-intrusive-collections-dev)
if [ ${#packages[@]} -gt 0 ] && command -v apt-get > /dev/null && [ "$(id -u)" -eq 0 ]; then
    echo "== install: ${packages[*]}"
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${packages[@]}"; } > "$output/install.log" 2>&1 || echo "not installed, see $output/install.log"
fi

echo "== native peers"
benchmarks/native/build.sh "$output/peers" &
peers=$!

echo "== build"
# A benchmark is no check: what is built is not analysed.
unchecked=(-p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false)
dotnet build "$project" -c Release -v quiet -nologo "${unchecked[@]}" &
build=$!
# Where it can be compiled ahead of time, that program is the one that runs, and has the runtime of this machine compile the other in the same process.
# In a directory of its own, and meanwhile: two builds that share one make each other start anew.
program=("$project/bin/Release/net10.0/ListTime")
host=$(find "$(dirname "$(readlink -f "$(command -v dotnet)")")/host/fxr" -name 'libhostfxr.*' 2> "$output/host.log" | sort -V | tail -n 1)
if ! dotnet publish "$project" -c Release -v quiet -nologo -r "$(dotnet --info | sed -n 's/^ *RID: *//p' | head -n 1)" -p:Native=true "${unchecked[@]}" --artifacts-path "$output/ahead-of-time" -o "$output/aot" > "$output/aot.log" 2>&1; then
    echo "left out: NativeAOT (it does not build here, see $output/aot.log)"
elif [ -z "$host" ]; then
    echo "left out: NativeAOT (the library that starts .NET's runtime is not found beside dotnet)"
else
    program=("$output/aot/ListTime" --host "$host" "$project/bin/Release/net10.0/ListTime.dll")
fi
wait "$build"
wait "$peers"

echo "== measure (built in $SECONDS s)"
built=$SECONDS
"${program[@]}" --peers "$output/peers" "${quick[@]}" --documents docs "${json[@]}"
echo "== measured in $((SECONDS - built)) s; written: docs/benchmarks.md${json[1]:+, ${json[1]}}"
