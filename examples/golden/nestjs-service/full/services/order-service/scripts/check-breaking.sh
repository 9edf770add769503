#!/bin/sh
# Compares the contract with the one on the main branch, or on BASE: callers of that one must go on to work.
set -eu

base=${BASE:-origin/main}
released=$(mktemp)
trap 'rm -f "$released"' EXIT

if git archive --output "$released" --format tar "$base" proto 2>/dev/null; then
  buf breaking --against "$released#format=tar,subdir=proto"
else
  echo "No contract to compare with: $base has none of this service"
fi
