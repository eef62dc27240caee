// The page in a real browser: what it shows is what the native library computes, and it moves when it is touched.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { serve, startBrowser } from './browser.mjs';

const arrowRight = '\uE014';
const [folder, chromium, chromedriver] = process.argv.slice(2);

const reference = JSON.parse(await readFile(join(folder, 'reference.json'), 'utf8'));
const server = await serve(folder);
const browser = await startBrowser(chromium, chromedriver);

const sameFloat = (shown, expected) => Object.is(Math.fround(Number(shown)), Math.fround(Number(expected)));
const screenshot = async (name) => writeFile(join(folder, 'screenshots', `${name}.png`), await browser.screenshot());
const text = (selector) => browser.run('return document.querySelector(arguments[0]).textContent', selector);
const value = (selector) => browser.run('return document.querySelector(arguments[0]).value', selector);
const path = (name) => browser.run('return document.querySelector(`#chart [data-name="${arguments[0]}"]`).getAttribute("d")', name);
const exact = (label, kind) => browser.run(
    `const node = [...document.querySelectorAll('#diagram g')].find((g) => g.textContent.startsWith(arguments[0]));
     return node.querySelector('.' + arguments[1]).dataset.exact`, label, kind);

async function load() {
    await browser.open(server.url);
    for (let tries = 0; tries < 100; ++tries) {
        if (await browser.run('return !document.querySelector("main").hidden')) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.fail(`the page did not start: ${await text('#status')}`);
}

/** Types into the field as a user would change it. */
const setX = (x) => browser.run(
    'const field = document.getElementById("x"); field.value = arguments[0]; field.dispatchEvent(new Event("input"))', x);

const readout = () => browser.run(
    `return Object.fromEntries([...document.querySelectorAll('#readout tbody tr')].map(
         (row) => [row.dataset.name, [row.cells[1].textContent, row.cells[2].textContent]]))`);

const tests = {
    async 'values and derivatives are the native library\'s bits'() {
        await browser.run('document.querySelectorAll("#functions input:not(:checked)").forEach((box) => box.click())');
        let shown;
        let x;
        for (const expected of reference.activations) {
            if (x !== expected.x) {
                x = expected.x;
                await setX(x);
                shown = await readout();
            }
            const [f, d] = shown[expected.name];
            assert.ok(sameFloat(f, expected.value), `${expected.name}(${x}) shows ${f}, native ${expected.value}`);
            assert.ok(sameFloat(d, expected.derivative), `${expected.name}'(${x}) shows ${d}, native ${expected.derivative}`);
        }
        await screenshot('all-curves');
    },

    async 'the neuron\'s values and gradients are the native library\'s bits'() {
        for (const expected of reference.neurons) {
            await browser.run(
                `const list = document.getElementById('neuron-activation'); list.value = arguments[0];
                 list.dispatchEvent(new Event('change'))`, expected.name);
            for (const [label, kind, key] of [['z =', 'forward', 'z'], ['y =', 'forward', 'y'],
                ['(y −', 'forward', 'loss'], ['w2', 'backward', 'gradW2']]) {
                const shown = await exact(label, kind);
                assert.ok(sameFloat(shown, expected[key]), `${expected.name} ${key} shows ${shown}, native ${expected[key]}`);
            }
        }
    },

    async 'a parameter\'s slider moves its curve and no other'() {
        await browser.click('#show-elu');
        await setX('-1');
        const [drawn, before] = [await path('elu'), await readout()];
        await browser.type('#elu-alpha', arrowRight.repeat(40));
        const after = await readout();
        assert.equal(await value('#elu-alpha'), '1.4');
        assert.ok(await path('elu') !== drawn);
        assert.notEqual(after.elu[0], before.elu[0]);
        assert.deepEqual(after.tanh, before.tanh);
        await screenshot('elu-slider');
    },

    async 'the pointer and the arrow keys move x'() {
        await browser.drag('#chart', 100, 0, true);
        const pointed = Number(await value('#x'));
        assert.ok(pointed > 0.5 && pointed < 3, `x is ${pointed}`);
        await browser.type('#chart', arrowRight + arrowRight);
        assert.equal(Number(await value('#x')).toFixed(2), (pointed + 0.1).toFixed(2));
        await screenshot('hover');
    },

    async 'functions come and go'() {
        await browser.click('#show-sigmoid');
        assert.equal((await readout()).sigmoid, undefined);
        await browser.click('#show-mish');
        assert.equal((await readout()).mish.length, 2);
    },

    async 'inputs and weights can be dragged'() {
        const before = Number(await exact('x1', 'forward'));
        const y = await exact('y =', 'forward');
        await browser.drag('#diagram [data-number=x1]', 0, -50);
        assert.equal(Number(await exact('x1', 'forward')).toFixed(2), (before + 0.5).toFixed(2));
        assert.notEqual(await exact('y =', 'forward'), y);
        const weight = Number(await exact('w2', 'forward'));
        await browser.drag('#diagram [data-number=w2]', 0, 30);
        assert.equal(Number(await exact('w2', 'forward')).toFixed(2), (weight - 0.3).toFixed(2));
        await browser.type('#neuron-bias', arrowRight.repeat(10));
        assert.equal(await value('#neuron-bias'), '0.2');
    },

    async 'a training step lets the loss fall'() {
        const before = Number(await exact('(y −', 'forward'));
        await browser.click('#train');
        assert.ok(Number(await exact('(y −', 'forward')) < before);
        await browser.run('document.getElementById("diagram").scrollIntoView()');
        await screenshot('neuron');
    },

    async 'the exact tier has every other target\'s checksums'() {
        await browser.click('#compute');
        const computed = () => browser.run(
            `return [...document.querySelectorAll('#checksums tbody tr')].map((row) => [row.dataset.name, row.dataset.checksum])`);
        const end = new RegExp(`^${reference.checksums.length} of ${reference.checksums.length} the same`);
        for (let tries = 0; tries < 600 && !end.test(await text('#computed')); ++tries) {
            await new Promise((resolve) => setTimeout(resolve, 100));
        }
        assert.deepEqual(Object.fromEntries(await computed()),
            Object.fromEntries(reference.checksums.map(({ name, checksum }) => [name, checksum])));
        assert.match(await text('#computed'), end);
        await browser.run('document.getElementById("exact-heading").scrollIntoView()');
        await screenshot('exact');
    },

    async 'nothing is complained about on the console'() {
        assert.deepEqual(await browser.log(), []);
    },
};

try {
    if (reference.fused) {
        console.log('SKIPPED: the native library fuses multiply and add here, WebAssembly does not; the bits may differ');
    } else {
        for (const [name, test] of Object.entries(tests)) {
            await load();
            await test();
            console.log(`ok: ${name}`);
        }
    }
} finally {
    await browser.close();
    server.close();
}
