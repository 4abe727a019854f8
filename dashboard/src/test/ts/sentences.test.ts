import './page.ts';
import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {factSentence, type FactNames} from '../../main/resources/web/app/facts/sentence.ts';
import {setLanguage} from '../../main/resources/web/app/state/language.ts';

const NAMES: Record<string, string> = {MN: 'Mongolia', sco: 'SCO', csto: 'CSTO', e1: 'Peace Mission 2007', t1: 'Treaty'};
const name = (id: string) => NAMES[id] ?? id;
const names: FactNames = {party: name, organization: name, exercise: name, instrument: name};
const say = (collection: string, fields: Record<string, unknown>) => factSentence(`/api/${collection}/1`, fields, names);

afterEach(() => setLanguage('en'));

const change = {party: 'MN', organization: 'sco', change: 'observer-status', effective: '2004-06'};

test('a membership change is a sentence in each language of the interface', () => {
    assert.equal(say('membership-changes', change), 'Mongolia became an observer of SCO, June 2004');
    setLanguage('nl');
    assert.equal(say('membership-changes', change), 'Mongolia werd waarnemer bij SCO, juni 2004');
    setLanguage('ru');
    assert.equal(
        say('membership-changes', change),
        'Mongolia: статус наблюдателя в организации «SCO», июнь 2004 г.',
    );
});

test('the dates of a read and of an event are the same words', () => {
    const effective = {edtf: '2004-06', earliest: '2004-06-01', latest: '2004-06-30', uncertain: false};
    assert.equal(say('membership-changes', {...change, effective}), say('membership-changes', change));
});

test('parts that are not known are left out', () => {
    const holder = {name: 'Bolat Nurgaliev', country: 'KZ'};
    assert.equal(
        say('terms', {holder, office: 'secretary-general', organization: 'sco', from: '2007-01', to: '2010-01'}),
        'Bolat Nurgaliev: secretary-general, SCO, January 2007 – January 2010',
    );
    setLanguage('ru');
    assert.equal(say('terms', {holder, office: 'executive-secretary'}), 'Bolat Nurgaliev: исполнительный секретарь');
    setLanguage('en');
    assert.equal(say('terms', {organization: 'sco'}), 'Unknown holder: SCO');
    assert.equal(say('meetings', {organization: 'sco', organ: 'heads-of-state'}), 'Heads of state: SCO');
});

test('every kind of fact has a sentence', () => {
    const sentences = [
        ['organizations', {names: {en: 'Steppe League'}, founded: '2001'}, 'Steppe League: founded 2001'],
        ['organization-changes', {organization: 'sco', dissolved: true, successor: 'csto', effective: '2031'}, 'SCO: dissolved, followed by CSTO, 2031'],
        ['organs', {organization: 'sco', organ: 'rats', state: 'operational', effective: '2004-01'}, 'RATS, SCO: operational, January 2004 –'],
        ['relations', {organization: 'sco', with: 'csto', kind: 'memorandum', effective: '2007-10'}, 'SCO, CSTO: memorandum, October 2007 –'],
        ['contributions', {organization: 'sco', period: '2007'}, 'SCO: contributions, 2007'],
        ['rules', {organization: 'sco', subject: 'decisions', rule: 'consensus'}, 'SCO: decisions, consensus'],
        ['figures', {party: 'MN', measure: 'gdp', value: 2512, unit: 'million USD', date: '2006'}, 'Mongolia: GDP, 2,512 million USD, 2006'],
        ['instruments', {names: {en: 'Treaty'}, type: 'treaty', dates: {signed: '2001-06-15'}}, 'Treaty: treaty, signed 15 June 2001'],
        ['acts', {party: 'MN', act: 'ratification', instrument: 't1', effective: '2002'}, 'Mongolia: ratification, Treaty, 2002'],
        ['exercises', {name: 'Peace Mission 2007', kind: 'exercise', organizations: ['sco'], dates: '2007-08-09/2007-08-17'}, 'Peace Mission 2007: exercise, SCO, 9 August 2007 – 17 August 2007'],
        ['participations', {exercise: 'e1', party: 'MN', role: 'host'}, 'Peace Mission 2007: Mongolia, host'],
        ['exercise-phases', {exercise: 'e1', place: {country: 'MN'}, dates: '2007-08'}, 'Peace Mission 2007: Mongolia, August 2007'],
        ['exercise-steps', {exercise: 'e1', step: 'schedule', effective: '2007-03'}, 'Peace Mission 2007: schedule, March 2007'],
        ['exercise-purposes', {exercise: 'e1', view: 'declared', text: 'Counter-terrorism'}, 'Peace Mission 2007: declared, Counter-terrorism'],
        ['exercise-merges', {exercise: 'e1', into: 'e2'}, 'Peace Mission 2007: recorded twice, now one record'],
    ] as const;
    for (const [collection, fields, sentence] of sentences) {
        assert.equal(say(collection, fields), sentence);
    }
});
