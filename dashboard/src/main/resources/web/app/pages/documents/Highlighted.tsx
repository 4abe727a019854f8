import {excerpt, segments} from './segments.ts';

/** A found text with its matches marked, shortened around the first match. */
export function Highlighted({
    text,
    highlights,
    language,
}: {
    text: string;
    highlights: [number, number][];
    language?: string;
}) {
    const short = excerpt(text, highlights, 160);
    const ranges = short.ranges.map(([start, end]) => ({start, end, mark: true}));
    return (
        <span dir="auto" lang={language}>
            {segments(short.text, ranges).map(each => (each.marks.length ? <mark>{each.text}</mark> : each.text))}
        </span>
    );
}
