#!/usr/bin/env bash
# Everything a change must pass: restore, build, format, tests, quality gate. Ends with one line of counts.
# DATELINE_QUICK=1 leaves out the browser and the long tests.
set -uo pipefail
cd "$(dirname "$0")" || exit 1
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
failures=0

step() {
    echo "== $1"
    shift
    "$@" || { echo "-- failed: $*"; failures=$((failures + 1)); }
}

count() {
    local number
    number=$(sed -n "s/^ *$1: *\([0-9]*\)\$/\1/p" "$2" | tail -1)
    echo "${number:-0}"
}

# Only tests of the pages need a browser; where none can be installed they are skipped and say so.
if [ -z "${DATELINE_QUICK:-}" ] && ! command -v chromium >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    step "browser for the page tests" sh -c 'apt-get update -q >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -qy chromium >/dev/null'
    failures=0
fi

step "restore" dotnet restore --locked-mode
step "build" dotnet build -c Release --no-restore -v q
step "format" dotnet format whitespace --folder . --verify-no-changes --exclude artifacts

passed=0 failed=0 skipped=0
for project in Dateline.Tests Dateline.IntegrationTests; do
    echo "== tests: $project"
    log=$(mktemp)
    dotnet "artifacts/bin/$project/release/$project.dll" --no-progress --no-ansi 2>&1 | tee "$log"
    status=${PIPESTATUS[0]}
    passed=$((passed + $(count succeeded "$log")))
    failed=$((failed + $(count failed "$log")))
    skipped=$((skipped + $(count skipped "$log")))
    [ "$status" -eq 0 ] || failures=$((failures + 1))
    rm -f "$log"
done

# The gate reads the corpora, which are no part of the project.
corpora=${DATELINE_DATA:-../shared/data}
if [ -d "$corpora" ]; then
    step "quality gate" dotnet artifacts/bin/Dateline.Cli/release/dateline.dll eval all --data "$corpora" --floors eval/floors.json
else
    echo "== quality gate: left out, because there are no corpora in $corpora; set DATELINE_DATA to their folder."
fi

failed=$((failed > 0 ? failed : failures))
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failures" -eq 0 ]
