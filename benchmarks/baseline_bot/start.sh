#!/usr/bin/env bash
# Trains the baseline bot unless its model is there, then serves it on BASELINE_PORT (default 5105) with its action server beside it, until stopped.
# A turn is POST /webhooks/rest/webhook {"sender", "message"}. One of five benchmark turns should be "hallo": it needs no action.
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd ../.. && pwd)
python="$root/.venv-rasa/bin/python"
models=${BASELINE_MODELS:-$root/var/baseline_bot}
port=${BASELINE_PORT:-5105}
export BASELINE_ACTIONS_PORT=${BASELINE_ACTIONS_PORT:-5155}
export RASA_TELEMETRY_ENABLED=false TF_CPP_MIN_LOG_LEVEL=2 SQLALCHEMY_SILENCE_UBER_WARNING=1

if [ ! -f "$models/baseline.tar.gz" ]; then
  "$python" -m rasa train --data data "$root/bot/dialogue/nlu_data" --out "$models" --fixed-model-name baseline
fi
"$python" -m rasa run actions --port "$BASELINE_ACTIONS_PORT" &
actions=$!
"$python" -m rasa run --interface 127.0.0.1 --port "$port" --model "$models/baseline.tar.gz" --endpoints endpoints.yml --credentials credentials.yml &
rasa=$!
trap 'kill "$actions" "$rasa" 2>/dev/null || true; wait' EXIT INT TERM
wait -n "$actions" "$rasa"
