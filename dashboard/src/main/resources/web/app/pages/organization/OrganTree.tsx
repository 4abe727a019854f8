import type {EffectiveDate, Fact, Names, Place} from '../../api/types.ts';
import {dateText} from '../../dates/text.ts';
import {groupBy} from '../../state/groups.ts';
import {href, useView} from '../../state/view.ts';
import {nameIn, t, word} from '../../words/index.ts';
import {placeText} from './FactTables.tsx';

/** Organs below the organ that they belong to. */
export function OrganTree({organs}: {organs: Fact[]}) {
    const known = new Set(organs.map(organ => organ.organ));
    const children = groupBy(organs, organ => (known.has(organ.parent) && organ.parent !== organ.organ ? organ.parent : undefined));
    return <Level organs={children.get(undefined) ?? organs} below={children} depth={0} />;
}

interface LevelProps {
    organs: Fact[];
    below: Map<unknown, Fact[]>;
    depth: number;
}

/** Deeper trees would be a circle of parents. */
const DEEPEST = 12;

function Level({organs, below, depth}: LevelProps) {
    return (
        <ul class={depth === 0 ? 'tree' : undefined}>
            {organs.map(organ => (
                <li key={organ.url}>
                    <OrganLine organ={organ} />
                    {depth < DEEPEST && below.has(organ.organ) && (
                        <Level organs={below.get(organ.organ)!} below={below} depth={depth + 1} />
                    )}
                </li>
            ))}
        </ul>
    );
}

function OrganLine({organ}: {organ: Fact}) {
    const [view] = useView();
    const notes = [
        placeText(organ.seat as Place | undefined),
        organ.state === 'operational' ? '' : word('choice', String(organ.state ?? '')),
        dateText(organ.effective as EffectiveDate | undefined),
    ].filter(Boolean);
    return (
        <p>
            <a href={href(view, {open: organ.url})}>
                <bdi>{(organ.name as string | undefined) || nameIn(organ.names as Names)}</bdi>
            </a>{' '}
            <span class="soft small" dir="auto">
                {notes.join(' · ')}
            </span>
            {organ.certainty === 'possible' && <span class="tag">{t('organization.possible')}</span>}
            {organ.disputed && <span title={t('fact.disputed')}> ⚑</span>}
        </p>
    );
}
