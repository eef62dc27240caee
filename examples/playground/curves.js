// The curves: pick functions, move their parameters, point at a place to read it.
import { element, exact, short, ticks } from './picture.js';

const palette = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00', '#56B4E9', '#000000'];
const firstShown = ['sigmoid', 'tanh', 'relu', 'gelu'];
const samples = 600;
const plot = { left: 46, right: 708, top: 12, bottom: 396 };

const get = (id) => document.getElementById(id);

/** Builds the controls of the section and keeps its picture in step with them. */
export function setUpCurves(activations, parametersChanged) {
    const shown = new Map();  // Activation to colour, in the order of picking.

    function pick(activation, wanted) {
        if (!wanted) return shown.delete(activation);
        const free = palette.find((colour) => ![...shown.values()].includes(colour));
        return shown.set(activation, free ?? palette[shown.size % palette.length]);
    }

    function addChoice(activation) {
        const label = document.createElement('label');
        label.className = 'choice';
        const box = Object.assign(document.createElement('input'), {
            type: 'checkbox', id: `show-${activation.name}`, checked: shown.has(activation),
        });
        const swatch = document.createElement('span');
        swatch.className = 'swatch';
        label.append(box, swatch, activation.name);
        box.addEventListener('change', () => { pick(activation, box.checked); draw(); });
        get('functions').append(label);
        return () => { swatch.style.background = shown.get(activation) ?? 'transparent'; };
    }

    function addParameter(activation, parameter) {
        const label = document.createElement('label');
        label.className = 'slider';
        const value = document.createElement('output');
        const slider = Object.assign(document.createElement('input'), {
            type: 'range', id: `${activation.name}-${parameter.name}`,
            min: parameter.least, max: parameter.most, step: 0.01, value: parameter.value,
        });
        label.append(`${activation.name} ${parameter.name} `, value, slider);
        slider.addEventListener('input', () => { parameter.value = slider.value; draw(); parametersChanged(); });
        get('parameters').append(label);
        return () => {
            value.textContent = exact(parameter.value);
            label.hidden = !shown.has(activation);
        };
    }

    for (const name of firstShown) pick(activations.find((each) => each.name === name), true);
    const updates = activations.flatMap((activation) => [
        addChoice(activation), ...activation.parameters.map((parameter) => addParameter(activation, parameter)),
    ]);

    function draw() {
        for (const update of updates) update();
        const reach = Number(get('range').value);
        get('range-value').textContent = `−${reach} to ${reach}`;
        const curves = sampled(shown, reach, get('show-derivatives').checked);
        drawChart(get('chart'), curves, reach, currentX());
        fillReadout(get('readout').tBodies[0], shown, currentX());
    }

    const currentX = () => Math.fround(Number(get('x').value));
    const moveTo = (x) => { get('x').value = exact(Math.fround(x)); draw(); };

    get('show-derivatives').addEventListener('change', draw);
    get('range').addEventListener('input', draw);
    get('x').addEventListener('input', draw);
    get('chart').addEventListener('pointermove', (event) => {
        const reach = Number(get('range').value);
        const box = get('chart').getBoundingClientRect();
        const across = (event.clientX - box.left) / box.width * 720;
        const x = ((across - plot.left) / (plot.right - plot.left) * 2 - 1) * reach;
        moveTo(Math.round(Math.max(-reach, Math.min(reach, x)) * 100) / 100);
    });
    get('chart').addEventListener('keydown', (event) => {
        const step = { ArrowLeft: -0.05, ArrowRight: 0.05 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        moveTo(Number((currentX() + step).toFixed(2)));
    });
    draw();
}

/** Every shown function and, if wanted, its derivative at evenly spaced points. */
function sampled(shown, reach, derivatives) {
    const x = Float32Array.from({ length: samples + 1 }, (_, i) => (2 * i / samples - 1) * reach);
    return [...shown].flatMap(([activation, colour]) => [
        { x, y: activation.forward(x), colour, dashed: false, name: activation.name },
        ...(derivatives ? [{ x, y: activation.derivative(x), colour, dashed: true, name: `${activation.name}′` }] : []),
    ]);
}

function drawChart(chart, curves, reach, cursor) {
    const heights = curves.flatMap((curve) => [...curve.y]);
    const marks = ticks(Math.min(-0.2, ...heights), Math.max(1, ...heights), 6);
    const step = marks[1] - marks[0];
    const least = Math.min(marks[0], Math.floor(Math.min(-0.2, ...heights) / step) * step);
    const most = Math.max(marks.at(-1), Math.ceil(Math.max(1, ...heights) / step) * step);
    const across = (x) => plot.left + (x / reach + 1) / 2 * (plot.right - plot.left);
    const down = (y) => plot.bottom - (y - least) / (most - least) * (plot.bottom - plot.top);

    chart.replaceChildren();
    for (const x of ticks(-reach, reach, 8)) {
        chart.append(element('line', { x1: across(x), x2: across(x), y1: plot.top, y2: plot.bottom, class: x === 0 ? 'zero' : 'grid' }));
        chart.append(element('text', { x: across(x), y: plot.bottom + 20, 'text-anchor': 'middle' }, short(x)));
    }
    for (const y of ticks(least, most, 6)) {
        chart.append(element('line', { x1: plot.left, x2: plot.right, y1: down(y), y2: down(y), class: y === 0 ? 'zero' : 'grid' }));
        chart.append(element('text', { x: plot.left - 8, y: down(y) + 5, 'text-anchor': 'end' }, short(y)));
    }
    for (const curve of curves) chart.append(drawCurve(curve, across, down, 8 * reach / samples));
    if (Math.abs(cursor) <= reach)
        chart.append(element('line', { x1: across(cursor), x2: across(cursor), y1: plot.top, y2: plot.bottom, class: 'cursor' }));
}

/**
 * A step larger than `jump`, and than the step before it by far, is where the function jumps, as the derivative of ReLU
 * does: no line joins the sides.
 */
function drawCurve(curve, across, down, jump) {
    const step = (i) => Math.abs(curve.y[i] - curve.y[i - 1]);
    let path = '';
    curve.y.forEach((y, i) => {
        const joined = i > 0 && (step(i) <= jump || step(i) <= 2 * step(i - 1));
        path += `${joined ? 'L' : 'M'}${across(curve.x[i]).toFixed(2)} ${down(y).toFixed(2)}`;
    });
    return element('path', {
        d: path, fill: 'none', stroke: curve.colour, 'stroke-width': 2.5, 'data-name': curve.name,
        'stroke-dasharray': curve.dashed ? '7 5' : 'none',
    });
}

function fillReadout(body, shown, x) {
    body.replaceChildren(...[...shown].map(([activation, colour]) => {
        const row = document.createElement('tr');
        row.dataset.name = activation.name;
        const name = row.insertCell();
        const swatch = document.createElement('span');
        swatch.className = 'swatch';
        swatch.style.background = colour;
        name.append(swatch, activation.name);
        row.insertCell().textContent = exact(activation.forward([x])[0]);
        row.insertCell().textContent = exact(activation.derivative([x])[0]);
        return row;
    }));
}
