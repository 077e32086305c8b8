#!/bin/sh
# Makes the environment that the next command needs, or says in one sentence why it cannot.
#
#   packaging/prepare.sh run   .venv with what is needed to run (requirements.lock)
#   packaging/prepare.sh dev   .venv with what testing and checking need as well (requirements-dev.lock)
#   packaging/prepare.sh app   build/app-venv with what is needed to run, and PyInstaller
#
# Called by make before everything else, so it is quick when there is nothing to do. PYTHON names another Python.
set -eu
cd "$(dirname "$0")/.."
want=${1:-run}
env=.venv
lock=requirements.lock
case $want in
    run) ;;
    dev) lock=requirements-dev.lock ;;
    app) env=build/app-venv ;;
    *) echo "packaging/prepare.sh takes run, dev or app." >&2; exit 2 ;;
esac

stop() {
    echo "$1" >&2
    exit 1
}

# The oldest systems the Qt wheels run on.
check_machine() {
    system=$(uname -s)
    machine=$(uname -m)
    glibc=
    case "$system $machine" in
        "Linux x86_64") needed=34 ;;
        "Linux aarch64") needed=39 ;;
        "Darwin x86_64")
            # The library behind the signatures is no longer made for them; an older one would miss its repairs.
            stop "NickAudit needs a Mac with Apple's own processor (M1 or newer); this one has an Intel processor." ;;
        "Darwin "*)
            release=$(sw_vers -productVersion)
            [ "${release%%.*}" -ge 13 ] || stop "NickAudit needs macOS 13 or newer; this is macOS $release."
            return ;;
        *) stop "NickAudit runs on Linux (x86-64 or 64-bit ARM), macOS and Windows; this is $system on $machine." ;;
    esac
    glibc=$(getconf GNU_LIBC_VERSION 2>/dev/null | sed -n 's/^glibc 2\.\([0-9]*\).*/\1/p')
    [ -n "$glibc" ] || stop "NickAudit needs a Linux with glibc 2.$needed or newer; this one has another C library."
    [ "$glibc" -ge "$needed" ] || stop "NickAudit needs glibc 2.$needed or newer (Debian 12, Ubuntu 22.04; on ARM Ubuntu 24.04); this machine has 2.$glibc."
}

python_fits() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null
}

# Prints the first Python that fits and can make an environment; failing that, the first that fits.
find_python() {
    second=
    for candidate in ${PYTHON:-python3.14 python3.13 python3.12 python3.11 python3}; do
        if command -v "$candidate" >/dev/null 2>&1 && python_fits "$candidate"; then
            if "$candidate" -c 'import ensurepip, venv' 2>/dev/null; then
                echo "$candidate"
                return
            fi
            second=${second:-$candidate}
        fi
    done
    echo "$second"
}

# Prints the Debian packages whose libraries the loader does not find.
missing_libraries() {
    [ "$(uname -s)" = Linux ] || return 0
    # Only root has /sbin on the path.
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null) || return 0
    glib=libglib2.0-0
    [ "$glibc" -lt 39 ] || glib=libglib2.0-0t64
    pairs="libglib-2.0.so.0:$glib libGL.so.1:libgl1 libEGL.so.1:libegl1 libfontconfig.so.1:libfontconfig1
        libdbus-1.so.3:libdbus-1-3 libxkbcommon.so.0:libxkbcommon0"
    # Only a window on a screen needs these; as root they are put in at once, so that one is never left without.
    if [ "$(id -u)" = 0 ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        pairs="$pairs libxcb-cursor.so.0:libxcb-cursor0 libxcb-icccm.so.4:libxcb-icccm4
            libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-shape.so.0:libxcb-shape0 libxcb-xkb.so.1:libxcb-xkb1
            libxkbcommon-x11.so.0:libxkbcommon-x11-0"
    fi
    for pair in $pairs; do
        case $known in
            *"${pair%%:*} "*) ;;
            *) printf ' %s' "${pair#*:}" ;;
        esac
    done
}

# Prints the package of Python's own library where Debian's Python comes without it.
missing_libpython() {
    "$1" - <<'EOF'
import ctypes, os, sys, sysconfig

library = sysconfig.get_config_var("INSTSONAME") or ""
if sys.platform == "linux" and ".so" in library:
    try:
        ctypes.CDLL(library)
    except OSError:
        if not os.path.exists(os.path.join(sysconfig.get_config_var("LIBDIR"), library)):
            print(" libpython%d.%d" % sys.version_info[:2], end="")
EOF
}

