import type {Problem} from '../../api/client.ts';
import {href, useView} from '../../state/view.ts';
import {factName} from './fact/factName.ts';
import {t} from '../../words/index.ts';

/** Shows the problem of a refused command, with links to the conflicting facts. */
export function ProblemOfCommand({problem}: {problem: Problem}) {
    const [view] = useView();
    const said = problem.detail || problem.title || t('desk.unreachable');
    return (
        <div class="notice error" role="alert">
            <p>
                <strong>{problem.title}</strong> {said === problem.title ? '' : said}
            </p>
            {problem.errors.length > 0 && (
                <ul>
                    {problem.errors.map(each => (
                        <li key={each.pointer}>
                            <code>{each.pointer}</code> {each.detail}
                        </li>
                    ))}
                </ul>
            )}
            {problem.conflictsWith.length > 0 && (
                <p>
                    {t('desk.conflictsWith')}{' '}
                    {problem.conflictsWith.map(fact => (
                        <a key={fact} href={href(view, {open: fact})}>
                            {factName(fact)}
                        </a>
                    ))}
                </p>
            )}
        </div>
    );
}
