import {word} from '../../../words/index.ts';

const LONGEST_ID = 12;

/** A short name of a fact that is known by its address only: "meeting …6c0d7d", "instrument sco-charter". */
export function factName(url: string): string {
    const [, , collection = '', id = ''] = url.split('/');
    return `${word('collection', collection)} ${id.length > LONGEST_ID ? `…${id.slice(-6)}` : id}`;
}
