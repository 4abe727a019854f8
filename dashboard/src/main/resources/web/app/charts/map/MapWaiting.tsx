import {t} from '../../words/index.ts';

/** Stands where the map will be, in its size. */
export function MapWaiting({failed}: {failed: boolean}) {
    return (
        <p class="map-waiting soft" role="status">
            {failed ? t('map.failed') : t('frame.loading')}
        </p>
    );
}
