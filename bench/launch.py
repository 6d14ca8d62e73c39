"""Measures the command line as its user meets it, and writes the figures into RESULTS.md: bench/run launch

Every figure is the median of RUNS runs of the whole process, wall time, on a stack of its own with a free port. Those that are
compared run in turn.
"""
import json
import os
import pathlib
import socket
import statistics
import subprocess
import sys
import tempfile
import time

import results

RUNS = 5
HOME = pathlib.Path(__file__).resolve().parent.parent
SLIPWAY = str(HOME / "slipway")


def timed(*arguments, aot=True):
    """Wall seconds of one command and what it printed."""
    environment = dict(os.environ, SLIPWAY_AOT="on" if aot else "off")
    began = time.monotonic()
    done = subprocess.run([SLIPWAY, *arguments], env=environment, capture_output=True, text=True)
    took = time.monotonic() - began
    if done.returncode != 0:
        sys.exit(f"slipway {' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return took, done.stdout


def events(output, kind):
    return [event for event in map(json.loads, output.splitlines()) if event.get("event") == kind]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def alternating(*arguments):
    """Medians with and without the ahead-of-time cache, measured in turn."""
    timed(*arguments), timed(*arguments, aot=False)
    pairs = [(timed(*arguments)[0], timed(*arguments, aot=False)[0]) for _ in range(RUNS)]
    return [statistics.median(column) for column in zip(*pairs)]


def verdict(value, limit):
    return f"{value:.2f} s | ≤ {limit} s | {'met' if value <= limit else 'MISSED'}"


def main():
    timed("--version")
    with tempfile.TemporaryDirectory() as folder:
        stack = os.path.join(folder, "bench.yaml")
        with open(stack, "w") as file:
            file.write(f"name: bench\ntarget: local\nmilvus:\n  data: delete\n  port: {free_port()}\n")
        try:
            measure(stack)
        finally:
            subprocess.run([SLIPWAY, "down", stack], capture_output=True)


def measure(stack):
    help_with, help_without = alternating("--help")
    timed("up", stack)
    plan_with, plan_without = alternating("plan", stack)
    again = [timed("up", "--json", stack) for _ in range(RUNS)]
    proofs_again = [events(output, "verified")[0]["took-ms"] / 1000 for _, output in again]
    own = statistics.median(took - proof for (took, _), proof in zip(again, proofs_again))
    timed("down", stack)
    ups, downs = [], []
    for _ in range(RUNS):
        ups.append(timed("up", "--json", stack))
        downs.append(timed("down", stack)[0])
    up = statistics.median(took for took, _ in ups)
    proof = statistics.median(events(output, "verified")[0]["took-ms"] / 1000 for _, output in ups)
    results.write(
        "launch",
        "Launch",
        [
            f"Measured on {results.machine()}; medians of {RUNS} runs, wall time of the whole process, warm.",
            "",
            "| What | Median | Asked for | |",
            "|---|---|---|---|",
            f"| `slipway --help` | {verdict(help_with, 0.35)} |",
            f"| the same without the ahead-of-time cache | {help_without:.2f} s | | |",
            f"| `slipway plan` on the running quickstart | {verdict(plan_with, 1.2)} |",
            f"| the same without the ahead-of-time cache | {plan_without:.2f} s | | |",
            f"| `slipway up`, packages cached | {verdict(up, 15)} |",
            f"| of which proof | {verdict(proof, 3)} |",
            f"| second `slipway up`, without its proof | {verdict(own, 2)} |",
            f"| second `slipway up`, with its proof | {statistics.median(took for took, _ in again):.2f} s | | |",
            f"| `slipway down` | {statistics.median(downs):.2f} s | | |",
        ]
    )


main()
