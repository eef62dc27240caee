// One neuron: its graph with the value of every node and the gradient that comes back to it.
import { element, exact, short } from './picture.js';

const start = { x: [1, -2, 0.5], w: [0.4, 0.1, -0.3], bias: 0.1, target: 1 };

const get = (id) => document.getElementById(id);

/** Builds the section; the function it returns draws it anew. */
export function setUpNeuron(library) {
    const state = structuredClone(start);
    let steps = 0;

    /** Every number that can be moved, with a name, a way to read it and one to write it. */
    const numbers = [
        ...state.x.map((_, i) => ({ name: `x${i + 1}`, get: () => state.x[i], set: (v) => { state.x[i] = v; } })),
        { name: 'bias', get: () => state.bias, set: (v) => { state.bias = v; } },
        ...state.w.map((_, i) => ({ name: `w${i + 1}`, get: () => state.w[i], set: (v) => { state.w[i] = v; } })),
        { name: 'target', get: () => state.target, set: (v) => { state.target = v; } },
    ];
    const byName = Object.fromEntries(numbers.map((number) => [number.name, number]));

    for (const number of numbers) {
        const label = document.createElement('label');
        label.className = 'slider';
        number.output = document.createElement('output');
        number.slider = Object.assign(document.createElement('input'), {
            type: 'range', id: `neuron-${number.name}`, min: -3, max: 3, step: 0.01,
        });
        number.slider.addEventListener('input', () => { number.set(Number(number.slider.value)); draw(); });
        label.append(`${number.name} `, number.output, number.slider);
        get('numbers').append(label);
    }
    for (const { name } of library.activations) get('neuron-activation').append(new Option(name, name, name === 'gelu', name === 'gelu'));

    const chosen = () => library.activations.find((each) => each.name === get('neuron-activation').value);
    const pass = () => library.neuron(chosen(), state.x, state.w, state.bias, state.target);

    function train() {
        const rate = Number(get('rate').value);
        const { gradZ, gradWeights } = pass();
        state.w = state.w.map((w, i) => Math.fround(w - rate * gradWeights[i]));
        state.bias = Math.fround(state.bias - rate * gradZ);
        ++steps;
        draw();
    }

    function draw() {
        for (const number of numbers) {
            number.output.textContent = short(number.get());
            number.slider.value = number.get();
        }
        const result = pass();
        get('trained').textContent = `loss ${exact(result.loss)} after ${steps} training step${steps === 1 ? '' : 's'}`;
        drawDiagram(get('diagram'), state, result, chosen().name);
    }

    get('train').addEventListener('click', train);
    get('reset').addEventListener('click', () => { Object.assign(state, structuredClone(start)); steps = 0; draw(); });
    get('neuron-activation').addEventListener('change', draw);
    addDragging(get('diagram'), byName, draw);
    draw();
    return draw;
}

/** A hundredth for every pixel up or down. */
function addDragging(diagram, byName, draw) {
    let dragged = null;
    diagram.addEventListener('pointerdown', (event) => {
        const name = event.target.closest('[data-number]')?.dataset.number;
        if (name === undefined) return;
        dragged = { number: byName[name], from: byName[name].get(), y: event.clientY };
        diagram.setPointerCapture(event.pointerId);
    });
    diagram.addEventListener('pointermove', (event) => {
        if (dragged === null) return;
        const value = dragged.from + (dragged.y - event.clientY) / 100;
        dragged.number.set(Math.max(-3, Math.min(3, Math.round(value * 100) / 100)));
        draw();
    });
    for (const end of ['pointerup', 'pointercancel']) diagram.addEventListener(end, () => { dragged = null; });
}

function drawDiagram(diagram, state, result, activation) {
    diagram.replaceChildren();
    const sum = { x: 480, y: 190 };
    const inputs = state.x.map((_, i) => ({ x: 90, y: 60 + 130 * i }));
    const add = (...parts) => diagram.append(...parts);
    const edge = (from, to) => add(element('line', { x1: from.x, y1: from.y, x2: to.x, y2: to.y, class: 'edge' }));

    inputs.forEach((at) => edge(at, sum));
    edge(sum, { x: 880, y: sum.y });
    edge({ x: 480, y: 330 }, sum);
    edge({ x: 880, y: 330 }, { x: 880, y: sum.y });

    inputs.forEach((at, i) => {
        add(node(at, `x${i + 1}`, state.x[i], result.gradInputs[i], `x${i + 1}`));
        const middle = { x: at.x + (sum.x - at.x) * 0.45, y: at.y + (sum.y - at.y) * 0.45 };
        add(node(middle, `w${i + 1}`, state.w[i], result.gradWeights[i], `w${i + 1}`));
    });
    add(node({ x: 480, y: 330 }, 'bias', state.bias, result.gradZ, 'bias'));
    add(node(sum, 'z = Σ', result.z, result.gradZ));
    add(node({ x: 690, y: sum.y }, `y = ${activation}(z)`, result.y, result.gradY));
    add(node({ x: 880, y: sum.y }, '(y − target)²/2', result.loss, 1));
    add(node({ x: 880, y: 330 }, 'target', state.target, -result.gradY, 'target'));
    add(element('text', { x: 585, y: sum.y - 10, 'text-anchor': 'middle', class: 'backward' }, `× ${short(result.slope)}`));
}

/** A node with its value on top and its gradient below; with a `number` it can be dragged. */
function node(at, label, value, gradient, number) {
    const group = element('g', number ? { class: 'drag', 'data-number': number } : {});
    group.append(
        element('rect', { x: at.x - 62, y: at.y - 33, width: 124, height: 66, rx: 10, class: 'node' }),
        element('text', { x: at.x, y: at.y - 14, 'text-anchor': 'middle', class: 'label' }, label),
        element('text', { x: at.x, y: at.y + 6, 'text-anchor': 'middle', class: 'forward' }, short(value)),
        element('text', { x: at.x, y: at.y + 25, 'text-anchor': 'middle', class: 'backward' }, short(gradient)),
    );
    group.querySelector('.forward').dataset.exact = exact(value);
    group.querySelector('.backward').dataset.exact = exact(gradient);
    return group;
}
