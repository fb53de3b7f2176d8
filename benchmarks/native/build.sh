#!/usr/bin/env bash
# Builds the native contenders, each a library of its own, and says which cannot be built: build.sh DIRECTORY
set -uo pipefail
cd "$(dirname "$0")"
out=$1
mkdir -p "$out"
sizes="32 256"

leave_out() {
    rm -f "$out/$1.so"
    echo "left out: $1 ($2)"
}

# compile COMPILER LIBRARY SOURCE FLAGS...: once for each size of elements
compile() {
    local compiler=$1 library=$2 source=$3 objects=() size
    shift 3
    if ! command -v "$compiler" > /dev/null; then
        leave_out "$library" "there is no $compiler"
        return
    fi
    if [ -e "$out/$library.so" ] && [ -z "$(find . -maxdepth 1 -newer "$out/$library.so")" ]; then
        return
    fi
    for size in $sizes; do
        if ! "$compiler" -O2 -fPIC -Wall -Wextra -DELEMENT_SIZE="$size" -DPEER="$library" "$@" -c "$source" -o "$out/$library.$size.o" 2> "$out/$library.log"; then
            leave_out "$library" "it does not compile: $(grep -m 1 -i error "$out/$library.log")"
            return
        fi
        objects+=("$out/$library.$size.o")
    done
    "$compiler" -shared "${objects[@]}" -o "$out/$library.so" || leave_out "$library" "it does not link"
}

compile_rust() {
    local debian=/usr/share/cargo/registry source=()
    if ! command -v cargo > /dev/null; then
        leave_out rust "there is no cargo"
        return
    fi
    if compgen -G "$debian/intrusive-collections-*" > /dev/null; then
        source=(--offline --config 'source.crates-io.replace-with="debian"' --config "source.debian.directory=\"$debian\"")
    fi
    if cargo build --quiet --release --manifest-path rust/Cargo.toml --target-dir "$out/rust-target" "${source[@]}" 2> "$out/rust.log"; then
        cp "$out/rust-target/release/libpeers.so" "$out/rust.so"
    else
        leave_out rust "it does not compile: $(grep -m 1 -i error "$out/rust.log")"
    fi
}

# As the kernel is compiled: a head and a node in an element are the same to this code, and not to the rules of aliasing.
compile gcc c c_list.c -fno-strict-aliasing
compile gcc c_zeroing c_list.c -DZEROING -fno-strict-aliasing
compile gcc tailq tailq.c -fno-strict-aliasing
compile g++ boost_normal boost_list.cpp -DMODE=normal_link
compile g++ boost_safe boost_list.cpp -DMODE=safe_link
compile g++ std std_list.cpp
compile g++ allocators allocators.cpp
compile_rust
