"""Speed of voices as on a processor that knows AVX2 and nothing newer, beside this one's own, by turns.

usage: python tests/bench/older_processor.py [VOICE…] [--turns N]     else bm_george

onnxruntime asks the processor itself what it knows, so no setting steers it. Linux can have each such
question answered by the program (`arch_prctl(ARCH_SET_CPUID)`, where /proc/cpuinfo has `cpuid_fault`): a
library of a few lines, built here by `cc` and loaded first, answers as this processor does, without AVX-512,
VNNI and AMX. The kernels are then those of AVX2; what else differs between processors stays this one's.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from listen.play import voice_trial

SOURCE = """
#define _GNU_SOURCE
#include <signal.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>
#define ARCH_SET_CPUID 0x1012
static struct sigaction before;
static void allow(long yes) { syscall(SYS_arch_prctl, ARCH_SET_CPUID, yes); }
static void answer(int number, siginfo_t *info, void *context) {
    greg_t *at = ((ucontext_t *)context)->uc_mcontext.gregs;
    const uint8_t *code = (const uint8_t *)at[REG_RIP];
    if (code[0] != 0x0f || code[1] != 0xa2) { sigaction(SIGSEGV, &before, 0); return; }
    uint32_t leaf = (uint32_t)at[REG_RAX], a = leaf, b, c = (uint32_t)at[REG_RCX], d, sub = c;
    allow(1);
    __asm__ volatile("cpuid" : "+a"(a), "=b"(b), "+c"(c), "=d"(d));
    allow(0);
    if (leaf == 7 && sub == 0) {
        b &= ~(1u << 16 | 1u << 17 | 1u << 21 | 1u << 26 | 1u << 27 | 1u << 28 | 1u << 30 | 1u << 31);
        c &= ~(1u << 1 | 1u << 6 | 1u << 11 | 1u << 12 | 1u << 14);
        d &= ~(1u << 2 | 1u << 3 | 1u << 8 | 1u << 22 | 1u << 23 | 1u << 24 | 1u << 25);
    } else if (leaf == 7) a = b = c = d = 0;
    at[REG_RAX] = a; at[REG_RBX] = b; at[REG_RCX] = c; at[REG_RDX] = d;
    at[REG_RIP] += 2;
}
__attribute__((constructor)) static void begin(void) {
    struct sigaction action = {0};
    action.sa_sigaction = answer;
    action.sa_flags = SA_SIGINFO | SA_NODEFER;
    sigaction(SIGSEGV, &action, &before);
    allow(0);
}
"""
ASKED = "import numpy._core._multiarray_umath as m; f = m.__cpu_features__; print(f['AVX2'], f['AVX512F'])"


def built(folder: Path) -> Path:
    """The library. SystemExit where it cannot be built or does not do what it should."""
    source, library = folder / "fewer.c", folder / "fewer.so"
    source.write_text(SOURCE, "utf-8")
    subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", library, source], check=True)
    env = {**os.environ, "LD_PRELOAD": str(library)}
    told = subprocess.run([sys.executable, "-c", ASKED], env=env, capture_output=True, text=True, check=False)
    if told.stdout.split() != ["True", "False"]:
        raise SystemExit(f"this processor's questions cannot be answered here: {told.stdout}{told.stderr}")
    return library


def main() -> None:
    """Measure by turns and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("voices", nargs="*", default=["bm_george"])
    parser.add_argument("--turns", type=int, default=2)
    chosen = parser.parse_args()
    print(voice_trial.HEAD)
    with tempfile.TemporaryDirectory() as folder:
        library = built(Path(folder))
        for name in chosen.voices * chosen.turns:
            for told, preload in (("as it is", ""), ("AVX2 alone", str(library))):
                os.environ["LD_PRELOAD"] = preload
                row = voice_trial.measured(name).line()
                print(row.replace(f"| {name} |", f"| {name}, {told} |", 1), flush=True)
            os.environ.pop("LD_PRELOAD")


if __name__ == "__main__":
    main()
