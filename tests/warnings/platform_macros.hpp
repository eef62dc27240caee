// What headers of platforms, toolkits and other libraries define, and leave defined in whatever is included after them.
// The standard headers and xsimd come first: they are not what is tested.
#include <xsimd/xsimd.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <execution>
#include <iterator>
#include <limits>
#include <memory>
#include <new>
#include <ranges>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

// Each stands for something that no identifier can be.
#define ACTIVATION_TESTS_CLASH = = a platform header defines this name = =

// windows.h and what it includes: function-like where they are that.
#define min(a, b) (((a) < (b)) ? (a) : (b))
#define max(a, b) (((a) > (b)) ? (a) : (b))
#define near
#define far
#define small char
#define hyper ACTIVATION_TESTS_CLASH
#define interface struct
#define pascal ACTIVATION_TESTS_CLASH
#define cdecl ACTIVATION_TESTS_CLASH
#define IN
#define OUT
#define OPTIONAL
#define CONST const
#define VOID void
#define ERROR 0
#define NO_ERROR 0
#define TRUE 1
#define FALSE 0
#define DELETE 0x10000
#define STRICT 1
#define ABSOLUTE 1
#define RELATIVE 2
#define ALTERNATE 1
#define WINDING 2
#define TRANSPARENT 1
#define OPAQUE 2
#define DIFFERENCE 11
#define PASSTHROUGH 19
#define GetMessage GetMessageA
#define SendMessage SendMessageA
#define CreateWindow(a) CreateWindowA(a)

// Qt's keywords.
#define signals public
#define slots
#define emit
#define foreach(a, b) ACTIVATION_TESTS_CLASH
#define forever for (;;)
#define Q_OBJECT

// X11.
#define Bool int
#define Status int
#define True 1
#define False 0
#define None 0L
#define Success 0
#define Always 2
#define Above 0
#define Below 1
#define BadValue 2
#define Complex 0
#define Convex 2
#define CurrentTime 0L
#define CursorShape 0
#define DestroyAll 0
#define EvenOddRule 0
#define Expose 12
#define FocusIn 9
#define FocusOut 10
#define KeyPress 2
#define KeyRelease 3
#define Nonconvex 1
#define NormalState 1
#define Opposite 4
#define Unsorted 0
#define YSorted 1
#define ZoomState 2

// curses and terminfo.
#define lines ACTIVATION_TESTS_CLASH
#define columns ACTIVATION_TESTS_CLASH
#define bell ACTIVATION_TESTS_CLASH
#define tab ACTIVATION_TESTS_CLASH
#define stdscr ACTIVATION_TESTS_CLASH
#define LINES 24
#define COLS 80
#define OK 0
#define ERR (-1)
#define move(y, x) ACTIVATION_TESTS_CLASH
#define clear() ACTIVATION_TESTS_CLASH
#define erase() ACTIVATION_TESTS_CLASH
#define refresh() ACTIVATION_TESTS_CLASH
#define echo() ACTIVATION_TESTS_CLASH
#define beep() ACTIVATION_TESTS_CLASH
#define filter() ACTIVATION_TESTS_CLASH
#define border(a, b, c, d, e, f, g, h) ACTIVATION_TESTS_CLASH
#define box(a, b, c) ACTIVATION_TESTS_CLASH
#define scroll(a) ACTIVATION_TESTS_CLASH
#define timeout(a) ACTIVATION_TESTS_CLASH
#define instr(a) ACTIVATION_TESTS_CLASH

// complex.h and tgmath.h.
#define I ACTIVATION_TESTS_CLASH
#define imaginary ACTIVATION_TESTS_CLASH
#define complex ACTIVATION_TESTS_CLASH
#define round(x) ACTIVATION_TESTS_CLASH
#define remainder(x, y) ACTIVATION_TESTS_CLASH

// Compilers, unistd.h, sys/sysmacros.h, strings.h, termios.h.
#define linux 1
#define unix 1
#define i386 1
#define major(x) ACTIVATION_TESTS_CLASH
#define minor(x) ACTIVATION_TESTS_CLASH
#define makedev(x, y) ACTIVATION_TESTS_CLASH
#define index(s, c) ACTIVATION_TESTS_CLASH
#define rindex(s, c) ACTIVATION_TESTS_CLASH
#define bcopy(a, b, c) ACTIVATION_TESTS_CLASH
#define bzero(a, b) ACTIVATION_TESTS_CLASH
#define B0 0
#define PI 3.14159265358979
#define BLOCK_SIZE 1024

// Apple's AssertMacros.h, Objective-C.
#define check(x) ACTIVATION_TESTS_CLASH
#define verify(x) ACTIVATION_TESTS_CLASH
#define require(x, y) ACTIVATION_TESTS_CLASH
#define nil ACTIVATION_TESTS_CLASH
#define Nil ACTIVATION_TESTS_CLASH
#define YES ACTIVATION_TESTS_CLASH
#define NO ACTIVATION_TESTS_CLASH

// What programs and other libraries define for themselves.
#define step ACTIVATION_TESTS_CLASH
#define log(x) ACTIVATION_TESTS_CLASH
#define sq(x) ((x) * (x))
#define bit(x) (1u << (x))
#define abs(x) ((x) > 0 ? (x) : -(x))
#define constrain(x, a, b) ACTIVATION_TESTS_CLASH
#define radians(x) ACTIVATION_TESTS_CLASH
#define degrees(x) ACTIVATION_TESTS_CLASH
#define likely(x) __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)
#define countof(x) (sizeof(x) / sizeof(0 [x]))
#define ARRAY_SIZE(x) (sizeof(x) / sizeof((x)[0]))
#define swap(a, b) ACTIVATION_TESTS_CLASH
#define debug(x) ACTIVATION_TESTS_CLASH
#define error(x) ACTIVATION_TESTS_CLASH
#define test(x) ACTIVATION_TESTS_CLASH
