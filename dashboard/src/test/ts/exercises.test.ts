import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {EffectivePeriod} from '../../main/resources/web/app/api/types.ts';
import {rowsCsv} from '../../main/resources/web/app/charts/rowsCsv.ts';
import {
    monthAt,
    monthNumber,
    monthsOf,
    nextStart,
    timeOf,
} from '../../main/resources/web/app/pages/exercises/moments.ts';
import {matrixOf, pairKey, partnersOf} from '../../main/resources/web/app/pages/exercises/pairs.ts';
import {placeMarks} from '../../main/resources/web/app/pages/exercises/places.ts';
import {
    exerciseRow,
    hasParty,
    newestFirst,
    placeName,
    strengthText,
} from '../../main/resources/web/app/pages/exercises/rows.ts';
import {selected} from '../../main/resources/web/app/pages/exercises/selected.ts';
import {strengthRows} from '../../main/resources/web/app/pages/exercises/strengths.ts';
import type {ExerciseItem} from '../../main/resources/web/app/pages/exercises/types.ts';

const period = (earliest: string, latest: string): EffectivePeriod => ({
    edtf: earliest,
    earliest,
    latest,
    uncertain: false,
});

const mission: ExerciseItem = {
    id: '1',
    url: '/api/exercises/1',
    name: 'Peace Mission',
    label: 'Peace Mission',
    kind: 'exercise',
    organizations: ['sco'],
    dates: period('2007-08-09', '2007-08-17'),
    phases: [
        {place: {name: 'Urumqi', country: 'CN', lat: 43.8, lon: 87.6}, dates: period('2007-08-09', '2007-08-11')},
        {place: {country: 'RU'}},
        {place: {name: 'Online', online: true}},
    ],
    participants: [
        {party: 'CN', name: 'China', role: 'host'},
        {
            'members-of': 'sco',
            name: 'SCO',
            role: 'participant',
            members: [{party: 'UZ', name: 'Uzbekistan', certainty: 'possible'}],
        },
    ],
    disputed: false,
    sources: [],
};

test('each phase with a place is a mark of the row of its exercise; a state stands for a place without coordinates', () => {
    const world = new Map([['RU', {code: 'RU', at: [95, 66] as [number, number], shape: null}]]);
    const marks = placeMarks(mission, world, '2007-08');
    assert.deepEqual(
        marks.map(({row, lon, lat, wholeState}) => [row, lon, lat, wholeState]),
        [
            ['1', 87.6, 43.8, false],
            ['1', 95, 66, true],
        ],
    );
    assert.equal(new Set(marks.map(({key}) => key)).size, 2);
});

test('a row names participants and places', () => {
    const row = exerciseRow(mission);
    assert.deepEqual(row.participants, ['China', 'Members of SCO']);
    assert.deepEqual(row.places, ['Urumqi', 'RU', 'Online']);
});

test('a place without a name is named by its states or coordinates', () => {
    assert.equal(placeName({place: {names: {en: 'Border', nl: 'Grens'}, countries: ['CN', 'KG']}}), 'Border');
    assert.equal(placeName({place: {countries: ['CN', 'KG']}}), 'CN, KG');
    assert.equal(placeName({place: {lat: 0, lon: 87.6}}), '0, 87.6');
});

test('a party takes part itself or as a member of an organisation', () => {
    assert.ok(hasParty(mission, 'CN'));
    assert.ok(hasParty(mission, 'UZ'));
    assert.ok(!hasParty(mission, 'KZ'));
});

test('rows are sorted by start, the newest first', () => {
    const older = {...exerciseRow(mission), label: 'Older', dates: period('2003-01-01', '2003-12-31')};
    const open = {...exerciseRow(mission), label: 'Open', dates: undefined};
    const sorted = [older, open, exerciseRow(mission)].sort(newestFirst);
    assert.deepEqual(
        sorted.map(({label}) => label),
        ['Peace Mission', 'Older', 'Open'],
    );
});

test('a period is past, now or ahead of a month', () => {
    const august = period('2007-08-31', '2007-09-01');
    assert.deepEqual(
        ['2007-07', '2007-08', '2007-09', '2007-10', ''].map(month => timeOf(august, month)),
        ['ahead', 'now', 'now', 'past', 'now'],
    );
    assert.equal(timeOf({...august, latest: null}, '2030-01'), 'now');
});

