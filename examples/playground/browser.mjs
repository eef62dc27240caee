// A headless Chromium, driven through chromedriver, and a static file server for it to look at.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';

const types = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.wasm': 'application/wasm' };
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** Serves `folder` on a free port; `close` ends it. */
export async function serve(folder) {
    const server = createServer(async (request, response) => {
        const path = normalize(new URL(request.url, 'http://localhost').pathname);
        const file = join(folder, path === '/' ? 'index.html' : path);
        try {
            const content = await readFile(file);
            response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' }).end(content);
        } catch {
            response.writeHead(404).end();
        }
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** Starts chromedriver on a port of its choice. */
async function startDriver(program) {
    const driver = spawn(program, ['--port=0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const port = await new Promise((resolve, reject) => {
        let text = '';
        driver.stdout.on('data', (data) => {
            text += data;
            const found = text.match(/successfully on port (\d+)/);
            if (found) resolve(found[1]);
        });
        driver.on('exit', () => reject(new Error(`chromedriver ended: ${text}`)));
    });
    return { driver, url: `http://127.0.0.1:${port}` };
}

async function request(method, url, body) {
    const response = await fetch(url, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
}

/** A browser with one empty window; `close` ends it and removes its profile. */
export async function startBrowser(chromium, chromedriver) {
    const profile = await mkdtemp(join(tmpdir(), 'playground-'));
    const { driver, url } = await startDriver(chromedriver);
    const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
        '--disable-background-networking', '--disable-component-update', '--disable-sync',
        '--window-size=1100,1500', `--user-data-dir=${profile}`];
    const end = async () => {
        driver.kill();
        await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    };
    try {
        const alwaysMatch = { 'goog:chromeOptions': { binary: chromium, args }, 'goog:loggingPrefs': { browser: 'ALL' } };
        const { sessionId } = await request('POST', `${url}/session`, { capabilities: { alwaysMatch } });
        return makeBrowser(`${url}/session/${sessionId}`, end);
    } catch (error) {
        await end();
        throw error;
    }
}

function makeBrowser(session, end) {
    const post = (path, body) => request('POST', `${session}${path}`, body);
    const find = async (selector) => (await post('/element', { using: 'css selector', value: selector }))[elementKey];
    const pointer = (actions) =>
        post('/actions', { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }] });
    return {
        open: (url) => post('/url', { url }),
        run: (script, ...args) => post('/execute/sync', { script, args }),
        type: async (selector, text) => post(`/element/${await find(selector)}/value`, { text }),
        click: async (selector) => post(`/element/${await find(selector)}/click`, {}),
        /** Presses on the element's centre, moves by (dx, dy) and lets go; without a press with `hover`. */
        async drag(selector, dx, dy, hover = false) {
            const origin = { [elementKey]: await find(selector) };
            const to = { type: 'pointerMove', duration: 50, origin: 'pointer', x: dx, y: dy };
            const from = { type: 'pointerMove', duration: 0, origin, x: 0, y: 0 };
            await pointer(hover ? [from, to] : [from, { type: 'pointerDown', button: 0 }, to, { type: 'pointerUp', button: 0 }]);
        },
        screenshot: async () => Buffer.from(await request('GET', `${session}/screenshot`), 'base64'),
        log: () => post('/se/log', { type: 'browser' }),
        async close() {
            await request('DELETE', session);
            await end();
        },
    };
}
