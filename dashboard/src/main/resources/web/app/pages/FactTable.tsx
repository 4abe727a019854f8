import type {ComponentChildren} from 'preact';
import type {Fact} from '../api/types.ts';
import {href, useView} from '../state/view.ts';
import {t, type Word} from '../words/index.ts';

interface FactColumn {
    label: Word;
    cell: (fact: Fact) => ComponentChildren;
}

/** Facts as rows. The first cell opens the fact. */
export function FactTable({items, columns}: {items: Fact[]; columns: FactColumn[]}) {
    const [view] = useView();
    return (
        <div class="scroll" tabIndex={0}>
            <table class="list">
                <thead>
                    <tr>
                        {columns.map(column => (
                            <th scope="col">{t(column.label)}</th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {items.map(fact => (
                        <tr key={fact.url}>
                            {columns.map((column, index) => (
                                <td dir="auto">
                                    {index === 0 ? (
                                        <a href={href(view, {open: fact.url})}>{column.cell(fact)}</a>
                                    ) : (
                                        column.cell(fact)
                                    )}
                                    {index === 0 && fact.disputed && <span title={t('fact.disputed')}> ⚑</span>}
                                </td>
                            ))}
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}
