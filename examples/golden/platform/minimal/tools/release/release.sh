#!/bin/sh
# Releases one service from the main branch: sh tools/release/release.sh <service>
set -eu

tools=$(cd "$(dirname "$0")" && pwd)
cd "$tools/../../services/$1"
exec "$tools/node_modules/.bin/semantic-release" --extends "$tools/release.config.js"
