"""Measures Slipway beside helm and kubectl on a real API server, and writes the figures into RESULTS.md: bench/run kubernetes

Every figure is the median of RUNS runs of the whole process, wall time; those that are compared run in turn, in one cluster of the lab.
Requests are those of the last run, from the API server's audit log.
"""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import results

RUNS = 5
OBJECTS = 1000
HOME = pathlib.Path(__file__).resolve().parent.parent
CHART = HOME / "lab" / "charts" / "sixty"


def command(*arguments, environment=None, check=True):
    """Wall seconds of one command and what it printed."""
    began = time.monotonic()
    done = subprocess.run(arguments, env={**os.environ, **(environment or {})}, capture_output=True, text=True)
    took = time.monotonic() - began
    if check and done.returncode != 0:
        sys.exit(f"{' '.join(map(str, arguments))} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return took, done.stdout


class Bench:
    def __init__(self, folder):
        self.folder = folder
        binaries = command(HOME / "lab" / "cluster", "binaries")[1].split()
        self.kubectl = next(path for path in binaries if "kubectl" in path)
        self.helm = next(path for path in binaries if "helm4" in path)
        self.lab = os.path.join(folder, "lab")
        self.kubeconfig = command(HOME / "lab" / "cluster", "start", "--folder", self.lab)[1].strip().splitlines()[-1]
        self.environment = {"SLIPWAY_HELM": self.helm, "KUBECONFIG": self.kubeconfig}

    def close(self):
        command(HOME / "lab" / "cluster", "stop", "--folder", self.lab, check=False)

    def slipway(self, *arguments):
        return command(HOME / "slipway", *arguments, environment=self.environment)[0]

    def helms(self, *arguments):
        return command(self.helm, "--kubeconfig", self.kubeconfig, *arguments)[0]

    def kubectls(self, *arguments):
        return command(self.kubectl, "--kubeconfig", self.kubeconfig, *arguments)[0]

    def requests(self, program):
        """Requests of a program, by the first word of its user agent, that the API server has answered so far."""
        log = next(pathlib.Path(self.lab).rglob("audit.log"))
        agent = f'"userAgent":"{program}'
        with open(log) as lines:
            return sum(agent in line and '"stage":"ResponseComplete"' in line for line in lines)

    def stack(self, name, workloads):
        path = os.path.join(self.folder, f"{name}.yaml")
        with open(path, "w") as file:
            json.dump({"name": name, "target": {"kubernetes": {"kubeconfig": self.kubeconfig}}, "workloads": workloads}, file)
        return path

class Run:
    """One command beside others: its times, and the requests that its last run made."""

    def __init__(self, bench, program, action):
        self.bench, self.program, self.action = bench, program, action
        self.times, self.requests = [], 0

    def __call__(self):
        before = self.bench.requests(self.program)
        self.times.append(self.action())
        self.requests = self.bench.requests(self.program) - before
        print(f"{self.program} {self.times[-1]:.2f} s, {self.requests} requests", file=sys.stderr, flush=True)

    def median(self):
        return statistics.median(self.times)


def in_turn(runs, first, second, between=lambda: None):
    for _ in range(runs):
        first()
        between()
        second()
        between()
    return first, second


def chart(bench):
    stack = bench.stack("bench-chart", {"namespace": "bench-slipway", "charts": {"sixty": {"chart": str(CHART)}}})
    theirs = ["sixty", str(CHART), "-n", "bench-helm"]
    bench.kubectls("create", "namespace", "bench-helm")

    def slipway(*arguments):
        return Run(bench, "slipway", lambda: bench.slipway(*arguments, stack))

    def helm(verb, *arguments):
        return Run(bench, "Helm/", lambda: bench.helms(verb, *theirs, *arguments))

    def gone():
        bench.helms("uninstall", "sixty", "-n", "bench-helm", "--ignore-not-found", "--wait")
        bench.slipway("down", "-y", stack)

    def both():
        bench.slipway("up", "-y", stack)
        bench.helms("install", *theirs, "--wait", "--wait-for-jobs", "--timeout", "5m")

    both()
    gone()
    create = in_turn(RUNS, slipway("up", "-y"), helm("install", "--wait", "--wait-for-jobs", "--timeout", "5m"), gone)
    both()
    plan = in_turn(RUNS, slipway("plan"), helm("upgrade", "--dry-run=server"))
    again = in_turn(RUNS, slipway("up", "-y"), helm("upgrade"))
    gone()
    return create, plan, again


def many(bench):
    manifests = os.path.join(bench.folder, "many.yaml")
    with open(manifests, "w") as file:
        for number in range(OBJECTS):
            item = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": f"bench-{number}", "namespace": "bench-many"}, "data": {"number": str(number)}}
            file.write("---\n" + json.dumps(item) + "\n")
    bench.kubectls("create", "namespace", "bench-many")
    stack = bench.stack("bench-many", {"manifests": [manifests]})

    def gone():
        bench.slipway("down", "-y", stack)
        bench.kubectls("delete", "--raw", "/api/v1/namespaces/bench-many/configmaps")

    up = Run(bench, "slipway", lambda: bench.slipway("up", "-y", stack))
    apply = Run(bench, "kubectl/", lambda: bench.kubectls("apply", "--server-side", "-f", manifests))
    create = in_turn(3, up, apply, gone)
    bench.slipway("up", "-y", stack)
    plan = Run(bench, "slipway", lambda: bench.slipway("plan", stack))
    for _ in range(RUNS):
        plan()
    gone()
    return create, plan


def row(what, pair, limit):
    ours, theirs = pair
    ratio = ours.median() / theirs.median()
    times = f"{ours.median():.2f} s, {ours.requests} | {theirs.median():.2f} s, {theirs.requests}"
    return f"| {what} | {times} | {ratio:.2f} | ≤ {limit} | {'met' if ratio <= limit else 'MISSED'} |"


def main():
    where = f"{results.machine()}, load {os.getloadavg()[0]:.1f} before"
    command(HOME / "slipway", "--version")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(folder)
        try:
            create, plan, again = chart(bench)
            many_create, many_plan = many(bench)
        finally:
            bench.close()
    results.write(
        "kubernetes",
        "Kubernetes",
        [
            f"Measured on {where}; medians of {RUNS} runs in turn (3 for the creation of {OBJECTS} objects), wall time of the whole process, warm; the",
            "lab's API server with played pods. The chart is lab/charts/sixty (61 objects); `up` includes the wait until everything is ready and the proof.",
            "",
            "| What | Slipway: time, requests | Beside it: time, requests | Ratio | Asked for | |",
            "|---|---|---|---|---|---|",
            row("plan of the unchanged chart against `helm upgrade --dry-run=server`", plan, 1.0),
            row("`up` of the chart against `helm install --wait --wait-for-jobs`", create, 1.0),
            row("unchanged `up` against an unchanged `helm upgrade`", again, 0.5),
            row(f"`up` of {OBJECTS} objects against `kubectl apply --server-side`", many_create, 0.3),
            f"| unchanged plan of {OBJECTS} objects | {many_plan.median():.2f} s, {many_plan.requests} | | | ≤ 3 s | {'met' if many_plan.median() <= 3 else 'MISSED'} |",
        ]
    )


main()
