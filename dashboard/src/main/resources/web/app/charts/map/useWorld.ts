import {useEffect, useState} from 'preact/hooks';
import {prepareWorld} from './projection.ts';
import {loadWorld} from './world.ts';
import type {World} from './world.ts';

/** The shapes of the lands, or undefined until they are loaded and projected. */
export function useWorld(): {world?: World; failed: boolean} {
    const [world, setWorld] = useState<World>();
    const [failed, setFailed] = useState(false);
    useEffect(() => {
        let shown = true;
        const load = async () => {
            const loaded = await loadWorld();
            await prepareWorld(loaded);
            return loaded;
        };
        load().then(
            loaded => shown && setWorld(loaded),
            () => shown && setFailed(true),
        );
        return () => {
            shown = false;
        };
    }, []);
    return {world, failed};
}