# Installs Debian packages when root; otherwise prints the line that does and stops.
need_packages() {
    if ! command -v apt-get >/dev/null 2>&1; then
        stop "This machine lacks what these Debian packages bring; please install its own equivalents:$1"
    fi
    if [ "$(id -u)" != 0 ]; then
        echo "This machine lacks some packages. Please run this line, then make again:" >&2
        stop "sudo apt-get install$1"
    fi
    echo "Installing$1"
    apt-get update -qq || true
    # shellcheck disable=SC2086  # a list of names
    said=$(DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $1 2>&1) || {
        echo "$said" >&2
        stop "apt-get could not install$1"
    }
}

check_machine
lacking=$(missing_libraries)
python=
if [ "$want" = app ] && [ "$(uname -s)" = Linux ]; then
    # PyInstaller reads and strips libraries with binutils, and packs Python's own.
    command -v objdump >/dev/null 2>&1 || lacking="$lacking binutils"
    python=$(find_python)
    [ -z "$python" ] || lacking="$lacking$(missing_libpython "$python")"
fi
state="$want $(cat requirements.lock requirements-dev.lock | cksum) $(pwd)"
if [ -z "$lacking" ] && grep -qxF "$state" $env/prepared 2>/dev/null && [ -x $env/bin/python ]; then
    exit 0
fi
[ -n "$python" ] || python=$(find_python)
if [ -z "$python" ]; then
    other=$(for each in ${PYTHON:-python3}; do "$each" --version 2>/dev/null || true; done)
    if [ -n "$other" ] || ! command -v apt-get >/dev/null 2>&1; then
        stop "NickAudit needs Python 3.11, 3.12, 3.13 or 3.14; this machine has ${other:-none}. Install one of these and run make again."
    fi
    lacking="$lacking python3 python3-venv"
elif [ ! -x $env/bin/python ] && ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    # Debian splits this part off: python3-venv for its own Python, python3.12-venv for another one.
    own=$(python3 -c 'import sys; print("python%d.%d" % sys.version_info[:2])' 2>/dev/null || true)
    this=$("$python" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')
    if [ "$own" = "$this" ]; then lacking="$lacking python3-venv"; else lacking="$lacking $this-venv"; fi
fi
if [ -n "$lacking" ]; then
    need_packages "$lacking"
    python=$(find_python)
    [ -n "$python" ] || stop "NickAudit needs Python 3.11, 3.12, 3.13 or 3.14; this machine has $(python3 --version). Install one of these and run make again."
fi

if [ -d $env ] && ! python_fits $env/bin/python; then
    [ -f $env/pyvenv.cfg ] || stop "The folder $env is not one that make has made. Please move it away and run make again."
    rm -rf $env
fi
if [ ! -d $env ]; then
    echo "Making $env with $("$python" --version). This happens once and takes about a minute."
    "$python" -m venv $env || { rm -rf $env; stop "The environment $env could not be made with $python."; }
fi
install() {
    $env/bin/python -m pip install -qq --disable-pip-version-check --no-input --require-hashes -r "$1" ||
        stop "The packages of $1 could not be installed. Is this computer online? Please run make again."
}
install $lock
if [ "$want" = app ]; then
    $env/bin/python packaging/builder_requirements.py >build/builder-requirements.lock
    install build/builder-requirements.lock
fi
QT_QPA_PLATFORM=offscreen $env/bin/python -c 'import PySide6.QtWidgets, PySide6.QtPrintSupport' ||
    stop "Qt does not start on this machine; the line above names the library it lacks."

if [ $env = .venv ]; then
    # The tree itself is what runs: no copy is installed that could grow old.
    pwd >"$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/nickaudit-tree.pth"
    printf '#!/bin/sh\nexec "%s/.venv/bin/python" -m nickaudit "$@"\n' "$(pwd)" >.venv/bin/nickaudit
    chmod 755 .venv/bin/nickaudit
fi
echo "$state" >$env/prepared
# What tests need includes what running needs.
[ "$want" != dev ] || echo "run${state#dev}" >>$env/prepared
