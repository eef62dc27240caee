// The exact tier's checksums, computed in this browser, beside those that every target of the library gives.

const pause = () => new Promise((resolve) => setTimeout(resolve));

function row(name, computed, committed) {
    const line = document.createElement('tr');
    line.dataset.name = name;
    line.dataset.checksum = computed;
    for (const text of [name, computed, computed === committed ? 'the same' : `differs: ${committed}`])
        line.append(Object.assign(document.createElement('td'), { textContent: text }));
    return line;
}

/** The button computes all of them, one after the other, so that the page stays alive. */
export function setUpExact(exact) {
    const button = document.getElementById('compute');
    const table = document.getElementById('checksums');
    const status = document.getElementById('computed');
    button.addEventListener('click', async () => {
        button.disabled = true;
        table.hidden = false;
        const body = table.tBodies[0];
        body.replaceChildren();
        let same = 0;
        for (let i = 0; i < exact.count; ++i) {
            status.textContent = `${i} of ${exact.count}…`;
            await pause();
            const [computed, committed] = [exact.checksum(i), exact.committed(i)];
            if (computed === committed) ++same;
            body.append(row(exact.name(i), computed, committed));
        }
        status.textContent = `${same} of ${exact.count} the same as everywhere, ${exact.inputs} inputs each`;
        button.disabled = false;
    });
}
