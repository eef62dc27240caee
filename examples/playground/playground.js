// Loads the library and brings the page to life.
import { setUpCurves } from './curves.js';
import { setUpExact } from './exact.js';
import { loadLibrary } from './library.js';
import { setUpNeuron } from './neuron.js';

try {
    const library = await loadLibrary('activation.wasm');
    const drawNeuron = setUpNeuron(library);
    setUpCurves(library.activations, drawNeuron);
    setUpExact(library.exact);
    document.getElementById('status').hidden = true;
    document.querySelector('main').hidden = false;
} catch (error) {
    document.getElementById('status').textContent =
        `The page cannot start: ${error.message}. It has to come from a web server, such as python3 -m http.server.`;
}
