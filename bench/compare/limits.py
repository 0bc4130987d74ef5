"""Measures what the machine can do at best: how fast one thread copies memory, how fast the disk is read past the system's memory.

Usage: limits.py FILE OUT     FILE is read from (a large one); OUT is written as JSON
"""

import ctypes
import json
import mmap
import os
import random
import sys
import time

BLOCK = 1 << 20
PAGE = 4096


def memory():
    """Bytes read and written a second, the best of seven copies of 256 MiB; a cache holds far less."""
    size = 256 << 20
    source, target = mmap.mmap(-1, size), mmap.mmap(-1, size)
    addresses = [ctypes.addressof(ctypes.c_char.from_buffer(one)) for one in (source, target)]
    ctypes.memset(addresses[0], 1, size)
    ctypes.memset(addresses[1], 2, size)
    times = []
    for _ in range(7):
        began = time.perf_counter()
        ctypes.memmove(addresses[1], addresses[0], size)
        times.append(time.perf_counter() - began)
    return 2 * size / min(times)


def disk(path):
    """Bytes a second read in order, and seconds for one page alone, neither from memory."""
    size = os.stat(path).st_size
    file = os.open(path, os.O_RDONLY | os.O_DIRECT)
    block = mmap.mmap(-1, BLOCK)
    page = mmap.mmap(-1, PAGE)
    blocks = min(1024, size // BLOCK)
    rates = []
    for start in range(0, blocks, 128):
        many = min(128, blocks - start)
        began = time.perf_counter()
        for i in range(many):
            os.preadv(file, [block], (start + i) * BLOCK)
        rates.append(many * BLOCK / (time.perf_counter() - began))
    chosen = random.Random(1)
    times = []
    for _ in range(1000):
        at = chosen.randrange(size // PAGE) * PAGE
        began = time.perf_counter()
        os.preadv(file, [page], at)
        times.append(time.perf_counter() - began)
    os.close(file)
    return max(rates), sorted(times)[len(times) // 2]


def main():
    in_order, one_page = disk(sys.argv[1])
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump({"memory": round(memory()), "disk": round(in_order), "page_s": one_page}, file)


main()
