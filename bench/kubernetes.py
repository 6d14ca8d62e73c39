"""Measures Slipway beside helm and kubectl on a real API server, and writes the figures into RESULTS.md: bench/run kubernetes

Every figure is the median of RUNS runs of the whole process, wall time; those that are compared run in turn, in one cluster of the lab.
"""
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile
import time

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

    def stack(self, name, workloads):
        path = os.path.join(self.folder, f"{name}.yaml")
        with open(path, "w") as file:
            json.dump({"name": name, "target": {"kubernetes": {"kubeconfig": self.kubeconfig}}, "workloads": workloads}, file)
        return path

    def requests(self):
        """Requests that the API server has answered to us so far, watches and its own left out."""
        text = command(self.kubectl, "--kubeconfig", self.kubeconfig, "get", "--raw", "/metrics")[1]
        total = 0
        for line in text.splitlines():
            if line.startswith("apiserver_request_total{") and 'verb="WATCH"' not in line:
                total += float(line.rsplit(" ", 1)[1])
        return total


def pairs(first, second, between=lambda: None):
    """Medians of two actions that are done in turn."""
    times = []
    for _ in range(RUNS):
        one = first()
        between()
        two = second()
        between()
        times.append((one, two))
    return [statistics.median(column) for column in zip(*times)]


def chart(bench):
    stack = bench.stack("bench-chart", {"namespace": "bench-slipway", "charts": {"sixty": {"chart": str(CHART)}}})
    theirs = ["sixty", str(CHART), "-n", "bench-helm"]
    bench.kubectls("create", "namespace", "bench-helm")

    def helm_install():
        return bench.helms("install", *theirs, "--wait", "--timeout", "5m")

    def slipway_up():
        return bench.slipway("up", "-y", stack)

    def gone():
        bench.helms("uninstall", "sixty", "-n", "bench-helm", "--ignore-not-found", "--wait")
        bench.slipway("down", "-y", stack)

    slipway_up(), helm_install(), gone()
    create = pairs(slipway_up, helm_install, gone)
    slipway_up(), helm_install()
    plan = pairs(lambda: bench.slipway("plan", stack), lambda: bench.helms("upgrade", *theirs, "--dry-run=server"))
    again = pairs(slipway_up, lambda: bench.helms("upgrade", *theirs))
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

    def slipway_gone():
        bench.slipway("down", "-y", stack)

    def kubectl_gone():
        bench.kubectls("delete", "configmaps", "--all", "-n", "bench-many")

    times = []
    for _ in range(3):
        one = bench.slipway("up", "-y", stack)
        slipway_gone()
        two = bench.kubectls("apply", "--server-side", "-f", manifests)
        kubectl_gone()
        times.append((one, two))
    create = [statistics.median(column) for column in zip(*times)]
    bench.slipway("up", "-y", stack)
    plan = statistics.median(bench.slipway("plan", stack) for _ in range(RUNS))
    slipway_gone()
    return create, plan


def ratio(ours, theirs, limit):
    return f"{ours:.2f} s | {theirs:.2f} s | {ours / theirs:.2f} | ≤ {limit} | {'met' if ours / theirs <= limit else 'MISSED'}"


def machine():
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    model = next(line for line in open("/proc/cpuinfo") if line.startswith("model name")).split(":")[1].strip()
    return f"{os.cpu_count()} cores ({model}), {memory:.0f} GiB, {platform.system()} {platform.release().split('-')[0]}, load {os.getloadavg()[0]:.1f} before"


def main():
    where = machine()
    command(HOME / "slipway", "--version")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(folder)
        try:
            create, plan, again = chart(bench)
            many_create, many_plan = many(bench)
        finally:
            bench.close()
    write(
        [
            f"Measured on {where}; medians of {RUNS} runs in turn (3 for the creation of {OBJECTS} objects), wall time of the whole process, warm; the",
            "lab's API server with played pods. The chart is lab/charts/sixty (61 objects); `up` includes the wait until everything is ready and the proof.",
            "",
            "| What | Slipway | Beside it | Ratio | Asked for | |",
            "|---|---|---|---|---|---|",
            f"| plan of the unchanged chart against `helm upgrade --dry-run=server` | {ratio(*plan, 1.0)} |",
            f"| `up` of the chart against `helm install --wait` | {ratio(*create, 1.0)} |",
            f"| unchanged `up` against an unchanged `helm upgrade` | {ratio(*again, 0.5)} |",
            f"| `up` of {OBJECTS} objects against `kubectl apply --server-side` | {ratio(*many_create, 0.3)} |",
            f"| unchanged plan of {OBJECTS} objects | {many_plan:.2f} s | | | ≤ 3 s | {'met' if many_plan <= 3 else 'MISSED'} |",
        ]
    )


def write(lines):
    results = HOME / "bench" / "RESULTS.md"
    text = results.read_text() if results.exists() else "# Results\n"
    begin, end = "<!-- kubernetes:begin -->", "<!-- kubernetes:end -->"
    block = "\n".join([begin, "## Kubernetes", "", "`bench/run kubernetes`", "", *lines, end])
    if begin in text:
        text = text[: text.index(begin)] + block + text[text.index(end) + len(end) :]
    else:
        text = text.rstrip("\n") + "\n\n" + block + "\n"
    results.write_text(text)
    print(block)


main()
