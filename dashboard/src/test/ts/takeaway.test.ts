import assert from 'node:assert/strict';
import {test} from 'node:test';
import {embedCode} from '../../main/resources/web/app/charts/takeaway/embedCode.ts';
import {fileName} from '../../main/resources/web/app/charts/takeaway/files.ts';

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
