import assert from 'node:assert/strict';
import {test} from 'node:test';
import {embedCode} from '../../main/resources/web/app/charts/takeaway/embedCode.ts';
import {noteTime, seenUntil} from '../../main/resources/web/app/api/serverTime.ts';
import {fileName} from '../../main/resources/web/app/charts/takeaway/files.ts';
import {sharedAddress} from '../../main/resources/web/app/charts/takeaway/sharedAddress.ts';
import {parseView} from '../../main/resources/web/app/state/url.ts';

test('the code of an embed is safe whatever the title', () => {
    const code = embedCode(new URL('https://register.example/embed/parties/UZ/timeline?on=2005-07-05&lang=nl'), '"><b>A');
    assert.match(code, /src="https:\/\/register\.example\/embed\/parties\/UZ\/timeline\?on=2005-07-05&amp;lang=nl"/);
    assert.match(code, /title="&quot;>&lt;b>A"/);
    assert.match(code, /<script src="https:\/\/register\.example\/embed\/resize\.js" async><\/script>$/);
});

test('a file has a name that says what it is, in any script', () => {
    assert.equal(fileName('SCO: Memberships through time', '2005-07-06', 'svg'), 'sco-memberships-through-time-2005-07-06.svg');
    assert.equal(fileName('ШОС / участники', '2005-07-06', 'png'), 'шос-участники-2005-07-06.png');
});

test('an address for other readers names its language, also the one that its author prefers', () => {
    const view = parseView(new URL('https://register.example/organizations/sco?as=table&on=2005-07-05'), 'nl');
    const change = {path: '/embed/organizations/sco/map', filters: {...view.filters, as: ''}};
    assert.equal(
        sharedAddress(view, change, 'https://register.example').href,
        'https://register.example/embed/organizations/sco/map?on=2005-07-05&lang=nl',
    );
});

test('a citation pins the newest response, by the clock of the register', () => {
    const at = (date?: string) => noteTime({headers: new Headers(date ? {Date: date} : {})});
    at('Sun, 29 Nov 2026 16:50:10 GMT');
    at('Sun, 29 Nov 2026 16:50:09 GMT');
    at();
    assert.equal(seenUntil(), Date.parse('2026-11-29T16:50:11Z'));
});