test('months are counted through the end of a year', () => {
    assert.equal(monthAt(monthNumber('2007-12') + 1), '2008-01');
    assert.deepEqual(monthsOf([period('2007-08-09', '2007-08-17'), undefined, period('2002-10-01', '2002-10-31')]), {
        first: '2002-10',
        last: '2007-08',
    });
    assert.equal(monthsOf([undefined]), undefined);
});

test('steps go from start to start', () => {
    const periods = [period('2007-08-09', '2007-08-17'), period('2002-10-01', '2002-10-31')];
    assert.equal(nextStart(periods, '', 1), '2002-10');
    assert.equal(nextStart(periods, '2002-10', 1), '2007-08');
    assert.equal(nextStart(periods, '2007-08', -1), '2002-10');
    assert.equal(nextStart(periods, '2007-08', 1), undefined);
});

test('a pair has one key and two cells of the matrix', () => {
    const pair = {party: 'KZ', with: 'CN', name: 'Kazakhstan', withName: 'China', exercises: 2, possible: 1};
    const other = {party: 'CN', with: 'RU', name: 'China', withName: 'Russia', exercises: 1, possible: 0};
    const matrix = matrixOf([pair, other]);
    assert.deepEqual(
        matrix.parties.map(({code}) => code),
        ['CN', 'KZ', 'RU'],
    );
    assert.equal(matrix.largest, 3);
    assert.equal(matrix.cell('CN', 'KZ'), pair);
    assert.equal(matrix.cell('KZ', 'CN'), pair);
    assert.equal(matrix.cell('KZ', 'RU'), undefined);
    assert.equal(pairKey('RU', 'CN'), pairKey('CN', 'RU'));
    assert.deepEqual(
        partnersOf([pair, other], 'CN').map(({code, name}) => [code, name]),
        [
            ['KZ', 'Kazakhstan'],
            ['RU', 'Russia'],
        ],
    );
});

test('each source of a strength has a line of its own', () => {
    const sources = [{title: 'A', author: 'X', published: '2022'}, {title: 'B'}];
    const rows = strengthRows({
        ...mission,
        strengths: [{url: '/api/exercises/1', preferred: true, strength: {min: 900}, sources}],
        participants: [
            {
                party: 'RU',
                name: 'Russia',
                role: 'host',
                strengths: [
                    {url: '/api/claims/1', preferred: false, strength: {min: 1600, max: 1700}, sources: [{title: 'B'}]},
                ],
            },
        ],
    });
    assert.deepEqual(
        rows.map(({whose, min, max, source}) => [whose, min, max, source]),
        [
            ['', 900, 900, 'X: A (2022)'],
            ['', 900, 900, 'B'],
            ['Russia', 1600, 1700, 'B'],
        ],
    );
});

test('a strength is a number, a range, or open at one side', () => {
    assert.equal(strengthText({min: 70, max: 70, approximate: true}), '≈ 70');
    assert.equal(strengthText({min: 1600, max: 1700}), '1,600–1,700');
    assert.equal(strengthText({max: 500}), '–500');
    assert.equal(strengthText({}), undefined);
});

test('CSV of rows quotes what needs it', () => {
    const columns = [
        {label: 'Place', value: (row: {place: string; days: number}) => row.place},
        {label: 'Days', value: (row: {place: string; days: number}) => row.days},
    ];
    assert.equal(rowsCsv([{place: 'Urumqi, "CN"', days: 2}], columns), 'Place,Days\r\n"Urumqi, ""CN""",2\r\n');
});

test('the interface has the CSV of a whole list of one party, not of a pair or of a part', () => {
    const other = {...mission, id: '2', participants: [{party: 'CN', name: 'China', role: 'host'}]};
    const items = [mission, other];
    assert.deepEqual(selected({items}, undefined), {items, isCut: false, hasCsv: true});
    assert.deepEqual(selected({items, next: 'a'}, ''), {items, isCut: true, hasCsv: false});
    assert.deepEqual(selected({items}, 'UZ'), {items: [mission], isCut: false, hasCsv: false});
});
