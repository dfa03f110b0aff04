#!/usr/bin/env bash
# Checks types, lint and format, then runs every test; ends with "N passed, N failed".
set -euo pipefail
npm run --silent check
npx vitest run "$@"
