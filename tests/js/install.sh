#!/bin/sh
# See to the type checker of the claim layer's JavaScript and to axe, which reads pages by ear; node itself comes with the development requirements.
# usage: install.sh BIN, the folder of the environment's programs
set -eu
bin="$(cd "$1" && pwd)"
cd "$(dirname "$0")"
if [ -x node_modules/.bin/tsc ] && [ -f node_modules/axe-core/axe.min.js ]; then exit 0; fi
if command -v npm >/dev/null 2>&1; then npm ci --silent --no-audit --no-fund
else PATH="$bin:$PATH" "$bin/npm" ci --silent --no-audit --no-fund
fi
