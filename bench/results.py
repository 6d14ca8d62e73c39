"""Where the figures of the Python benches go: a section of RESULTS.md for each."""
import os
import pathlib
import platform

RESULTS = pathlib.Path(__file__).resolve().parent / "RESULTS.md"


def machine():
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    model = next(line for line in open("/proc/cpuinfo") if line.startswith("model name")).split(":")[1].strip()
    return f"{os.cpu_count()} cores ({model}), {memory:.0f} GiB, {platform.system()} {platform.release().split('-')[0]}"


def write(suite, title, lines):
    """Writes or replaces the section of one suite, and prints it."""
    text = RESULTS.read_text() if RESULTS.exists() else "# Results\n"
    begin, end = f"<!-- {suite}:begin -->", f"<!-- {suite}:end -->"
    block = "\n".join([begin, f"## {title}", "", f"`bench/run {suite}`", "", *lines, end])
    if begin in text:
        text = text[: text.index(begin)] + block + text[text.index(end) + len(end) :]
    else:
        text = text.rstrip("\n") + "\n\n" + block + "\n"
    RESULTS.write_text(text)
    print(block)
