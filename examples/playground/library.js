// The library compiled to WebAssembly, as an object that speaks JavaScript.

/** The text of `length` characters at `address`, or up to a zero. */
function readText(memory, address, length) {
    const bytes = new Uint8Array(memory.buffer, address);
    return new TextDecoder().decode(bytes.slice(0, length ?? bytes.indexOf(0)));
}

/** Imports that the module never calls in earnest: it has no files, and ends only by an error. */
function imports(module) {
    const result = {};
    for (const { module: from, name } of WebAssembly.Module.imports(module)) {
        result[from] ??= {};
        result[from][name] = () => { throw new Error(`the library called ${name}`); };
    }
    return result;
}

/** Loads the library; its activations are objects with `name`, `parameters`, `forward` and `derivative`. */
export async function loadLibrary(url) {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
    const module = await WebAssembly.compile(await response.arrayBuffer());
    const { exports: wasm } = await WebAssembly.instantiate(module, imports(module));
    wasm._initialize?.();

    const input = () => new Float32Array(wasm.memory.buffer, wasm.input_buffer(), wasm.buffer_capacity());
    const output = () => new Float32Array(wasm.memory.buffer, wasm.output_buffer(), wasm.buffer_capacity());
    const map = (call, index, x) => {
        input().set(x);
        call(index, x.length);
        return output().slice(0, x.length);
    };
    const parameter = (index, j) => ({
        name: readText(wasm.memory, wasm.parameter_name(index, j), wasm.parameter_name_length(index, j)),
        least: wasm.parameter_least(index, j),
        most: wasm.parameter_most(index, j),
        get value() { return wasm.get_parameter(index, j); },
        set value(value) { wasm.set_parameter(index, j, value); },
    });
    const activation = (index) => ({
        index,
        name: readText(wasm.memory, wasm.activation_name(index)),
        parameters: Array.from({ length: wasm.parameter_count(index) }, (_, j) => parameter(index, j)),
        forward: (x) => map(wasm.forward, index, x),
        derivative: (x) => map(wasm.derivative, index, x),
    });

    return {
        activations: Array.from({ length: wasm.activation_count() }, (_, index) => activation(index)),
        /** The exact tier's checksums over `inputs` inputs, as hexadecimal digits: computed, and what every target gives. */
        exact: {
            count: wasm.exact_count(),
            inputs: wasm.exact_input_count(),
            name: (index) => readText(wasm.memory, wasm.exact_name(index)),
            checksum: (index) => readText(wasm.memory, wasm.exact_checksum(index)),
            committed: (index) => readText(wasm.memory, wasm.exact_committed_checksum(index)),
        },
        /** One neuron forward and backward, every number on the way. */
        neuron(chosen, x, weights, bias, target) {
            const n = x.length;
            input().set([...x, ...weights, bias, target]);
            wasm.neuron_pass(chosen.index, n);
            const [z, y, loss, gradY, slope, gradZ, ...rest] = output().slice(0, 6 + 2 * n);
            return { z, y, loss, gradY, slope, gradZ, gradWeights: rest.slice(0, n), gradInputs: rest.slice(n) };
        },
    };
}
