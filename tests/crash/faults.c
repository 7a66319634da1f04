/* Lets the n-th call on files under one folder fail. Loaded with LD_PRELOAD; armed by the test through fault_arm.
 *
 * Calls are counted from 1 over open, write, fsync, rename, link, truncate and mkdir together. A failing write may
 * also be a short one: half of the bytes are taken, the rest is for the caller to offer again.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { OPEN, CREATE, WRITE, FSYNC, RENAME, LINK, TRUNCATE, MKDIR };
enum { MOST = 100000 };

static char root[PATH_MAX];
static long wanted = -1, counted = 0;
static int failure = 0, sticky = 0, half = 0, fired = 0;
static unsigned char kinds[MOST];

void fault_arm(const char *folder, long index, int error, int for_ever, int short_write) {
    snprintf(root, sizeof root, "%s", folder);
    wanted = index, failure = error, sticky = for_ever, half = short_write, counted = 0, fired = 0;
}

void fault_disarm(void) { root[0] = 0; }
long fault_count(void) { return counted; }
int fault_fired(void) { return fired; }
int fault_kind(long index) { return index > 0 && index < MOST ? kinds[index] : -1; }

static int inside(const char *path) { return root[0] && path && strncmp(path, root, strlen(root)) == 0; }

static int inside_fd(int fd) {
    char link[64], path[PATH_MAX];
    if (!root[0]) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return inside(path);
}

/* Whether this call is the one to fail; errno is set then. */
static int fails(int kind) {
    counted++;
    if (counted < MOST) kinds[counted] = kind;
    if (wanted < 0) return 0;
    if (counted == wanted || (sticky && fired && kind != OPEN)) {
        fired = 1;
        errno = failure;
        return 1;
    }
    return 0;
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static int opening(int flags) { return flags & O_CREAT ? CREATE : OPEN; }

#define MODE(flags) \
    mode_t mode = 0; \
    if ((flags) & O_CREAT) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }

int open(const char *path, int flags, ...) {
    REAL(open);
    MODE(flags)
    if (inside(path) && fails(opening(flags))) return -1;
    return real(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    REAL(open64);
    MODE(flags)
    if (inside(path) && fails(opening(flags))) return -1;
    return real(path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...) {
    REAL(openat);
    MODE(flags)
    if (inside(path) && fails(opening(flags))) return -1;
    return real(folder, path, flags, mode);
}

int openat64(int folder, const char *path, int flags, ...) {
    REAL(openat64);
    MODE(flags)
    if (inside(path) && fails(opening(flags))) return -1;
    return real(folder, path, flags, mode);
}

ssize_t write(int fd, const void *bytes, size_t size) {
    REAL(write);
    if (inside_fd(fd) && fails(WRITE)) {
        if (!half || size < 2) return -1;
        return real(fd, bytes, size / 2);
    }
    return real(fd, bytes, size);
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at) {
    REAL(pwrite);
    if (inside_fd(fd) && fails(WRITE)) {
        if (!half || size < 2) return -1;
        return real(fd, bytes, size / 2, at);
    }
    return real(fd, bytes, size, at);
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t at) {
    REAL(pwrite64);
    if (inside_fd(fd) && fails(WRITE)) {
        if (!half || size < 2) return -1;
        return real(fd, bytes, size / 2, at);
    }
    return real(fd, bytes, size, at);
}

int fsync(int fd) {
    REAL(fsync);
    if (inside_fd(fd) && fails(FSYNC)) return -1;
    return real(fd);
}

int fdatasync(int fd) {
    REAL(fdatasync);
    if (inside_fd(fd) && fails(FSYNC)) return -1;
    return real(fd);
}

int rename(const char *from, const char *to) {
    REAL(rename);
    if (inside(to) && fails(RENAME)) return -1;
    return real(from, to);
}

int renameat(int one, const char *from, int other, const char *to) {
    REAL(renameat);
    if (inside(to) && fails(RENAME)) return -1;
    return real(one, from, other, to);
}

int link(const char *from, const char *to) {
    REAL(link);
    if (inside(to) && fails(LINK)) return -1;
    return real(from, to);
}

int linkat(int one, const char *from, int other, const char *to, int flags) {
    REAL(linkat);
    if (inside(to) && fails(LINK)) return -1;
    return real(one, from, other, to, flags);
}

int ftruncate(int fd, off_t size) {
    REAL(ftruncate);
    if (inside_fd(fd) && fails(TRUNCATE)) return -1;
    return real(fd, size);
}

int ftruncate64(int fd, off64_t size) {
    REAL(ftruncate64);
    if (inside_fd(fd) && fails(TRUNCATE)) return -1;
    return real(fd, size);
}

int mkdir(const char *path, mode_t mode) {
    REAL(mkdir);
    if (inside(path) && fails(MKDIR)) return -1;
    return real(path, mode);
}
