#!/bin/sh
# See to a Chromium for the browser tests: one that is there, else Debian's by apt, else Playwright's own.
# usage: install.sh BIN, the folder of the environment's programs
set -eu
bin="$1"

runs() { command -v "$1" >/dev/null 2>&1 && "$1" --version >/dev/null 2>&1; }

browser() {
  runs chromium || runs chromium-browser || runs google-chrome ||
    ls "${PLAYWRIGHT_BROWSERS_PATH:-$HOME/.cache/ms-playwright}"/chromium*/ >/dev/null 2>&1
}
# what drives it wants a library that a bare system lacks
driver() { "$bin/python" -m playwright --version >/dev/null 2>&1; }

if browser && driver; then exit 0; fi

if [ -f /etc/debian_version ] && [ "$(id -u)" = 0 ]; then
  echo "Installing Debian's chromium (once) ..."
  wanted=libatomic1
  if ! browser; then wanted="chromium $wanted"; fi
  # shellcheck disable=SC2086 # two names
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $wanted && exit 0
fi
if browser; then
  echo "The browser tests need libatomic: on Debian or Ubuntu: sudo apt-get install libatomic1" >&2
  exit 1
fi
echo "Installing Playwright's Chromium (once) ..."
"$bin/python" -m playwright install chromium && exit 0

echo "The browser tests need a Chromium and none could be installed." >&2
echo "On Debian or Ubuntu: sudo apt-get install chromium libatomic1. Elsewhere: $bin/python -m playwright install chromium" >&2
exit 1
