// A page that embeds charts of this register adds this script once. Each frame gets the height of its chart.
(() => {
    const origin = new URL(document.currentScript.src).origin;
    const frames = () => [...document.querySelectorAll('iframe')];
    addEventListener('message', message => {
        const height = Number(message.data?.depositaryHeight);
        if (message.origin !== origin || !(height > 0 && height < 20_000)) {
            return;
        }
        const frame = frames().find(one => one.contentWindow === message.source);
        if (frame) {
            frame.style.height = `${height}px`;
        }
    });
    // A chart that was loaded before this script has already reported its height.
    for (const frame of frames().filter(one => one.src.startsWith(`${origin}/embed/`))) {
        frame.contentWindow.postMessage('depositary:height?', origin);
    }
})();
