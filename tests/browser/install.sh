#!/bin/sh
# See to a Chromium for the browser tests: one that is there, else Debian's by apt, else Playwright's own.
# usage: install.sh BIN, the folder of the environment's programs
set -eu
bin="$1"

runs() { command -v "$1" >/dev/null 2>&1 && "$1" --version >/dev/null 2>&1; }

if runs chromium || runs chromium-browser || runs google-chrome; then exit 0; fi
if ls "${PLAYWRIGHT_BROWSERS_PATH:-$HOME/.cache/ms-playwright}"/chromium*/ >/dev/null 2>&1; then exit 0; fi

if [ -f /etc/debian_version ] && [ "$(id -u)" = 0 ]; then
  echo "Installing Debian's chromium (once) ..."
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium && exit 0
fi
echo "Installing Playwright's Chromium (once) ..."
"$bin/python" -m playwright install chromium && exit 0

echo "The browser tests need a Chromium and none could be installed." >&2
echo "On Debian or Ubuntu: sudo apt-get install chromium. Elsewhere: $bin/python -m playwright install chromium" >&2
exit 1
