// Small helpers for SVG, numbers and axes.

export function element(name, attributes = {}, text) {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text !== undefined) made.textContent = text;
    return made;
}

/** The shortest decimal that names exactly this float. */
export function exact(value) {
    if (Object.is(value, -0)) return '-0';
    for (let digits = 1; digits < 9; ++digits) {
        const text = Number(value.toPrecision(digits)).toString();
        if (Math.fround(Number(text)) === value) return text;
    }
    return Number(value.toPrecision(9)).toString();
}

/** Four significant digits, for a place without room. */
export function short(value) {
    return Number(value.toPrecision(4)).toString().replace('-', '−');
}

/** Where the ticks of [least, most] are: multiples of 1, 2 or 5 times a power of ten. */
export function ticks(least, most, count) {
    const raw = (most - least) / count;
    const power = 10 ** Math.floor(Math.log10(raw));
    const step = power * ([1, 2, 5].find((factor) => factor * power >= raw) ?? 10);
    const first = Math.ceil(least / step - 1e-9);
    const last = Math.floor(most / step + 1e-9);
    return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
